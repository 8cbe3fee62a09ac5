import { execFileSync } from 'node:child_process'
import { createHash, hash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { nodeHash, nodeSha256, openPackage } from '../src/records/production/open-package.ts'
import { pdfVolumes } from '../src/records/production/pdf.ts'
import { produce } from '../src/records/production/produce.ts'
import type { Produced, ProducedMedium } from '../src/records/production/produced.ts'
import { verifyPackage } from '../src/records/production/verify/verify.ts'
import { zipFolder } from '../src/records/production/zip.ts'
import { packageLedger, production, recordsFor, type PackageLedger } from '../test/package-ledger.ts'
import { goal, keepReport, median, say, sayLoad, sayMachine } from './report.ts'

// Packs records and films beside the bare work that nobody can do without. `npm run bench:production -- --rounds 9`.

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, memory: { type: 'string' } },
})
const root = join(tmpdir(), `decorum-bench-production-${process.pid}`)
let turns = 0
let out = join(root, String(turns))
const mebibyte = 1024 * 1024

const reading = `## How to read it

- 20,000 records of about 1.9 kB, and 512 films of 1 MiB, go into BagIt packages; beside it the same bytes are hashed and
  written, a file each. Verification stands beside \`openssl dgst -sha256\` over the same files. Both sides take turns in one
  run; medians. The cores count all threads.
- Each turn has a folder of its own, and all are taken away at the end. Where ext4 makes a file it passes over those that
  were taken away within the last minutes, which costs up to half a millisecond a file and mostly the bare side, that makes
  ten times as many. Whoever runs it soon after something else took many files away sees that in both sides. On
  2026-11-22 the bare side took 5.2 and 7.9 s after a day of tests, and the first ratio says nothing then. Where nothing had
  been taken away it was 0.53, 0.7 s bare and 1.3 s packed, its rounds 0.41 to 0.62; in memory (tmpfs) 0.26: MISSED.
- Of what a record takes a fifth is its lines in JSON, an eighth its line in CSV, an eighth its proof's way, a tenth its
  share of the pictures, a tenth the ledger in memory that stands for the house's own; hashing, CRCs and writing of the
  lines take another fifth. A way is taken over from the last record's as far up as both are the same. What the proofs need
  of each record waits in a small file, so that no record is read again.
- Where nobody else wants the second core, a film is written on it while its hash and its CRCs are computed. Where none is
  free, the ratio is that of the cores: the CRCs by which a wrong byte is named take 0.2 to 0.4 ms a MiB beside the 0.6 to
  0.8 of the hash, so one core alone cannot reach 0.8.
- The memory is that of a process of its own, above what Node and the records need. The goal is 128 MB whatever the size.
  What lives does not grow with the records, nor with the media, but by four bytes for each 4,096 that were written. From
  some 300,000 records on V8 would let its young generation take 64 MiB more: \`bin/decorum\` starts Node 24 with
  \`--max-semi-space-size=16\`, and so does the bench. Who runs it on a Node 24 of their own sets NODE_OPTIONS to that.
- Each volume of a PDF has a process of its own, one after another; its figure is whole. One record shows what Node, Typst
  and its fonts take by themselves, the goal is 128 MiB above the 44 of bare Node.
- Left out: the memory of the zip, and of a ledger in a database.
`

const longWords = (at: number): string =>
  `Comment ${at}. ${'When will Elm Street open again? '.repeat(40 + (at % 20))}`

/** About 1.9 kB of words a record, as in the reference; the ledger has every entry, and the bytes of pictures are at hand. */
async function mixed(ledger: PackageLedger, count: number): Promise<Produced[]> {
  const records: Produced[] = []
  for (const record of recordsFor(ledger, count, longWords)) {
    const media: ProducedMedium[] = []
    for (const medium of record.media) {
      const bytes = await medium.bytes()
      media.push({ ...medium, bytes: () => Promise.resolve(bytes) })
    }
    records.push({ ...record, media })
  }
  return records
}

