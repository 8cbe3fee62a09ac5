import { problemsInSpanish } from '../accounts/problems-es.ts'
import { translating, type Pairs } from '../words/pairs.ts'
import { withDays } from '../words/refusal-in.ts'
import type { Language } from '../words/words.ts'

/** What waits, as the server says it; what people wrote themselves (posts, requests, notices) stays as they wrote it. */
export const titlesInSpanish: Pairs = [
  [
    '{} is locked out: {} tries failed within {} minutes',
    '{} no puede entrar: {} intentos fallidos en {} minutos',
  ],
  ['{} is locked out: it was not used for {} days', '{} no puede entrar: la cuenta no se usó en {} días'],
  ['{} is locked out: {}', '{} no puede entrar: {}'],
  ['Read and acknowledge {}', 'Lea y acuse recibo de {}'],
  ['1 member has not acknowledged {} in time', '1 miembro no acusó recibo a tiempo de {}'],
  ['{} members have not acknowledged {} in time', '{} miembros no acusaron recibo a tiempo de {}'],
  ['General Order {}, {}, is being prepared', 'La Orden General {}, {}, se está preparando'],
  ['1,000 or more comments wait on {}', '1,000 comentarios o más esperan en {}'],
  ['one comment waits on {}', 'un comentario espera en {}'],
  ['{} comments wait on {}', '{} comentarios esperan en {}'],
  ['hide a comment by hand on {}', 'oculte a mano un comentario en {}'],
  ['show again a comment by hand on {}', 'vuelva a mostrar a mano un comentario en {}'],
  ['may a comment be hidden as off-topic? {}', '¿se puede ocultar un comentario por ajeno al tema? {}'],
  ['an appeal against a hidden comment on {}', 'una apelación contra un comentario oculto en {}'],
  [
    'nobody may hear an appeal: the Chief designates somebody for official posts',
    'nadie puede atender una apelación: el Jefe designa a alguien para las publicaciones oficiales',
  ],
  ['approve a keyword filter: {}', 'apruebe un filtro de palabras: {}'],
  ['look again at the block of {}', 'revise el bloqueo de {}'],
  [
    'let {} in again on the network: the block is over',
    'deje entrar de nuevo a {} en la red: el bloqueo ha terminado',
  ],
  [
    '{} comments of {} wait to be read again, blind',
    '{} comentarios de {} esperan otra lectura, sin saber qué se decidió',
  ],
  [
    'what the hold “{}” looks for could not be searched; search again',
    'no se pudo buscar lo que busca la retención «{}»; busque de nuevo',
  ],
  ['may the hold “{}” be released? {}', '¿se puede levantar la retención «{}»? {}'],
  ['may the hold “{}” be released?', '¿se puede levantar la retención «{}»?'],
  ['list {}: waits for your signature', 'lista {}: espera su firma'],
  ['list {}: waits for the second signature', 'lista {}: espera la segunda firma'],
  ['list {}: waits for notice to be given', 'lista {}: espera que se dé el aviso'],
  ['list {}: waits for the approval of the State', 'lista {}: espera la aprobación del Estado'],
  ['list {}: may be carried out', 'lista {}: se puede ejecutar'],
  ['1 record is due for disposition: {}', '1 registro se puede eliminar: {}'],
  ['{} or more records are due for disposition: {}', '{} registros o más se pueden eliminar: {}'],
  ['{} records are due for disposition: {}', '{} registros se pueden eliminar: {}'],
  ['records belong to no record series', 'hay registros que no pertenecen a ninguna serie'],
  ['Records request {}: answer it', 'Solicitud de registros {}: respóndala'],
  [
    'Records request {}: it was not answered in time; answer it now',
    'Solicitud de registros {}: no se respondió a tiempo; respóndala ahora',
  ],
  ['Records request {}: it is on appeal', 'Solicitud de registros {}: está en apelación'],
  ['Records request {}: review what was found', 'Solicitud de registros {}: revise lo que se encontró'],
  ['Records request {}: release what was settled', 'Solicitud de registros {}: entregue lo resuelto'],
  ['Records request {}: release the rest', 'Solicitud de registros {}: entregue el resto'],
  ['Records request {}: search', 'Solicitud de registros {}: busque'],
  [
    'Records request {}: somebody objected to the release of their file',
    'Solicitud de registros {}: alguien se opuso a que se entregue su expediente',
  ],
  [
    'Records request {}: {} records wait for a second look',
    'Solicitud de registros {}: {} registros esperan una segunda mirada',
  ],
  [
    'Somebody asked for records of your file; you may object',
    'Alguien pidió registros de su expediente; puede oponerse',
  ],
  ...problemsInSpanish.map(([english, spanish]) => [`{}: ${english}`, `{}: ${spanish}`] as const),
]

const inSpanish = translating(titlesInSpanish)

/** What waits, in the reader's language, with its days as people write them. */
export function titleIn(language: Language, title: string): string {
  const spanish = inSpanish(title)
  return spanish === undefined ? title : withDays(language, language === 'es' ? spanish : title)
}
