import type { Language } from '../../platform/public-page.ts'
import { eventIn } from '../event-words.ts'
import { kindWords } from '../kind-words.ts'
import type { SearchQuery } from '../query.ts'

/** What a search asked, as a letter says it: `palabras desfile, tipo Comentario o Aviso`. */
export function soughtIn(language: Language, query: Readonly<Record<string, unknown>>): string {
  const { names, values } = wordsOf[language]
  const valueOf = (name: string, value: string): string => {
    if (name === 'words' || name === 'person') return value
    if (name === 'event') return eventIn(language, value)
    return values.get(value) ?? value
  }
  return Object.entries(query)
    .map(([name, value]) => {
      const all = [value].flat().map((one) => valueOf(name, String(one)))
      return `${names.get(name) ?? name} ${oneOf[language].format(all)}`
    })
    .join(', ')
}

const oneOf = {
  en: new Intl.ListFormat('en-US', { type: 'disjunction' }),
  es: new Intl.ListFormat('es-US', { type: 'disjunction' }),
} as const satisfies Record<Language, unknown>

const spanishNames = {
  words: 'palabras',
  person: 'persona',
  account: 'cuenta',
  kind: 'tipo',
  event: 'qué ocurrió',
  from: 'desde',
  to: 'hasta',
  ruling: 'dictamen',
  moderation: 'moderación',
  source: 'origen',
  series: 'serie',
  held: 'retención legal',
} as const satisfies Record<keyof SearchQuery, string>

const spanishValues = {
  ...kindWords.es,
  shown: 'a la vista',
  hidden: 'oculto',
  restored: 'restaurado',
  deleted: 'borrado por su autor',
  barred: 'prohibido',
  'needs-permission': 'necesita permiso',
  'needs-review': 'una persona debe sopesarlo',
  advised: 'permitido, con una advertencia',
  clear: 'sin objeción',
  'not-in-force': 'la orden no estaba en vigor',
  'text-not-held': 'no se conserva el texto de ese día',
  'outside-the-order': 'fuera de la orden',
  none: 'ninguna',
  true: 'sí',
  false: 'no',
} as const

/** Of English the words of the search itself. */
const wordsOf: Readonly<Record<Language, Record<'names' | 'values', ReadonlyMap<string, string>>>> = {
  en: { names: new Map(), values: new Map() },
  es: { names: new Map(Object.entries(spanishNames)), values: new Map(Object.entries(spanishValues)) },
}
