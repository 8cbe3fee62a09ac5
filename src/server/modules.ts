import { memberRoutes } from '../members/routes.ts'
import { sessionRoutes } from '../members/session-routes.ts'
import type { App } from '../platform/http.ts'
import { waitingRoutes } from './waiting.ts'

/** Every module's routes; a module is mounted by its line here. */
export const modules: readonly ((app: App) => void)[] = [sessionRoutes, memberRoutes, waitingRoutes]
