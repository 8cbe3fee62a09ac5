import { adoptedOrder } from '../adoption/adopted.ts'
import type { Agency, MemberCaller } from '../members/caller.ts'
import { may } from '../members/may.ts'
import { membersOf } from '../members/store.ts'
import { chiefsTitle } from '../permissions/desks.ts'
import { letterHash } from '../permissions/view.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { carriesImagery } from './account.ts'
import { checksOf, reviewsOf } from './history.ts'
import type { Networks } from './networks/network.ts'
import { requirementsOf } from './notices.ts'
import { problemsOf } from './problems.ts'
import { reviewDueFor } from './review.ts'
import type { AccountBrief, AccountView } from './schema.ts'
import { scopes } from './scope.ts'
import type { Page } from './pages.ts'

type Who = { memberId: string; name: string }

/** Whether the caller runs a page, which is what `assigned` means here. */
export function isRunBy(page: Page, memberId: string): boolean {
  return page.administrators.some((one) => one.memberId === memberId && one.serves)
}

/** A page as the list shows it. */
export async function accountBrief(
  db: Db,
  agency: Agency,
  page: Page,
  viewer: string,
  networks: Networks,
  at: string,
): Promise<AccountBrief> {
  const { accountId, network, handle, address, state, version, said, licence, lastCheck, closedAt } = page
  const { purpose, languages, takesComments } = said
  const letter = licence === null ? undefined : await letterHash(db, agency.agencyId, licence.requestId)
  return {
    accountId,
    network,
    handle,
    address,
    purpose,
    languages: [...languages],
    takesComments,
    state,
    version,
    licence: licence && {
      permissionId: licence.permissionId,
      requestId: licence.requestId,
      state: licence.state,
      from: licence.from,
      to: licence.to,
      by: licence.decidedAs,
      letter: letter === undefined ? null : `/api/permissions/${licence.permissionId}/letter.pdf`,
    },
    lastCheck: lastCheck
      ? {
          at: lastCheck.at,
          isWell: lastCheck.fault === null && lastCheck.found.every(({ isFound }) => isFound),
        }
      : null,
    problems: problemsOf(page, {
      at,
      day: dayIn(agency.zone, at),
      wantsKey: Object.keys(networks[network].secrets).length > 0,
      reviewDue: await reviewDueFor(db, agency, page),
    }),
    closedAt,
    isMine: isRunBy(page, viewer),
  }
}

/** One page, whole, with what this member may do about it. */
export async function accountView(
  caller: MemberCaller,
  page: Page,
  networks: Networks,
  at: string,
): Promise<AccountView> {
  const { db, agency, member } = caller
  const { agencyId } = agency
  const { accountId, said, licence, key, closedAt, closedBy, closedBecause } = page
  const [brief, checks, reviews, adopted, reviewDue] = await Promise.all([
    accountBrief(db, agency, page, member.memberId, networks, at),
    checksOf(db, agencyId, accountId),
    reviewsOf(db, agencyId, accountId),
    adoptedOrder(db, agencyId, at),
    reviewDueFor(db, agency, page),
  ])
  const people = await membersOf(
    db,
    agencyId,
    [
      page.proposedBy,
      key?.givenBy,
      closedBy,
      ...checks.map(({ madeBy }) => madeBy),
      ...reviews.map(({ madeBy }) => madeBy),
      ...page.statements.map(({ madeBy }) => madeBy),
    ].filter((one) => one != null),
  )
  const named = (memberId: string): Who => ({
    memberId,
    name: people.find((one) => one.memberId === memberId)?.name ?? memberId,
  })
  const secrets = Object.entries(networks[page.network].secrets).map(([name, asks]) => ({ name, asks }))
  return {
    ...brief,
    service: page.service,
    page: said,
    proposedBy: named(page.proposedBy),
    proposedAt: page.proposedAt,
    suspendsWhenLost: page.suspendsWhenLost,
    imageryPermitted: carriesImagery(said.imagery, licence, chiefsTitle),
    administrators: page.administrators,
    requirements: adopted ? requirementsOf(adopted.order) : [],
    key: key
      ? {
          state: key.state,
          until: key.until,
          givenBy: named(key.givenBy),
          givenAt: key.givenAt,
          renewedAt: key.renewedAt,
          checkedAt: key.checkedAt,
        }
      : null,
    secrets,
    scope: scopes[page.network],
    checks: checks.map(({ madeBy, ...check }) => ({
      ...check,
      by: madeBy === 'system' ? null : named(madeBy),
    })),
    reviews: reviews.map(({ madeBy, ...review }) => ({ ...review, by: named(madeBy) })),
    reviewDue,
    statements: page.statements.map(({ requestId, at: said_, madeBy, request, words }) => ({
      requestId,
      at: said_,
      by: named(madeBy),
      state: request ?? 'changed',
      isInForce: licence?.words === words,
    })),
    closed:
      closedAt === null || closedBy === null
        ? null
        : { at: closedAt, by: named(closedBy), because: closedBecause ?? '' },
    may: mayDo(caller, page, secrets.length > 0),
  }
}

function mayDo(caller: MemberCaller, page: Page, wantsKey: boolean): AccountView['may'] {
  const { memberId } = caller.member
  const tie = { assigned: isRunBy(page, memberId) }
  if (page.closedAt !== null) return []
  const isAuthor = page.proposedBy === memberId
  return [
    ...(tie.assigned || isAuthor ? (['propose-again'] as const) : []),
    ...(wantsKey && may(caller, 'accounts.keys', keyTie(page, memberId)) ? (['give-key'] as const) : []),
    ...(may(caller, 'accounts.change', tie) ? (['change-administrators', 'suspend'] as const) : []),
    ...(may(caller, 'accounts.check', tie) ? (['check'] as const) : []),
    ...(may(caller, 'accounts.review', tie) ? (['review'] as const) : []),
    ...(may(caller, 'accounts.close', tie) ? (['close'] as const) : []),
  ]
}

/** Who holds the key of a page may give a new one; an administrator of the page who does not hold it may not. */
export function keyTie(page: Page, memberId: string): { assigned: boolean } {
  return {
    assigned: page.administrators.some((one) => one.memberId === memberId && one.serves && one.holdsKey),
  }
}

/** Refuses whoever does not run the page. */
export function demandTie(page: Page, memberId: string): void {
  if (!isRunBy(page, memberId))
    throw new Refusal('unauthorized', 'only whoever proposed the page or runs it asks for its licence anew')
}
