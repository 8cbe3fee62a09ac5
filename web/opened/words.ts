import { inBoth } from '../words/words.ts'

export const openedWords = inBoth(
  {
    title: 'Who opened my file',
    lead: 'Whoever opens something sensitive about you says why, and it stands here and in the ledger.',
    caption: 'Openings, the latest first',
    none: 'Nobody has opened anything sensitive about you.',
    columns: { at: 'When', by: 'Who', what: 'What', why: 'For what purpose', entry: 'Ledger entry' },
    unknown: 'Somebody who is no longer on the roster',
    check: 'Check',
    what: { undercover: 'Whether I work undercover' },
  },
  {
    title: 'Quién abrió mi ficha',
    lead: 'Quien abre algo delicado sobre usted dice por qué, y consta aquí y en el registro.',
    caption: 'Aperturas, la última primero',
    none: 'Nadie ha abierto nada delicado sobre usted.',
    columns: { at: 'Cuándo', by: 'Quién', what: 'Qué', why: 'Con qué motivo', entry: 'Asiento del registro' },
    unknown: 'Alguien que ya no está en la plantilla',
    check: 'Comprobar',
    what: { undercover: 'Si trabajo encubierto' },
  },
)
