import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { BagFile } from './bag-file.ts'
import { fileAt } from './open-package.ts'
import { linesOf, type Line } from './verify/files.ts'

/**
 * The hashes of a production's media, in files until the lists are written: there may be any number of them. They come
 * in the order of their names, but where the numbers grow wider (RPD-1000000 stands before RPD-999999); there another
 * file begins, and the files are read beside each other.
 */
export class MediaHashes {
  readonly #folder: string
  readonly #runs: { name: string; size: number }[] = []
  #open: BagFile | undefined
  #last = ''

  constructor(folder: string) {
    this.#folder = folder
  }

  add(path: string, sha256: string): void {
    if (path < this.#last) this.end()
    this.#last = path
    this.#open ??= new BagFile(this.#folder, `.media-${this.#runs.length}`)
    this.#open.add(`${sha256}  ${path}\n`)
  }

  /** Ends what is open; before it is read. */
  end(): void {
    if (this.#open === undefined) return
    const { path: name, size } = this.#open.end()
    this.#runs.push({ name, size })
    this.#open = undefined
  }

  /** Names and hashes, in the order of the names. */
  async *inOrder(): AsyncGenerator<[path: string, sha256: string]> {
    const runs = this.#runs.map(({ name, size }) => linesOf(fileAt(this.#folder, name, size)))
    const heads = await Promise.all(runs.map(async (run) => ({ run, head: readLine(await run.next()) })))
    for (;;) {
      const [first] = heads
        .flatMap((one) => (one.head === undefined ? [] : [{ one, head: one.head }]))
        .toSorted((a, b) => (a.head[0] < b.head[0] ? -1 : 1))
      if (first === undefined) return
      yield first.head
      first.one.head = readLine(await first.one.run.next())
    }
  }

  /** Takes the files away. */
  drop(): void {
    this.#open?.drop()
    for (let at = 0; at <= this.#runs.length; at++)
      rmSync(join(this.#folder, `.media-${at}`), { force: true })
  }
}

function readLine(line: IteratorResult<Line, void>): [string, string] | undefined {
  return line.done === true ? undefined : [line.value.text.slice(66), line.value.text.slice(0, 64)]
}
