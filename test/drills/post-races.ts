import fc from 'fast-check'
import { openDb, type Db } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/id.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { bindPost, postContentOf, postContentSchema, type PostContent } from '../../src/posts/content.ts'
import { askDelivery } from '../../src/posts/deliveries.ts'
import type { PostMove } from '../../src/posts/moves.ts'
import { editPost, movePost } from '../../src/posts/moving.ts'
import { postClock, rulePost, type PostStanding } from '../../src/posts/post.ts'
import { outgoingFor, publishDue } from '../../src/posts/publishing.ts'
import { findPost, insertPost } from '../../src/posts/store.ts'
import { buildOfficialTown, type OfficialTown } from '../official-town.ts'
import { oneOf, picker, type Pick, type Run } from './drill.ts'
import { draftOf, seatsOf, type Crew } from './post-paths.ts'

/**
 * [posts] Sixteen people at one draft: whoever edits, approves, withdraws and publishes in whatever order, nothing goes
 * out whose hash was not approved. Rounds are schedules of fc.scheduler; one in fifty of as many is played by sixteen
 * real connections.
 */
export const run: Run = async (rounds, seed) => {
  const scheduled = await schedules(rounds, seed, true)
  const unguarded = await schedules(Math.min(rounds, 500), seed, false)
  const real = await connections(Math.max(4, Math.ceil(rounds / 50)), seed)
  return {
    claim:
      'Nothing goes out whose very words somebody else did not approve, whoever edits at the same moment',
    figure: `${rounds} schedules with ${scheduled.out} publications, and ${real.rounds} rounds of 16 connections with ${real.out} deliveries: ${scheduled.faults.length + real.faults.length} of a hash that was not approved`,
    control: `without the version that was seen: ${unguarded.faults.length} of ${unguarded.out}; a publisher that looks first and sends later: ${real.careless}`,
    faults: [...scheduled.faults, ...real.faults],
    hasTeeth: unguarded.faults.length > 0 && real.careless > 0 && scheduled.out > 0 && real.out > 0,
  }
}

interface Found {
  faults: string[]
  out: number
}

const crew: Crew = {
  author: 'grant',
  approvers: ['diaz', 'chen'],
  runsAll: [],
  runsOne: ['grant', 'ito'],
  isTimeSensitive: false,
}
/** Who might do what in one schedule. */
const doings = [
  ['grant', 'edit'],
  ['chen', 'edit'],
  ['grant', 'submit'],
  ['chen', 'approve'],
  ['diaz', 'approve'],
  ['diaz', 'approve'],
  [postClock, 'publish'],
  [postClock, 'publish'],
  [postClock, 'publish'],
  [postClock, 'publish'],
  ['diaz', 'return'],
  ['grant', 'withdraw'],
] as const satisfies readonly (readonly [string, PostMove])[]

/** Plays the store in memory, as its transactions are: everybody reads, rules and writes when the scheduler says. */
async function schedules(rounds: number, seed: number, isGuarded: boolean): Promise<Found> {
  const found: Found = { faults: [], out: 0 }
  const play = fc.asyncProperty(
    fc.scheduler(),
    fc.array(fc.nat(doings.length - 1), { minLength: 6, maxLength: 14 }),
    async (scheduler, picks) => {
      const approved = new Set<string>()
      // Half of the schedules begin where it is dangerous: submitted, and about to be approved.
      let row: PostStanding & { version: number } = { ...draftOf(crew), state: 'in-review', version: 1 }
      let edits = 0
      const does = async (actor: string, move: PostMove): Promise<void> => {
        await scheduler.schedule(Promise.resolve(), 'reads')
        const seen = row
        await scheduler.schedule(Promise.resolve(), 'rules')
        const contentHash = move === 'edit' ? `hash ${++edits}` : seen.contentHash
        const answer = rulePost(seen, move, actor, seatsOf(crew), { remarks: 'why', contentHash })
        if (!answer.ok) return
        await scheduler.schedule(Promise.resolve(), 'writes')
        if (isGuarded && row.version !== seen.version) return
        // Without the guard a writer sets its columns on whatever stands there by then.
        const { state, approvedHash, approvedBy } = answer.next
        row = isGuarded
          ? { ...answer.next, version: row.version + 1 }
          : {
              ...row,
              ...(move === 'edit' ? { contentHash, editor: actor } : {}),
              state,
              approvedHash,
              approvedBy,
              version: row.version + 1,
            }
        if (move === 'approve') approved.add(seen.contentHash)
        if (move !== 'publish') return
        found.out++
        if (!approved.has(row.contentHash)) found.faults.push(`seed ${seed}: ${row.contentHash} went out`)
      }
      const all = picks.map((pick) => {
        const [actor, move] = doings[pick] ?? doings[0]
        return does(actor, move)
      })
      await scheduler.waitAll()
      await Promise.all(all)
    },
  )
  await fc.assert(play, { numRuns: rounds, seed })
  return found
}

