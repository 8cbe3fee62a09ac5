import { command, type Made, type Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { membersOf } from '../members/store.ts'
import type { Db, Tx } from '../platform/db.ts'
import { dayIn } from '../platform/day.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { readAct } from '../policy/read-act.ts'
import type { Vocabulary } from '../policy/vocabulary.ts'
import { actOf, bind, type Content } from './content.ts'
import type { Ask, Edit, Moved } from './schema.ts'
import { addStep, refuseMoved } from './steps.ts'
import { editDraft, findRequest, insertDraft } from './store.ts'
import { opinionMatter, orderInForce, wayOf } from './ways.ts'

/** Begins a request as a draft, which nobody but its author sees until it is submitted. */
export async function askRequest(
  db: Db,
  agency: Agency,
  made: Made,
  ask: Ask,
  renews: string | null = null,
): Promise<Moved> {
  return await command(db, made, (tx, record) => beginRequest(tx, record, agency, made, ask, renews))
}

/** The same within a command of another module, so that a request and what it is for come to be together. */
export async function beginRequest(
  tx: Tx,
  record: Recording,
  agency: Agency,
  { by: author, at }: Pick<Made, 'by' | 'at'>,
  ask: Ask,
  renews: string | null = null,
): Promise<Moved> {
  const { agencyId } = agency
  const adopted = await orderInForce(tx, agencyId, at)
  const matter = ask.kind === 'opinion' ? opinionMatter : (ask.matter ?? '')
  if (matter === '')
    throw new Refusal('malformed', 'say what the permission is for: one of the order’s matters')
  wayOf(adopted, ask.kind, matter)
  await refuseUnknown(tx, agencyId, author, ask.content, adopted.order.vocabulary)
  await refuseGone(tx, agency, ask.content, at)
  const requestId = newId()
  const { written, hash } = bind(ask.content)
  const { kind, content, isPublicMatter } = ask
  const draft = { requestId, kind, matter, author, written, contentHash: hash, content }
  await insertDraft(tx, agencyId, { ...draft, isPublicMatter, renews }, at)
  await addStep(tx, agencyId, draft, {
    ...authors,
    version: 1,
    move: 'ask',
    madeBy: author,
    toState: 'draft',
    contentHash: hash,
    at,
  })
  // A draft is its author's own affair; the ledger holds its words once it is submitted.
  await record({ subject: requestId, body: { kind, matter, contentHash: hash, renews } })
  return { requestId, version: 1, state: 'draft', contentHash: hash }
}

/** Changes what a draft or a returned request asks for; every consent to the old words is void. */
export async function editRequest(
  db: Db,
  agency: Agency,
  made: Made,
  requestId: string,
  { version, content, isPublicMatter }: Edit,
): Promise<Moved> {
  const { agencyId } = agency
  const { by: author, at } = made
  return await command(db, made, async (tx, record) => {
    const request = await findRequest(tx, agencyId, requestId)
    if (request.author !== author) throw new Refusal('notFound', 'there is no such request')
    if (request.version !== version) await refuseMoved(tx, agencyId, requestId)
    if (request.state !== 'draft' && request.state !== 'returned')
      throw new Refusal(
        'forbiddenByOrder',
        'what was submitted is not changed: it must be returned first, or withdrawn and asked anew',
      )
    const adopted = await orderInForce(tx, agencyId, at)
    await refuseUnknown(tx, agencyId, author, content, adopted.order.vocabulary)
    await refuseGone(tx, agency, content, at)
    const { written, hash } = bind(content)
    await editDraft(tx, agencyId, request, { content, written, contentHash: hash, isPublicMatter })
    await addStep(tx, agencyId, request, {
      ...authors,
      version: version + 1,
      move: 'edit',
      madeBy: author,
      toState: request.state,
      contentHash: hash,
      at,
    })
    await record({ subject: requestId, body: { contentHash: hash } })
    return { requestId, version: version + 1, state: request.state, contentHash: hash }
  })
}

const authors = { office: null, deskTitle: null, remarks: null, citation: null } as const

/** Refuses names that nobody has: colleagues, pictures, facts. */
async function refuseUnknown(
  tx: Tx,
  agencyId: string,
  author: string,
  content: Content,
  vocabulary: Vocabulary,
): Promise<void> {
  const read = readAct(actOf(content, 'the request', content.from), vocabulary)
  const [problem] = read.problems ?? []
  if (problem) throw new Refusal('malformed', `${problem.at}: ${problem.problem}`)
  const known = new Set((await membersOf(tx, agencyId, content.coworkers)).map((one) => one.memberId))
  const stranger = content.coworkers.find((memberId) => !known.has(memberId))
  if (stranger !== undefined) throw new Refusal('malformed', `colleagues: there is no member ${stranger}`)
  const twice = content.coworkers.find((memberId, place) => content.coworkers.indexOf(memberId) !== place)
  if (twice !== undefined) throw new Refusal('malformed', 'a colleague is named twice')
  if (content.pictures.length === 0) return
  const hashes = content.pictures.map((picture) => picture.sha256)
  const added = await tx
    .selectFrom('picture')
    .select('sha256')
    .where('agencyId', '=', agencyId)
    .where('addedBy', '=', author)
    .where('sha256', 'in', hashes)
    .execute()
  const missing = hashes.find((hash) => !added.some((one) => one.sha256 === hash))
  if (missing !== undefined) throw new Refusal('malformed', `you added no picture ${missing.slice(0, 12)}...`)
}

/** Whoever serves no more cannot answer, and the request would wait for them for ever. */
async function refuseGone(tx: Tx, { agencyId, zone }: Agency, content: Content, at: string): Promise<void> {
  if (content.coworkers.length === 0) return
  const gone = await tx
    .selectFrom('member')
    .select('name')
    .where('agencyId', '=', agencyId)
    .where('memberId', 'in', content.coworkers)
    .where('to', '<=', dayIn(zone, at))
    .executeTakeFirst()
  if (gone) throw new Refusal('malformed', `${gone.name} no longer serves; leave them out`)
}