function* films(ledger: PackageLedger, count: number): Generator<Produced> {
  const film = createHash('shake256', { outputLength: mebibyte }).update('film').digest()
  let n = 0
  for (const record of recordsFor(ledger, count, (at) => `Film ${at}`)) {
    const own = n++
    const bytes = (): Promise<Uint8Array> => {
      film.writeUInt32LE(own, 0)
      return Promise.resolve(film)
    }
    const media = [{ name: 'film.mp4', mediaType: 'video/mp4', alt: '', bytes }]
    yield { ...record, media, withheld: null, redactions: [], whole: true }
  }
}

// oxlint-disable-next-line typescript/require-await
async function* inTurn<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items
}

/**
 * Begins a folder of its own. The last one is emptied, and taken away only at the end: ext4 passes over each file that was
 * taken away within the last minutes whenever it makes another, up to half a millisecond a file.
 */
function turn(): void {
  if (existsSync(out))
    for (const entry of readdirSync(out, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) truncateSync(join(entry.parentPath, entry.name))
  turns++
  out = join(root, String(turns))
}

/** Milliseconds on the wall, and on all cores together: what else runs on the machine does not count there. */
async function timed(work: () => unknown): Promise<{ wall: number; cores: number }> {
  turn()
  const since = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - since, cores: (user + system) / 1000 }
}

/** Hashes and writes bytes, a file each, and nothing else. */
function bare(files: readonly Uint8Array[]): void {
  mkdirSync(out, { recursive: true })
  for (const [at, bytes] of files.entries()) {
    hash('sha256', bytes)
    const descriptor = openSync(join(out, String(at)), 'wx')
    writeSync(descriptor, bytes)
    closeSync(descriptor)
  }
}

const row = (name: string, words: string): void => say(`${name.padEnd(46)} ${words}`)

if (values.memory !== undefined) await memory(values.memory)
else await bench(Number(values.rounds))

/** Records come one after another and are gone, and the ledger remembers nothing: what is left is the packing. */
async function memory(what: string): Promise<void> {
  const [kind = '', count = '0'] = what.split(':')
  let index = 0
  const hashed = `${'A'.repeat(43)}=`
  const ledger: PackageLedger = {
    ...packageLedger(),
    add: () => undefined,
    places: (ids) => Promise.resolve(ids.map(() => ({ index: index++, commitment: hashed }))),
    prove: (asked) =>
      Promise.resolve(
        asked.map(() => ({ path: Array<string>(20).fill(hashed), shown: { salt: '', body: '{}' } })),
      ),
  }
  global.gc?.()
  const before = process.memoryUsage.rss()
  const records =
    kind === 'films' ? films(ledger, Number(count)) : recordsFor(ledger, Number(count), longWords)
  let setting = 0
  const looking = setInterval(() => (setting = Math.max(setting, ...peaksOfChildren())), 50)
  const pdf = kind === 'pdf' ? pdfVolumes : undefined
  await produce(out, production, inTurn(records), { ledger, page: '', pdf })
  clearInterval(looking)
  // Not maxRSS, which tells of the process that started this one too.
  const grown = Math.round((peakOf('self') - before) / mebibyte)
  console.log(
    `${grown} MiB${setting > 0 ? `, and ${Math.round(setting / mebibyte)} in the process that sets it` : ''}`,
  )
  rmSync(root, { recursive: true })
}

/** The most that each process which this one started ever had in memory. */
function peaksOfChildren(): number[] {
  const list = `/proc/self/task/${process.pid}/children`
  const children = existsSync(list) ? readFileSync(list, 'utf8').split(' ') : []
  return children.filter(Boolean).map(peakOf)
}

/** The most that a process ever had in memory, as Linux tells it; 0 of one that is gone. */
function peakOf(pid: string): number {
  const file = `/proc/${pid}/status`
  const status = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
}

