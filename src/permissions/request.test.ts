import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { moves, table, type Move } from './moves.ts'
import { clock, isDeskEmpty, movesFor, rule, type Desk, type Seats, type Standing } from './request.ts'

const [alvarez, bell, chen, diaz] = ['alvarez', 'bell', 'chen', 'diaz']
const people = [alvarez, bell, chen, diaz]
const said = { remarks: 'because', citation: '9' }
const isCited = (citation: string): boolean => citation === '9'

const sergeant: Desk = { seat: { position: 'sergeant' }, title: 'Sergeant', does: 'endorse', heard: null }
const lieutenant: Desk = { ...sergeant, seat: { position: 'lieutenant' }, title: 'Lieutenant' }
const chief: Desk = { seat: 'chief', title: 'Chief of Police', does: 'decide', heard: null }
const above: Desk = { seat: 'appeal', title: 'Town Manager', does: 'decide', heard: null }

interface House {
  author: string
  route: readonly Desk[]
  /** Who sits where; a chair that is missing is vacant. */
  chairs: Readonly<Record<string, string>>
  appeal: string | null
  counsel: string | null
  coworkers: readonly string[]
  isPublicMatter: boolean
  kind: 'permission' | 'opinion'
}

function seatsOf({ chairs, appeal, counsel, route }: House): Seats {
  return {
    at: ({ seat }) => {
      const chair = typeof seat === 'string' ? seat : seat.position
      const memberId = chair === 'appeal' ? appeal : chairs[chair]
      if (typeof memberId !== 'string') return []
      return [{ memberId, office: chair === 'chief' || chair === 'appeal' ? chair : 'supervisor' }]
    },
    appeal,
    counsel,
    desks: () => route,
  }
}

function draft({ author, coworkers, isPublicMatter, kind }: House): Standing {
  const consents = coworkers.map((memberId) => ({ memberId, answer: null }))
  return { kind, state: 'draft', author, desks: [], desk: 0, consents, isPublicMatter, disapprovedBy: null }
}

interface Visit {
  standing: Standing
  /** Who did what, to get here. */
  path: readonly { move: Move; actor: string; office: string | null }[]
}

/** Every state that these people can bring a request to in so many steps, each with one way there. */
function* reachable(house: House, steps: number): Generator<Visit> {
  const seen = new Set<string>()
  let front: Visit[] = [{ standing: draft(house), path: [] }]
  for (let n = 0; n <= steps; n++) {
    const next: Visit[] = []
    for (const visit of front) {
      yield visit
      for (const actor of [...people, clock])
        for (const move of moves) {
          const answer = rule(visit.standing, move, actor, seatsOf(house), said, isCited)
          if (!answer.ok) continue
          const path = [...visit.path, { move, actor, office: answer.office }]
          const key = JSON.stringify([answer.next, path.filter((step) => step.office !== null)])
          if (seen.has(key)) continue
          seen.add(key)
          next.push({ standing: answer.next, path })
        }
    }
    front = next
  }
}

const full = { sergeant: bell, lieutenant: chen, chief: diaz }
const houses: House[] = []
for (const author of people)
  for (const chairs of [
    full,
    { lieutenant: chen, chief: diaz },
    { sergeant: bell, chief: diaz },
    { sergeant: bell },
  ])
    for (const route of [
      [sergeant, lieutenant, chief],
      [chief],
      [{ ...sergeant, does: 'decide' as const }, chief],
      [above],
      [],
    ])
      for (const [appeal, counsel] of [
        [null, null],
        [chen, bell],
        [diaz, diaz],
        [bell, null],
      ] as const)
        for (const coworkers of [[], [bell], [alvarez, chen]])
          for (const isPublicMatter of [true, false])
            if (!coworkers.includes(author) && (route.length > 0 || coworkers.length > 0))
              houses.push({
                author,
                route,
                chairs,
                appeal,
                counsel,
                coworkers,
                isPublicMatter,
                kind: 'permission',
              })

/** The whole search, done once: every house, every state within six steps. */
const visits = houses.flatMap((house) => [...reachable(house, 6)].map((visit) => ({ house, ...visit })))

test('[P1] in every reachable state nobody decided, endorsed or consented to their own request', () => {
  let spoken = 0
  for (const { house, standing, path } of visits) {
    for (const { actor, move, office } of path)
      if (office !== null) {
        spoken++
        assert.notEqual(actor, house.author, `${move} by the author: ${JSON.stringify(path)}`)
      }
    assert.notEqual(standing.disapprovedBy, house.author)
    assert.ok(!standing.consents.some((one) => one.memberId === house.author))
  }
  assert.ok(visits.length > 20_000 && spoken > 20_000, `saw ${visits.length} states, ${spoken} words`)
})

test('[P2] whatever is approved was heard of every desk below the giver, which spoke, was silent or empty', () => {
  let approvals = 0
  let appealed = 0
  for (const { house, standing, path } of visits) {
    if (standing.state !== 'approved') continue
    approvals++
    const last = path.at(-1)
    assert.ok(last?.office, 'an approval is somebody’s')
    // A supervisor who may give it himself passes over nobody: the desks above him are not asked.
    for (const desk of standing.desks.slice(0, standing.desk))
      assert.notEqual(desk.heard, null, `${desk.title}: ${JSON.stringify(path)}`)
    assert.ok(standing.consents.every(({ answer }) => answer === 'agrees'))
    if (last.move === 'approve')
      assert.equal(standing.desks[standing.desk]?.does, 'decide', 'a giver approves')
    if (last.move !== 'overturn') continue
    appealed++
    assert.equal(last.actor, house.appeal)
  }
  assert.ok(approvals > 500 && appealed > 50, `saw ${approvals} approvals, ${appealed} on appeal`)
})

test('[P3] whoever disapproved a request never hears its appeal', () => {
  let heard = 0
  for (const { path } of visits) {
    const by = path.findLast(({ move }) => move === 'disapprove')?.actor
    const hearing = path.find(({ move }) => move === 'uphold' || move === 'overturn')?.actor
    if (by === undefined || hearing === undefined) continue
    heard++
    assert.notEqual(by, hearing)
  }
  assert.ok(heard > 50, `saw ${heard}`)
})

test('[P4] silence answers nothing: the clock alone never ends a request', () => {
  let passed = 0
  for (const { standing, path } of visits)
    if (path.at(-1)?.actor === clock) {
      passed++
      assert.ok(
        Object.keys(table[standing.state]).length > 0,
        `${standing.state} after ${JSON.stringify(path)}`,
      )
    }
  assert.ok(passed > 500, `saw ${passed}`)
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
      assert.equal(isDeskEmpty(standing, seats), false, 'it lies on a desk that somebody sits at')
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
    { numRuns: 5_000, seed: 71 },
  )
  assert.ok(moved > 5_000, `saw ${moved}`)
})

const riverton: House = {
  author: alvarez,
  route: [sergeant, lieutenant, chief],
  chairs: full,
  appeal: 'manager',
  counsel: 'counsel',
  coworkers: [],
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
