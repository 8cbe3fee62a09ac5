import { sql } from 'kysely'
import type { Agency } from '../members/caller.ts'
import { membersOf } from '../members/store.ts'
import type { Db } from '../platform/db.ts'
import type { Content } from './content.ts'
import { isLive, mayRevoke } from './endings.ts'
import { table, type Move, type State, type Step } from './moves.ts'
import type { StoredPermission } from './register.ts'
import { inWords, movesFor } from './request.ts'
import type { PermissionView, RequestBrief, RequestView } from './schema.ts'
import { stepsOf, type StoredStep } from './steps.ts'
import type { StoredRequest } from './store.ts'
import { groundOf, type Known } from './ways.ts'

type Who = { memberId: string; name: string }
type Naming = (memberId: string) => Who

/** Names for these members; whoever is on no roster keeps their id. */
async function naming(db: Db, agencyId: string, ids: readonly (string | null)[]): Promise<Naming> {
  const wanted = ids.filter((id) => id !== null)
  return namingBy(await membersOf(db, agencyId, wanted))
}

function namingBy(people: readonly Who[]): Naming {
  const names = new Map(people.map((one) => [one.memberId, one.name]))
  return (memberId) => ({ memberId, name: names.get(memberId) ?? memberId })
}

/** Requests as a list shows them. */
export async function briefsOf(
  db: Db,
  agencyId: string,
  requests: readonly StoredRequest[],
): Promise<RequestBrief[]> {
  const name = await naming(
    db,
    agencyId,
    requests.map(({ author }) => author),
  )
  return requests.map((request) => briefOf(request, name))
}

function briefOf(request: StoredRequest, name: Naming): RequestBrief {
  const { requestId, kind, matter, state, version, author, content } = request
  const { createdAt, submittedAt, since, dueAt } = request
  return {
    requestId,
    kind,
    matter,
    state,
    version,
    author: name(author),
    title: titleOf(content),
    desk: liesOn(request),
    createdAt,
    submittedAt,
    since,
    dueAt,
  }
}

/** The first words of what is asked, or of why; what it is for is said beside them, in the reader's language. */
export function titleOf({ text, pictures, page, device, why }: Content): string {
  const what = text ?? pictures[0]?.alt ?? page ?? device?.describes ?? why
  return what.length > 80 ? `${what.slice(0, 79)}…` : what
}

function liesOn({ state, desks, desk }: StoredRequest): string | null {
  if (state === 'awaiting-endorsement' || state === 'awaiting-decision' || state === 'stalled')
    return desks[desk]?.title ?? null
  return null
}

/** One request, whole, with what this member may do about it now. */
export async function requestView(
  db: Db,
  agency: Agency,
  request: StoredRequest,
  viewer: string,
  at: string,
  known?: Known,
): Promise<RequestView> {
  const { agencyId } = agency
  const { requestId, author, content, contentHash, isPublicMatter, desks, consents, kind, state, renews } =
    request
  const { way, seats } = await groundOf(db, agency, request, at, known)
  const steps = await stepsOf(db, agencyId, requestId)
  const sitting = desks.map((desk) => seats.at(desk))
  const name = await naming(db, agencyId, [
    author,
    ...consents.map(({ memberId }) => memberId),
    ...steps.map(({ madeBy }) => madeBy),
    ...sitting.flat().map(({ memberId }) => memberId),
  ])
  const outcome = await outcomeOf(db, agencyId, requestId)
  return {
    ...briefOf(request, name),
    content,
    contentHash,
    isPublicMatter,
    path: kind === 'opinion' ? null : { by: [...way.givers], via: way.via, form: way.form, cites: way.cites },
    desks: desks.map(({ title, does, heard }, place) => ({
      title,
      does,
      holders: (sitting[place] ?? []).map(({ memberId }) => name(memberId)),
      heard,
      isHere: place === request.desk && liesOn(request) !== null,
    })),
    consents: consents.map(({ memberId, answer, answeredAt }) => ({
      member: name(memberId),
      answer,
      at: answeredAt,
    })),
    steps: steps.map((step) => stepView(step, steps, name)),
    moves: movesFor(request, viewer, seats).map(({ move, step }) => ({
      move,
      says: step.says,
      needs: [...(step.needs ?? [])],
    })),
    mayEdit: viewer === author && (state === 'draft' || state === 'returned'),
    permissionId: outcome.permissionId,
    letter: outcome.hasLetter ? `/api/requests/${requestId}/letter.pdf` : null,
    renews,
  }
}

