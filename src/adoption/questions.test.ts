import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from '../policy/judge.ts'
import { readAct } from '../policy/read-act.ts'
import { rivertonShelf } from './fixtures/riverton-shelf.ts'
import { casesOf, loadOrder, orderIds } from './order-shelf.ts'
import { choices, explanationOf, questionsFor } from './questions.ts'

const shelf = rivertonShelf()
const order = loadOrder('riverton-7-12', shelf)
const cases = casesOf('riverton-7-12', shelf)
const adopted = { versionId: 'v1', order, verbatim: new Map([['1', 'No uniform without permission.']]) }

test('questions ask about as many outcomes as the cases have, and none that the order does not answer', () => {
  const asked = questionsFor(adopted, cases, 3, { memberId: 'alvarez', attempt: 1 })
  assert.deepEqual(
    new Set(asked.map(({ ruling }) => ruling.outcome)),
    new Set(['barred', 'needs-permission', 'clear']),
  )
  // The case from before the order took effect is asked as an act of today.
  assert.equal(questionsFor(adopted, cases, 20, { memberId: 'alvarez', attempt: 1 }).length, 5)
  const [uniform] = asked.filter(({ ruling }) => ruling.outcome === 'needs-permission')
  assert.ok(uniform)
  assert.match(
    uniform.question.story.join(' '),
    /^An officer posts as a private person\. Does it show a uniform of the Department\? Yes\./,
  )
  assert.deepEqual(explanationOf(uniform, adopted), [
    {
      citation: '1',
      gist: 'The uniform stays off private pages.',
      verbatim: 'No uniform without permission.',
      remedy:
        'Allowed once the chief gives written permission (identification), asked for through the chain of command: 5.',
    },
  ])
})

test('[Q1] the same member, version and attempt get the same questions; others get others', () => {
  const hartford = { versionId: 'v1', order: loadOrder('hartford-3-01a') }
  const all = casesOf('hartford-3-01a')
  const ids = (memberId: string, attempt: number): string[] =>
    questionsFor(hartford, all, 5, { memberId, attempt }).map(({ name }) => name)
  assert.deepEqual(ids('alvarez', 1), ids('alvarez', 1))
  const drawn = new Set(
    ['alvarez', 'bell', 'chen'].flatMap((member) => [1, 2, 3].map((attempt) => ids(member, attempt).join())),
  )
  assert.equal(drawn.size, 9)
})

test('whoever asks for as many questions as there are outcomes is asked about each of them', () => {
  const hartford = { versionId: 'v1', order: loadOrder('hartford-3-01a') }
  const all = casesOf('hartford-3-01a')
  for (let attempt = 1; attempt <= 40; attempt++) {
    const asked = questionsFor(hartford, all, 5, { memberId: 'alvarez', attempt })
    assert.equal(new Set(asked.map(({ ruling }) => ruling.outcome)).size, 5, `attempt ${attempt}`)
  }
})

test('[Q2] every question of every pack has one right answer, which stands among the choices', () => {
  let seen = 0
  for (const id of orderIds()) {
    const pack = loadOrder(id)
    const all = casesOf(id)
    const byName = new Map(all.map((one) => [one.name, one]))
    for (const { name, question, ruling } of questionsFor({ versionId: 'v', order: pack }, all, 60, {
      memberId: 'alvarez',
      attempt: 1,
    })) {
      seen++
      assert.deepEqual(ruling.asks, [], name)
      assert.ok(
        choices.some(({ outcome }) => outcome === ruling.outcome),
        name,
      )
      assert.ok(question.story.length > 0 && !JSON.stringify(question).includes('undefined'), name)
      // The case's own folder, found by the case's own day, agrees with what is called right here.
      const one = byName.get(name)
      const {
        expect: _e,
        never: _n,
        asks: _a,
        scenario: _s,
        ...written
      }: Record<string, unknown> = {
        ...Object(one?.data),
      }
      const { act } = readAct({ ...written, id: name }, pack.vocabulary)
      assert.ok(act)
      const own = judge(act, pack)
      if (own.outcome !== 'not-in-force' && own.outcome !== 'text-not-held')
        assert.equal(ruling.outcome, one?.outcome, name)
    }
  }
  assert.ok(seen > 120, `only ${seen}`)
})
