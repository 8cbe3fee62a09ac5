import { adoptedOrder } from '../adoption/adopted.ts'
import type { MemberCaller } from '../members/caller.ts'
import type { Waiting } from '../members/waiting.ts'
import { dayAfter, startOf } from '../permissions/deadlines.ts'
import { dayIn } from '../platform/day.ts'
import { places } from './address.ts'
import { reportsOf } from './impostors.ts'
import { problemsOf } from './problems.ts'
import { reviewDueFor } from './review.ts'
import type { AccountProblem } from './schema.ts'
import { pagesOf, type Page } from './pages.ts'
import { isAdministrator } from './store.ts'
import { isRunBy } from './view.ts'

/** More reports than these are not shown at once; the list has them all. */
const mostReports = 50

/** What waits for a member here: what is wrong with the pages they run, proposed or command, and reports of impostors. */
export async function waiting(caller: MemberCaller, at: string): Promise<Waiting[]> {
  const { db, agency, member } = caller
  if (!(await adoptedOrder(db, agency.agencyId, at))) return []
  const day = dayIn(agency.zone, at)
  const found: Waiting[] = []
  for (const page of await pagesOf(db, agency, at)) {
    const tie = tieOf(page, member)
    if (tie === undefined) continue
    const wantsKey = page.network !== 'site'
    const reviewDue = await reviewDueFor(db, agency, page)
    for (const problem of problemsOf(page, { at, day, wantsKey, reviewDue }))
      if (isFor(problem.kind, tie, page, member.memberId))
        found.push(waitingFor(page, problem, { zone: agency.zone, reviewDue, at }))
  }
  return [...found, ...(await reportsFor(caller))]
}

type Tie = 'runs' | 'answers'

/** Whoever runs a page does everything; the Chief, its proposer and the administrators answer for its succession. */
function tieOf(page: Page, { memberId, roles }: MemberCaller['member']): Tie | undefined {
  if (isRunBy(page, memberId)) return 'runs'
  return roles.has('chief') || roles.has('administrator') || page.proposedBy === memberId
    ? 'answers'
    : undefined
}

const ofAll: ReadonlySet<AccountProblem['kind']> = new Set(['too-few-holders'])
const ofNobody: ReadonlySet<AccountProblem['kind']> = new Set(['suspended'])

function isFor(kind: AccountProblem['kind'], tie: Tie, page: Page, memberId: string): boolean {
  if (ofNobody.has(kind)) return false
  if (kind === 'licence-ending')
    // Its holder is told by the register of permissions.
    return page.statements[0]?.madeBy !== memberId && tie === 'runs'
  return tie === 'runs' || ofAll.has(kind)
}

function waitingFor(
  page: Page,
  { kind, sentence, since }: AccountProblem,
  when: { zone: string; reviewDue: string | null; at: string },
): Waiting {
  const { accountId, handle, network, licence, key, proposedAt } = page
  const { zone, reviewDue } = when
  const deadline =
    kind === 'licence-ending' && licence?.to
      ? startOf(dayAfter(licence.to, 1), zone)
      : kind === 'key-ending'
        ? (key?.until ?? null)
        : kind === 'review-due' && reviewDue !== null
          ? startOf(dayAfter(reviewDue, reviewGrace), zone)
          : null
  return {
    kind: `account.${kind}`,
    subject: accountId,
    title: `${handle} (${places[network].title}): ${sentence}`,
    since: since ?? (kind === 'review-due' && reviewDue !== null ? startOf(reviewDue, zone) : proposedAt),
    deadline,
    href: `/accounts/${accountId}`,
  }
}

/** Days that a review may take before it is late. */
const reviewGrace = 14

async function reportsFor(caller: MemberCaller): Promise<Waiting[]> {
  const { db, agency, member } = caller
  const { agencyId } = agency
  const isTheirs =
    member.roles.has('administrator') || (await isAdministrator(db, agencyId, null, member.memberId))
  if (!isTheirs) return []
  const { items } = await reportsOf(db, agencyId, { state: 'open', limit: mostReports })
  return items.map(({ reportId, address, at }) => ({
    kind: 'impostor.report',
    subject: reportId,
    title: address,
    since: at,
    deadline: null,
    href: '/accounts/impostors',
  }))
}
