import { z } from 'zod'

/** The body of an entry, as it was written. */
export type Body = Readonly<Record<string, unknown>>

const bodySchema = z.record(z.string(), z.unknown())

export function bodyOf(written: string): Body {
  return bodySchema.parse(JSON.parse(written))
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands at a path, `content.people.name`; a list is gone through, and gives what each of it has there. */
function at(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => at(one, name === undefined ? [] : [name, ...rest]))
  if (name === undefined) return [value]
  return isBody(value) ? at(value[name], rest) : []
}

/** All text at or beneath the paths, in order, without repetition. */
export function textsAt(body: Body, paths: readonly string[]): string[] {
  const found = paths.flatMap((path) => at(body, path.split('.')).flatMap(leaves))
  return [...new Set(found.filter((text) => text !== ''))]
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(leaves)
  return isBody(value) ? Object.values(value).flatMap(leaves) : []
}

/** The one text at a path; null where there is none. */
export function textAt(body: Body, path: string): string | null {
  const [found] = at(body, path.split('.'))
  return typeof found === 'string' ? found : null
}

/** The one number at a path; undefined where there is none. */
export function numberAt(body: Body, path: string): number | undefined {
  const [found] = at(body, path.split('.'))
  return typeof found === 'number' ? found : undefined
}

/** Pictures and documents that a body tells of, with what they show. */
export function pictured(value: unknown): { sha256: string; alt: string }[] {
  if (Array.isArray(value)) return value.flatMap(pictured)
  if (!isBody(value)) return []
  const own =
    typeof value['sha256'] === 'string'
      ? [{ sha256: value['sha256'], alt: typeof value['alt'] === 'string' ? value['alt'] : '' }]
      : []
  return [...own, ...Object.values(value).flatMap(pictured)]
}
