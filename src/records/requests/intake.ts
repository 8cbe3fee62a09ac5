import { sql } from 'kysely'
import { command, type Made } from '../../ledger/command.ts'
import type { Agency } from '../../members/caller.ts'
import { dayIn, isBefore } from '../../platform/day.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { codeFor, hashOf } from './code.ts'
import { lawOf } from './law.ts'
import type { Requester, Way } from './schema.ts'
import { requestSettings } from './settings.ts'
import { addStep } from './store.ts'

/** A request as it came in. */
export interface Asked {
  way: Way
  requester: Requester
  language: 'en' | 'es'
  wants: string
  /** When it arrived: the day that the law's clock starts from. */
  receivedAt: string
  original: string | null
}

export interface PutDown {
  requestId: string
  number: string
  code: string
  link: string
}

/**
 * Puts a request down, with the next number of its year. The code is given back and kept as a hash; sent again under the
 * same key, it is the same code. Refuses what a law asks for and the requester did not say, and what is yet to arrive.
 */
export async function receive(
  db: Db,
  seal: string,
  agency: Agency,
  made: Made,
  asked: Asked,
): Promise<PutDown> {
  const { agencyId, zone } = agency
  const code = codeFor(seal, agencyId, made.by, made.key)
  const { settings } = await requestSettings(db, agencyId)
  const law = lawOf(settings.lawId)
  const { requester, receivedAt } = asked
  if (isBefore(made.at, receivedAt)) throw new Refusal('malformed', 'it cannot have arrived later than now')
  if (law.fields.name === 'needed' && requester.name === null)
    throw new Refusal('malformed', `${law.name} asks for a name`, law.fields.citation ?? undefined)
  if (law.fields.address === 'needed' && requester.email === null && requester.address === null)
    throw new Refusal('malformed', `${law.name} asks for an address`, law.fields.citation ?? undefined)
  const done = await command(db, made, async (tx, record) => {
    const requestId = newId()
    const number = await nextNumber(tx, agencyId, Number(dayIn(zone, receivedAt).slice(0, 4)))
    await tx
      .insertInto('recordsRequest')
      .values({
        agencyId,
        requestId,
        number,
        codeHash: hashOf(code),
        state: 'received',
        version: 1,
        ...asked,
        requester: JSON.stringify(requester),
        lawId: settings.lawId,
        isPersonnel: false,
        holdId: null,
        deniedOn: null,
        closedAt: null,
        fee: null,
        appeal: null,
      })
      .execute()
    const { by, at } = made
    await addStep(tx, {
      agencyId,
      requestId,
      move: 'receive',
      fromState: null,
      toState: 'received',
      madeBy: by,
      at,
      words: null,
      letterId: null,
    })
    await record({ subject: requestId, body: { number, law: settings.lawId, ...asked } })
    return { requestId, number }
  })
  return { ...done, code, link: `/public/records/requests/${code}` }
}

async function nextNumber(tx: Tx, agencyId: string, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('recordsRequestNumber')
    .values({ agencyId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'year'])
        .doUpdateSet({ last: sql<number>`records_request_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${year}-${String(last).padStart(4, '0')}`
}
