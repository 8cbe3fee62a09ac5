import canonicalize from 'canonicalize'
import type { Adopted } from './adopted.ts'
import { collapse } from './document/line.ts'
import { isHead } from './own-order.ts'
import type { VersionChange } from './schema.ts'

/**
 * What is other in an order than in the one somebody knows: provisions added and removed, other words, and other
 * rulings (what follows from a provision, or who may permit it). A provision may change in words and in ruling.
 */
export function changesBetween(before: Adopted, after: Adopted): VersionChange[] {
  const [old, now] = [provisionsOf(before), provisionsOf(after)]
  const changes: VersionChange[] = []
  for (const [citation, provision] of now) {
    const known = old.get(citation)
    const { gist } = provision
    if (!known) {
      changes.push({ citation, change: 'added', gist, before: null, after: provision.words })
      continue
    }
    if (collapse(known.words) !== collapse(provision.words))
      changes.push({ citation, change: 'words', gist, before: known.words, after: provision.words })
    if (known.rules !== provision.rules)
      changes.push({ citation, change: 'ruling', gist, before: known.follows, after: provision.follows })
  }
  for (const [citation, provision] of old)
    if (!now.has(citation))
      changes.push({
        citation,
        change: 'removed',
        gist: provision.gist,
        before: provision.words,
        after: null,
      })
  return changes
}

interface Known {
  gist: string | null
  words: string
  /** All that decides what follows, as canonical JSON. */
  rules: string
  /** The same for people. */
  follows: string
}

function provisionsOf({ data, order, verbatim, words }: Adopted): Map<string, Known> {
  const known = new Map<string, Known>()
  const written = new Map(data.provisions.map((provision) => [provision.citation, provision]))
  for (const { citation, gist, rules, permission } of order.provisions) {
    if (isHead(citation) && !verbatim.has(citation)) continue
    const raw = written.get(citation)
    const matters = [permission, ...rules.map((rule) => rule.permission)].filter(
      (matter) => matter !== undefined,
    )
    const routes = [...new Set(matters)].map((matter) => order.paths.get(matter))
    const outcomes = [...new Set(rules.map((rule) => rule.outcome))]
    const givers = routes.flatMap((route) =>
      route ? [`${route.matter}: ${route.by}, ${route.via}, ${route.form}`] : [],
    )
    known.set(citation, {
      gist: isHead(citation) ? null : gist.trim(),
      words: verbatim.get(citation) ?? gist.trim(),
      rules:
        canonicalize([
          raw?.['rules'] ?? null,
          raw?.['modality'],
          raw?.['capacity'],
          routes.map((route) => [route?.matter, route?.by, route?.via, route?.form]),
        ]) ?? '',
      follows: [...outcomes, ...givers].join('; ') || 'nothing is judged by it',
    })
  }
  for (const { citation, text } of words.extra)
    known.set(citation, { gist: null, words: text, rules: '', follows: 'nothing is judged by it' })
  return known
}
