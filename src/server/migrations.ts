import { join } from 'node:path'

const src = join(import.meta.dirname, '..')

/** Every module's SQL file. */
export const migrations = [
  'platform/platform.sql',
  'ledger/ledger.sql',
  'members/members.sql',
  'adoption/adoption.sql',
  'permissions/permissions.sql',
  'accounts/accounts.sql',
  'posts/posts.sql',
  'posts/notices/notices.sql',
  'comments/comments.sql',
  'records/records.sql',
  'records/keeping/keeping.sql',
  'records/requests/requests.sql',
  'records/production/production.sql',
].map((file) => join(src, file))
