import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { pdfOf } from '../../src/permissions/letter.ts'
import { openBlobs } from '../../src/platform/blobs.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { newId, sha256 } from '../../src/platform/id.ts'
import { paperOf } from '../../src/platform/typst.ts'
import { pdfVolumes } from '../../src/records/production/pdf.ts'
import { produce } from '../../src/records/production/produce.ts'
import type { ProductionLedger } from '../../src/records/production/produced.ts'
import { zipFolder } from '../../src/records/production/zip.ts'
import { receive } from '../../src/records/requests/intake.ts'
import { moveRequest } from '../../src/records/requests/moving.ts'
import { releasedRecords } from '../../src/records/requests/released.ts'
import { review, second } from '../../src/records/requests/reviewing.ts'
import type { ReviewSaid } from '../../src/records/requests/review-schema.ts'
import { putInSet } from '../../src/records/requests/set.ts'
import { findRequest } from '../../src/records/requests/store.ts'
import type { Made } from '../../src/ledger/command.ts'
import { buildTown, type Town } from '../town.ts'
import { picker, type Run } from './drill.ts'
import { drawnAt, plant, secrets, type Planted, type Secret } from './redaction-plant.ts'
import { drawnIn, filesIn, leaksIn, type Leaving } from './redaction-scan.ts'

/**
 * [R21] Records that name somebody in their words, author, alternative texts, drawn in their pictures, in the metadata
 * of these and in files beside: a reviewer marks the name once and its place in the picture, somebody else agrees, and
 * the whole package, its letter and the requester's rows are looked through.
 */
