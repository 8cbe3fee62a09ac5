import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dayIn } from '../../platform/day.ts'
import { Bag } from './bag.ts'
import { breathing, writeMedium, type WrittenFile } from './bag-file.ts'
import type { Produced, Production, ProductionLedger, Proof, Summary } from './produced.ts'
import { readMe } from './read-me.ts'
import {
  csvOf,
  csvRow,
  isShown,
  jsonLine,
  mediumFile,
  numberOf,
  recordHeads,
  redactionHeads,
  redactionRows,
  standingOf,
  withheldHeads,
  withheldRows,
  type KeptMedium,
  type Numbered,
} from './rows.ts'
import { Unproven } from './unproven.ts'
import * as layout from './verify/layout.ts'
import { writeProof } from './verify/seal.ts'

/** Sets records as PDF, a volume at a time; `undefined` where this machine has no Typst. */
export interface PdfMaker {
  /** Takes records in their order; may write a volume whenever it has enough. */
  add: (records: readonly Numbered[]) => Promise<void>
  /** The volumes, `data/records.pdf` or `data/records-001.pdf` and so on. */
  end: () => Promise<readonly WrittenFile[]>
  drop: () => Promise<void>
}

export interface Producing {
  ledger: ProductionLedger
  /** `verify.html`, the same in every package. */
  page: string
  pdf?: ((folder: string, production: Production) => PdfMaker | undefined) | undefined
  /** Asks a time-stamp authority for a stamp (RFC 3161) of these bytes; undefined where none is set. */
  stamp?: ((bytes: Uint8Array) => Promise<Uint8Array>) | undefined
}

/** Records taken together: so many are in memory at once, without their media. */
const share = 100

/**
 * Writes a production as a BagIt bag into a folder that is not there yet. The same records give the same bytes, but for
 * what comes after the seal: a later checkpoint, and a time stamp. Of the records only the check sums of what was written
 * stay in memory, four bytes for each 4,096.
 */
