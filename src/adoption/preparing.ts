import { command, type Made } from '../ledger/command.ts'
import { membersOf } from '../members/store.ts'
import { noteBlob, type Blobs } from '../platform/blobs.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { unknownName } from '../policy/vocabulary.ts'
import { forgetAdopted } from './adopted.ts'
import { readDocument } from './document/document.ts'
import { isUndecided, mayDecide, rowsOf, seenOf, type Decided } from './fit-review.ts'
import { fit, type FitReport } from './document/fit.ts'
import type { Prints } from './document/print.ts'
import { noWords, ownOrder, readPackData } from './own-order.ts'
import { ordersFolder } from './order-shelf.ts'
import { printsIn, shelfVocabulary, takePack } from './pack.ts'
import { importDocument } from './document/provisions.ts'
import type { Decision, FitRow } from './schema.ts'
import { firstSettings, type Settings } from './settings.ts'
import { addDocument, decidedOf, documentOf, putDecided } from './fit-store.ts'
import {
  addSettings,
  adoptionsOf,
  moveVersion,
  packOf,
  settingsOf,
  startVersion,
  versionOf,
  type StoredVersion,
} from './store.ts'
import { newest } from './versions.ts'

/** The agency as the preparing of an order needs it. */
export interface OrderAgency {
  agencyId: string
  name: string
  zone: string
}

/** Starts a version from a pack on the shelf, with what the agency settled for the one before, and gives its id. */
export async function start(
  db: Db,
  agency: OrderAgency,
  made: Made,
  given: { pack: string; number?: string | undefined; title?: string | undefined },
  shelf = ordersFolder,
): Promise<{ versionId: string }> {
  const pack = takePack(given.pack, shelf)
  const { identity } = readPackData(pack.identity, pack.provisions)
  return await command(db, made, async (tx, record) => {
    const before = newest(await adoptionsOf(tx, agency.agencyId))
    return {
      versionId: await startVersion(tx, record, made, {
        pack,
        number: given.number ?? String(identity['number']),
        title: given.title ?? String(identity['title']),
        settings: before
          ? (await settingsOf(tx, agency.agencyId, before.versionId)).settings
          : firstSettings(agency.name),
      }),
    }
  })
}

/** Imports the agency's own document; its bytes are kept, and every unit of it is fitted to the pack. */
export async function importOwn(
  db: Db,
  blobs: Blobs,
  made: Made,
  given: { versionId: string; version: number; name: string; mediaType: string; bytes: Uint8Array },
): Promise<{ version: number }> {
  const { versionId, version, name, mediaType, bytes } = given
  const document = await readDocument(bytes, name)
  const { provisions, doubts } = importDocument(document)
  const hash = await blobs.put(bytes)
  return await command(db, made, async (tx, record) => {
    await moveVersion(tx, made, versionId, version, { from: 'draft' })
    await noteBlob(tx, made.agencyId, { sha256: hash, mediaType, bytes: bytes.length, at: made.at })
    const { format } = document
    await addDocument(tx, made, versionId, {
      name,
      format,
      sha256: hash,
      provisions: [...provisions],
      doubts: [...doubts],
    })
    await record({
      subject: versionId,
      body: { name, format, document: hash, bytes: bytes.length, provisions: provisions.length },
    })
    return { version: version + 1 }
  })
}

/** The fit of a version, row by row; empty where no document was imported. */
export async function fitOf(db: Db, agencyId: string, stored: StoredVersion): Promise<FitRow[]> {
  const document = await documentOf(db, agencyId, stored.versionId)
  if (!document) return []
  const { report, citations, prints } = await fitting(db, agencyId, stored, document)
  return rowsOf(report, citations, await decidedOf(db, agencyId, stored.versionId), prints)
}

interface Fitting {
  report: FitReport
  citations: string[]
  prints: Prints
}

async function fitting(
  db: Db,
  agencyId: string,
  stored: StoredVersion,
  document: { provisions: Parameters<typeof fit>[0] },
): Promise<Fitting> {
  const pack = await packOf(db, agencyId, stored.packDigest)
  const { identity, provisions } = readPackData(pack.identity, pack.provisions)
  const { order } = ownOrder(
    { identity, provisions },
    { agencyId, agency: 'own', zone: 'UTC', number: stored.number, title: stored.title, dates: undefined },
    firstSettings('own'),
    noWords,
    shelfVocabulary(),
  )
  if (!order) throw new Error(`pack ${stored.pack} no longer reads`)
  const prints = printsIn(pack.prints)
  const report = fit(document.provisions, order, prints)
  return { report, citations: order.provisions.map(({ citation }) => citation), prints }
}

