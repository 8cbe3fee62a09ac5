import canonicalize from 'canonicalize'
import type { Json } from './append.ts'

/**
 * The canonical JSON of RFC 8785. For what entries are made of (plain objects, lists, text, numbers) the keys are put
 * in order and JSON.stringify, which writes numbers and text as the standard asks, does the rest: three times as fast
 * as the library. Whatever might differ goes to the library, which also refuses what has no canonical form.
 */
export function canonical(said: { readonly [key: string]: Json | undefined }): string {
  const inOrder = ordered(said)
  const written = inOrder === undefined ? undefined : JSON.stringify(inOrder)
  // A lone surrogate has no UTF-8; JSON.stringify escapes it.
  if (written !== undefined && !written.includes(String.raw`\ud`)) return written
  const words = canonicalize(said)
  if (words === undefined) throw new TypeError('an entry of the ledger is an object')
  return words
}

/** The keys that objects were seen to have, as they stood, with the same in order. */
const orders = new Map<string, readonly string[]>()
const most = 1_000

/** The same with its keys in order at every depth; undefined for what JSON.stringify would write otherwise. */
function ordered(value: Json): Json | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (value === null || typeof value !== 'object') return value
  if ('toJSON' in value) return undefined
  if (isList(value)) {
    const list: Json[] = []
    for (const one of value) {
      const inOrder = ordered(one)
      if (inOrder === undefined) return undefined
      list.push(inOrder)
    }
    return list
  }
  const keys = keysOf(value)
  if (keys === undefined) return undefined
  const whole: { [key: string]: Json } = {}
  for (const key of keys) {
    const one = value[key]
    if (one === undefined) continue
    const inOrder = ordered(one)
    if (inOrder === undefined) return undefined
    whole[key] = inOrder
  }
  return whole
}

/** The keys in order; undefined where an object would not keep them so. */
function keysOf(value: object): readonly string[] | undefined {
  const keys = Object.keys(value)
  const shape = keys.join('\n')
  const known = orders.get(shape)
  // A key with a line feed in it would look like two.
  if (known?.length === keys.length) return known
  const inOrder = keys.toSorted()
  // In an object digits come first, and `__proto__` is no property.
  if (inOrder.some((key) => /^\d|^__proto__$|\n/.test(key))) return undefined
  if (orders.size < most && shape.length < 1_000) orders.set(shape, inOrder)
  return inOrder
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