function stepView(
  step: StoredStep,
  steps: readonly StoredStep[],
  name: Naming,
): RequestView['steps'][number] {
  const { version, move, madeBy, office, deskTitle, toState, remarks, citation, contentHash, at } = step
  const before = steps.find((one) => one.version === version - 1)?.toState
  return {
    version,
    move,
    says: saysOf(move, before),
    by: madeBy === null ? null : name(madeBy),
    office,
    desk: deskTitle,
    to: toState,
    remarks,
    citation,
    contentHash,
    at,
  }
}

/** The words of a step, from the table of moves. */
function saysOf(move: Move | 'ask' | 'edit', before: State | undefined): string {
  if (move === 'ask') return 'Begun'
  if (move === 'edit') return 'Changed'
  const steps: Partial<Record<Move, Step>> = before === undefined ? {} : table[before]
  return steps[move]?.says ?? inWords(move)
}

async function outcomeOf(
  db: Db,
  agencyId: string,
  requestId: string,
): Promise<{ permissionId: string | null; hasLetter: boolean }> {
  const { rows } = await sql<{ permissionId: string | null; hasLetter: boolean }>`select
    (select permission_id from permission where agency_id = ${agencyId} and request_id = ${requestId}),
    exists (select from decision_letter where agency_id = ${agencyId} and request_id = ${requestId}) as has_letter
  `.execute(db)
  return rows[0] ?? { permissionId: null, hasLetter: false }
}

/** The hash of the last letter of a request. */
export async function letterHash(db: Db, agencyId: string, requestId: string): Promise<string | undefined> {
  const letter = await db
    .selectFrom('decisionLetter')
    .select('sha256')
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return letter?.sha256
}

/** Permissions as the register shows them, with what this member may do about each. */
export async function permissionViews(
  db: Db,
  agency: Agency,
  permissions: readonly StoredPermission[],
  viewer: string,
  at: string,
  known: Known,
): Promise<PermissionView[]> {
  const views: PermissionView[] = []
  for (const permission of permissions) {
    const { matter, holder, endedAt, endedBy, decidedBy, permissionId } = permission
    const name = namingBy(permission.people)
    const asked = { kind: 'permission', matter, author: holder, submittedAt: null } as const
    const { seats } = await groundOf(db, agency, asked, at, known)
    const isHolder = viewer === holder
    views.push({
      permissionId,
      requestId: permission.requestId,
      holder: name(holder),
      matter,
      state: permission.state,
      version: permission.version,
      content: permission.content,
      contentHash: permission.contentHash,
      by: permission.byOffice,
      decidedBy: decidedBy === null ? null : name(decidedBy),
      decidedAs: permission.decidedAs,
      form: permission.form,
      cites: permission.cites,
      entryId: permission.entryId,
      conditions: permission.conditions,
      from: permission.validFrom,
      to: permission.validTo,
      givenAt: permission.givenAt,
      ended:
        endedAt === null || endedBy === null
          ? null
          : {
              at: endedAt,
              by: name(endedBy),
              because: permission.endedBecause,
              citation: permission.endedCitation,
            },
      letter: permission.hasLetter ? `/api/permissions/${permissionId}/letter.pdf` : null,
      may: [
        ...(isHolder && isLive(permission) && endedAt === null ? (['withdraw'] as const) : []),
        ...(mayRevoke(permission, viewer, seats).ok ? (['revoke'] as const) : []),
        ...(isHolder ? (['renew'] as const) : []),
      ],
    })
  }
  return views
}
