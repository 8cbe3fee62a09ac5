import type { Act, Permission } from './act.ts'
import { localDate } from './in-force.ts'
import type { Order, Rule } from './order.ts'
import type { Path } from './ruling.ts'
import { agreed, colleaguesSaid, showing, type Situation } from './situation.ts'
import { areWanted, type Speaking } from './speaking.ts'

/** Each form that a permission may have, and the forms an order may ask that it satisfies (decision A11). */
const satisfies: Record<string, readonly string[]> = {
  'express-written': ['express-written', 'written', 'express', 'consent', 'recorded'],
  written: ['express-written', 'written', 'express', 'consent', 'recorded'],
  express: ['express', 'consent', 'recorded'],
  oral: ['consent', 'recorded'],
}

export type Cover = { live: true; permission: Permission } | { live: false; because: string | undefined }

/** What a permission is weighed against: the act, the limb that forbids, and the facts it rests on. */
export interface Weighed {
  act: Act
  order: Order
  rule: Rule
  grounds: Speaking
  situation: Situation
}

/**
 * Does one of the act's permissions cover what a rule forbids? It must be of the rule's matter, in force on the
 * act's day, given by somebody who may give it, in the form that the order asks, and name the thing.
 * When none does, `because` says of the nearest one why not.
 */
export function covering(weighed: Weighed, path: Path & { givers: readonly string[] }): Cover {
  const { act } = weighed
  const isColleagues = path.givers.includes('coworker')
  if (isColleagues && act.consents?.some((consent) => !consent.given))
    return { live: false, because: 'a colleague has refused' }
  const live: Permission[] = []
  let because: string | undefined
  for (const permission of act.permissions ?? []) {
    if (permission.matter !== path.matter) continue
    const fault = faultOf(weighed, permission, path)
    if (fault === undefined) live.push(permission)
    because ??= fault
  }
  const needed = isColleagues ? colleaguesSaid(act, weighed.order.vocabulary) : 0
  // A permission may only write down a yes that stands among the consents too, so the two are not added.
  const yeses = Math.max(agreed(act).size, live.length)
  if (yeses < needed) because = `${yeses} of ${needed} colleagues have agreed`
  const [permission] = live
  return permission && yeses >= needed ? { live: true, permission } : { live: false, because }
}

function faultOf(
  weighed: Weighed,
  permission: Permission,
  path: Path & { givers: readonly string[] },
): string | undefined {
  const { from, to, state, form } = permission
  if (state !== 'in-force') return `the permission is ${state}, not in force`
  if (from !== undefined || to !== undefined) {
    const { on } = weighed.act
    if (on === undefined) return 'the permission is for a time, and the act has no date'
    const { zone } = weighed.order.identity
    if (from !== undefined && isBefore(on, from, zone)) return `the permission begins only on ${from}`
    if (to !== undefined && isBefore(to, on, zone)) return `the permission ended on ${to}`
  }
  if (!path.givers.includes(officeOf(permission.by)))
    return `the ${permission.by} may not give it; the ${path.by} may`
  if (form !== undefined && !(satisfies[form] ?? []).includes(path.form))
    return `the permission is ${form}; ${path.cites} asks that it be ${path.form}`
  if (!names(weighed, permission.covers)) return 'the permission does not name all of this'
  return undefined
}

/** The office, whoever holds it for the time being (decision A10): `Acting Chief of Police` is the chief. */
function officeOf(giver: string): string {
  return giver
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/^(?:acting|interim)-/, '')
    .replace(/-of-police$/, '')
}

/** Whole days are the agency's; two exact times are compared as such. */
function isBefore(a: string, b: string, zone: string): boolean {
  const areExact = [a, b].every((time) => /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(time))
  return areExact ? Date.parse(a) < Date.parse(b) : localDate(a, zone) < localDate(b, zone)
}

/**
 * A permission with no list is for the act it is attached to. A list must name the act, its kind or the provision,
 * or else every fact that the rule rests on: by its name, or by the medium that shows it.
 */
function names({ act, rule, grounds, situation }: Weighed, covers: readonly string[] | undefined): boolean {
  if (covers === undefined || covers.length === 0) return true
  const listed = new Set(covers)
  if (listed.has(act.id) || listed.has(act.kind) || listed.has(rule.provision.citation)) return true
  const media = act.media ?? []
  const isNamed = (place: number): boolean => {
    const medium = media[place]
    if (!medium) return false
    const isPicture = medium.kind === 'image' && (listed.has('photograph') || listed.has('picture'))
    return isPicture || listed.has(medium.kind) || (medium.id !== undefined && listed.has(medium.id))
  }
  const shown = [...grounds].filter(([fact]) => fact.from === 'text' || fact.from === 'person')
  return (
    shown.length > 0 &&
    shown.every(([fact, wanted]) => {
      if (listed.has(fact.name)) return true
      const places = (situation.grounds[fact.index] ?? [])
        .filter((ground) => areWanted(ground.details ?? {}, wanted))
        .map((ground) => placeOf(ground.in))
      // What a person says of the pictures without saying of which is said of all that the rule is about.
      const all = places.includes(undefined)
        ? media.flatMap(({ kind }, place) => (areWanted({ medium: showing(kind) }, wanted) ? [place] : []))
        : places
      return all.length > 0 && all.every((place) => place !== undefined && isNamed(place))
    })
  )
}

/** Which medium a fact was seen in: `media.1.alt` is the second; -1 stands for the text. */
function placeOf(where: string | undefined): number | undefined {
  if (where === undefined) return undefined
  return where.startsWith('media.') ? Number(where.split('.')[1]) : -1
}
