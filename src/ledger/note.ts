import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64, joined, sameBytes, toBase64, utf8 } from './bytes.ts'

/**
 * Signed notes (c2sp.org/signed-note): a text, an empty line, and a line for each signature:
 *
 *     — riverton.gov/ledger Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+Z…
 */

/** A public key with the name it goes by. `log` signs the text; `witness` signs it with the time (cosignature/v1). */
export interface Verifier {
  name: string
  kind: 'log' | 'witness'
  keyId: Uint8Array
  publicKey: Uint8Array
}
export interface Signer extends Verifier {
  secret: Uint8Array
}
export interface Signature {
  name: string
  keyId: Uint8Array
  bytes: Uint8Array
  line: string
}
export interface Note {
  /** What is signed, its last line feed included. */
  text: string
  signatures: Signature[]
}

const typeByte = { log: 1, witness: 4 } as const

/** A note in its parts; undefined where it is none. */
export function readNote(note: string): Note | undefined {
  const cut = note.lastIndexOf('\n\n')
  // eslint-disable-next-line no-control-regex
  if (cut < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f\u007f]/.test(note)) return undefined
  const signatures: Signature[] = []
  for (const line of note.slice(cut + 2, -1).split('\n')) {
    const [, name = '', base64 = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
    const bytes = fromBase64(base64)
    if (!isName(name) || bytes === undefined || bytes.length < 5) return undefined
    signatures.push({ name, keyId: bytes.slice(0, 4), bytes: bytes.slice(4), line })
  }
  return { text: note.slice(0, cut + 1), signatures }
}

/** A new note with a log's signature. */
export function signNote(text: string, signer: Signer): string {
  return `${text}\n${lineOf(signer, ed25519.sign(utf8(text), signer.secret))}`
}

/** A witness's line for a checkpoint that it saw at that time. */
export function cosign(text: string, signer: Signer, at: string): string {
  const seconds = Math.floor(Date.parse(at) / 1000)
  const stamp = new Uint8Array(8)
  new DataView(stamp.buffer).setBigUint64(0, BigInt(seconds))
  return lineOf(signer, joined(stamp, ed25519.sign(cosigned(text, BigInt(seconds)), signer.secret)))
}

/** Does an Ed25519 signature hold? Node has a faster one of its own. */
export type Holds = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean

/** Does the note bear the log's signature? A line under its name and key that does not hold refuses the note. */
export function isSignedBy(note: Note, log: Verifier, holds: Holds = holdsPure): boolean {
  const lines = note.signatures.filter((line) => isFrom(line, log))
  return lines.length > 0 && lines.every((line) => holds(line.bytes, utf8(note.text), log.publicKey))
}

/** When a witness says it saw the checkpoint, in seconds since 1970; undefined where its line is missing or false. */
export function cosignedAt(note: Note, witness: Verifier): { seconds: number; line: string } | undefined {
  for (const signature of note.signatures.filter((one) => isFrom(one, witness))) {
    if (signature.bytes.length !== 72) continue
    const seconds = new DataView(signature.bytes.slice(0, 8).buffer).getBigUint64(0)
    if (!holdsPure(signature.bytes.slice(8), cosigned(note.text, seconds), witness.publicKey)) continue
    if (seconds > 253_402_300_799n) continue
    return { seconds: Number(seconds), line: signature.line }
  }
  return undefined
}

/** Reads a public key, `name+4a9c1b02+base64`; undefined where it is none. */
export function readVerifier(text: string): Verifier | undefined {
  const [, name = '', id = '', base64 = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = fromBase64(base64)
  if (bytes?.length !== 33 || !isName(name)) return undefined
  const kind = bytes[0] === typeByte.log ? 'log' : bytes[0] === typeByte.witness ? 'witness' : undefined
  if (kind === undefined) return undefined
  const verifier = verifierOf(name, kind, bytes.slice(1))
  return hexOf(verifier.keyId) === id ? verifier : undefined
}

export function writeVerifier({ name, kind, keyId, publicKey }: Verifier): string {
  return `${name}+${hexOf(keyId)}+${toBase64(joined(Uint8Array.of(typeByte[kind]), publicKey))}`
}

/** Reads a secret key, `PRIVATE+KEY+name+4a9c1b02+base64`; undefined where it is none. */
export function readSigner(text: string): Signer | undefined {
  const [, name = '', id = '', base64 = ''] =
    /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = fromBase64(base64)
  if (bytes?.length !== 33 || !isName(name)) return undefined
  const kind = bytes[0] === typeByte.log ? 'log' : bytes[0] === typeByte.witness ? 'witness' : undefined
  if (kind === undefined) return undefined
  const signer = signerOf(name, kind, bytes.slice(1))
  return hexOf(signer.keyId) === id ? signer : undefined
}

export function writeSigner({ name, kind, keyId, secret }: Signer): string {
  return `PRIVATE+KEY+${name}+${hexOf(keyId)}+${toBase64(joined(Uint8Array.of(typeByte[kind]), secret))}`
}

/** A signer from 32 secret bytes, which whoever calls draws at random. */
export function signerOf(name: string, kind: Verifier['kind'], secret: Uint8Array): Signer {
  return { ...verifierOf(name, kind, ed25519.getPublicKey(secret)), secret }
}

function verifierOf(name: string, kind: Verifier['kind'], publicKey: Uint8Array): Verifier {
  const keyId = sha256(joined(utf8(`${name}\n`), Uint8Array.of(typeByte[kind]), publicKey)).slice(0, 4)
  return { name, kind, keyId, publicKey }
}

function lineOf({ name, keyId }: Verifier, signature: Uint8Array): string {
  return `— ${name} ${toBase64(joined(keyId, signature))}\n`
}

const cosigned = (text: string, seconds: bigint): Uint8Array =>
  utf8(`cosignature/v1\ntime ${seconds}\n${text}`)
const isName = (name: string): boolean => name !== '' && !/[\s+]/.test(name)
const isFrom = (line: Signature, key: Verifier): boolean =>
  line.name === key.name && sameBytes(line.keyId, key.keyId)
const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function holdsPure(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  return signature.length === 64 && ed25519.verify(signature, message, publicKey, { zip215: false })
}
