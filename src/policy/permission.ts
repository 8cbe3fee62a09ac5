import type { Act, Permission } from './act.ts'
import type { Rule } from './order.ts'
import type { Path } from './ruling.ts'
import type { Fact } from './vocabulary.ts'

/** Forms of a permission, each with the forms that it satisfies besides its own name. */
const satisfies: Record<string, readonly string[]> = {
  'express-written': ['express-written', 'written', 'express', 'consent', 'recorded'],
  written: ['written', 'express-written', 'express', 'consent', 'recorded'],
  express: ['express', 'consent'],
  // An oral consent counts where the order asks no writing (decision A11).
  oral: ['consent', 'recorded'],
}

export type Cover = { live: true; permission: Permission } | { live: false; because: string | undefined }

/**
 * Does one of the act's permissions cover what a rule forbids? It must be of the rule's matter, in force at the
 * act's time, given by somebody who may give it, in the form that the order asks, and name the thing.
 * When none does, `because` says of the nearest one why not.
 */
export function covering(
  act: Act,
  path: Path & { givers: readonly string[] },
  rule: Rule,
  grounds: ReadonlySet<Fact>,
): Cover {
  let because: string | undefined
  for (const permission of act.permissions ?? []) {
    if (permission.matter !== path.matter) continue
    const fault = faultOf(act, permission, path, rule, grounds)
    if (fault === undefined) return { live: true, permission }
    because ??= fault
  }
  return { live: false, because }
}

function faultOf(
  act: Act,
  permission: Permission,
  path: Path & { givers: readonly string[] },
  rule: Rule,
  grounds: ReadonlySet<Fact>,
): string | undefined {
  if (permission.state !== 'in-force') return `the permission is ${permission.state}, not in force`
  const on = instant(act.on, 'start')
  if (on !== undefined) {
    const from = instant(permission.from, 'start')
    const to = instant(permission.to, 'end')
    if (from !== undefined && on < from) return `the permission begins only on ${permission.from}`
    if (to !== undefined && on > to) return `the permission ended on ${permission.to}`
  }
  // Whoever holds the office for the time being holds its power (decision A10).
  const giver = permission.by.replace(/^(acting|interim)[- ]/, '').replace(/[- ]of[- ]police$/, '')
  if (!path.givers.includes(giver)) return `the ${permission.by} may not give it; ${path.by} may`
  if (permission.form !== undefined && !(satisfies[permission.form] ?? []).includes(path.form))
    return `the permission is ${permission.form}; ${path.cites} asks that it be ${path.form}`
  if (!names(act, permission.covers, rule, grounds)) return 'the permission does not name this'
  return undefined
}

/** A permission with no list is for the act it is attached to; a list must name what is shown, the act, or its medium. */
function names(
  act: Act,
  covers: readonly string[] | undefined,
  rule: Rule,
  grounds: ReadonlySet<Fact>,
): boolean {
  if (covers === undefined || covers.length === 0) return true
  const listed = new Set(covers)
  if (listed.has(act.id) || listed.has(act.kind) || listed.has(rule.provision.citation)) return true
  const hasPicture = act.media?.some((media) => media.kind !== 'audio') ?? false
  if (hasPicture && (listed.has('photograph') || listed.has('picture'))) return true
  for (const media of act.media ?? [])
    if (listed.has(media.kind) || (media.id !== undefined && listed.has(media.id))) return true
  const shown = [...grounds].filter((fact) => fact.from === 'text' || fact.from === 'person')
  return shown.length > 0 && shown.every((fact) => listed.has(fact.name))
}

function instant(date: string | undefined, edge: 'start' | 'end'): number | undefined {
  if (date === undefined) return undefined
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(date)
  return Date.parse(whole ? `${date}T${edge === 'start' ? '00:00:00' : '23:59:59'}Z` : date)
}
