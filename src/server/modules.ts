import { accountRoutes } from '../accounts/routes.ts'
import { adoptionRoutes } from '../adoption/routes.ts'
import { commentsRoutes } from '../comments/all-routes.ts'
import { ledgerRoutes } from '../ledger/routes.ts'
import { chainRoutes } from '../members/chain-routes.ts'
import { oidcRoutes } from '../members/oidc-routes.ts'
import { rosterRoutes } from '../members/roster-routes.ts'
import { memberRoutes } from '../members/routes.ts'
import { credentialRoutes } from '../members/credential-routes.ts'
import { invitationRoutes } from '../members/invitation-routes.ts'
import { signInRoutes } from '../members/sign-in-routes.ts'
import { sessionRoutes } from '../members/session-routes.ts'
import { permissionRoutes } from '../permissions/register-routes.ts'
import type { App } from '../platform/http.ts'
import { dataRoutes } from '../posts/notices/data-routes.ts'
import { noticeRoutes } from '../posts/notices/routes.ts'
import { postRoutes } from '../posts/routes.ts'
import { siteRoutes } from '../posts/site/routes.ts'
import { holdsOn } from '../records/keeping/hold-store.ts'
import { keepingRoutes } from '../records/keeping/routes.ts'
import { packagesFor, productionRoutes } from '../records/production/routes.ts'
import { recordsRequestRoutes } from '../records/requests/routes.ts'
import { requestsOn } from '../records/requests/set.ts'
import { importRoutes } from '../records/brought/routes.ts'
import { recordRoutes } from '../records/routes.ts'
import { pageOutRoutes } from './page-out.ts'
import { waitingRoutes } from './waiting.ts'

/** Every module's routes; a module is mounted by its line here. */
export const modules: readonly ((app: App) => void)[] = [
  sessionRoutes,
  signInRoutes,
  invitationRoutes,
  credentialRoutes,
  memberRoutes,
  chainRoutes,
  rosterRoutes,
  oidcRoutes,
  adoptionRoutes,
  permissionRoutes,
  postRoutes,
  noticeRoutes,
  dataRoutes,
  siteRoutes,
  accountRoutes,
  commentsRoutes,
  importRoutes,
  (app) => recordRoutes(app, { holdsOn, requestsOn }),
  keepingRoutes,
  (app) => recordsRequestRoutes(app, packagesFor),
  productionRoutes,
  ledgerRoutes,
  pageOutRoutes,
  waitingRoutes,
]