interface Real extends Found {
  rounds: number
  careless: number
}

const connected = 16

/** Sixteen connections of their own at one draft on a real PostgreSQL; and a careless publisher as the control. */
async function connections(rounds: number, seed: number): Promise<Real> {
  const town = await buildOfficialTown()
  const dbs = Array.from({ length: connected }, () =>
    openDb(town.databaseUrl, town.agency.agencyId, { max: 1, patience: 20_000 }),
  )
  const found: Real = { faults: [], out: 0, rounds, careless: 0 }
  const pick = picker(seed)
  try {
    for (let round = 0; round < rounds; round++) {
      const postId = await begin(town, round)
      await Promise.all(dbs.map((db) => hand(town, db, postId, pick)))
      await publishDue(town.db, town.agency, town.app.house.networks, town.now())
      const { faults, out } = await judged(town, postId)
      found.faults.push(...faults.map((fault) => `seed ${seed}, round ${round}: ${fault}`))
      found.out += out
    }
    found.careless = (await judged(town, await carelessly(town))).faults.length
  } finally {
    await Promise.all(dbs.map((db) => db.destroy()))
  }
  return found
}

function contentOf(town: OfficialTown, words: string): PostContent {
  return postContentSchema.parse({
    texts: { en: words },
    accounts: [town.accounts.site.accountId],
    byline: { words: 'Riverton Police Department' },
  })
}

/** A draft of Grant's, submitted. */
async function begin(town: OfficialTown, round: number): Promise<string> {
  const postId = newId()
  const content = contentOf(town, `Round ${round} begins.`)
  const { written, hash } = bindPost(content)
  await town.does('grant', 'posts.write', async (tx, record) => {
    await insertPost(
      tx,
      town.agency.agencyId,
      { postId, author: 'grant', content, written, hash },
      town.now(),
    )
    await record({ subject: postId, body: { contentHash: hash } })
  })
  await moves(town, town.db, postId, 'grant', 'submit')
  return postId
}

async function moves(
  town: OfficialTown,
  db: Db,
  postId: string,
  by: string,
  move: 'submit' | 'approve' | 'return' | 'withdraw',
): Promise<void> {
  const { agency } = town
  const { version, contentHash } = await findPost(db, agency.agencyId, postId)
  const made = {
    agencyId: agency.agencyId,
    by,
    key: newId(),
    name: `posts.${move}`,
    at: town.now(),
    input: { postId, version },
  }
  const moving = { move, version, contentHash, remarks: 'Weighed.' }
  await movePost(db, agency, town.app.house.networks, made, postId, moving)
}

/** Often enough for something to be approved and published while somebody edits. */
const likely = [
  ['grant', 'edit'],
  ...Array.from({ length: 6 }, () => ['grant', 'submit'] as const),
  ...Array.from({ length: 8 }, () => ['chen', 'approve'] as const),
  ...Array.from({ length: 8 }, () => ['diaz', 'approve'] as const),
  ...Array.from({ length: 12 }, () => [postClock, 'publish'] as const),
] as const

