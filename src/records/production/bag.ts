import { BagFile, writeWhole, type WrittenFile } from './bag-file.ts'
import { MediaHashes } from './media-hashes.ts'
import type { Summary } from './produced.ts'
import { writeName } from './verify/bag-text.ts'
import * as layout from './verify/layout.ts'

const mediaFolder = 'data/media/'
const linesOf = (some: [string, string][]): string => layout.writeList(new Map(some), writeName)
const isPayload = (path: string): boolean => path.startsWith('data/')

/** The bag that is being written: which files are in it, and what is still open. */
export class Bag {
  readonly folder: string
  pdfs = 0
  /** Of all files but the media. */
  readonly #hashes = new Map<string, string>()
  readonly #media: MediaHashes
  #open: BagFile[] = []
  #locators: BagFile
  #taken = 0
  #files = 0
  #bytes = 0

  constructor(folder: string) {
    this.folder = folder
    this.#media = new MediaHashes(folder)
    this.#locators = new BagFile(folder, layout.locators)
  }

  open(path: string): BagFile {
    const file = new BagFile(this.folder, path)
    this.#open.push(file)
    return file
  }

  text(path: string, text: string): void {
    this.whole(path, Buffer.from(text))
  }

  whole(path: string, bytes: Uint8Array): WrittenFile {
    const written = writeWhole(this.folder, path, bytes)
    this.took(written)
    return written
  }

  /** Takes a file in that somebody wrote into the folder; media in the order of their names, a record's at a time. */
  took({ path, sha256, size, locator }: WrittenFile): void {
    if (path.startsWith(mediaFolder)) this.#media.add(path, sha256)
    else this.#hashes.set(path, sha256)
    this.#taken++
    this.#locators.add(locator)
    if (path.endsWith('.pdf') && !path.startsWith(mediaFolder)) this.pdfs++
    if (!isPayload(path)) return
    this.#files++
    this.#bytes += size
  }

  /** Ends the files that are open. */
  close(): void {
    for (const file of this.#open) this.took(file.end())
    this.#open = []
  }

  /**
   * Writes the list of all files so far, which the ledger seals; gives its hash and how many they are. From here on files
   * belong to the ledger's side; their locators are in a list of their own.
   */
  async seal(): Promise<{ sha256: string; files: number }> {
    this.close()
    this.#media.end()
    const { path, sha256, locator } = this.#locators.end()
    this.#hashes.set(path, sha256)
    this.#locators = new BagFile(this.folder, layout.ledgerLocators)
    this.#locators.add(locator)
    const files = this.#taken + 1
    const released = await this.#list(layout.released, () => true)
    this.took(released)
    return { sha256: released.sha256, files }
  }

  async end(): Promise<Pick<Summary, 'files' | 'bytes' | 'sha256'>> {
    this.close()
    const { path, sha256 } = this.#locators.end()
    this.#hashes.set(path, sha256)
    const payload = await this.#list(layout.manifest, isPayload)
    this.#hashes.set(layout.manifest, payload.sha256)
    const tags = await this.#list(layout.tagManifest, (one) => !isPayload(one))
    this.#media.drop()
    return { files: this.#files, bytes: this.#bytes, sha256: tags.sha256 }
  }

  /** Writes a list of files, in the order of their names as `layout.writeList` has it. */
  async #list(list: string, isIn: (path: string) => boolean): Promise<WrittenFile> {
    const rest = [...this.#hashes].filter(([path]) => isIn(path))
    const file = new BagFile(this.folder, list)
    try {
      file.add(linesOf(rest.filter(([path]) => path < mediaFolder)))
      if (isIn(mediaFolder)) for await (const one of this.#media.inOrder()) file.add(linesOf([one]))
      file.add(linesOf(rest.filter(([path]) => path > mediaFolder)))
      return file.end()
    } catch (error) {
      file.drop()
      throw error
    }
  }

  drop(): void {
    for (const file of [...this.#open, this.#locators]) file.drop()
    this.#open = []
    this.#media.drop()
  }
}
