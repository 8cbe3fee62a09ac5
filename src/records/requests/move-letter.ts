import type { Made } from '../../ledger/command.ts'
import type { Agency } from '../../members/caller.ts'
import { dayAfter } from '../../permissions/deadlines.ts'
import type { Tx } from '../../platform/db.ts'
import { clockOf, type Calendar, type Clock } from './clock.ts'
import { exemptionOf, type Law } from './law.ts'
import type { Telling } from './letter-bodies.ts'
import { soughtIn } from './letter-search.ts'
import { letterWords } from './letter-words.ts'
import { letterFor, sendLetter } from './letters.ts'
import type { LetterKind, Move } from './moves.ts'
import type { Prepared } from './release.ts'
import { exemptionsIn } from './review.ts'
import { calendarOf, requestSettings } from './settings.ts'
import { happenedTo, stepsOf, type Changes } from './store.ts'
import type { StoredRequest } from './tables.ts'

/** What a move's letter is written from. */
export interface Writing extends After {
  said: { move: Move; words?: string | undefined; exemptions?: readonly string[] | undefined }
  prepared: Prepared | undefined
  instalment: number | null
}

/** A request as a move leaves it. */
export interface After {
  request: StoredRequest
  law: Law
  changes: Changes
  today: string
}

/** The clock as a move leaves it. */
export async function clockAfter(
  tx: Tx,
  { agencyId, zone }: Agency,
  { request, law, changes, today }: After,
): Promise<{ clock: Clock; calendar: Calendar }> {
  const after = { ...request, deniedOn: changes.deniedOn ?? request.deniedOn }
  const happened = happenedTo(after, await stepsOf(tx, agencyId, [request.requestId]), zone)
  const calendar = await calendarOf(tx, agencyId, law)
  return { clock: clockOf(law, calendar, happened, today), calendar }
}

/** Writes the letter of a move and keeps it as it was sent; gives its id. */
export async function writeLetter(
  tx: Tx,
  agency: Agency,
  { by, at }: Made,
  kind: LetterKind,
  told: Writing,
): Promise<string> {
  const { request, said, law, changes, prepared, instalment, today } = told
  if (kind === 'notice') throw new Error('a notice is written to an employee, by no move of the request')
  const { agencyId } = agency
  const ids = said.exemptions ?? prepared?.exemptions ?? []
  for (const id of ids) exemptionOf(law, id)
  const telling: Telling = {
    at,
    by,
    words: said.words ?? null,
    clock: (await clockAfter(tx, agency, { request, law, changes, today })).clock,
    exemptions: exemptionsIn(law, ids),
    fee: changes.fee ?? request.fee,
    patience: dayAfter(today, (await requestSettings(tx, agencyId)).settings.patienceDays),
    searched: kind === 'none' ? await placesSearched(tx, request) : [],
    release:
      prepared && instalment !== null
        ? {
            instalment,
            isLast: said.move === 'release',
            records: prepared.items.length - prepared.withheld,
            redacted: prepared.redacted,
            withheld: prepared.withheld,
          }
        : null,
  }
  const letter = await letterFor(tx, agency, request, law, kind, telling)
  return await sendLetter(tx, { agencyId, requestId: request.requestId, kind, letter, by, at })
}

/** Where somebody looked, a line each, for whoever is told that nothing is there. */
async function placesSearched(tx: Tx, { agencyId, requestId, language }: StoredRequest): Promise<string[]> {
  const said = letterWords[language]
  const rows = await tx
    .selectFrom('recordsRequestSearch')
    .select(['query', 'elsewhere', 'found'])
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .orderBy('searchId')
    .execute()
  return rows.map(({ query, elsewhere, found }) => {
    const where = elsewhere ?? said.inDecorum(soughtIn(language, query ?? {}))
    return found === null ? where : said.found(where, found)
  })
}
