import type { Agency } from '../../members/caller.ts'
import { membersOf } from '../../members/store.ts'
import type { MemberBrief } from '../../members/schema.ts'
import type { Letter } from '../../permissions/letter.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Law } from './law.ts'
import { bodyOf, type Telling } from './letter-bodies.ts'
import { letterWords } from './letter-words.ts'
import type { LetterKind } from './moves.ts'
import { requestWords } from './public-words.ts'
import { requestSettings } from './settings.ts'
import type { StoredRequest } from './tables.ts'

/** The letter of a move, as words, in the language of the request. */
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
  const { requester, number, language } = request
  const said = letterWords[language]
  const { says, facts } = bodyOf(kind, language, law, told)
  return {
    agency: name,
    language,
    zone,
    at: told.at,
    number,
    title: said.title(requestWords[language].letterKinds[kind], number),
    to: [requester.name ?? said.whoever, requester.address ?? requester.email ?? ''].filter(
      (line) => line !== '',
    ),
    says,
    facts: [
      [said.wants, short(request.wants)],
      [said.arrived, said.day(dayIn(zone, request.receivedAt))],
      [said.law, law.name],
      ...facts,
    ],
    text: null,
    signed: await signature(db, agencyId, told.by, settings.custodian),
  }
}

/** The notice to somebody whose file is asked for, and how they may object; in English, as all that goes to members. */
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
  const said = letterWords.en
  return {
    agency: agency.name,
    zone: agency.zone,
    at,
    number: request.number,
    title: 'Records of your file were asked for',
    to: [member.name, ...(representative === null ? [] : [`Copy to ${representative}`])],
    says: [
      'Somebody asked for records that are part of your personnel, medical or similar file. The department believes that their disclosure may invade your privacy.',
      `You may object until ${said.day(until)}, in Decorum under “What waits for you”, or on paper. ${law.personnel.bars.en}`,
      `Whoever objects signs: “${law.personnel.statement.en}”`,
    ],
    facts: [
      [said.wants, short(request.wants)],
      [said.law, `${law.name}, ${law.personnel.citation}`],
      ['You may object until', said.day(until)],
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

function short(words: string): string {
  const all = Array.from(words)
  return all.length <= 600 ? words : `${all.slice(0, 600).join('')}…`
}