export async function produce(
  out: string,
  production: Production,
  records: AsyncIterable<Produced>,
  { ledger, page, pdf, stamp }: Producing,
): Promise<Summary> {
  await mkdir(join(out, 'data', 'media'), { recursive: true })
  const lacks: string[] = []
  const maker = pdf?.(out, production)
  if (pdf !== undefined && maker === undefined)
    lacks.push('Typst is not made for this machine: there is no PDF.')
  if (stamp === undefined) lacks.push('No time-stamp authority is set: there is no time stamp.')
  const bag = new Bag(out)
  const unproven = new Unproven(out)
  try {
    const counts = await writeRecords({ bag, unproven, ledger, maker }, production, records)
    for (const file of (await maker?.end()) ?? []) bag.took(file)
    bag.text(
      'data/READ-ME.txt',
      readMe(production, counts, { hasPdf: maker !== undefined, hasStamp: stamp !== undefined }),
    )
    if (counts.media === 0) await rm(join(out, 'data', 'media'), { recursive: true })
    bag.text('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    bag.text('bag-info.txt', infoOf(production, counts, stamp !== undefined))
    bag.text('verify.html', page)
    const { sha256: released256, files } = await bag.seal()
    const sealId = await ledger.seal({ sha256: released256, files, records: counts.records })
    await writeAfterSeal(bag, { sealId, unproven, ledger, stamp })
    const summary = await bag.end()
    return { ...counts, ...summary, released256, pdfs: maker === undefined ? 0 : bag.pdfs, lacks }
  } catch (error) {
    bag.drop()
    await maker?.drop()
    throw error
  } finally {
    unproven.drop()
  }
}

type Counts = Pick<Summary, 'records' | 'released' | 'redacted' | 'withheld' | 'media' | 'bates'>

interface Writing {
  bag: Bag
  unproven: Unproven
  ledger: ProductionLedger
  maker: PdfMaker | undefined
}

async function writeRecords(
  { bag, unproven, ledger, maker }: Writing,
  production: Production,
  records: AsyncIterable<Produced>,
): Promise<Counts> {
  const json = bag.open(layout.records)
  const csv = bag.open('data/records.csv')
  const redactions = bag.open('data/redactions.csv')
  const withheld = bag.open('data/withheld.csv')
  // Spreadsheets take a table for UTF-8 only where this sign stands first.
  csv.add(`\u{feff}${csvOf([recordHeads])}`)
  redactions.add(`\u{feff}${csvOf([redactionHeads])}`)
  withheld.add(`\u{feff}${csvOf([withheldHeads])}`)
  const counts: Counts = { records: 0, released: 0, redacted: 0, withheld: 0, media: 0, bates: null }
  const breathe = breathing()
  for await (const some of sharesOf(records)) {
    const places = await ledger.places(some.map(({ recordId }) => recordId))
    const numbered: Numbered[] = []
    for (const [at, record] of some.entries()) {
      const number = numberOf(production.bates, counts.records)
      const place = places[at]
      if (place === undefined) throw new Error(`the ledger told no place of ${record.recordId}`)
      const media = standingOf(record) === 'withheld' ? [] : await writeMedia(bag, number, record)
      const one = { number, record, media, place }
      numbered.push(one)
      json.add(jsonLine(one))
      csv.add(csvOf([csvRow(one)]))
      redactions.add(csvOf(redactionRows(one)))
      withheld.add(csvOf(withheldRows(one)))
      unproven.add({ number, entryId: record.recordId, ...place, shown: isShown(record) })
      counts.records++
      counts[standingOf(record)]++
      counts.media += media.length
      counts.bates = { first: counts.bates?.first ?? number, last: number }
      await breathe()
    }
    await maker?.add(numbered)
  }
  return counts
}

async function* sharesOf<One>(all: AsyncIterable<One>): AsyncGenerator<One[]> {
  let some: One[] = []
  for await (const one of all) {
    some.push(one)
    if (some.length < share) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

async function writeMedia(bag: Bag, number: string, record: Produced): Promise<KeptMedium[]> {
  const media: KeptMedium[] = []
  const all: WrittenFile[] = []
  for (const [at, medium] of record.media.entries()) {
    const file = mediumFile(number, at, medium)
    const written = await writeMedium(bag.folder, file, await medium.bytes())
    all.push(written)
    const { mediaType, alt, name } = medium
    const { sha256: digest, size: bytes } = written
    media.push({ file, name: isShown(record) ? name : null, mediaType, alt, sha256: digest, bytes })
  }
  // The tenth stands before the second, as names do.
  for (const one of all.toSorted((a, b) => (a.path < b.path ? -1 : 1))) bag.took(one)
  return media
}

function infoOf(production: Production, { records, bates }: Counts, hasStamp: boolean): string {
  const { agency, title, requestRef, instalment, productionId, made } = production
  const lines: [string, string][] = [
    ['Source-Organization', agency.name],
    ['External-Description', title],
    ['External-Identifier', productionId],
    ['Internal-Sender-Identifier', `${requestRef}, part ${instalment}`],
    ['Bagging-Date', dayIn(agency.zone, made)],
    ['Bag-Software-Agent', 'Decorum'],
    ['Records', bates === null ? '0' : `${records}, ${bates.first} to ${bates.last}`],
    ...(hasStamp ? [[layout.stampLabel, layout.timestamp] satisfies [string, string]] : []),
  ]
  return lines.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ').trim()}\n`).join('')
}

interface AfterSeal {
  sealId: string
  unproven: Unproven
  ledger: ProductionLedger
  stamp: Producing['stamp']
}

/** What the ledger says: the proofs, the checkpoint, its key, the time stamp. */
async function writeAfterSeal(bag: Bag, { sealId, unproven, ledger, stamp }: AfterSeal): Promise<void> {
  const { size, note, key } = await ledger.checkpoint(sealId)
  bag.text(layout.checkpoint, note)
  bag.text(layout.ledgerKey, `${key}\n`)
  if (stamp !== undefined) bag.whole(layout.timestamp, await stamp(Buffer.from(note)))
  const proofs = bag.open(layout.proofs)
  const [place] = await ledger.places([sealId])
  if (place === undefined) throw new Error('the ledger told no place of the seal')
  const [proof] = await ledger.prove([{ entryId: sealId, index: place.index, shown: true }], size)
  if (proof?.shown === undefined) throw new Error('the ledger does not show the seal')
  proofs.add(writeProof({ number: 'release', recordId: sealId, ...place, path: proof.path, ...proof.shown }))
  const breathe = breathing()
  for await (const some of sharesOf(unproven.inOrder())) {
    const proven = await ledger.prove(some, size)
    for (const [at, { number, entryId, index, commitment }] of some.entries()) {
      const { path, shown }: Proof = proven[at] ?? { path: [] }
      proofs.add(writeProof({ number, recordId: entryId, index, commitment, path, ...shown }))
    }
    await breathe()
  }
  bag.close()
}
