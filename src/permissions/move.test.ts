import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { adoptIn } from '../../test/adopted-town.ts'
import { askingIn } from '../../test/asking.ts'
import { buildTown } from '../../test/town.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { moveRequest } from './move.ts'
import { moves, states, table, type Move } from './moves.ts'
import { findRequest } from './store.ts'

const town = await buildTown()
await adoptIn(town, 'bridgeport-5.14', {
  appealTo: { title: 'Town Manager', memberId: 'lopez' },
  counsel: { memberId: 'kim' },
})
const { ask, asked } = askingIn(town)
const { db, agency } = town
const actors = ['alvarez', 'bell', 'chen', 'diaz', 'grant', 'lopez', 'kim', 'system'] as const
const bodySchema = z.object({ state: z.enum(states), contentHash: z.string() })

/** What the ledger alone says of a request: its last state, and how many steps it took. */
async function rebuilt(requestId: string): Promise<{ state: string; steps: number; hashes: Set<string> }> {
  const entries = await db
    .selectFrom('ledgerEntry')
    .select(['kind', 'body'])
    .where('subject', '=', requestId)
    .where('kind', '<>', 'requests.letter')
    .orderBy('entryId')
    .execute()
  const moved = entries.slice(1).map(({ body }) => bodySchema.parse(JSON.parse(body)))
  return {
    state: moved.at(-1)?.state ?? 'draft',
    steps: entries.length,
    hashes: new Set(moved.map(({ contentHash }) => contentHash)),
  }
}

/** Tries one move at a version; gives whether it was made. What is thrown beside a refusal is a fault. */
async function attempt(requestId: string, move: Move, by: string, version: number): Promise<boolean> {
  const made = {
    agencyId: agency.agencyId,
    by,
    key: newId(),
    name: `requests.${move}`,
    at: town.now(),
    input: null,
  }
  const said = { remarks: 'because', citation: 'IV.F.1' }
  return await moveRequest(db, agency, undefined, made, requestId, { move, version, ...said }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )
}

/** A move that somebody tries, and one that somebody else tries in the same moment. */
const tried = fc.tuple(fc.nat(1_000), fc.constantFrom(...actors))

test('[P7] whatever is tried at once, one move is made, and the ledger alone tells every step', async () => {
  let [made, raced] = [0, 0]
  const walks = fc.sample(fc.array(fc.tuple(tried, tried), { minLength: 25, maxLength: 40 }), {
    numRuns: 8,
    seed: 2611,
  })
  for (const walk of walks) {
    const { requestId, contentHash } = await ask('alvarez', asked({ coworkers: ['grant'] }))
    await attempt(requestId, 'submit', 'alvarez', 1)
    await attempt(requestId, 'consent', 'grant', 2)
    for (const [[pick, one], [otherPick, other]] of walk) {
      const { version, state: at } = await findRequest(db, agency.agencyId, requestId)
      // A withdrawal ends a walk too soon to see much.
      const open = moves.filter((move) => move in table[at] && move !== 'withdraw')
      const [first, second] = [open[pick % open.length], open[otherPick % open.length]]
      if (first === undefined || second === undefined) break
      const done = await Promise.all([
        attempt(requestId, first, one, version),
        attempt(requestId, second, other, version),
      ])
      const count = done.filter(Boolean).length
      assert.ok(count <= 1, `${first} by ${one} and ${second} by ${other} were both made`)
      made += count
      if (count === 1 && one !== other) raced++
      const after = await findRequest(db, agency.agencyId, requestId)
      assert.equal(after.version, version + count)
      const { state, steps, hashes } = await rebuilt(requestId)
      assert.deepEqual([state, steps], [after.state, after.version])
      assert.deepEqual(hashes, new Set([contentHash]))
    }
    const steps = await db
      .selectFrom('requestStep')
      .select(['madeBy', 'office'])
      .where('requestId', '=', requestId)
      .execute()
    assert.ok(
      steps.every(({ madeBy, office }) => (madeBy === 'alvarez' || madeBy === null) === (office === null)),
    )
  }
  assert.ok(made > 20 && raced > 10, `saw ${made} moves, ${raced} of them raced`)
})

test('the database itself refuses a word of the author by an office', async () => {
  const { requestId, contentHash } = await ask('alvarez')
  const step = {
    agencyId: agency.agencyId,
    requestId,
    version: 2,
    author: 'alvarez',
    move: 'approve',
    madeBy: 'alvarez',
    office: 'chief',
    deskTitle: null,
    toState: 'approved',
    remarks: null,
    citation: null,
    contentHash,
    at: town.now(),
  } as const
  const insert = (given: object): Promise<unknown> =>
    db
      .insertInto('requestStep')
      .values({ ...step, ...given })
      .execute()
  await assert.rejects(insert({}), /check constraint/)
  await assert.rejects(insert({ author: 'bell' }), /foreign key/, 'nor is another author named')
  await insert({ madeBy: 'diaz' })
  await assert.rejects(db.updateTable('requestStep').set({ madeBy: 'chen' }).execute(), /permission denied/)
})
