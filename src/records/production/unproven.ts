import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { BagFile } from './bag-file.ts'
import { fileAt } from './open-package.ts'
import type { Place } from './produced.ts'
import { linesOf } from './verify/files.ts'
import { objectIn } from './verify/seal.ts'

/** What the proof of a record begins with. */
export interface Provable extends Place {
  number: string
  entryId: string
  /** May its entry be shown? */
  shown: boolean
}

const name = '.unproven'

/** What waits for the ledger to prove it, in a file until then: there may be any number of records. */
export class Unproven {
  readonly #folder: string
  readonly #file: BagFile

  constructor(folder: string) {
    this.#folder = folder
    this.#file = new BagFile(folder, name)
  }

  add({ number, entryId, index, commitment, shown }: Provable): void {
    this.#file.add(`${JSON.stringify({ number, entryId, index, commitment, shown })}\n`)
  }

  /** All of them in the order in which they came; nothing is added any more. */
  async *inOrder(): AsyncGenerator<Provable> {
    const { path, size } = this.#file.end()
    for await (const { text } of linesOf(fileAt(this.#folder, path, size))) {
      const line = objectIn(text)
      yield {
        number: String(line?.['number']),
        entryId: String(line?.['entryId']),
        index: Number(line?.['index']),
        commitment: String(line?.['commitment']),
        shown: line?.['shown'] === true,
      }
    }
  }

  /** Takes the file away. */
  drop(): void {
    this.#file.drop()
    rmSync(join(this.#folder, name), { force: true })
  }
}
