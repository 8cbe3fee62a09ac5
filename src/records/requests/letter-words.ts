import { Temporal } from 'temporal-polyfill'
import { written, type Language } from '../../platform/public-page.ts'

const en = {
  title: (kind: string, number: string) => `${kind}: request ${number}`,
  whoever: 'To whoever made the request',
  day: (day: string) => Temporal.PlainDate.from(day).toLocaleString('en-US', { dateStyle: 'full' }),
  wants: 'What was asked for',
  arrived: 'It arrived on',
  law: 'Law',
  received: 'Your request for records was received, and somebody is working on it.',
  answerBy: (day: string) => `You hear from us by ${day}.`,
  inParts: 'What is found goes out as soon as it is reviewed, in parts if there is much of it.',
  needToKnow: 'We need to know more of what you are looking for.',
  patience: (day: string) => `If we hear nothing from you by ${day}, we may close the request.`,
  prepay: (citation: string) => `It has to be paid before anything is copied (${citation}).`,
  payLater: 'It is paid when the copies are handed over. Looking at the records costs nothing.',
  askLess: 'If it is more than you wish to pay, ask for less; we will gladly help with that.',
  inAll: 'In all',
  released: (records: number) => `${records} record${records === 1 ? ' is' : 's are'} released to you.`,
  releasedAsPart: (records: number, part: number) =>
    `${records} record${records === 1 ? ' is' : 's are'} released to you, as part ${part} of your request.`,
  complete: 'This completes our answer.',
  more: 'More will follow.',
  whole: 'Nothing was cut from them, and nothing was kept back.',
  cut: (redacted: number, withheld: number) =>
    `From ${redacted} something was cut, and ${withheld} stay back whole. For each the list beside them names the ground and the reason.`,
  none: 'We looked for what you asked for, and there is no such record here.',
  search: (n: number) => `Search ${n}`,
  inDecorum: (asked: string) => `Decorum, for ${asked}`,
  found: (place: string, count: number) => `${place}: ${count} found`,
  denied: 'Your request is denied.',
  grounds: 'Each ground of the denial stands below with its place in the law.',
  closed: 'Your request is closed.',
  appealTo: (whom: string) => `You may appeal to the ${whom}.`,
  appealBy: (day: string) => `Your notice has to reach it, or be postmarked, by ${day}.`,
}
export type LetterWords = typeof en

const es: LetterWords = {
  title: (kind, number) => `${kind}: solicitud ${number}`,
  whoever: 'A quien hizo la solicitud',
  day: (day) => written(day, 'es'),
  wants: 'Lo que se pidió',
  arrived: 'Llegó el',
  law: 'Ley',
  received: 'Recibimos su solicitud de documentos, y alguien se ocupa de ella.',
  answerBy: (day) => `Le responderemos a más tardar el ${day}.`,
  inParts: 'Lo que se encuentre se le entregará en cuanto esté revisado, por partes si es mucho.',
  needToKnow: 'Necesitamos saber más sobre lo que usted busca.',
  patience: (day) => `Si a más tardar el ${day} no tenemos noticias suyas, podremos cerrar la solicitud.`,
  prepay: (citation) => `Debe pagarse antes de que se copie nada (${citation}).`,
  payLater: 'Se paga al entregar las copias. Consultar los documentos no cuesta nada.',
  askLess: 'Si es más de lo que desea pagar, pida menos; con gusto le ayudamos a hacerlo.',
  inAll: 'En total',
  released: (records) =>
    records === 1 ? 'Se le entrega 1 documento.' : `Se le entregan ${records} documentos.`,
  releasedAsPart: (records, part) =>
    `${records === 1 ? 'Se le entrega 1 documento' : `Se le entregan ${records} documentos`}, como parte ${part} de su solicitud.`,
  complete: 'Con esto nuestra respuesta queda completa.',
  more: 'Habrá más entregas.',
  whole: 'No se tachó nada en ellos y no se retuvo ninguno.',
  cut: (redacted, withheld) =>
    `Documentos con algo tachado: ${redacted}. Documentos retenidos enteros: ${withheld}. La lista que los acompaña indica el fundamento y el motivo de cada caso.`,
  none: 'Buscamos lo que usted pidió, y aquí no hay ningún documento que corresponda.',
  search: (n) => `Búsqueda ${n}`,
  inDecorum: (asked) => `Decorum (${asked})`,
  found: (place, count) => `${place}: ${count} ${count === 1 ? 'hallado' : 'hallados'}`,
  denied: 'Su solicitud ha sido denegada.',
  grounds: 'Cada motivo de la denegación figura abajo con su lugar en la ley.',
  closed: 'Su solicitud queda cerrada.',
  appealTo: (whom) => `Puede apelar ante: ${whom}.`,
  appealBy: (day) => `Su aviso de apelación debe llegar allí, o llevar matasellos, a más tardar el ${day}.`,
}

/** What the letters to a requester say, in both languages; what kind each is stands in `requestWords`. */
export const letterWords: Readonly<Record<Language, LetterWords>> = { en, es }
