import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  chief,
  above,
  consenting,
  draft,
  faultsOf,
  fullChairs,
  houses,
  isCited,
  lieutenant,
  people,
  reachable,
  said,
  seatsOf,
  sergeant,
  wallless,
  type House,
} from '../../test/drills/workflow.ts'
import { moves, type Move } from './moves.ts'
import { clock, isForsaken, movesFor, rule, type Standing } from './request.ts'

const [alvarez, bell, chen, diaz] = ['alvarez', 'bell', 'chen', 'diaz']

/** The whole search, done once: every department, every state within six steps. */
const visits = houses.flatMap((house) => [...reachable(house, 6)])

function assertNone(property: string, saw: number, atLeast: number): void {
  const broken = visits.flatMap((visit) =>
    faultsOf(visit)
      .filter((fault) => fault.startsWith(property))
      .map((fault) => `${fault}: ${JSON.stringify(visit.path)}`),
  )
  assert.deepEqual(broken.slice(0, 3), [])
  assert.ok(saw > atLeast, `saw only ${saw}`)
}

test('[P1] in every reachable state nobody decided, endorsed or consented to their own request', () => {
  const spoken = visits.flatMap(({ path }) => path).filter(({ office }) => office !== null)
  assertNone('[P1]', spoken.length, 20_000)
})

test('[P2] whatever is approved was heard of every desk below the giver, which spoke, was silent or empty', () => {
  const approvals = visits.filter(({ standing }) => standing.state === 'approved')
  assertNone('[P2]', approvals.length, 500)
  const appealed = approvals.filter(({ path }) => path.at(-1)?.move === 'overturn')
  assert.ok(appealed.length > 50, `saw ${appealed.length} on appeal`)
  assert.ok(appealed.every(({ path, house }) => path.at(-1)?.actor === house.appeal))
})

test('[P3] whoever disapproved a request never hears its appeal', () => {
  const heard = visits.filter(({ path }) => path.some(({ move }) => move === 'uphold' || move === 'overturn'))
  assertNone('[P3]', heard.length, 50)
})

test('[P4] silence answers nothing: the clock alone never ends a request', () => {
  assertNone('[P4]', visits.filter(({ path }) => path.at(-1)?.actor === clock).length, 500)
})

test('[P9] no consent is waited for without end, none is made up, and none is said to have left who serves', () => {
  const waits = visits.filter(({ standing }) => standing.state === 'awaiting-consent')
  assertNone('[P9]', waits.length, 500)
  const without = visits.filter(
    ({ standing, path }) =>
      standing.state === 'approved' &&
      standing.consents.some(({ answer }) => answer === 'left' || answer === 'missing') &&
      path.at(-1)?.office !== 'coworker',
  )
  assert.ok(without.length > 50, `saw ${without.length} that a person approved without a consent`)
})

test('control: a rule that makes a consent up is found out by the search', () => {
  const found = houses.flatMap((house) => [...reachable(house, 3, consenting)].flatMap(faultsOf))
  assert.ok(found.includes('[P9] a consent that nobody gave'))
})

test('control: without the wall against ruling on one’s own request, the search finds it out', () => {
  const found = houses.flatMap((house) => [...reachable(house, 3, wallless)].flatMap(faultsOf))
  assert.ok(found.includes('[P1] somebody ruled on their own request'))
})

test('[P5] the buttons are exactly what the rule lets somebody do', () => {
  let buttons = 0
  for (const { house, standing, path } of visits) {
    if (path.length > 3) continue
    const seats = seatsOf(house)
    for (const actor of people) {
      const shown = movesFor(standing, actor, seats).map(({ move }) => move)
      assert.deepEqual(
        shown,
        moves.filter((move) => rule(standing, move, actor, seats, said, isCited).ok),
      )
      buttons += shown.length
    }
  }
  assert.ok(buttons > 5_000, `saw ${buttons}`)
})

/** Plays one house by numbers: each picks one of the steps that are open; after the fifth these chairs are empty. */
function walk(house: House, picks: readonly number[], emptied: readonly string[]): number {
  let standing = draft(house)
  let moved = 0
  for (const [n, pick] of picks.entries()) {
    const chairs = Object.fromEntries(
      Object.entries(house.chairs).filter(([chair]) => n < 5 || !emptied.includes(chair)),
    )
    const seats = seatsOf({ ...house, chairs })
    const open = [...people, clock].flatMap((actor) =>
      moves.flatMap((move) => {
        const answer = rule(standing, move, actor, seats, said, isCited)
        return answer.ok ? [answer.next] : []
      }),
    )
    const next = open[pick % Math.max(1, open.length)]
    if (!next) return moved
    moved++
    standing = next
    assert.ok(standing.desk === 0 || standing.desk < standing.desks.length)
    if (standing.state === 'awaiting-endorsement' || standing.state === 'awaiting-decision')
      assert.equal(isForsaken(standing, seats), false, 'it lies on a desk that somebody sits at')
  }
  return moved
}

test('[P6] a request lies on a desk of its own route that somebody sits at, whoever leaves meanwhile', () => {
  let moved = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...houses),
      fc.array(fc.nat(1_000), { maxLength: 40 }),
      fc.subarray(['sergeant', 'lieutenant', 'chief']),
      (house, picks, emptied) => {
        moved += walk(house, picks, emptied)
      },
    ),
    { numRuns: 1_500, seed: 71 },
  )
  assert.ok(moved > 1_500, `saw ${moved}`)
})

