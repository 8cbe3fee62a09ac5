/**
 * Packs 20,000 records into a BagIt package, and 512 films of 1 MiB, beside the bare work that nobody can do without:
 * hashing and writing the same bytes. Then verifies, beside `openssl dgst -sha256` over the same files. Both sides take
 * turns in one run; medians. The memory is that of a process of its own, above what Node and the records need; where a
 * PDF is set, that of the process that sets it besides, whole. Left out: the zip's memory, and a ledger in a database.
 * Run: npm run bench:production [-- --rounds 3]
 */
import { execFileSync } from 'node:child_process'
import { createHash, hash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { nodeHash, nodeSha256, openPackage } from '../src/records/production/open-package.ts'
import { pdfVolumes } from '../src/records/production/pdf.ts'
import { produce } from '../src/records/production/produce.ts'
import type { Produced } from '../src/records/production/produced.ts'
import { verifyPackage } from '../src/records/production/verify/verify.ts'
import { zipFolder } from '../src/records/production/zip.ts'
import { packageLedger, production, recordsFor, type PackageLedger } from '../test/package-ledger.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, memory: { type: 'string' } },
})
const out = join(tmpdir(), `decorum-bench-production-${process.pid}`)
const mebibyte = 1024 * 1024

const longWords = (at: number): string =>
  `Comment ${at}. ${'When will Elm Street open again? '.repeat(40 + (at % 20))}`

/** About 1.9 kB of words a record, as in the reference; the ledger has every entry. */
function mixed(ledger: PackageLedger, count: number): Produced[] {
  return [...recordsFor(ledger, count, longWords)]
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

async function timed(work: () => unknown): Promise<number> {
  rmSync(out, { recursive: true, force: true })
  const since = performance.now()
  await work()
  return performance.now() - since
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

const say = (name: string, words: string): void => console.log(`${name.padEnd(46)} ${words}`)

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

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
  const grown = Math.round((process.resourceUsage().maxRSS * 1024 - before) / mebibyte)
  console.log(
    `${grown} MiB${setting > 0 ? `, and ${Math.round(setting / mebibyte)} in the process that sets it` : ''}`,
  )
  rmSync(out, { recursive: true })
}

/** The most that each process which this one started ever had in memory, as Linux tells it. */
function peaksOfChildren(): number[] {
  const list = `/proc/self/task/${process.pid}/children`
  const children = existsSync(list) ? readFileSync(list, 'utf8').split(' ') : []
  return children.filter(Boolean).map((pid) => {
    const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
  })
}

async function bench(rounds: number): Promise<void> {
  const ledger = packageLedger()
  const records = mixed(ledger, 20_000)
  const given = records.map((record) => Buffer.from(JSON.stringify(record)))
  const filmLedger = packageLedger()
  const shown = [...films(filmLedger, 512)]
  const film = Buffer.from((await shown[0]?.media[0]?.bytes()) ?? [])
  const times = new Map<string, number[]>()
  const note = (name: string, ms: number): void => void times.set(name, [...(times.get(name) ?? []), ms])
  for (let round = 0; round < rounds; round++) {
    note('bare records', await timed(() => bare(given)))
    note('packed records', await timed(() => produce(out, production, inTurn(records), { ledger, page: '' })))
    const { files } = await openPackage(out)
    const contents = files.map(({ path }) => readFileSync(join(out, path)))
    note('bare package', await timed(() => bare(contents)))
    note('bare films', await timed(() => bare(shown.map(() => film))))
    note(
      'packed films',
      await timed(() => produce(out, production, inTurn(shown), { ledger: filmLedger, page: '' })),
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
  rmSync(`${out}.zip`)
  rmSync(out, { recursive: true })
  const of = (name: string): number => median(times.get(name) ?? [])
  const ratio = (bareName: string, name: string): string => (of(bareName) / of(name)).toFixed(2)
  say('20,000 records, each hashed and written bare', `${Math.round(of('bare records'))} ms`)
  say(
    'packed, with proofs',
    `${Math.round(of('packed records'))} ms, ratio ${ratio('bare records', 'packed records')}`,
  )
  say(
    'the package’s own bytes, bare',
    `${Math.round(of('bare package'))} ms, ratio ${ratio('bare package', 'packed records')}`,
  )
  say('the zip of it', `${Math.round(zipped)} ms`)
  say(
    'its 20,000 records verified',
    `${Math.round(verified)} ms, ${Math.round(20_000_000 / verified)} a second`,
  )
  say('512 films of 1 MiB, bare', `${Math.round(of('bare films'))} ms`)
  say(
    'packed, with proofs',
    `${Math.round(of('packed films'))} ms, ratio ${ratio('bare films', 'packed films')}`,
  )
  say('openssl dgst over that package', `${Math.round(of('openssl films'))} ms`)
  say('verified', `${Math.round(of('verified films'))} ms, ratio ${ratio('openssl films', 'verified films')}`)
  for (const what of [
    'records:2000',
    'records:20000',
    'records:60000',
    'records:200000',
    'films:2048',
    'pdf:1500',
  ]) {
    const grown = execFileSync(process.execPath, ['--expose-gc', import.meta.filename, '--memory', what], {
      encoding: 'utf8',
    })
    say(`memory above the start, ${what.replace(':', ' ')}`, grown.trim())
  }
}
