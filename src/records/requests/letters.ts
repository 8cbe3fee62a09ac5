import { Temporal } from 'temporal-polyfill'
import type { Agency } from '../../members/caller.ts'
import { membersOf } from '../../members/store.ts'
import type { MemberBrief } from '../../members/schema.ts'
import type { Letter } from '../../permissions/letter.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Clock } from './clock.ts'
import type { Exemption, Law } from './law.ts'
import type { LetterKind } from './moves.ts'
import { requestSettings } from './settings.ts'
import type { Fee, StoredRequest } from './tables.ts'

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

/** The letter of a move, as words. */
export async function letterFor(
  db: Db,
  agency: Agency,
  request: StoredRequest,
  law: Law,
  kind: Exclude<LetterKind, 'notice'>,
  told: Telling,
): Promise<Letter> {
  const { agencyId, name, zone } = agency
  const { settings } = await requestSettings(db, agencyId)
  const { requester, number } = request
  const { says, facts = [] }: Body = bodies[kind](request, law, told)
  return {
    agency: name,
    zone,
    at: told.at,
    number,
    title: `${titles[kind]}: request ${number}`,
    to: [requester.name ?? 'To whoever made the request', requester.address ?? requester.email ?? ''].filter(
      (line) => line !== '',
    ),
    says,
    facts: [
      ['What was asked for', short(request.wants)],
      ['It arrived on', inEnglish(clockDay(request, zone))],
      ['Law', law.name],
      ...facts,
    ],
    text: null,
    signed: await signature(db, agencyId, told.by, settings.custodian),
  }
}

const titles = {
  acknowledgement: 'Your request was received',
  clarification: 'A question about your request',
  fee: 'What the copies will cost',
  release: 'Records released to you',
  none: 'Nothing was found',
  denial: 'Your request is denied',
  closing: 'Your request is closed',
} as const satisfies Record<Exclude<LetterKind, 'notice'>, string>

/** The title of a kind of letter, for a list. */
export function titleOf(kind: LetterKind): string {
  return kind === 'notice' ? 'Notice to an employee' : titles[kind]
}

interface Body {
  says: string[]
  facts?: [string, string][]
}
type Write = (request: StoredRequest, law: Law, told: Telling) => Body

/** How to appeal; the law's own days, and to whom. */
function appealing(law: Law, { clock }: Telling): string {
  const { to, citation } = law.appeal
  const until =
    clock.appealBy === null
      ? ''
      : ` Your notice has to reach it, or be postmarked, by ${inEnglish(clock.appealBy)}.`
  return `You may appeal to the ${to.name}, ${to.address} (${to.url}${to.email === null ? '' : `, ${to.email}`}).${until}${citation === null ? '' : ` (${citation})`}`
}

function grounds(exemptions: readonly Exemption[]): [string, string][] {
  return exemptions.map(({ citation, title, gist }) => [citation, `${title}. ${gist}`])
}