const riverton: House = {
  author: alvarez,
  route: [sergeant, lieutenant, chief],
  chairs: fullChairs,
  appeal: 'manager',
  counsel: 'counsel',
  coworkers: [],
  gone: [],
  isPublicMatter: false,
  kind: 'permission',
}

function play(house: House, ...steps: [Move, string][]): Standing {
  return steps.reduce((standing, [move, actor]) => {
    const answer = rule(standing, move, actor, seatsOf(house), said, isCited)
    assert.ok(answer.ok, answer.ok ? '' : `${move} by ${actor}: ${answer.because}`)
    return answer.next
  }, draft(house))
}

test('up the chain: endorsed, passed by for silence, decided by the Chief', () => {
  const standing = play(
    riverton,
    ['submit', alvarez],
    ['endorse', bell],
    ['pass-silent', clock],
    ['approve', diaz],
  )
  assert.equal(standing.state, 'approved')
  assert.deepEqual(
    standing.desks.map(({ heard }) => heard),
    ['endorsed', 'silent', null],
  )
})

test('a desk below the giver cannot disapprove, and says on whose desk a request is', () => {
  const onSergeant = play(riverton, ['submit', alvarez])
  const refused = (move: Move, actor: string): string => {
    const answer = rule(onSergeant, move, actor, seatsOf(riverton), said, isCited)
    return answer.ok ? 'allowed' : answer.because
  }
  assert.equal(
    refused('disapprove', bell),
    'a request that is awaiting endorsement cannot be moved so (disapprove)',
  )
  assert.equal(refused('endorse', chen), 'it is on the desk of the Sergeant')
  assert.equal(refused('endorse', alvarez), 'nobody endorses, decides or consents to their own request')
})

test('a disapproval needs words and a provision that the order has', () => {
  const onChief = play({ ...riverton, route: [chief] }, ['submit', alvarez])
  const because = (given: { remarks?: string; citation?: string }): string => {
    const answer = rule(onChief, 'disapprove', diaz, seatsOf(riverton), given, isCited)
    return answer.ok ? 'allowed' : answer.because
  }
  assert.match(because({ citation: '9' }), /say why/)
  assert.match(because({ remarks: 'No.' }), /name the provision/)
  assert.match(because({ remarks: 'No.', citation: '12.x' }), /has no provision 12\.x/)
  assert.equal(because({ remarks: 'No.', citation: '9' }), 'allowed')
})

test('silence of the Chief opens the appeal; a citizen’s speech goes to counsel', () => {
  const direct = { ...riverton, route: [chief] }
  assert.equal(play(direct, ['submit', alvarez], ['pass-silent', clock]).state, 'stalled')
  const citizens = { ...direct, isPublicMatter: true }
  const withCounsel = play(citizens, ['submit', alvarez], ['pass-silent', clock])
  assert.equal(withCounsel.state, 'with-counsel')
  const unneeded = rule(withCounsel, 'find-unneeded', 'counsel', seatsOf(citizens), said, isCited)
  assert.equal(unneeded.ok && unneeded.next.state, 'not-needed')
})

test('the Chief’s own request is decided by whoever hears appeals', () => {
  const own = { ...riverton, author: diaz, route: [above] }
  const standing = play(own, ['submit', diaz])
  assert.deepEqual(
    movesFor(standing, 'manager', seatsOf(own)).map(({ move }) => move),
    ['return', 'approve', 'disapprove'],
  )
  assert.equal(play(own, ['submit', diaz], ['approve', 'manager']).state, 'approved')
})

test('a consent that is refused ends a request, and is asked of nobody twice', () => {
  const both = { ...riverton, coworkers: [bell, chen] }
  const asked = play(both, ['submit', alvarez], ['consent', bell])
  assert.equal(asked.state, 'awaiting-consent')
  const again = rule(asked, 'consent', bell, seatsOf(both), said, isCited)
  assert.equal(again.ok, false)
  const refused = rule(asked, 'refuse', chen, seatsOf(both), said, isCited)
  assert.equal(refused.ok && refused.next.state, 'refused')
})

test('the author’s own desk is passed over, and a vacant one is', () => {
  const own = play({ ...riverton, author: bell }, ['submit', bell])
  assert.deepEqual(
    [own.state, own.desk, own.desks.map(({ heard }) => heard)],
    ['awaiting-endorsement', 1, ['own-desk', null, null]],
  )
  const vacant = play(
    { ...riverton, chairs: { sergeant: bell, chief: diaz } },
    ['submit', alvarez],
    ['endorse', bell],
  )
  assert.deepEqual(
    [vacant.state, vacant.desks.map(({ heard }) => heard)],
    ['awaiting-decision', ['endorsed', 'vacant', null]],
  )
})

test('whoever disapproved it does not hear the appeal, even if they are named to hear appeals meanwhile', () => {
  const appealed = play(
    { ...riverton, route: [chief] },
    ['submit', alvarez],
    ['disapprove', diaz],
    ['appeal', alvarez],
  )
  const answer = rule(appealed, 'uphold', diaz, seatsOf({ ...riverton, appeal: diaz }), said, isCited)
  assert.equal(
    answer.ok ? 'allowed' : answer.because,
    'whoever disapproved a request does not hear its appeal',
  )
})