/** One connection's hand: a few doings of anybody's, in an order that the seed decides. */
async function hand(town: OfficialTown, db: Db, postId: string, pick: Pick): Promise<void> {
  const { agency } = town
  const { agencyId } = agency
  for (let n = 0; n < 4; n++) {
    const [by, doing] = oneOf(pick, likely)
    const words = `Words ${pick(1_000)} of ${by}.`
    try {
      if (doing === 'publish') await publishDue(db, agency, town.app.house.networks, town.now())
      else if (doing === 'edit') {
        const { version } = await findPost(db, agencyId, postId)
        const made = {
          agencyId,
          by,
          key: newId(),
          name: 'posts.edit',
          at: town.now(),
          input: { postId, version },
        }
        await editPost(db, agency, made, postId, { version, content: contentOf(town, words) })
      } else await moves(town, db, postId, by, pick(80) === 0 ? 'withdraw' : doing)
    } catch (error) {
      if (!(error instanceof Refusal) && !isAtOnce(error)) throw error
    }
  }
}

/** A deadlock, or the same row twice in one moment: PostgreSQL let one of them. */
function isAtOnce(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:23505|40P01|40001)$/.test(String(error.code))
}

/** What a publisher does who looks whether it is approved, and sends what stands there a moment later. */
async function carelessly(town: OfficialTown): Promise<string> {
  const { db, agency } = town
  const { agencyId } = agency
  const postId = await begin(town, 0)
  await moves(town, db, postId, 'chen', 'approve')
  const { state, version } = await findPost(db, agencyId, postId)
  const made = { agencyId, by: 'grant', key: newId(), name: 'posts.edit', at: town.now(), input: { postId } }
  await editPost(db, agency, made, postId, { version, content: contentOf(town, 'Other words.') })
  if (state !== 'approved') throw new Error('the control has nothing to send')
  const { content, contentHash: hash } = await findPost(db, agencyId, postId)
  const { site } = town.accounts
  const outgoing = await outgoingFor(db, agencyId, content, site)
  const asked = {
    subject: { kind: 'post', id: postId },
    accountId: site.accountId,
    does: 'publish',
    outgoing,
    hash,
    replyTo: null,
    remoteId: null,
  } as const
  await db.transaction().execute((tx) => askDelivery(tx, agencyId, asked, town.now()))
  return postId
}

/** Every delivery of a post, held against the steps that were taken: read from the evidence, not from the post. */
async function judged(town: OfficialTown, postId: string): Promise<Found> {
  const { agencyId } = town.agency
  const [deliveries, steps, contents] = await Promise.all([
    town.db
      .selectFrom('delivery')
      .select(['hash', 'outgoing'])
      .where('agencyId', '=', agencyId)
      .where('subjectId', '=', postId)
      .execute(),
    town.db
      .selectFrom('postStep')
      .select(['move', 'madeBy', 'contentHash', 'version'])
      .where('agencyId', '=', agencyId)
      .where('postId', '=', postId)
      .orderBy('version')
      .execute(),
    town.db
      .selectFrom('postContent')
      .select(['contentHash', 'content'])
      .where('agencyId', '=', agencyId)
      .where('postId', '=', postId)
      .execute(),
  ])
  const editorAt = (version: number): string | null =>
    steps.findLast((step) => step.version < version && (step.move === 'edit' || step.move === 'write'))
      ?.madeBy ?? null
  const approved = new Set(
    steps
      .filter(
        ({ move, madeBy, version }) =>
          move === 'approve' && madeBy !== 'grant' && madeBy !== editorAt(version),
      )
      .map(({ contentHash }) => contentHash),
  )
  const faults = deliveries.flatMap(({ hash, outgoing }) => {
    const content = contents.find((one) => one.contentHash === hash)?.content
    const words = content === undefined ? undefined : postContentOf(content).texts.en
    return [
      ...(approved.has(hash) ? [] : [`${hash} went out and was not approved`]),
      ...(words !== undefined && outgoing?.includes(words) === true ? [] : ['other words went out']),
    ]
  })
  if (steps.some(({ version }, place) => version !== place + 1)) faults.push('a step is missing')
  return { faults, out: deliveries.length }
}
