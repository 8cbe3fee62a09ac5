import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../platform/durable.ts'
import { Refusal } from '../platform/refusal.ts'
import { readCheckpoint, type Checkpoint } from './checkpoint.ts'
import {
  readNote,
  readSigner,
  readVerifier,
  signerOf,
  writeSigner,
  type Signer,
  type Verifier,
} from './note.ts'

/** The last checkpoint that was signed with a key, kept beside the key and outside the database. */
export interface Signed {
  note: string
  at: string
}
const signedSchema = z.object({ note: z.string(), at: z.iso.datetime() })

/** A log's key and its memory of what it signed last. */
export interface LogSigner {
  key: Signer
  last: () => Promise<(Signed & Checkpoint) | undefined>
  remember: (signed: Signed) => Promise<void>
}

/** The name of an agency's log: where it is published. */
export const originOf = (host: string): string => `${host}/ledger`

/**
 * The key of an agency's log, from `<agency>.key` in the folder, drawn when the folder has none. Several processes
 * share one folder, or each has a copy of the file. Refuses a file that is no key, or the key of another log.
 */
export async function openSigner(
  folder: string,
  { agencyId, host }: { agencyId: string; host: string },
): Promise<LogSigner> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${agencyId}.key`)
  const drawn = signerOf(originOf(host), 'log', randomBytes(32))
  // Of two processes that start at once, one draws the key and the other reads it.
  const isDrawn = await writeDurably(file, `${writeSigner(drawn)}\n`, { isNew: true })
  const key = isDrawn ? drawn : readSigner(await readFile(file, 'utf8'))
  if (key === undefined) throw new Refusal('malformed', `${file} is no key of a log`)
  if (key.name !== originOf(host))
    throw new Refusal('conflict', `${file} is the key of ${key.name}; this log is ${originOf(host)}`)
  const memory = join(folder, `${agencyId}.signed.json`)
  return {
    key,
    last: () => lastIn(memory),
    remember: async (signed) => {
      await writeDurably(memory, `${JSON.stringify(signed)}\n`)
    },
  }
}

async function lastIn(file: string): Promise<(Signed & Checkpoint) | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const signed = signedSchema.safeParse(JSON.parse(text))
  const note = signed.success ? readNote(signed.data.note) : undefined
  const checkpoint = note && readCheckpoint(note.text)
  if (!signed.success || !checkpoint)
    throw new Refusal('malformed', `${file} is not what the ledger signed last`)
  return { ...signed.data, ...checkpoint }
}

/** The witnesses whose cosignatures the log publishes: public keys in `witnesses`, one a line, `#` for remarks. */
export async function witnessesIn(folder: string): Promise<Verifier[]> {
  const file = join(folder, 'witnesses')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim())
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const witness = readVerifier(line)
      if (witness?.kind === 'witness') return witness
      throw new Refusal('malformed', `${file}: "${line}" is no public key of a witness`)
    })
}
