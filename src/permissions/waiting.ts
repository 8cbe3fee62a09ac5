import { adoptedOrder } from '../adoption/adopted.ts'
import type { MemberCaller } from '../members/caller.ts'
import type { Waiting } from '../members/waiting.ts'
import { dayIn } from '../platform/day.ts'
import { dayAfter, startOf } from './deadlines.ts'
import { listPermissions } from './register.ts'
import { movesFor } from './request.ts'
import { isMineToDo, seesPermission, sightOf, type Sight } from './sight.ts'
import { requestsOf, type StoredRequest } from './store.ts'
import { titleOf } from './view.ts'
import { groundOf, knownOf } from './ways.ts'

/** More than these are not shown at once; the list of requests has them all. */
const mostWaiting = 200

/** What waits for a member here: words on the requests of others, answers to their own, permissions that end soon. */
export async function waiting(caller: MemberCaller, at: string): Promise<Waiting[]> {
  const { db, agency, member } = caller
  const adopted = await adoptedOrder(db, agency.agencyId, at)
  if (!adopted) return []
  const known = await knownOf(db, agency)
  const { settings } = adopted
  const sight = sightOf(known.chart, member, 'requests.see', settings, dayIn(agency.zone, at))
  // An appeal that nobody is named to hear waits for whoever can name somebody.
  const isUnheard = settings.appealTo.memberId === null && member.roles.has('administrator')
  const rows = await db
    .selectFrom('request')
    .select('requestId')
    .where('agencyId', '=', agency.agencyId)
    .where((row) =>
      row.or([
        isMineToDo(sight, row),
        row.and([row('author', '=', member.memberId), row('state', 'in', ['returned', 'stalled'])]),
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
    if (moves.length > 0 || isUnnamed)
      found.push(waitingFor(request, isUnnamed ? 'request.nobody-hears' : kindOf(request, member.memberId)))
  }
  return [...found, ...(await endingSoon(caller, sight, at))]
}

function kindOf({ state, author }: StoredRequest, memberId: string): string {
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
    deadline: kind === 'request.returned' ? null : dueAt,
    href: `/requests/${requestId}`,
  }
}

async function endingSoon(
  { db, agency, member }: MemberCaller,
  sight: Sight,
  at: string,
): Promise<Waiting[]> {
  const { agencyId, zone } = agency
  const { items } = await listPermissions(
    db,
    agencyId,
    { at, day: dayIn(zone, at) },
    {
      seen: seesPermission(sight),
      member: member.memberId,
      state: 'about-to-end',
      limit: mostWaiting,
    },
  )
  return items.map((permission) => ({
    kind: 'permission.ending',
    subject: permission.permissionId,
    title: titleOf(permission.content),
    matter: permission.matter,
    since: permission.givenAt,
    deadline: permission.validTo === null ? null : startOf(dayAfter(permission.validTo, 1), zone),
    href: `/register/${permission.permissionId}`,
  }))
}
