import { sql, type ColumnType, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely'
import { momentInJson, type Db, type Tables, type Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { contentOf, type Content } from './content.ts'
import { seatKey } from './desks.ts'
import type { State } from './moves.ts'
import type { Consent, Desk, Standing } from './request.ts'
import { refuseMoved } from './steps.ts'

declare module '../platform/db.ts' {
  interface Tables {
    request: {
      agencyId: string
      requestId: string
      kind: 'permission' | 'opinion'
      matter: string
      author: string
      state: State
      version: number
      content: string
      contentHash: string
      isPublicMatter: boolean
      desks: ColumnType<Desk[], string, string>
      desk: number
      seat: string | null
      disapprovedBy: string | null
      renews: string | null
      createdAt: string
      submittedAt: string | null
      since: string
      dueAt: string | null
    }
    requestConsent: {
      agencyId: string
      requestId: string
      memberId: string
      answer: Consent['answer']
      answeredAt: string | null
    }
    requestPicture: { agencyId: string; sha256: string; requestId: string }
    decisionLetter: { agencyId: string; requestId: string; version: number; sha256: string }
  }
}

const columns = [
  'requestId',
  'kind',
  'matter',
  'author',
  'state',
  'version',
  'content',
  'contentHash',
  'isPublicMatter',
  'desks',
  'desk',
  'disapprovedBy',
  'renews',
  'createdAt',
  'submittedAt',
  'since',
  'dueAt',
] as const

/** A request as it is kept, read back. */
export interface StoredRequest extends Standing {
  requestId: string
  matter: string
  version: number
  content: Content
  contentHash: string
  renews: string | null
  createdAt: string
  submittedAt: string | null
  since: string
  dueAt: string | null
  consents: (Consent & { answeredAt: string | null })[]
}

type Where = (row: ExpressionBuilder<Tables, 'request'>) => ExpressionWrapper<Tables, 'request', SqlBool>

/** One request, whole; refuses (notFound) an id that the agency does not know, or that may not be `seen`. */
export async function findRequest(
  db: Db,
  agencyId: string,
  requestId: string,
  seen?: Where,
): Promise<StoredRequest> {
  const [found] = await requestsOf(db, agencyId, [requestId], seen)
  if (!found) throw new Refusal('notFound', 'there is no such request')
  return found
}

/** Who was asked to consent, and what they said. */
const consents = sql<StoredRequest['consents']>`array(select json_build_object('memberId', asked.member_id,
    'answer', asked.answer, 'answeredAt', ${momentInJson(sql.ref('asked.answered_at'))})
  from request_consent as asked where asked.agency_id = request.agency_id and asked.request_id = request.request_id
  order by asked.member_id)`

/** These requests, whole, in the order of the ids; of them only those that may be `seen`, where that is told. */
export async function requestsOf(
  db: Db,
  agencyId: string,
  requestIds: readonly string[],
  seen?: Where,
): Promise<StoredRequest[]> {
  if (requestIds.length === 0) return []
  let select = db
    .selectFrom('request')
    .select(columns)
    .select(consents.as('consents'))
    .where('agencyId', '=', agencyId)
    .where('requestId', 'in', requestIds)
  if (seen) select = select.where(seen)
  const byId = new Map((await select.execute()).map((row) => [row.requestId, row]))
  return requestIds.flatMap((requestId) => {
    const row = byId.get(requestId)
    return row ? [{ ...row, content: contentOf(row.content) }] : []
  })
}

/** What a new or edited draft is. */
export interface Drafted {
  requestId: string
  kind: 'permission' | 'opinion'
  matter: string
  author: string
  written: string
  contentHash: string
  content: Content
  isPublicMatter: boolean
  renews: string | null
}

export async function insertDraft(tx: Tx, agencyId: string, drafted: Drafted, at: string): Promise<void> {
  const { requestId, kind, matter, author, written, contentHash, content, isPublicMatter, renews } = drafted
  await tx
    .insertInto('request')
    .values({
      agencyId,
      requestId,
      kind,
      matter,
      author,
      state: 'draft',
      version: 1,
      content: written,
      contentHash,
      isPublicMatter,
      desks: '[]',
      desk: 0,
      seat: null,
      disapprovedBy: null,
      renews,
      createdAt: at,
      submittedAt: null,
      since: at,
      dueAt: null,
    })
    .execute()
  await askConsents(tx, agencyId, requestId, content)
}

/** Another content: what was consented to was the old one, so everybody is asked anew. */
export async function editDraft(
  tx: Tx,
  agencyId: string,
  seen: StoredRequest,
  to: { content: Content; written: string; contentHash: string; isPublicMatter: boolean },
): Promise<void> {
  const { content, written, contentHash, isPublicMatter } = to
  await guarded(tx, agencyId, seen, { content: written, contentHash, isPublicMatter })
  await askConsents(tx, agencyId, seen.requestId, content)
}

async function askConsents(tx: Tx, agencyId: string, requestId: string, content: Content): Promise<void> {
  await tx
    .deleteFrom('requestConsent')
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .execute()
  const { coworkers, pictures } = content
  if (coworkers.length > 0)
    await tx
      .insertInto('requestConsent')
      .values(
        coworkers.map((memberId) => ({ agencyId, requestId, memberId, answer: null, answeredAt: null })),
      )
      .execute()
  if (pictures.length > 0)
    await tx
      .insertInto('requestPicture')
      .values(pictures.map(({ sha256 }) => ({ agencyId, sha256, requestId })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Moves a request to where a rule said it goes, if it is still at the version that was seen. */
export async function moveTo(
  tx: Tx,
  agencyId: string,
  seen: StoredRequest,
  next: Standing,
  when: { at: string; dueAt: string | null; submittedAt: string | null },
): Promise<void> {
  const { state, desks, desk, disapprovedBy, isPublicMatter } = next
  const lies = desks[desk]
  const isOnDesk = lies !== undefined && onDesk.has(state)
  await guarded(tx, agencyId, seen, {
    state,
    desks: JSON.stringify(desks),
    desk,
    seat: isOnDesk ? seatKey(lies.seat) : null,
    disapprovedBy,
    isPublicMatter,
    since: when.at,
    dueAt: when.dueAt,
    submittedAt: when.submittedAt,
  })
  for (const { memberId, answer } of next.consents)
    if (seen.consents.some((one) => one.memberId === memberId && one.answer !== answer))
      await tx
        .updateTable('requestConsent')
        .set({ answer, answeredAt: answer === null ? null : when.at })
        .where('agencyId', '=', agencyId)
        .where('requestId', '=', seen.requestId)
        .where('memberId', '=', memberId)
        .execute()
}

/** The states in which somebody at a desk can speak. */
const onDesk: ReadonlySet<State> = new Set([
  'awaiting-endorsement',
  'awaiting-decision',
  'stalled',
  'with-counsel',
])

interface Changes {
  state?: State
  content?: string
  contentHash?: string
  isPublicMatter?: boolean
  desks?: string
  desk?: number
  seat?: string | null
  disapprovedBy?: string | null
  since?: string
  dueAt?: string | null
  submittedAt?: string | null
}

async function guarded(tx: Tx, agencyId: string, seen: StoredRequest, changes: Changes): Promise<void> {
  const { requestId, version } = seen
  const changed = await tx
    .updateTable('request')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await refuseMoved(tx, agencyId, requestId)
}
