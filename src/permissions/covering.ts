import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { orderToJudge } from '../adoption/adopted.ts'
import type { Agency } from '../members/caller.ts'
import { membersOf } from '../members/store.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { turningIn } from '../platform/keepable.ts'
import { Refusal } from '../platform/refusal.ts'
import { matters, type Act, type Permission } from '../policy/act.ts'
import { judge } from '../policy/judge.ts'
import type { Order } from '../policy/order.ts'
import type { Ruling } from '../policy/ruling.ts'
import { contentOf, daySchema, type Content } from './content.ts'
import { endOf } from './deadlines.ts'
import { permissionsOf, type StoredPermission } from './register.ts'
import type { MemberRuling } from './schema.ts'

/**
 * What the adopted order says of a member's act, with the permissions of the member that cover it and the advance
 * opinions on it. Permissions that the act claims for itself are not believed. Refuses an act without a date.
 */
export async function judgeFor(
  db: Db,
  agency: Agency,
  member: string,
  act: Act,
  shown: Shown = everything,
): Promise<MemberRuling> {
  const { agencyId, zone } = agency
  if (act.on === undefined) throw new Refusal('malformed', 'an act is judged by its day; say when it is')
  if (!daySchema.safeParse(act.on.slice(0, 10)).success)
    throw new Refusal('malformed', `${act.on} is no day of these centuries`)
  const adopted = await orderToJudge(db, agencyId, act.on)
  if (!adopted) throw new Refusal('forbiddenByOrder', 'the department has adopted no order yet')
  const [who] = await membersOf(db, agencyId, [member])
  const held = await heldOn(db, agencyId, zone, member, act.on)
  const opinions = shown.opinions ? await opinionsOn(db, agencyId, member, act) : []
  const known: Act = {
    ...act,
    // An act names itself; it must not name itself after what somebody was permitted.
    id: thisAct,
    author: { ...(who ? { kind: who.kind } : {}), ...act.author },
    consents: [...(act.consents ?? []), ...consentsIn(held, act)],
  }
  const weighed = held.map((stored) => ({ stored, as: asPermissions(stored, act, zone) }))
  const permissions = weighed.flatMap(({ as }) => as)
  const ruling = judge({ ...known, permissions }, adopted.order)
  const note = [ruling.note, turned(act), ...opinions.map((opinion) => inSentence(opinion, zone))].filter(
    (words) => words !== undefined,
  )
  return {
    ...ruling,
    act: act.id,
    ...(note.length > 0 ? { note: note.join(' ') } : {}),
    covered: coveredBy(ruling, known, adopted.order, weighed).filter(({ permissionId }) =>
      shown.permission(permissionId),
    ),
    opinions,
  }
}

/** Says of a text that a page may show it as other words. */
function turned({ text = '' }: Act): string | undefined {
  const turning = turningIn(text)
  return (
    turning && `The text holds the invisible character ${turning}: a page can show other words than these.`
  )
}

/** What of a member's own affairs a ruling may tell to whoever reads it. */
export interface Shown {
  opinions: boolean
  permission: (permissionId: string) => boolean
}

const everything: Shown = { opinions: true, permission: () => true }

/** What an act is called while it is judged: nothing that a permission could name by chance. */
const thisAct = 'this act'

/** The colleagues who agreed to what the act shows, when they were asked for a permission that is in force. */
function consentsIn(held: readonly StoredPermission[], act: Act): { member: string; given: boolean }[] {
  return held
    .filter(({ state, content, byOffice }) => {
      const isLive = state === 'in-force' || state === 'about-to-end'
      const isShown = content.text !== null || (content.pictures.length > 0 && (act.media ?? []).length > 0)
      // What colleagues alone permit is weighed as their permission, and shown as such.
      return byOffice !== 'coworker' && isLive && isShown && isPart(content, act) && !isOther(content, act)
    })
    .flatMap(({ agreed }) => agreed.map((member) => ({ member, given: true })))
}

async function heldOn(
  db: Db,
  agencyId: string,
  zone: string,
  member: string,
  on: string,
): Promise<StoredPermission[]> {
  // A day without a time is judged as it ended: what was revoked on it no longer covers it.
  const hasTime = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(on)
  const day = hasTime ? dayIn(zone, on) : on.slice(0, 10)
  const at = hasTime ? Temporal.Instant.from(on).toString() : endOf(day, zone)
  return await permissionsOf(db, agencyId, { at, day }, member)
}

/**
 * A permission of the register in the shape that `judge` weighs; `act` is what it is weighed for. What colleagues
 * permit is as many permissions as colleagues who agreed, since each gives a yes of their own.
 */
export function asPermissions(
  permission: StoredPermission,
  act: Act | undefined,
  zone: string,
): Permission[] {
  const { byOffice, validFrom, validTo, givenAt, agreed, state } = permission
  const matter = matters.find((known) => known === permission.matter)
  if (matter === undefined) return []
  const one: Permission = {
    matter,
    by: byOffice,
    form: 'express-written',
    state: state === 'withdrawn' || state === 'revoked' ? state : 'in-force',
    // Nothing is permitted before somebody said so.
    from: validFrom > dayIn(zone, givenAt) ? validFrom : givenAt,
    ...(validTo === null ? {} : { to: validTo }),
    covers: coversOf(permission, act),
  }
  return byOffice === 'coworker' ? agreed.map(() => one) : [one]
}

