import type { App } from '../platform/http.ts'
import type { CarryingOut } from './carry-out.ts'

/** What carrying a move out needs, for a request that came by this host. */
export function carryingOut(app: App, host: string): CarryingOut {
  return { networks: app.house.networks, origin: `${app.house.isTls ? 'https' : 'http'}://${host}` }
}