export const run: Run = async (rounds, seed) => {
  const pick = picker(seed)
  const town = await buildTown()
  const faults: string[] = []
  let [looked, bytes] = [0, 0]
  const caught = { words: 0, box: 0, picture: 0 }
  for (let round = 0; round < rounds; round++) {
    const all = secrets(pick)
    const planted = await plant(town, pick, all)
    const folder = mkdtempSync(join(tmpdir(), 'decorum-redaction-'))
    try {
      const leaving = await releaseAll(town, planted, all, folder)
      const found = await leaksIn(leaving, all)
      for (const one of leaving)
        if (/media\/.*\.(?:jpg|png)$/.test(one.name)) {
          const shown = (await drawnIn(one.bytes)) > 0
          // The tree of the record that is released whole is magenta too, and stays.
          if (shown && !isWhole(leaving, one.name)) found.push(`${one.name} shows what was drawn`)
        }
      faults.push(...found.map((fault) => `seed ${seed}, round ${round}: ${fault}`))
      looked += leaving.length
      bytes += leaving.reduce((sum, one) => sum + one.bytes.length, 0)
      await careless(town, planted, all, caught)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return {
    claim: 'What is cut from a record is nowhere in what is released, in whatever form',
    figure: `${rounds} productions, ${looked} files with ${Math.round(bytes / 1_000)} kB looked through raw, as UTF-16, base64 and hexadecimal, in PDF text layers and metadata, ${faults.length} leaks`,
    control: `of as many made carelessly, words cut in one place only were caught ${caught.words} times, a black box drawn over words in a PDF ${caught.box}, one drawn over a picture that keeps its metadata ${caught.picture}`,
    faults,
    hasTeeth: caught.words > 0 && caught.box === rounds && caught.picture === rounds,
  }
}

/** Takes a request through intake, review by two and release; gives all that leaves the house. */
async function releaseAll(
  town: Town,
  planted: readonly Planted[],
  all: readonly Secret[],
  folder: string,
): Promise<Leaving[]> {
  const { db, agency, app, blobsFolder } = town
  const { agencyId } = agency
  const blobs = openBlobs(blobsFolder)
  const made = (by: string, name: string): Made => ({
    agencyId,
    by,
    key: newId(),
    name,
    at: town.now(),
    input: null,
  })
  const asked = { way: 'counter', language: 'en', wants: 'All about the affair.', original: null } as const
  const requester = { name: 'Eve Evans', email: null, address: null, phone: null }
  const { requestId } = await receive(db, app.house.seal, agency, made('lopez', 'records-requests.receive'), {
    ...asked,
    requester,
    receivedAt: town.now(),
  })
  const actor = { by: 'custodian', isCustodian: true, isChief: true } as const
  const move = async (name: 'search' | 'review' | 'release'): Promise<void> => {
    const { version } = await findRequest(db, agencyId, requestId)
    const moving = { db, blobs, agency, made: made('lopez', `records-requests.${name}`), actor }
    await moveRequest(moving, requestId, { move: name, version })
  }
  await move('search')
  await putInSet(db, made('lopez', 'records-requests.responsive'), requestId, {
    version: 2,
    add: planted.map(({ recordId }) => recordId),
    take: [],
    context: false,
  })
  await move('review')
  const settle = async ({ recordId }: Planted, how: ReviewSaid, version: number): Promise<void> => {
    const reviewed = { ...how, version }
    await review(db, made('lopez', 'records-requests.review-record'), requestId, recordId, reviewed)
    const agreed = { version: version + 1, agrees: true, remarks: null }
    await second(db, made('kim', 'records-requests.second'), requestId, recordId, agreed)
  }
  for (const one of planted) await settle(one, telling(one, planted, all), 0)
  await move('release').catch(async (error: unknown) => {
    if (!(error instanceof Refusal && error.message.includes('a reason given for record'))) throw error
    for (const one of planted.filter(({ how }) => how === 'withhold')) await settle(one, said(one, all), 2)
    await move('release')
  })
  const whole = join(folder, 'package')
  const production = {
    productionId: newId(),
    agency,
    title: 'All about the affair.',
    requestRef: '2026-0001',
    instalment: 1,
    made: town.now(),
    by: 'Luz Lopez',
    bates: { prefix: 'RPD', first: 1 },
    legend: [],
    language: 'en',
  } as const
  const records = releasedRecords(db, { blobs }, agencyId, requestId, 1)
  await produce(whole, production, records, {
    ledger: ledgerOf(town),
    page: '<!doctype html>',
    pdf: pdfVolumes,
  })
  await zipFolder(whole, 'package', join(folder, 'package.zip'))
  return [...filesIn(folder), ...(await besides(town, requestId))]
}

/** The reviewer marks a secret where it first stands, and the place in the picture; the rest is Decorum's. */
function said({ how, words, picture, letter }: Planted, all: readonly Secret[]): ReviewSaid {
  const nothing = { version: 0, redactions: [], regions: [], keptBack: [], lookedThrough: [] }
  const ground = { exemption: 'victim', reason: 'The victim of such an offence.' }
  if (how === 'release') return { ...nothing, state: 'release' }
  if (how === 'withhold') return { ...nothing, state: 'withhold', ...ground }
  const redactions = all
    .filter(({ marked }) => words.includes(marked))
    .map(({ marked }) => {
      const start = Array.from(words.slice(0, words.indexOf(marked))).length
      return { field: 'words', start, end: start + Array.from(marked).length, ...ground }
    })
  const regions = picture === null ? [] : [{ sha256: picture, ...drawnAt, ...ground }]
  const keptBack = letter === null ? [] : [{ sha256: letter, ...ground }]
  return { ...nothing, state: 'redact', redactions, regions, keptBack }
}

/** The same; but of a record that stays back whole, a reason that says what is cut from another. */
function telling(one: Planted, planted: readonly Planted[], all: readonly Secret[]): ReviewSaid {
  const cut = all.find(({ marked }) => planted[0]?.words.includes(marked))
  const how = said(one, all)
  return one.how === 'withhold' && cut ? { ...how, reason: `${told} ${cut.marked} made in confidence.` } : how
}
const told = 'The statement that'

/** What the requester reads beside the package: the letter, and the rows their page is made from. */
async function besides({ db, agency }: Town, requestId: string): Promise<Leaving[]> {
  const { agencyId } = agency
  const letters = await db
    .selectFrom('recordsLetter')
    .select('letter')
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .execute()
  const rows = await db
    .selectFrom('recordsReleased')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .execute()
  const entries = await db
    .selectFrom('ledgerEntry')
    .select('body')
    .where('agencyId', '=', agencyId)
    .where('subject', '=', requestId)
    .execute()
  return [
    ...letters.flatMap(({ letter }, n) => [
      { name: `letter-${n}.pdf`, bytes: pdfOf(letter) ?? new Uint8Array() },
      { name: `letter-${n}.json`, bytes: Buffer.from(JSON.stringify(letter)) },
    ]),
    { name: 'rows of the release', bytes: Buffer.from(JSON.stringify(rows)) },
    {
      // What was reviewed anew goes nowhere.
      name: 'entries of the ledger',
      bytes: Buffer.from(JSON.stringify(entries.filter(({ body }) => !body.includes(told)))),
    },
  ]
}

/** The ledger as a package needs it, with the entries' own bodies for what is shown whole. */
function ledgerOf({ db, agency }: Town): ProductionLedger {
  return {
    places: (ids) =>
      Promise.resolve(
        ids.map((id, index) => ({ index, commitment: Buffer.from(sha256(id), 'hex').toString('base64') })),
      ),
    seal: () => Promise.resolve(newId()),
    checkpoint: () => Promise.resolve({ size: 1, note: 'drill\n1\n\n', key: 'drill' }),
    prove: async (entries) => {
      const shown = entries.filter((one) => one.shown).map(({ entryId }) => entryId)
      const rows =
        shown.length === 0
          ? []
          : await db
              .selectFrom('ledgerEntry')
              .select(['entryId', 'body'])
              .where('agencyId', '=', agency.agencyId)
              .where('entryId', 'in', shown)
              .execute()
      return entries.map(({ entryId, shown: isShown }) => ({
        path: [],
        ...(isShown
          ? { shown: { salt: 'AA==', body: rows.find((row) => row.entryId === entryId)?.body ?? '{}' } }
          : {}),
      }))
    },
  }
}

/** Does this picture belong to the record that is released whole? */
function isWhole(leaving: readonly Leaving[], file: string): boolean {
  const lines = leaving.find(({ name }) => name === 'package/data/records.jsonl')?.bytes ?? new Uint8Array()
  const mine = Buffer.from(lines)
    .toString()
    .split('\n')
    .find((line) => line.includes(file.replace('package/', '')))
  return mine?.includes('"standing":"released"') === true
}

/** The same as others do it: the mark cut alone, a black box laid over. What looks through must find them. */
async function careless(
  { blobsFolder, now }: Town,
  planted: readonly Planted[],
  all: readonly Secret[],
  caught: { words: number; box: number; picture: number },
): Promise<void> {
  const [one] = planted
  const secret = all.find(({ marked }) => one?.words.includes(marked))
  if (!one || !secret || one.picture === null) return
  const words = one.words.replace(secret.marked, '[redacted]')
  if ((await leaksIn([{ name: 'words', bytes: Buffer.from(words) }], all)).length > 0) caught.words++
  const template = `#let paper = json(bytes(sys.inputs.paper))
#set document(title: "Box")
#paper.words
#place(top + left, rect(width: 100%, height: 100%, fill: black))`
  const pdf = paperOf(template, { words: one.words }, now())
  if (pdf && (await leaksIn([{ name: 'box.pdf', bytes: pdf }], all)).length > 0) caught.box++
  const original = await openBlobs(blobsFolder).get(one.picture)
  const { width, height } = await sharp(original).metadata()
  const box = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="${width * drawnAt.x}" y="${height * drawnAt.y}" width="${width * drawnAt.w}" height="${height * drawnAt.h}"/></svg>`,
  )
  const covered = await sharp(original)
    .composite([{ input: box }])
    .keepMetadata()
    .toBuffer()
  if ((await leaksIn([{ name: 'covered.jpg', bytes: covered }], all)).length > 0) caught.picture++
}
