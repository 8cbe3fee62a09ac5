import type pg from 'pg'
import { movedSchema } from '../../src/permissions/schema.ts'
import type { Townsperson } from '../town.ts'
import { asked } from './wired-town.ts'

/** What is known of a request in the course of its life. */
export interface Known {
  /** Its words, which no other request has. */
  words: string
  requestId: string | undefined
  permissionId: string | undefined
}

/** One step of a life: who asks for what, and what is learned from the answer. */
export interface LifeStep {
  name: string
  by: Townsperson
  ask: (known: Known) => { method: string; url: string; body: object }
  learn?: (known: Known, body: unknown, client: pg.Client) => Promise<void>
}

const moves = (name: string, by: Townsperson, version: number, rest: object = {}): LifeStep => ({
  name,
  by,
  ask: ({ requestId }) => ({
    method: 'POST',
    url: `/api/requests/${requestId}/move`,
    body: { move: name, version, ...rest },
  }),
})

/** A request from its first word to the end of its permission: asked, changed, returned, endorsed, approved, revoked. */
export const lifeOfARequest: readonly LifeStep[] = [
  {
    name: 'ask',
    by: 'alvarez',
    ask: ({ words }) => ({ method: 'POST', url: '/api/requests', body: asked(words) }),
    learn: async (known, body) => {
      known.requestId = movedSchema.parse(body).requestId
      await Promise.resolve()
    },
  },
  {
    name: 'edit',
    by: 'alvarez',
    ask: ({ words, requestId }) => {
      const { content } = { content: {}, ...asked(`${words}!`) }
      return { method: 'PUT', url: `/api/requests/${requestId}`, body: { version: 1, content } }
    },
  },
  moves('submit', 'alvarez', 2),
  moves('return', 'bell', 3, { remarks: 'Say for how long.' }),
  moves('submit', 'alvarez', 4),
  moves('endorse', 'bell', 5),
  moves('endorse', 'chen', 6),
  {
    ...moves('approve', 'diaz', 7, { conditions: 'Only while off duty.' }),
    learn: async (known, _body, client) => {
      const { rows } = await client.query<{ id: string }>(
        'select permission_id as id from permission where request_id = $1',
        [known.requestId],
      )
      known.permissionId = rows[0]?.id
    },
  },
  {
    name: 'revoke',
    by: 'diaz',
    ask: ({ permissionId }) => ({
      method: 'POST',
      url: `/api/permissions/${permissionId}/revoke`,
      body: { version: 1, because: 'It was misused.', citation: 'IV.F.1' },
    }),
  },
]

/** All that a life left in the database, without ids: two lives that went alike leave the same. */
export async function footprint(
  client: pg.Client,
  agencyId: string,
  { words, requestId, permissionId }: Known,
  keys: readonly string[],
): Promise<string> {
  const all = async (text: string, values: unknown[]): Promise<unknown[]> => {
    const { rows } = await client.query<unknown[]>({ text, values, rowMode: 'array' })
    return rows
  }
  const mine = [agencyId, [requestId, permissionId]]
  return JSON.stringify({
    drafts: await all(
      'select state, version from request where agency_id = $1 and position($2 in content) > 0 order by request_id',
      [agencyId, words],
    ),
    steps: await all(
      'select version, move, to_state from request_step where agency_id = $1 and request_id = any($2) order by version',
      mine,
    ),
    permissions: await all(
      'select state, version from permission where agency_id = $1 and request_id = any($2)',
      mine,
    ),
    letters: await all(
      'select version from decision_letter where agency_id = $1 and request_id = any($2) order by 1',
      mine,
    ),
    entries: await all(
      `select kind, made_by, index is not null from ledger_entry left join ledger_leaf using (agency_id, entry_id)
        where agency_id = $1 and subject = any($2) order by entry_id`,
      [agencyId, [requestId, permissionId]],
    ),
    commands: await all(
      'select count(*)::int, count(result)::int from command_done where agency_id = $1 and key = any($2)',
      [agencyId, keys],
    ),
  })
}
