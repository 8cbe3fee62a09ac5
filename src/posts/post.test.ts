import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  crews,
  draftOf,
  faultsOf,
  reachable,
  seatsOf,
  wallless,
  writers,
  type Crew,
} from '../../test/drills/post-paths.ts'
import { postMoves, postStates, postTable } from './moves.ts'
import { postClock, postMovesFor, rulePost, type PostStanding } from './post.ts'

/** The whole search, done once: every crew, every state within seven steps. */
const visits = crews.flatMap((crew) => [...reachable(crew, 7)])

function assertNone(property: string, saw: number, atLeast: number): void {
  const broken = visits.flatMap((visit) =>
    faultsOf(visit)
      .filter((fault) => fault.startsWith(property))
      .map((fault) => `${fault}: ${JSON.stringify(visit.path)}`),
  )
  assert.deepEqual(broken.slice(0, 3), [])
  assert.ok(saw > atLeast, `saw only ${saw}`)
}

const isOut = ({ state }: PostStanding): boolean =>
  state === 'publishing' || state === 'published' || state === 'removed'

test('[P1] no path leads out with a hash that nobody approved, or that its writer did, but a signed emergency', () => {
  assertNone('[P1]', visits.filter(({ standing }) => isOut(standing)).length, 1_000)
  const signed = visits.filter(({ standing }) => isOut(standing) && standing.signedBy !== null)
  const approved = visits.filter(({ standing }) => isOut(standing) && standing.signedBy === null)
  assert.ok(
    signed.length > 100 && approved.length > 100,
    `${signed.length} signed, ${approved.length} approved`,
  )
})

test('[P2] an edit leaves nothing of what was said before', () => {
  assertNone('[P2]', visits.filter(({ path }) => path.at(-1)?.move === 'edit').length, 200)
})

test('[P3] only what cannot wait is signed for, and whoever wrote or signed it never reviews it', () => {
  assertNone('[P3]', visits.filter(({ standing }) => standing.reviewedBy !== null).length, 50)
})

test('[P4] time publishes, and a person never does', () => {
  assertNone('[P4]', visits.filter(({ path }) => path.at(-1)?.move === 'publish').length, 100)
})

test('control: without the wall against approving one’s own words, the search finds it out', () => {
  const found = crews.flatMap((crew) => [...reachable(crew, 4, wallless)].flatMap(faultsOf))
  assert.ok(found.some((fault) => fault.startsWith('[P1]')))
})

test('[P5] the buttons are exactly what the rule lets somebody do', () => {
  let buttons = 0
  for (const { crew, standing, path } of visits) {
    if (path.length > 4) continue
    const seats = seatsOf(crew)
    for (const actor of writers) {
      const shown = postMovesFor(standing, actor, seats).map(({ move }) => move)
      const said = { remarks: 'why', contentHash: standing.contentHash }
      assert.deepEqual(
        shown,
        postMoves.filter((move) => rulePost(standing, move, actor, seats, said).ok),
      )
      buttons += shown.length
    }
  }
  assert.ok(buttons > 2_000, `saw ${buttons}`)
})

test('every state is reached, and what is not in the table is refused by a sentence', () => {
  const seen = new Set(visits.map(({ standing }) => standing.state))
  assert.deepEqual([...seen].toSorted(), postStates.toSorted())
  let refused = 0
  for (const { crew, standing } of visits.slice(0, 2_000))
    for (const move of postMoves) {
      if (move in postTable[standing.state]) continue
      for (const actor of [...writers, postClock]) {
        const said = { remarks: 'why', contentHash: standing.contentHash }
        const answer = rulePost(standing, move, actor, seatsOf(crew), said)
        assert.ok(!answer.ok && answer.because.startsWith('a post that is '))
        refused++
      }
    }
  assert.ok(refused > 5_000, `saw ${refused}`)
})

test('[P6] however long a crew goes on, it holds', () => {
  let moved = 0
  let published = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...crews),
      fc.array(fc.nat(10_000), { minLength: 20, maxLength: 60 }),
      (crew, picks) => {
        const end = walk(crew, picks)
        moved += end.path.length
        if (isOut(end.standing)) published++
        assert.deepEqual(faultsOf(end), [])
      },
    ),
    { numRuns: 1_500, seed: 71 },
  )
  assert.ok(moved > 6_000 && published > 90, `saw ${moved} moves, ${published} out`)
})

/** Plays a crew by numbers: each picks one of the steps that are open. */
function walk(crew: Crew, picks: readonly number[]): Parameters<typeof faultsOf>[0] {
  let visit: Parameters<typeof faultsOf>[0] = { crew, standing: draftOf(crew), path: [] }
  for (const pick of picks) {
    const { standing } = visit
    const open = [...writers, postClock].flatMap((actor) =>
      postMoves.flatMap((move) => {
        // Withdrawn is soon, and then nothing more happens.
        if (move === 'withdraw' && pick % 20 > 0) return []
        const contentHash = move === 'edit' ? `hash ${visit.path.length}` : standing.contentHash
        const answer = rulePost(standing, move, actor, seatsOf(crew), { remarks: 'why', contentHash })
        return answer.ok ? [{ move, actor, next: answer.next }] : []
      }),
    )
    const taken = open[pick % Math.max(1, open.length)]
    if (!taken) return visit
    const { move, actor, next } = taken
    visit = { crew, standing: next, path: [...visit.path, { move, actor, hash: next.contentHash }] }
  }
  return visit
}
