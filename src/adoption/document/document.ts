import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refusal } from '../../platform/refusal.ts'
import type { Document } from './line.ts'
import { readDocx } from './read-docx.ts'
import { looksLikeMarkdown, readMarkdown } from './read-markdown.ts'
import { readPdf } from './read-pdf.ts'
import { readText } from './read-text.ts'

/** An order is some ten pages; ten times the longest policy manual is surely a mistake. */
const mostText = 2_000_000
const mostBytes = 60_000_000

/**
 * Reads a department's document into lines, by what it holds, whatever its name says.
 * Refuses with one sentence (malformed) what is empty, damaged, locked, a scan, or no document at all.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<Document> {
  if (bytes.length === 0) throw new Refusal('malformed', `${name} is empty.`)
  if (bytes.length > mostBytes)
    throw new Refusal('malformed', `${name} is larger than 60 MB: that is no order.`)
  if (startsWith(bytes, '%PDF-')) return { name, format: 'pdf', ...(await readPdf(bytes, name)) }
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    return { name, format: 'docx', pages: 1, lines: await readDocx(bytes, name) }
  }
  if (startsWith(bytes, '\u00D0\u00CF\u0011\u00E0')) {
    throw new Refusal(
      'malformed',
      `${name} is in the old binary format of Word or locked: save it as an open DOCX or PDF first.`,
    )
  }
  const claimed = /\.(pdf|docx)$/i.exec(name)?.[1]
  if (claimed) {
    throw new Refusal('malformed', `${name} is called a ${claimed.toUpperCase()} but is not one.`)
  }
  const source = decode(bytes, name)
  if (source.trim() === '') throw new Refusal('malformed', `${name} holds no words.`)
  if (source.length > mostText) {
    throw new Refusal(
      'malformed',
      `${name} holds ${(source.length / 1e6).toFixed(1)} MB of text, and 2 MB are the most: that is no order.`,
    )
  }
  if (/\.(md|markdown)$/i.test(name) || looksLikeMarkdown(source)) {
    return { name, format: 'markdown', pages: 1, lines: readMarkdown(source) }
  }
  const lines = readText(source)
  return { name, format: 'text', pages: lines.at(-1)?.page ?? 1, lines }
}

/** `readDocument` for a path. Refuses (notFound) a path that leads to no readable file. */
export async function readDocumentAt(path: string): Promise<Document> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw new Refusal('notFound', `${path} cannot be read: ${why(error)}.`)
  }
  return readDocument(bytes, basename(path))
}

function why(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be opened'
  return 'the file system refused'
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return magic.split('').every((mark, index) => bytes[index] === mark.charCodeAt(0))
}

// UTF-8 first, UTF-16 by its mark, and the Windows code page for what old word processors saved.
function decode(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = widthOfMarks(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (isBinary(bytes)) throw new Refusal('malformed', `${name} is no text, Markdown, PDF or DOCX.`)
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\uFFFD+/g)?.length ?? 0
  const whole = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0
  // A few bad bytes among good ones (a lone surrogate) are replaced; where none is good it was never UTF-8.
  return broken > whole ? new TextDecoder('windows-1252').decode(bytes) : text
}

// UTF-16 without its mark: every other byte of Western words is zero.
function widthOfMarks(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 1].map((side) => sample.filter((byte, index) => byte === 0 && index % 2 === side).length)
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2))
  if (odd > 0.8 && even < 0.1) return 'utf-16le'
  return even > 0.8 && odd < 0.1 ? 'utf-16be' : undefined
}

// Control bytes do not occur in text; a few may slip into an old file.
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1
  }
  return controls > sample.length / 50
}