const bodies = {
  acknowledgement: (_request, law, { clock, words }) => ({
    says: [
      'Your request for records was received, and somebody is working on it.',
      law.silence.isDenial && clock.answeredOn === null
        ? `You hear from us by ${inEnglish(clock.answerBy)}. ${law.silence.gist}`
        : 'What is found goes out as soon as it is reviewed, in parts if there is much of it.',
      ...(words === null ? [] : [words]),
    ],
  }),
  clarification: (_request, law, { words, patience }) => ({
    says: [
      'We need to know more of what you are looking for.',
      words ?? '',
      `If we hear nothing from you by ${inEnglish(patience)}, we may close the request. ${law.clock.gist}`,
    ],
  }),
  fee: (_request, law, { fee, words }) => ({
    says: [
      ...(words === null ? [] : [words]),
      fee?.mustPrepay === true
        ? `It has to be paid before anything is copied (${law.fees.prepayment?.citation ?? law.name}).`
        : 'It is paid when the copies are handed over. Looking at the records costs nothing.',
      'If it is more than you wish to pay, ask for less; we will gladly help with that.',
    ],
    facts: [
      ...(fee?.lines ?? []).map(({ feeId, count, cents }): [string, string] => {
        const known = law.fees.list.find(({ id }) => id === feeId)
        return [
          `${known?.title ?? feeId} (${known?.citation ?? ''})`,
          `${count} × ${dollars(cents)} = ${dollars(count * cents)}`,
        ]
      }),
      ['In all', dollars(fee?.cents ?? 0)],
    ],
  }),
  release: (_request, law, told) => {
    const { release, exemptions, words } = told
    const { instalment = 1, isLast = true, records = 0, redacted = 0, withheld = 0 } = release ?? {}
    return {
      says: [
        `${records} record${records === 1 ? ' is' : 's are'} released to you${isLast && instalment === 1 ? '' : `, as part ${instalment} of your request`}. ${isLast ? 'This completes our answer.' : 'More will follow.'}`,
        ...(redacted + withheld === 0
          ? ['Nothing was cut from them, and nothing was kept back.']
          : [
              `From ${redacted} something was cut, and ${withheld} stay back whole. For each the list beside them names the ground and the reason.`,
              appealing(law, told),
            ]),
        ...(words === null ? [] : [words]),
      ],
      facts: grounds(exemptions),
    }
  },
  none: (_request, law, told) => ({
    says: [
      'We looked for what you asked for, and there is no such record here.',
      told.words ?? '',
      appealing(law, told),
    ],
    facts: told.searched.map((place, n): [string, string] => [`Search ${n + 1}`, place]),
  }),
  denial: (_request, law, told) => ({
    says: [
      `Your request is denied. ${told.words ?? ''}`.trim(),
      'Each ground of the denial stands below with its place in the law.',
      appealing(law, told),
    ],
    facts: grounds(told.exemptions),
  }),
  closing: (_request, law, told) => ({
    says: [
      'Your request is closed.',
      told.words ?? '',
      ...(told.clock.appealBy === null ? [] : [appealing(law, told)]),
    ],
  }),
} as const satisfies Record<Exclude<LetterKind, 'notice'>, Write>

/** The notice to somebody whose file is asked for, and how they may object. */
export async function noticeLetter(
  db: Db,
  agency: Agency,
  request: StoredRequest,
  law: Law,
  {
    member,
    representative,
    until,
    at,
    by,
  }: { member: MemberBrief; representative: string | null; until: string; at: string; by: string },
): Promise<Letter> {
  const { settings } = await requestSettings(db, agency.agencyId)
  return {
    agency: agency.name,
    zone: agency.zone,
    at,
    number: request.number,
    title: 'Records of your file were asked for',
    to: [member.name, ...(representative === null ? [] : [`Copy to ${representative}`])],
    says: [
      'Somebody asked for records that are part of your personnel, medical or similar file. The department believes that their disclosure may invade your privacy.',
      `You may object until ${inEnglish(until)}, in Decorum under “What waits for you”, or on paper. ${law.personnel.bars}`,
      `Whoever objects signs: “${law.personnel.statement.en}”`,
    ],
    facts: [
      ['What was asked for', short(request.wants)],
      ['Law', `${law.name}, ${law.personnel.citation}`],
      ['You may object until', inEnglish(until)],
    ],
    text: null,
    signed: await signature(db, agency.agencyId, by, settings.custodian),
  }
}

/** Keeps a letter as it was sent; gives its id. */
export async function sendLetter(
  tx: Tx,
  sent: { agencyId: string; requestId: string; kind: LetterKind; letter: Letter; by: string; at: string },
): Promise<string> {
  const { agencyId, requestId, kind, letter, by, at } = sent
  const letterId = newId()
  await tx
    .insertInto('recordsLetter')
    .values({ agencyId, letterId, requestId, kind, letter: JSON.stringify(letter), madeBy: by, at })
    .execute()
  return letterId
}

async function signature(
  db: Db,
  agencyId: string,
  by: string,
  custodian: { title: string; address: string; email: string; phone: string },
): Promise<string[]> {
  const [member] = await membersOf(db, agencyId, [by])
  const { title, address, email, phone } = custodian
  return [member?.name ?? '', title, address, [email, phone].filter((one) => one !== '').join(', ')].filter(
    (line) => line !== '',
  )
}

function clockDay({ receivedAt }: StoredRequest, zone: string): string {
  return Temporal.Instant.from(receivedAt).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** A day as people write it. */
export function inEnglish(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-US', { dateStyle: 'full' })
}

export function dollars(cents: number): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100)
}

function short(words: string): string {
  const all = Array.from(words)
  return all.length <= 600 ? words : `${all.slice(0, 600).join('')}…`
}
