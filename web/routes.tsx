import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Role } from '../src/members/access.ts'
import { Frame } from './frame/frame.tsx'
import { Fault, NotFound, NotForYou } from './frame/other-pages.tsx'
import { importers, office } from './records/roles.ts'
import { holdsAny, MemberContext, sessionQuery, useSession } from './session.ts'

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  loader: ({ context }) => context.client.ensureQueryData(sessionQuery),
  component: Frame,
  notFoundComponent: NotFound,
})

type Search = Record<string, string | undefined>

/** A page at an address, for whoever holds one of the roles; its component is loaded when somebody goes there. */
function page<const Path extends string>(
  path: Path,
  roles: readonly Role[],
  load: () => Promise<() => ReactNode>,
) {
  const Loaded = lazyRouteComponent(async () => ({ default: await load() }))
  return createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: (search: Record<string, unknown>): Search =>
      Object.fromEntries(
        Object.entries(search).flatMap(([key, value]) =>
          typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
            ? [[key, String(value)]]
            : [],
        ),
      ),
    beforeLoad: async ({ context, location }) => {
      const { member } = await context.client.ensureQueryData(sessionQuery)
      if (!member && !roles.includes('visitor'))
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
    },
    loader: () => Loaded.preload?.(),
    component: () => {
      const { member } = useSession()
      const isFor = member ? holdsAny(member, roles) : roles.includes('visitor')
      return <MemberContext value={member}>{isFor ? <Loaded /> : <NotForYou />}</MemberContext>
    },
  })
}

const anybody = ['visitor', 'member'] as const
const members = ['member'] as const
const commanders = ['commander', 'chief', 'administrator'] as const
const preparers = ['chief', 'administrator'] as const

/**
 * Every page of the web app. To add one: a folder `web/<page>` with `<page>-page.tsx`, whose component takes nothing,
 * and its words in both languages in `words.ts`; a line here; and where it belongs in the menu, a line in
 * `frame/nav.ts`. What stands in the address after `?` a page reads with `useQuestion()`.
 */
