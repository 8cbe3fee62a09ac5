import { fromBase64, toBase64 } from './bytes.ts'
import { isSignedBy, readNote, type Holds, type Note, type Verifier } from './note.ts'

/** The size and root of a log at one moment (c2sp.org/tlog-checkpoint), the text that a log and its witnesses sign. */
export interface Checkpoint {
  /** `riverton.gov/ledger`: where the log is published, without the scheme. */
  origin: string
  size: number
  root: Uint8Array
}

export function writeCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** Reads a checkpoint's text; lines that others may have added after the third are passed over. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', written = '', base64 = ''] = text.split('\n')
  const root = fromBase64(base64)
  const size = Number(written)
  if (origin === '' || !/^(?:0|[1-9]\d*)$/.test(written) || !Number.isSafeInteger(size)) return undefined
  return root?.length === 32 && text.endsWith('\n') ? { origin, size, root } : undefined
}

/**
 * A checkpoint in whose note the log's signature holds; otherwise a sentence that says what is wrong.
 *
 *     const opened = openCheckpoint(note, readVerifier('riverton.gov/ledger+4a9c1b02+AQ…'))
 */
export function openCheckpoint(
  written: string,
  log: Verifier,
  holds?: Holds,
): { ok: true; checkpoint: Checkpoint; note: Note } | { ok: false; because: string } {
  const note = readNote(written)
  if (note === undefined) return { ok: false, because: 'it is no signed note' }
  const checkpoint = readCheckpoint(note.text)
  if (checkpoint === undefined) return { ok: false, because: 'its text is no checkpoint' }
  if (checkpoint.origin !== log.name)
    return { ok: false, because: `it is of the log ${checkpoint.origin}, not of ${log.name}` }
  if (!isSignedBy(note, log, holds))
    return { ok: false, because: `the signature of ${log.name} does not hold` }
  return { ok: true, checkpoint, note }
}
