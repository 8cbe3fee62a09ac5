import type { Settings } from '../../src/adoption/settings.ts'
import type { Filled } from '../parts/form.tsx'

/** The whole numbers of the settings, with the least and the most that each may be; the server holds the same. */
const bounds = {
  deskHours: [1, 720],
  decisionDays: [1, 180],
  acknowledgeDays: [1, 365],
  questions: [1, 20],
  passMark: [0, 20],
} as const

interface Sentences {
  between: (from: number, to: number) => string
  needOne: string
  tooHigh: string
}

/** What is wrong with settings that were filled in, by the field's name. */
export function problemsIn(filled: Filled, words: Sentences): Record<string, string | undefined> {
  const numbers = Object.fromEntries(
    Object.entries(bounds).map(([name, [from, to]]) => {
      const written = filled.text(name)
      const isGood = /^\d+$/.test(written) && Number(written) >= from && Number(written) <= to
      return [name, isGood ? undefined : words.between(from, to)]
    }),
  )
  const isTooHigh = Number(filled.text('passMark')) > Number(filled.text('questions'))
  return {
    ...numbers,
    ...(isTooHigh ? { passMark: words.tooHigh } : {}),
    standsForUnnamed: filled.all('standsForUnnamed').length === 0 ? words.needOne : undefined,
    opinionBy: filled.all('opinionBy').length === 0 ? words.needOne : undefined,
  }
}

const unnamed = ['chief', 'designee'] as const
const opinions = ['chief', 'designee', 'counsel'] as const

/** The settings that were filled in; `before` gives what an adopted version no longer asks. */
export function settingsIn(filled: Filled, before: Settings): Settings {
  const among = <One extends string>(name: string, choices: readonly One[]): One[] =>
    choices.filter((choice) => filled.all(name).includes(choice))
  const stands = among('standsForUnnamed', unnamed)
  const support = filled.maybe('support')
  return {
    standsForUnnamed: stands.length === 0 ? before.standsForUnnamed : stands,
    deskHours: Number(filled.text('deskHours')),
    decisionDays: Number(filled.text('decisionDays')),
    acknowledgeDays: Number(filled.text('acknowledgeDays')),
    questions: Number(filled.text('questions')),
    passMark: Number(filled.text('passMark')),
    appealTo: { title: filled.text('appealTitle'), memberId: filled.maybe('appealMember') ?? null },
    counsel: { memberId: filled.maybe('counsel') ?? null },
    opinionBy: among('opinionBy', opinions),
    departmentNames: filled
      .text('names')
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    ...(support === undefined ? {} : { support }),
  }
}
