import { readFileSync } from 'node:fs'

/** One labelled row of `../shared/data/speech/*.jsonl`; each set has its own shape of gold. */
export interface Row<Gold> {
  id: string
  text: string
  gold: Gold
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function fnv1a(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) {
    hash ^= key.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/**
 * Whether a row belongs to the fifth that no training script may read and the exam measures on.
 * Key: `'hatecheck:' + templ` for HateCheck, the event for crisis tweets, otherwise the row's id,
 * so that sister rows of one template or one event never stand on both sides.
 */
export function heldOut(key: string): boolean {
  return fnv1a(key) % 5 === 0
}

/** Where the labelled speech data lies, beside the checkout. */
export const speechData = new URL('../../shared/data/speech/', import.meta.url)

/** Reads a set by name (`'hatecheck_dev'`); one clear sentence when the data is not there. */
export function readSet<Gold>(name: string): Row<Gold>[] {
  const file = new URL(`${name}.jsonl`, speechData)
  let lines: string
  try {
    lines = readFileSync(file, 'utf8')
  } catch {
    throw new Error(
      `The labelled speech data is missing: put it at ../shared/data/speech/ (wanted ${name}.jsonl).`,
    )
  }
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
