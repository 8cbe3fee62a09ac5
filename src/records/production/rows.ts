import { stringify } from 'csv-stringify/sync'
import type { Place, Produced, ProducedMedium } from './produced.ts'

/** A medium as the package holds it. */
export interface KeptMedium {
  /** `data/media/RPD-000012-1.jpg` */
  file: string
  /** What it was called; only where nothing was cut from the record. */
  name: string | null
  mediaType: string
  alt: string
  sha256: string
  bytes: number
}

export interface Numbered {
  number: string
  record: Produced
  media: KeptMedium[]
  place: Place
}

/** `RPD-000012` */
export function numberOf({ prefix, first }: { prefix: string; first: number }, at: number): string {
  return `${prefix}-${String(first + at).padStart(6, '0')}`
}

export function standingOf({ withheld, redactions }: Produced): 'released' | 'redacted' | 'withheld' {
  if (withheld !== null) return 'withheld'
  return redactions.length > 0 ? 'redacted' : 'released'
}

/** May its entry be shown as it was sealed? Only of what is released whole. */
export function isShown(record: Produced): boolean {
  return record.whole && standingOf(record) === 'released'
}

/** A line of `data/records.jsonl`. Of a withheld record nothing is said but that it is there, and why. */
export function jsonLine({ number, record, media, place }: Numbered): string {
  const { recordId, at, kind, event, thing, thread, context, versions } = record
  const standing = standingOf(record)
  const isWithheld = standing === 'withheld'
  return `${JSON.stringify({
    number,
    recordId,
    at,
    kind,
    event: isWithheld ? null : event,
    standing,
    context,
    whole: isShown(record),
    thing,
    thread,
    versions,
    account: isWithheld ? null : record.account,
    author: isWithheld ? null : record.author,
    words: isWithheld ? null : record.words,
    redactions: record.redactions,
    withheld: record.withheld,
    media,
    ledger: place,
  })}\n`
}

export const recordHeads = [
  'number',
  'time (UTC)',
  'kind',
  'event',
  'standing',
  'context',
  'network',
  'account',
  'address',
  'author',
  'words',
  'media',
  'versions',
  'redactions',
  'thread',
  'thing',
  'record',
  'place in the ledger',
]

export function csvRow({ number, record, media, place }: Numbered): (string | number)[] {
  const isWithheld = record.withheld !== null
  const { account } = record
  return [
    number,
    record.at,
    record.kind,
    isWithheld ? '' : record.event,
    standingOf(record),
    record.context ? 'context' : '',
    isWithheld ? '' : (account?.network ?? ''),
    isWithheld ? '' : (account?.handle ?? ''),
    isWithheld ? '' : (account?.address ?? ''),
    isWithheld ? '' : (record.author ?? ''),
    isWithheld ? '' : record.words,
    media.map(({ file }) => file.slice('data/'.length)).join(' '),
    record.versions,
    record.redactions.length,
    record.thread,
    record.thing,
    record.recordId,
    place.index,
  ]
}

export const redactionHeads = ['number', 'in its place', 'exemption', 'reason']
export const withheldHeads = ['number', 'time (UTC)', 'kind', 'exemption', 'reason']

export function redactionRows({ number, record }: Numbered): string[][] {
  return record.redactions.map(({ label, exemption, reason }) => [number, label, exemption, reason])
}

export function withheldRows({ number, record }: Numbered): string[][] {
  return (record.withheld ?? []).map(({ exemption, reason }) => [
    number,
    record.at,
    record.kind,
    exemption,
    reason,
  ])
}

/**
 * Lines of a table as spreadsheets read it (RFC 4180), words of several lines quoted. A field that they would take for a
 * formula gets a ' before it.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.length === 0 ? '' : stringify([...rows], asSpreadsheetsRead)
}

const asSpreadsheetsRead = {
  escape_formulas: true,
  record_delimiter: 'windows',
  quote_record_delimiter: true,
} as const

const extensions: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['image/gif', 'gif'],
  ['image/avif', 'avif'],
  ['video/mp4', 'mp4'],
  ['video/webm', 'webm'],
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['application/pdf', 'pdf'],
  ['text/plain', 'txt'],
  ['text/html', 'html.txt'],
])

/** The name of a medium in the package: never the one it had. */
export function mediumFile(number: string, at: number, { mediaType }: ProducedMedium): string {
  return `data/media/${number}-${at + 1}.${extensions.get(mediaType) ?? 'bin'}`
}
