import type { z } from 'zod'
import { sha256 } from '../platform/id.ts'
import type { Adopted } from './adopted.ts'
import { factsData } from './pack.ts'
import type { selfCheckOrderSchema } from './schema.ts'

/** The order in force as a browser is sent it, and the tag by which it knows that it has it already. */
export interface Sent {
  order: z.infer<typeof selfCheckOrderSchema>
  tag: string
}

const known = new WeakMap<Adopted, Sent>()
const written = new WeakMap<object, string>()

/** The JSON of what is sent, written once for each version. */
export function writtenOnce(sent: unknown): string {
  const before = typeof sent === 'object' && sent !== null ? written.get(sent) : undefined
  return before ?? JSON.stringify(sent)
}

/** Whatever the judge does not read and no page of the self-check shows stays here. */
const notSent = new Set(['why', 'reading', 'by', 'module'])

/**
 * What a browser needs to judge by an order on its own: identity, provisions and vocabulary, as
 * `readVocabulary(facts)` and `readOrder(order, provisions, vocabulary)` take them. The agency's own words are not in
 * it: the self-check shows gists, and is small.
 */
export function selfCheckOrder(adopted: Adopted): Sent {
  const before = known.get(adopted)
  if (before) return before
  const { versionId, digest, data, settings } = adopted
  const order = {
    versionId,
    digest,
    order: data.identity,
    provisions: data.provisions
      .filter((provision) => provision['rules'] !== undefined || isCited(provision.citation, adopted))
      .map((provision) => ({
        ...Object.fromEntries(Object.entries(provision).filter(([field]) => !notSent.has(field))),
        by: ['rule'],
        module: 'policy',
      })),
    facts: factsData(),
    departmentNames: settings.departmentNames,
    ...(settings.support === undefined ? {} : { support: settings.support }),
  }
  const json = JSON.stringify(order)
  written.set(order, json)
  const sent = { order, tag: `"${sha256(json).slice(0, 32)}"` }
  known.set(adopted, sent)
  return sent
}

/** A permission matter names the provision that it comes from. */
function isCited(citation: string, { data }: Adopted): boolean {
  return Object.values(data.identity.permissions).some((route) => route.cites === citation)
}
