import type { Language } from '../../platform/public-page.ts'
import type { Clock } from './clock.ts'
import { dollars } from './fee.ts'
import type { Exemption, Law } from './law.ts'
import { letterWords, type LetterWords } from './letter-words.ts'
import type { LetterKind } from './moves.ts'
import type { Fee } from './tables.ts'

/** What a letter tells of beyond the request itself. */
export interface Telling {
  at: string
  by: string
  words: string | null
  clock: Clock
  /** What is refused by this letter, whole or in part. */
  exemptions: readonly Exemption[]
  fee: Fee | null
  /** Until when an answer to a question is waited for. */
  patience: string
  /** Where somebody looked, for a letter that nothing was found. */
  searched: readonly string[]
  release: { instalment: number; isLast: boolean; records: number; redacted: number; withheld: number } | null
}

/** What a letter says, a paragraph each, and the rows of its table that are not in every letter. */
export interface Body {
  says: string[]
  facts: [string, string][]
}

interface Writer {
  said: LetterWords
  language: Language
  law: Law
  told: Telling
}

/** What a letter of a kind says under a law. What somebody typed stays in the language it was typed in. */
export function bodyOf(
  kind: Exclude<LetterKind, 'notice'>,
  language: Language,
  law: Law,
  told: Telling,
): Body {
  const { says, facts = [] }: Draft = bodies[kind]({ said: letterWords[language], language, law, told })
  return { says: says.filter((paragraph) => paragraph !== null), facts }
}

interface Draft {
  says: (string | null)[]
  facts?: [string, string][]
}

const bodies = {
  acknowledgement: ({ said, language, law, told: { clock, words } }) => ({
    says: [
      said.received,
      law.silence.isDenial && clock.answeredOn === null
        ? `${said.answerBy(said.day(clock.answerBy))} ${law.silence.gist[language]}`
        : said.inParts,
      words,
    ],
  }),
  clarification: ({ said, language, law, told: { words, patience } }) => ({
    says: [said.needToKnow, words, `${said.patience(said.day(patience))} ${law.clock.gist[language]}`],
  }),
  fee: ({ said, language, law, told: { fee, words } }) => ({
    says: [
      words,
      fee?.mustPrepay === true ? said.prepay(law.fees.prepayment?.citation ?? law.name) : said.payLater,
      said.askLess,
    ],
    facts: [
      ...(fee?.lines ?? []).map(({ feeId, count, cents }): [string, string] => {
        const known = law.fees.list.find(({ id }) => id === feeId)
        return [
          `${known?.title[language] ?? feeId} (${known?.citation ?? ''})`,
          `${count} × ${dollars(cents, language)} = ${dollars(count * cents, language)}`,
        ]
      }),
      [said.inAll, dollars(fee?.cents ?? 0, language)],
    ],
  }),
  release: (writer) => {
    const { said, told } = writer
    const { instalment = 1, isLast = true, records = 0, redacted = 0, withheld = 0 } = told.release ?? {}
    const isWhole = redacted + withheld === 0
    const released =
      isLast && instalment === 1 ? said.released(records) : said.releasedAsPart(records, instalment)
    return {
      says: [
        `${released} ${isLast ? said.complete : said.more}`,
        isWhole ? said.whole : said.cut(redacted, withheld),
        isWhole ? null : appealing(writer),
        told.words,
      ],
      facts: grounds(writer),
    }
  },
  none: (writer) => {
    const { said, told } = writer
    return {
      says: [said.none, told.words, appealing(writer)],
      facts: told.searched.map((place, n): [string, string] => [said.search(n + 1), place]),
    }
  },
  denial: (writer) => {
    const { said, told } = writer
    return {
      says: [`${said.denied} ${told.words ?? ''}`.trim(), said.grounds, appealing(writer)],
      facts: grounds(writer),
    }
  },
  closing: (writer) => {
    const { said, told } = writer
    return { says: [said.closed, told.words, told.clock.appealBy === null ? null : appealing(writer)] }
  },
} as const satisfies Record<Exclude<LetterKind, 'notice'>, (writer: Writer) => Draft>

/** How to appeal; the law's own days, and to whom. */
function appealing({ said, law, told: { clock } }: Writer): string {
  const { to, citation } = law.appeal
  const { name, address, url, email } = to
  return [
    said.appealTo(`${name}, ${address} (${url}${email === null ? '' : `, ${email}`})`),
    ...(clock.appealBy === null ? [] : [said.appealBy(said.day(clock.appealBy))]),
    ...(citation === null ? [] : [`(${citation})`]),
  ].join(' ')
}

function grounds({ language, told }: Writer): [string, string][] {
  return told.exemptions.map(({ citation, title, gist }) => [
    citation,
    `${title[language]}. ${gist[language]}`,
  ])
}
