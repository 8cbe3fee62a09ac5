import type { App } from '../../platform/http.ts'
import { dispositionRoutes } from './disposition-routes.ts'
import { holdRoutes } from './hold-routes.ts'
import { publicDispositionRoutes } from './public-routes.ts'
import { seriesRoutes } from './series-routes.ts'

/** How long records are kept, what keeps them longer, and how they are disposed of. */
export function keepingRoutes(app: App): void {
  seriesRoutes(app)
  holdRoutes(app)
  dispositionRoutes(app)
  publicDispositionRoutes(app)
}
