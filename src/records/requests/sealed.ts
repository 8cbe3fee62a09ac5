import { bodyOf } from '../body.ts'
import { keptAs } from '../kinds.ts'
import type { Material } from './material.ts'
import { timesIn, type Sought } from './redact-words.ts'

/** What stands in every entry and tells of nobody what its record does not. */
const everywhere = ['at', 'kind', 'by', 'subject']

/**
 * May an entry go out as it was sealed? Only where a reviewer read all that it says: of kinds whose table names every
 * place that says nothing, with all else among the texts under review, and with nothing that is cut in any of it.
 */
export function mayShow(
  { body, fields }: Pick<Material, 'body' | 'fields'>,
  cut: readonly Sought[],
): boolean {
  if (body === null) return false
  const said = bodyOf(body)
  const plain = keptAs(typeof said['kind'] === 'string' ? said['kind'] : '')?.plain
  if (plain === undefined) return false
  const known = new Set([...everywhere, ...plain])
  return leavesOf(said).every(
    ({ path, text }) =>
      (known.has(path) || fields.some((field) => field.text.includes(text))) && timesIn(text, cut) === 0,
  )
}

/** Every text of a body with its place; lists are gone through. */
function leavesOf(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, path === '' ? name : `${path}.${name}`))
}
