import { sql } from 'kysely'
import { command, type Made } from '../ledger/command.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { localDate } from '../policy/in-force.ts'
import { forgetAdopted } from './adopted.ts'
import { isUndecided, wordsOf } from './fit-review.ts'
import { ownOrder, readPackData, type Words } from './own-order.ts'
import { shelfVocabulary } from './pack.ts'
import { fitOf, type OrderAgency } from './preparing.ts'
import type { Adoption, FitRow } from './schema.ts'
import type { Settings } from './settings.ts'
import {
  addAdoption,
  adoptionsOf,
  moveVersion,
  packOf,
  settingsOf,
  versionOf,
  type StoredVersion,
} from './store.ts'
import { mayAdopt } from './versions.ts'

/** What stands in the way of adopting a draft, in sentences; and the words that would be adopted. */
export async function readiness(
  db: Db,
  agency: OrderAgency,
  stored: StoredVersion,
): Promise<{ problems: string[]; words: Words; rows: FitRow[]; settings: Settings }> {
  const { agencyId, name, zone } = agency
  const { settings } = await settingsOf(db, agencyId, stored.versionId)
  const rows = await fitOf(db, agencyId, stored)
  const words = wordsOf(rows)
  const pack = await packOf(db, agencyId, stored.packDigest)
  const { problems } = ownOrder(
    readPackData(pack.identity, pack.provisions),
    { agencyId, agency: name, zone, number: stored.number, title: stored.title, dates: undefined },
    settings,
    words,
    shelfVocabulary(),
  )
  const undecided = rows.filter(isUndecided).length
  return {
    rows,
    words,
    settings,
    problems: [
      ...(undecided > 0
        ? [`${undecided} of ${rows.length} provisions of your document are not confirmed yet`]
        : []),
      ...problems.map(({ at, problem }) => `${at}: ${problem}`),
    ],
  }
}

/** Adopts a version from its effective date on; nothing of it is changed afterwards. */
export async function adopt(
  db: Db,
  agency: OrderAgency,
  made: Made,
  versionId: string,
  given: Adoption,
): Promise<{ version: number; digest: string }> {
  const done = await command(db, made, async (tx, record) => {
    // One adoption at a time: each sees the dates of those before it.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`adopt ${made.agencyId}`}, 0))`.execute(tx)
    await moveVersion(tx, made, versionId, given.version, { from: 'draft', state: 'adopted' })
    const stored = await versionOf(tx, made.agencyId, versionId)
    const { problems, words, settings } = await readiness(tx, agency, stored)
    const adopted = await adoptionsOf(tx, made.agencyId)
    const answer = mayAdopt(given, adopted, problems, localDate(made.at, agency.zone))
    if (!answer.ok) throw new Refusal('conflict', answer.because)
    const digest = await addAdoption(tx, made, { stored, given, words, settings })
    const { version: _version, ...said } = given
    await record({
      subject: versionId,
      body: { ...said, pack: stored.pack, packDigest: stored.packDigest, settings, words, digest },
    })
    return { version: given.version + 1, digest }
  })
  forgetAdopted()
  return done
}
