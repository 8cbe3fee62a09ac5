import { askedIn, type Asked } from './data.ts'

/** What a hold is placed on. */
export type Held =
  | { on: 'records'; records: string[] }
  | { on: 'thread'; thread: string }
  | { on: 'thing'; thing: string }
  | { on: 'search'; asked: Asked }

/** What an address says is to be held; undefined where it says nothing. */
export function heldIn(question: Readonly<Record<string, string | undefined>>): Held | undefined {
  const { records, thread, thing, on } = question
  if (records !== undefined && records !== '') return { on: 'records', records: records.split(',') }
  if (thread !== undefined && thread !== '') return { on: 'thread', thread }
  if (thing !== undefined && thing !== '') return { on: 'thing', thing }
  return on === 'search' ? { on: 'search', asked: askedIn(question) } : undefined
}