/** Is it for another capacity or a narrower audience than the act's? */
function isOther({ act: asked }: Content, act: Act): boolean {
  return asked.capacity !== act.capacity || (asked.audience === 'limited' && act.audience !== 'limited')
}

/** Shows the act nothing but what was asked for, and says it exactly that, where words were asked for? */
function isPart({ act: asked, text, pictures }: Content, act: Act): boolean {
  const approved = new Set(pictures.map(({ sha256 }) => sha256))
  return (
    (text === null || (asked.kind === act.kind && text === (act.text ?? '').trim())) &&
    (act.media ?? []).every(({ id }) => id !== undefined && approved.has(id))
  )
}

/** What a permission names. It always names something: an empty list would be read as any act of its matter. */
function coversOf({ content, requestId, cites }: StoredPermission, act: Act | undefined): string[] {
  const names = [`request ${requestId}`]
  if (act && isOther(content, act)) return names
  const { text, device, page, pictures, covers } = content
  // A picture left out is no change of what was permitted; another word is.
  if (text !== null) return act && isPart(content, act) ? [...names, thisAct] : names
  const isPage = act?.kind === 'page' && act.id === page
  const isDevice = device !== null && act?.device?.owner === device.owner && act.device.kind === device.kind
  return [
    ...names,
    ...covers,
    ...pictures.map(({ sha256 }) => sha256),
    ...(isPage ? [thisAct] : []),
    ...(isDevice ? [cites] : []),
  ]
}

/** The permissions that a ruling rests on: those that clear one of its provisions by themselves. */
function coveredBy(
  ruling: Ruling,
  act: Act,
  order: Order,
  weighed: readonly { stored: StoredPermission; as: Permission[] }[],
): MemberRuling['covered'] {
  const cleared = ruling.provisions.flatMap(({ permitted }) => (permitted ? [permitted.matter] : []))
  return weighed.flatMap(({ stored, as }) => {
    if (!cleared.includes(stored.matter)) return []
    const alone = judge({ ...act, permissions: as }, order)
    const citations = alone.provisions.flatMap((one) => (one.permitted ? [one.citation] : []))
    if (citations.length === 0) return []
    const { permissionId, matter, byOffice, validTo, conditions } = stored
    return [{ permissionId, matter, by: byOffice, to: validTo, conditions, citations }]
  })
}

type Opinion = MemberRuling['opinions'][number]

/** The same words are asked about once or twice; of more, the newest are told. */
const mostOpinions = 50

/** What the department said in advance of these very words and pictures, the newest first. */
async function opinionsOn(db: Db, agencyId: string, member: string, act: Act): Promise<Opinion[]> {
  const rows = await db
    .selectFrom('request')
    .innerJoin('requestStep', (join) =>
      join
        .onRef('requestStep.agencyId', '=', 'request.agencyId')
        .onRef('requestStep.requestId', '=', 'request.requestId')
        .onRef('requestStep.version', '=', 'request.version'),
    )
    .select([
      'request.requestId',
      'request.content',
      'request.state',
      'requestStep.at',
      'requestStep.deskTitle',
      'requestStep.remarks',
    ])
    .where('request.agencyId', '=', agencyId)
    .where('request.author', '=', member)
    .where('request.state', 'in', ['allowed', 'allowed-with-changes', 'not-allowed', 'not-needed'])
    .where(sql`coalesce(request.content::json ->> 'text', '')`, '=', (act.text ?? '').trim())
    .orderBy('requestStep.at', 'desc')
    .limit(mostOpinions)
    .execute()
  return rows.flatMap(({ requestId, content, state, at, deskTitle, remarks }) => {
    const asked = contentOf(content)
    const isAnswer =
      state === 'allowed' ||
      state === 'allowed-with-changes' ||
      state === 'not-allowed' ||
      state === 'not-needed'
    // An opinion is on these words and these pictures; other words beside the pictures were never weighed.
    const isWeighed = isPart(asked, act) && (asked.text ?? '') === (act.text ?? '').trim()
    if (!isAnswer || isOther(asked, act) || !isWeighed) return []
    return [{ requestId, answer: state, at, office: deskTitle ?? 'the Department', reason: remarks }]
  })
}

function inSentence({ answer, at, office, reason }: Opinion, zone: string): string {
  const words = {
    allowed: 'this is allowed',
    'allowed-with-changes': 'this is allowed with changes',
    'not-allowed': 'this is not allowed',
    'not-needed': 'this needs no permission',
  } satisfies Record<Opinion['answer'], string>
  const why = reason === null ? '' : ` (${reason})`
  return `On ${dayIn(zone, at)} the ${office} said in advance that ${words[answer]}${why}; the Department is held to it.`
}
