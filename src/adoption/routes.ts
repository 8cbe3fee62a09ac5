import type { App } from '../platform/http.ts'
import { acknowledgementRoutes } from './acknowledge-routes.ts'
import { ordersFolder } from './order-shelf.ts'
import { preparingRoutes } from './preparing-routes.ts'
import { readerRoutes } from './reader-routes.ts'

/** The routes of adoption. `shelf` is the folder of the packs that versions are started from. */
export function adoptionRoutes(app: App, shelf = ordersFolder): void {
  readerRoutes(app)
  preparingRoutes(app, shelf)
  acknowledgementRoutes(app, shelf)
}
