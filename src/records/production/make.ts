import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '../../ledger/command.ts'
import type { Agency } from '../../members/caller.ts'
import { membersOf } from '../../members/store.ts'
import { isUndercover } from '../../members/undercover.ts'
import { noteBlob, type Blobs } from '../../platform/blobs.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Fetch } from '../../platform/outbound.ts'
import { releasedRecords } from '../requests/released.ts'
import { openProductionLedger } from './ledger.ts'
import { pdfVolumes } from './pdf.ts'
import { produce } from './produce.ts'
import type { Production, Summary } from './produced.ts'
import { claim, noteFault, recordsBefore, unpacked, type StoredProduction } from './store.ts'
import { requestStamp } from './timestamp.ts'
import { sealKind } from './verify/layout.ts'
import { verifyPage } from './verify-page.ts'
import { zipFolder } from './zip.ts'

/** What the house gives to whoever packs. */
export interface Packing {
  blobs: Blobs
  outbound: Fetch
  /** The address of the time-stamp authority; null where none is set. */
  tsa: string | null
  clock: () => string
}

/** Packs every release that has no package yet, one after another. Cut off anywhere, the next run begins that one anew. */
export async function packReleases(db: Db, agency: Agency, at: string, house: Packing): Promise<number> {
  const { agencyId } = agency
  for (const release of await unpacked(db, agencyId)) {
    const { requestId, instalment } = release
    const made = {
      agencyId,
      by: 'system',
      key: `begin-${requestId}-${instalment}`,
      name: 'productions.begin',
      at,
      input: null,
    }
    await command(db, made, async (tx, record) => {
      const productionId = newId()
      await tx
        .insertInto('production')
        .values({
          agencyId,
          productionId,
          ...release,
          state: 'making',
          version: 1,
          claimedUntil: at,
          parts: [],
        })
        .execute()
      await record({ subject: productionId, body: { requestId, instalment } })
      return null
    })
  }
  let count = 0
  for (let one = await claim(db, agencyId, at); one; one = await claim(db, agencyId, at)) {
    try {
      await pack(db, agency, one, house)
      count++
    } catch (error) {
      // The custodian reads it on the page of the request; the next try comes by itself.
      await noteFault(db, one, error instanceof Error ? error.message : String(error), at)
      throw error
    }
  }
  return count
}

async function pack(db: Db, agency: Agency, one: StoredProduction, house: Packing): Promise<void> {
  const { agencyId } = agency
  const { productionId, requestId, instalment, requestRef } = one
  const folder = mkdtempSync(join(tmpdir(), 'decorum-production-'))
  try {
    const production = await productionOf(db, agency, one)
    const ledger = openProductionLedger(db, agencyId, (released) =>
      command(
        db,
        {
          agencyId,
          by: 'system',
          key: `seal-${productionId}`,
          name: sealKind,
          at: house.clock(),
          input: { ...released },
        },
        (_tx, record) =>
          record({ subject: productionId, body: { requestId, requestRef, instalment, released } }),
      ),
    )
    const { tsa, outbound } = house
    const summary = await produce(
      join(folder, 'package'),
      production,
      releasedRecords(db, house, agencyId, requestId, instalment),
      {
        ledger,
        page: await verifyPage(),
        pdf: pdfVolumes,
        ...(tsa === null ? {} : { stamp: (bytes) => requestStamp(outbound, tsa, bytes) }),
      },
    )
    const zip = join(folder, 'package.zip')
    await zipFolder(join(folder, 'package'), nameOf(one), zip)
    await keep(db, one, zip, summary, house)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function productionOf(db: Db, agency: Agency, one: StoredProduction): Promise<Production> {
  const { productionId, requestRef, instalment, language, at, madeBy } = one
  const first = (await recordsBefore(db, one)) + 1
  const words = wordsOf[language]
  return {
    productionId,
    agency,
    title: words.title(requestRef),
    requestRef,
    instalment,
    made: at,
    by: await nameOfMember(db, agency.agencyId, madeBy, words.custodian),
    bates: { prefix: requestRef, first },
    legend: [words.order, words.appeal],
    language,
  }
}

async function nameOfMember(db: Db, agencyId: string, memberId: string, otherwise: string): Promise<string> {
  const [member] = await membersOf(db, agencyId, [memberId])
  if (!member || (await isUndercover(db, agencyId, memberId))) return otherwise
  return [member.rank, member.name].filter(Boolean).join(' ')
}

const wordsOf = {
  en: {
    title: (ref: string): string => `Records released in answer to request ${ref}`,
    custodian: 'the custodian of records',
    order:
      "Where the department's order on social media is cited, it is a rule of the department's own administration and gives nobody a claim in any criminal or civil proceeding.",
    appeal: 'How and until when the answer may be appealed stands in the letter that came with this release.',
  },
  es: {
    title: (ref: string): string => `Documentos entregados en respuesta a la solicitud ${ref}`,
    custodian: 'la persona encargada de los documentos',
    order:
      'Donde se cita la orden del departamento sobre redes sociales, es una regla de su propia administración y no da a nadie derecho en ningún proceso penal ni civil.',
    appeal: 'La carta que acompañó a esta entrega dice cómo y hasta cuándo se puede apelar la respuesta.',
  },
} as const

/** `records-2026-0012-1`: what the package is called on disk. */
export function nameOf({
  requestRef,
  instalment,
}: Pick<StoredProduction, 'requestRef' | 'instalment'>): string {
  return `records-${requestRef}-${instalment}`
}

/** A zip lies in the store of blobs in shares of this size, so that none has to be in memory whole. */
const share = 16 * 1024 * 1024

async function keep(
  db: Db,
  one: StoredProduction,
  zip: string,
  summary: Summary,
  { blobs, clock }: Packing,
): Promise<void> {
  const { agencyId, productionId } = one
  const digest = createHash('sha256')
  const parts: { sha256: string; bytes: number }[] = []
  let bytes = 0
  for await (const part of createReadStream(zip, { highWaterMark: share })) {
    if (!(part instanceof Uint8Array)) continue
    digest.update(part)
    bytes += part.length
    parts.push({ sha256: await blobs.put(part), bytes: part.length })
  }
  const sha256 = digest.digest('hex')
  const at = clock()
  const made = {
    agencyId,
    by: 'system',
    key: `pack-${productionId}`,
    name: 'productions.pack',
    at,
    input: null,
  }
  await command(db, made, async (tx, record) => {
    for (const part of parts)
      await noteBlob(tx, agencyId, { ...part, mediaType: 'application/octet-stream', at })
    await tx
      .updateTable('production')
      .set({
        state: 'made',
        version: one.version + 1,
        fault: null,
        madeAt: at,
        sha256,
        bytes,
        parts: parts.map((part) => part.sha256),
        summary: JSON.stringify(summary),
      })
      .where('agencyId', '=', agencyId)
      .where('productionId', '=', productionId)
      .where('state', '=', 'making')
      .execute()
    await record({ subject: productionId, body: { sha256, bytes, bag: summary.sha256 } })
    return null
  })
}

/** The zip's bytes, a share at a time. */
export async function* zipOf(blobs: Blobs, { parts }: StoredProduction): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await blobs.get(part)
}
