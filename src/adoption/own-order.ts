import { z } from 'zod'
import { readOrder, type Order } from '../policy/order.ts'
import type { Problem, Vocabulary } from '../policy/vocabulary.ts'
import { givenBy, routeSchema, type Settings } from './settings.ts'

const identityData = z.looseObject({ permissions: z.record(z.string(), routeSchema) })
const provisionsData = z.array(z.looseObject({ citation: z.string(), by: z.array(z.string()) }))

/** A pack as it stood when a version was started from it, as data. */
export interface PackData {
  identity: z.infer<typeof identityData>
  provisions: z.infer<typeof provisionsData>
}

/** What the agency's own words make of a pack. */
export const wordsSchema = z.object({
  verbatim: z.record(z.string(), z.string()),
  notes: z.record(z.string(), z.string()),
  /** Of the pack, not in the agency's order: nobody is judged by these. */
  omitted: z.array(z.string()),
  /** In the agency's order with another meaning than the pack's: shown, and judged by a person only. */
  unjudged: z.array(z.string()),
  /** In the agency's order alone. */
  extra: z.array(z.object({ citation: z.string(), text: z.string(), note: z.string().nullable() })),
})
export type Words = z.infer<typeof wordsSchema>

export const noWords: Words = { verbatim: {}, notes: {}, omitted: [], unjudged: [], extra: [] }

/** Whose order it is, and when. */
export interface Own {
  agencyId: string
  agency: string
  zone: string
  number: string
  title: string
  dates:
    | {
        approved: { by: string; on: string }
        effective: string
        firstIssued: string | undefined
        supersededOn: string | undefined
        signedBy: string
      }
    | undefined
}

/**
 * Is this a line of an order's head: its agency, number, title, dates? What a pack says there is the head of the
 * department that the pack was made of; of an adopted order only the agency's own words are shown.
 */
export function isHead(citation: string): boolean {
  return citation.startsWith('META.')
}

/** Reads pack data that was written as JSON. */
export function readPackData(identity: string, provisions: string): PackData {
  return {
    identity: identityData.parse(JSON.parse(identity)),
    provisions: provisionsData.parse(JSON.parse(provisions)),
  }
}

/** The pack as the agency's own: its name, zone, number, dates and givers, without what its order does not hold. */
export function ownPack(pack: PackData, own: Own, settings: Settings, words: Words): PackData {
  const omitted = new Set(words.omitted)
  const unjudged = new Set(words.unjudged)
  const permissions = Object.fromEntries(
    Object.entries(pack.identity.permissions)
      .filter(([, route]) => !omitted.has(route.cites))
      .map(([matter, route]) => [matter, givenBy(route, settings)]),
  )
  return {
    identity: { ...identityOf(pack, own, omitted), names: settings.departmentNames, permissions },
    provisions: pack.provisions
      .filter(({ citation }) => !omitted.has(citation))
      .map((provision) => (unjudged.has(provision.citation) ? withoutRules(provision, words) : provision)),
  }
}

/** The agency's order, ready to judge by; its problems are data. */
export function ownOrder(
  pack: PackData,
  own: Own,
  settings: Settings,
  words: Words,
  vocabulary: Vocabulary,
): { order: Order | undefined; problems: Problem[] } {
  const { identity, provisions } = ownPack(pack, own, settings, words)
  return readOrder(identity, provisions, vocabulary)
}

function identityOf(pack: PackData, own: Own, omitted: ReadonlySet<string>): Record<string, unknown> {
  const {
    issued: _issued,
    approved: _approved,
    'first-issued': _firstIssued,
    'text-held-from': _heldFrom,
    'superseded-on': _ended,
    'signed-by': signedBy,
    'code-of-conduct': code,
    rescinds: _rescinds,
    ...rest
  } = pack.identity
  const cited = z.object({ cites: z.string() }).safeParse(code)
  const named = {
    ...rest,
    ...(cited.success && !omitted.has(cited.data.cites) ? { 'code-of-conduct': code } : {}),
    id: idOf(own),
    agency: own.agency,
    number: own.number,
    title: own.title,
    zone: own.zone,
  }
  if (!own.dates) return named
  const { approved, effective, firstIssued, supersededOn } = own.dates
  const office = z.object({ office: z.string() }).safeParse(signedBy)
  return {
    ...named,
    approved,
    effective,
    'text-held-from': effective,
    'signed-by': {
      office: office.success ? office.data.office : 'Chief of Police',
      name: own.dates.signedBy,
    },
    ...(firstIssued === undefined ? {} : { 'first-issued': firstIssued }),
    ...(supersededOn === undefined ? {} : { 'superseded-on': supersededOn }),
  }
}

function idOf({ agencyId, number }: Own): string {
  return `${agencyId}-${number}`
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
}

function withoutRules(
  { rules: _rules, permission: _permission, ...provision }: PackData['provisions'][number],
  words: Words,
): PackData['provisions'][number] {
  const by = provision.by.filter((carrier) => carrier !== 'rule')
  const why = words.notes[provision.citation] ?? 'The agency reads its words otherwise; a person applies it.'
  return { ...provision, by: by.length > 0 ? by : ['information'], why }
}