const pages = [
  page('/', members, async () => (await import('./waiting/waiting-page.tsx')).WaitingPage),
  page('/requests', members, async () => (await import('./requests/requests-page.tsx')).RequestsPage),
  page('/requests/new', members, async () => (await import('./requests/ask-page.tsx')).AskPage),
  page(
    '/requests/$requestId',
    members,
    async () => (await import('./requests/request-page.tsx')).RequestPage,
  ),
  page('/requests/$requestId/edit', members, async () => (await import('./requests/edit-page.tsx')).EditPage),
  page('/register', members, async () => (await import('./register/register-page.tsx')).RegisterPage),
  page(
    '/register/$permissionId',
    members,
    async () => (await import('./register/permission-page.tsx')).PermissionPage,
  ),
  page('/accounts', members, async () => (await import('./accounts/accounts-page.tsx')).AccountsPage),
  page('/accounts/new', members, async () => (await import('./accounts/new-page.tsx')).NewPage),
  page(
    '/accounts/impostors',
    members,
    async () => (await import('./accounts/impostors-page.tsx')).ImpostorsPage,
  ),
  page(
    '/accounts/$accountId',
    members,
    async () => (await import('./accounts/account-page.tsx')).AccountPage,
  ),
  page(
    '/accounts/$accountId/propose',
    members,
    async () => (await import('./accounts/again-page.tsx')).AgainPage,
  ),
  page('/comments', members, async () => (await import('./comments/comments-page.tsx')).CommentsPage),
  page('/comments/appeals', members, async () => (await import('./comments/appeals-page.tsx')).AppealsPage),
  page('/comments/filters', members, async () => (await import('./comments/filters-page.tsx')).FiltersPage),
  page(
    '/comments/neutrality',
    members,
    async () => (await import('./comments/neutrality-page.tsx')).NeutralityPage,
  ),
  page(
    '/comments/settings',
    members,
    async () => (await import('./comments/settings-page.tsx')).CommentSettingsPage,
  ),
  page('/records', members, async () => (await import('./records/records-page.tsx')).RecordsPage),
  page('/records/holds', office, async () => (await import('./records/holds-page.tsx')).HoldsPage),
  page('/records/holds/new', office, async () => (await import('./records/hold-new-page.tsx')).HoldNewPage),
  page('/records/holds/$holdId', office, async () => (await import('./records/hold-page.tsx')).HoldPage),
  page(
    '/records/retention',
    office,
    async () => (await import('./records/retention-page.tsx')).RetentionPage,
  ),
  page(
    '/records/dispositions',
    members,
    async () => (await import('./records/dispositions-page.tsx')).DispositionsPage,
  ),
  page(
    '/records/dispositions/$dispositionId',
    members,
    async () => (await import('./records/disposition-page.tsx')).DispositionPage,
  ),
  page('/records/imports', importers, async () => (await import('./records/imports-page.tsx')).ImportsPage),
  page('/records/$recordId', members, async () => (await import('./records/record-page.tsx')).RecordPage),
  page('/posts', members, async () => (await import('./posts/posts-page.tsx')).PostsPage),
  page('/posts/new', members, async () => (await import('./posts/new-page.tsx')).NewPage),
  page('/posts/$postId', members, async () => (await import('./posts/post-page.tsx')).PostPage),
  page('/posts/$postId/edit', members, async () => (await import('./posts/edit-page.tsx')).EditPage),
  page('/notices', members, async () => (await import('./notices/notices-page.tsx')).NoticesPage),
  page('/notices/new', members, async () => (await import('./notices/new-page.tsx')).NewPage),
  page('/notices/crime-data', members, async () => (await import('./notices/crime-page.tsx')).CrimePage),
  page('/notices/$noticeId', members, async () => (await import('./notices/notice-page.tsx')).NoticePage),
  page('/notices/$noticeId/edit', members, async () => (await import('./notices/edit-page.tsx')).EditPage),
  page(
    '/records-requests',
    office,
    async () => (await import('./records-requests/records-requests-page.tsx')).RecordsRequestsPage,
  ),
  page(
    '/records-requests/new',
    ['records-custodian', 'chief'],
    async () => (await import('./records-requests/new-page.tsx')).NewPage,
  ),
  page(
    '/records-requests/settings',
    [...office, 'administrator'],
    async () => (await import('./records-requests/settings-page.tsx')).SettingsPage,
  ),
  page(
    '/records-requests/notices',
    members,
    async () => (await import('./records-requests/notice-page.tsx')).MyNoticesPage,
  ),
  page(
    '/records-requests/notices/$noticeId',
    members,
    async () => (await import('./records-requests/notice-page.tsx')).NoticePage,
  ),
  page(
    '/records-requests/$requestId',
    office,
    async () => (await import('./records-requests/request-page.tsx')).RequestPage,
  ),
  page('/order', members, async () => (await import('./order/order-page.tsx')).OrderPage),
  page('/order/versions', members, async () => (await import('./order/versions-page.tsx')).VersionsPage),
  page(
    '/acknowledge',
    members,
    async () => (await import('./acknowledge/acknowledge-page.tsx')).AcknowledgePage,
  ),
  page(
    '/acknowledge/members',
    commanders,
    async () => (await import('./acknowledge/members-page.tsx')).MembersPage,
  ),
  page('/adopt', preparers, async () => (await import('./adopt/adopt-page.tsx')).AdoptPage),
  page('/adopt/$versionId', preparers, async () => (await import('./adopt/version-page.tsx')).VersionPage),
  page('/adopt/$versionId/fit', preparers, async () => (await import('./adopt/fit-page.tsx')).FitPage),
  page(
    '/adopt/$versionId/settings',
    preparers,
    async () => (await import('./adopt/settings-page.tsx')).SettingsPage,
  ),
  page(
    '/adopt/$versionId/review',
    preparers,
    async () => (await import('./adopt/review-page.tsx')).ReviewPage,
  ),
  page('/roster', members, async () => (await import('./roster/roster-page.tsx')).RosterPage),
  page('/roster/add', ['administrator'], async () => (await import('./roster/add-page.tsx')).AddPage),
  page(
    '/roster/import',
    ['administrator'],
    async () => (await import('./roster/import-page.tsx')).ImportPage,
  ),
  page('/roster/$memberId', members, async () => (await import('./roster/member-page.tsx')).MemberPage),
  page('/positions', members, async () => (await import('./positions/positions-page.tsx')).PositionsPage),
  page(
    '/designations',
    members,
    async () => (await import('./designations/designations-page.tsx')).DesignationsPage,
  ),
  page('/settings', members, async () => (await import('./settings/settings-page.tsx')).SettingsPage),
  page(
    '/invitation/$code',
    anybody,
    async () => (await import('./invitation/invitation-page.tsx')).InvitationPage,
  ),
  page('/opened', members, async () => (await import('./opened/opened-page.tsx')).OpenedPage),
  page('/self-check', anybody, async () => (await import('./self-check/self-check-page.tsx')).SelfCheckPage),
  page('/ledger', anybody, async () => (await import('./ledger/ledger-page.tsx')).LedgerPage),
  page('/sign-in', anybody, async () => (await import('./sign-in/sign-in-page.tsx')).SignInPage),
] as const

/** The router over all pages. */
export function routerFor(client: QueryClient) {
  return createRouter({
    routeTree: root.addChildren(pages),
    context: { client },
    defaultPreload: 'intent',
    defaultErrorComponent: Fault,
    scrollRestoration: true,
    // The address says `?find=123` and no more: every value is a text.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const filled = Object.entries(search).filter(
        (pair): pair is [string, string] => typeof pair[1] === 'string',
      )
      return filled.length === 0 ? '' : `?${new URLSearchParams(filled).toString()}`
    },
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerFor>
  }
}