/** Decides of one provision of the fit. */
export async function decideFit(
  db: Db,
  made: Made,
  versionId: string,
  citation: string,
  given: { version: number; decision: Decision; text?: string | undefined; note?: string | undefined },
): Promise<{ version: number }> {
  return await command(db, made, async (tx, record) => {
    await moveVersion(tx, made, versionId, given.version, { from: 'draft' })
    const rows = await fitOf(tx, made.agencyId, await versionOf(tx, made.agencyId, versionId))
    const row = rows.find((one) => one.citation === citation)
    if (!row)
      throw new Refusal(
        'notFound',
        rows.length === 0
          ? 'import your own document first; there is nothing to fit yet'
          : unknownName(
              'provision',
              citation,
              rows.map((one) => one.citation),
            ),
      )
    const answer = mayDecide(row, given)
    if (!answer.ok) throw new Refusal('malformed', answer.because)
    const decided = decisionOn(row, given, made)
    await putDecided(tx, made.agencyId, versionId, [decided])
    const { decision, words, note, seen } = decided
    await record({ subject: versionId, body: { citation, decision, words, note, seen } })
    return { version: given.version + 1 }
  })
}

/** Confirms at once every provision whose words are exactly the pack's. */
export async function confirmMatched(
  db: Db,
  made: Made,
  versionId: string,
  version: number,
): Promise<{ version: number; confirmed: number }> {
  return await command(db, made, async (tx, record) => {
    await moveVersion(tx, made, versionId, version, { from: 'draft' })
    const rows = await fitOf(tx, made.agencyId, await versionOf(tx, made.agencyId, versionId))
    const open = rows.filter((row) => row.state === 'matched' && isUndecided(row))
    await putDecided(
      tx,
      made.agencyId,
      versionId,
      open.map((row) => decisionOn(row, { decision: 'same' }, made)),
    )
    await record({
      subject: versionId,
      body: { decision: 'same', citations: open.map((row) => row.citation) },
    })
    return { version: version + 1, confirmed: open.length }
  })
}

function decisionOn(
  row: FitRow,
  given: { decision: Decision; text?: string | undefined; note?: string | undefined },
  made: Made,
): Decided {
  const { decision, text, note } = given
  const byHand = decision === 'corrected' || decision === 'other-meaning'
  return {
    citation: row.citation,
    decision,
    words: byHand ? (text ?? null) : null,
    note: note ?? null,
    seen: seenOf(row),
    decidedBy: made.by,
    decidedAt: made.at,
  }
}

/**
 * Sets what the order leaves open. After adoption people and times may still change; who stands for an unnamed giver
 * is a reading of the order itself, and waits for the next version.
 */
export async function setSettings(
  db: Db,
  made: Made,
  versionId: string,
  given: { version: number; settings: Settings },
): Promise<{ version: number }> {
  const { version, settings } = given
  const done = await command(db, made, async (tx, record) => {
    const stored = await versionOf(tx, made.agencyId, versionId)
    const before = (await settingsOf(tx, made.agencyId, versionId)).settings
    await refuseStrangers(tx, made.agencyId, settings)
    const isSame = before.standsForUnnamed.join() === settings.standsForUnnamed.join()
    if (stored.state === 'adopted' && !isSame)
      throw new Refusal(
        'conflict',
        'who stands for a giver that the order does not name was adopted with it; start a new version to change that',
      )
    await moveVersion(tx, made, versionId, version, {
      from: stored.state === 'adopted' ? 'adopted' : 'draft',
    })
    await addSettings(tx, made, versionId, settings)
    await record({ subject: versionId, body: { settings, before } })
    return { version: version + 1 }
  })
  forgetAdopted()
  return done
}

async function refuseStrangers(tx: Tx, agencyId: string, { appealTo, counsel }: Settings): Promise<void> {
  const ids = [appealTo.memberId, counsel.memberId].filter((id) => id !== null)
  const known = await membersOf(tx, agencyId, ids)
  const stranger = ids.find((id) => !known.some(({ memberId }) => memberId === id))
  if (stranger !== undefined) throw new Refusal('malformed', `there is no member "${stranger}"`)
}

/** Gives a draft up; it stays to be seen. */
export async function abandon(
  db: Db,
  made: Made,
  versionId: string,
  version: number,
): Promise<{ version: number }> {
  return await command(db, made, async (tx, record) => {
    await moveVersion(tx, made, versionId, version, { from: 'draft', state: 'abandoned' })
    await record({ subject: versionId, body: {} })
    return { version: version + 1 }
  })
}
