import { adoptedOrder } from '../adoption/adopted.ts'
import type { MemberCaller } from '../members/caller.ts'
import type { Waiting } from '../members/waiting.ts'
import { dayIn, isBefore, later } from '../platform/day.ts'
import { dayAfter, startOf } from './deadlines.ts'
import type { State } from './moves.ts'
import { listPermissions, type StoredPermission } from './register.ts'
import { movesFor } from './request.ts'
import { isMineToDo, seesPermission, sightOf, type Sight } from './sight.ts'
import { requestsOf, type StoredRequest } from './store.ts'
import { titleOf } from './view.ts'
import { groundOf, knownOf } from './ways.ts'

/** More than these are not shown at once; the list of requests has them all. */
const mostWaiting = 200

/** For so many days somebody is told what became of what they asked for, and of what they were permitted. */
const toldDays = 7

/** What became of a request, by the state in which it ended. */
const endings = {
  approved: 'request.granted',
  allowed: 'request.granted',
  'allowed-with-changes': 'request.granted',
  'not-needed': 'request.unneeded',
  disapproved: 'request.denied',
  refused: 'request.denied',
  upheld: 'request.denied',
  'not-allowed': 'request.denied',
} as const satisfies Partial<Record<State, string>>
type Ending = keyof typeof endings
const ended = Object.keys(endings).filter(isEnding)

function isEnding(state: string): state is Ending {
  return state in endings
}

/**
 * What waits for a member here: words on the requests of others, answers to their own and what came of them, permissions
 * that end soon or were taken back.
 */
export async function waiting(caller: MemberCaller, at: string): Promise<Waiting[]> {
  const { db, agency, member } = caller
  const adopted = await adoptedOrder(db, agency.agencyId, at)
  if (!adopted) return []
  const known = await knownOf(db, agency)
  const { settings } = adopted
  const sight = sightOf(known.chart, member, 'requests.see', settings, dayIn(agency.zone, at))
  // An appeal that nobody is named to hear waits for whoever can name somebody.
  const isUnheard = settings.appealTo.memberId === null && member.roles.has('administrator')
  const since = later(at, { hours: -24 * toldDays })
  const rows = await db
    .selectFrom('request')
    .select('requestId')
    .where('agencyId', '=', agency.agencyId)
    .where((row) =>
      row.or([
        isMineToDo(sight, row),
        row.and([row('author', '=', member.memberId), row('state', 'in', ['returned', 'stalled'])]),
        row.and([row('author', '=', member.memberId), row('state', 'in', ended), row('since', '>=', since)]),
        ...(isUnheard ? [row('state', '=', 'on-appeal')] : []),
      ]),
    )
    .orderBy('dueAt')
    .limit(mostWaiting)
    .execute()
  const found: Waiting[] = []
  const ids = rows.map(({ requestId }) => requestId)
  for (const request of await requestsOf(db, agency.agencyId, ids)) {
    const { seats } = await groundOf(db, agency, request, at, known)
    const moves = movesFor(request, member.memberId, seats)
    const isUnnamed = isUnheard && request.state === 'on-appeal'
    const isTold = isEnding(request.state) && request.author === member.memberId
    if (moves.length > 0 || isUnnamed || isTold)
      found.push(waitingFor(request, isUnnamed ? 'request.nobody-hears' : kindOf(request, member.memberId)))
  }
  return [...found, ...(await permissionsTold(caller, sight, at))]
}

function kindOf({ state, author }: StoredRequest, memberId: string): string {
  if (isEnding(state)) return endings[state]
  if (author === memberId) return state === 'returned' ? 'request.returned' : 'request.stalled'
  if (state === 'awaiting-consent') return 'request.consent'
  if (state === 'awaiting-endorsement') return 'request.endorse'
  if (state === 'on-appeal') return 'request.appeal'
  return state === 'with-counsel' ? 'request.counsel' : 'request.decide'
}

function waitingFor(request: StoredRequest, kind: string): Waiting {
  const { requestId, since, dueAt } = request
  return {
    kind,
    subject: requestId,
    title: titleOf(request.content),
    matter: request.matter,
    since,
    deadline: kind === 'request.returned' || isEnding(request.state) ? null : dueAt,
    href: `/requests/${requestId}`,
  }
}

/** Of the member's own permissions those that end soon, and those that somebody else ended lately. */
async function permissionsTold(
  { db, agency, member }: MemberCaller,
  sight: Sight,
  at: string,
): Promise<Waiting[]> {
  const { agencyId, zone } = agency
  const inState = async (state: 'about-to-end' | 'revoked'): Promise<StoredPermission[]> => {
    const query = { seen: seesPermission(sight), member: member.memberId, state, limit: mostWaiting }
    return (await listPermissions(db, agencyId, { at, day: dayIn(zone, at) }, query)).items
  }
  const since = later(at, { hours: -24 * toldDays })
  const revoked = (await inState('revoked')).filter(
    ({ endedAt }) => endedAt !== null && !isBefore(endedAt, since),
  )
  return [
    ...(await inState('about-to-end')).map((permission) =>
      told('permission.ending', permission, permission.givenAt, lastMoment(permission, zone)),
    ),
    ...revoked.map((permission) =>
      told('permission.revoked', permission, permission.endedAt ?? permission.givenAt, null),
    ),
  ]
}

function told(
  kind: string,
  { permissionId, content, matter }: StoredPermission,
  since: string,
  deadline: string | null,
): Waiting {
  const href = `/register/${permissionId}`
  return { kind, subject: permissionId, title: titleOf(content), matter, since, deadline, href }
}

function lastMoment({ validTo }: StoredPermission, zone: string): string | null {
  return validTo === null ? null : startOf(dayAfter(validTo, 1), zone)
}