async function bench(rounds: number): Promise<void> {
  sayMachine()
  sayLoad('before')
  const ledger = packageLedger()
  const records = await mixed(ledger, 20_000)
  const given = records.map((record) => Buffer.from(JSON.stringify(record)))
  const filmLedger = packageLedger()
  const shown = [...films(filmLedger, 512)]
  const film = Buffer.from((await shown[0]?.media[0]?.bytes()) ?? [])
  const times = new Map<string, number[]>()
  const note = (name: string, ms: number): void => void times.set(name, [...(times.get(name) ?? []), ms])
  const noteBoth = async (name: string, work: () => unknown): Promise<void> => {
    const { wall, cores } = await timed(work)
    note(name, wall)
    note(`${name}, cores`, cores)
  }
  for (let round = 0; round < rounds; round++) {
    await noteBoth('bare records', () => bare(given))
    await noteBoth('packed records', () => produce(out, production, inTurn(records), { ledger, page: '' }))
    const { files } = await openPackage(out)
    const contents = files.map(({ path }) => readFileSync(join(out, path)))
    await noteBoth('bare package', () => bare(contents))
  }
  for (let round = 0; round < rounds * 3; round++) {
    await noteBoth('bare films', () => bare(shown.map(() => film)))
    await noteBoth('packed films', () =>
      produce(out, production, inTurn(shown), { ledger: filmLedger, page: '' }),
    )
    const { files: filmFiles } = await openPackage(out)
    const paths = filmFiles.map(({ path }) => join(out, path))
    const openssl = performance.now()
    execFileSync('openssl', ['dgst', '-sha256', ...paths], { stdio: 'ignore' })
    note('openssl films', performance.now() - openssl)
    const verifying = performance.now()
    const verdict = await verifyPackage(filmFiles, { hash: nodeHash, sha256: nodeSha256 })
    if (!verdict.whole) throw new Error('the package is not whole')
    note('verified films', performance.now() - verifying)
  }
  await timed(() => produce(out, production, inTurn(records), { ledger, page: '' }))
  const { files } = await openPackage(out)
  const verifying = performance.now()
  await verifyPackage(files, { hash: nodeHash, sha256: nodeSha256 })
  const verified = performance.now() - verifying
  const zipping = performance.now()
  await zipFolder(out, 'package', `${out}.zip`)
  const zipped = performance.now() - zipping
  rmSync(root, { recursive: true })
  const of = (name: string): number => median(times.get(name) ?? [])
  const ratio = (bareName: string, name: string): number => of(bareName) / of(name)
  const ms = (name: string): string => {
    const cores = times.has(`${name}, cores`) ? `, ${Math.round(of(`${name}, cores`))} on the cores` : ''
    return `${Math.round(of(name))} ms${cores}`
  }
  row('20,000 records, each hashed and written bare', ms('bare records'))
  row('packed, with proofs', ms('packed records'))
  goal('ratio', ratio('bare records', 'packed records'), 'at least', 0.6)
  row('the package’s own bytes, bare', ms('bare package'))
  say(`  ratio ${ratio('bare package', 'packed records').toFixed(2)}`)
  row('the zip of it', `${Math.round(zipped)} ms`)
  row('its 20,000 records verified', `${Math.round(verified)} ms`)
  row('512 films of 1 MiB, bare', ms('bare films'))
  row('packed, with proofs', ms('packed films'))
  goal('ratio', ratio('bare films', 'packed films'), 'at least', 0.8)
  row('openssl dgst over that package', ms('openssl films'))
  row('verified', ms('verified films'))
  goal('ratio', ratio('openssl films', 'verified films'), 'at least', 0.8)
  for (const what of [
    'records:2000',
    'records:20000',
    'records:60000',
    'records:200000',
    'records:400000',
    'films:2048',
    'pdf:1',
    'pdf:1500',
  ]) {
    // As bin/decorum starts it.
    const asked = ['--max-semi-space-size=16', '--expose-gc', import.meta.filename, '--memory', what]
    const grown = execFileSync(process.execPath, asked, { encoding: 'utf8' })
    row(`memory above the start, ${what.replace(':', ' ')}`, grown.trim())
  }
  sayLoad('after')
  keepReport('speed-production', 'Speed of production', 'npm run bench:production', reading)
}
