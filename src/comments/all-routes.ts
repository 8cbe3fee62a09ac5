import type { App } from '../platform/http.ts'
import { appealRoutes } from './appeal-routes.ts'
import { blockRoutes } from './block-routes.ts'
import { filterRoutes } from './filter-routes.ts'
import { neutralityRoutes } from './neutrality-routes.ts'
import { publicCommentRoutes } from './public-routes.ts'
import { pushRoutes } from './push-routes.ts'
import { commentRoutes } from './routes.ts'

/** Everything about visitors' comments. */
export function commentsRoutes(app: App): void {
  commentRoutes(app)
  pushRoutes(app)
  appealRoutes(app)
  filterRoutes(app)
  blockRoutes(app)
  neutralityRoutes(app)
  publicCommentRoutes(app)
}
