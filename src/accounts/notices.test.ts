import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadOrder } from '../adoption/order-shelf.ts'
import { pageSaid } from '../../test/official-town.ts'
import { factsOf, judgePage, noticeFacts, noticesLacking, requirementsOf } from './notices.ts'
import type { NoticeSaid, PageSaid } from './schema.ts'

const orders = {
  hartford: loadOrder('hartford-3-01a'),
  hamden: loadOrder('hamden-004-011'),
  bridgeport: loadOrder('bridgeport-5.14'),
}
const on = '2026-11-21'
const forces = (name: keyof typeof orders): Record<string, string> =>
  Object.fromEntries(
    requirementsOf(orders[name]).map(({ fact, citation, force, waiver }) => [
      fact.replace('page.', ''),
      `${citation} ${force}${waiver ? ` unless ${waiver.fact.replace('page.', '')}` : ''}`,
    ]),
  )
const without = (fact: string, reason: string | null, page = pageSaid()): PageSaid => ({
  ...page,
  notices: page.notices.map((one) => (one.fact === fact ? { fact, wording: {}, reason } : one)),
})

test('what a page needs, and how strictly, is the order’s own', () => {
  assert.deepEqual(forces('hartford'), {
    approved: 'IV.B.1 needs-permission',
    introduction: 'IV.B.3 barred',
    audience: 'IV.B.3 advised',
    'visitor-opinions': 'IV.B.4 advised unless notice-not-applicable',
    monitoring: 'IV.B.5 barred',
    disclosure: 'IV.B.6 barred',
    contact: 'IV.B.7 barred',
  })
  const softer = {
    'maintained-by': 'A.5 advised unless notice-not-applicable',
    contact: 'A.5 advised unless notice-not-applicable',
    'visitor-opinions': 'A.9 advised unless notice-not-applicable',
    monitoring: 'A.10 barred',
    disclosure: 'A.11 barred',
  }
  const common = {
    introduction: 'A.1 barred unless introduction-impossible',
    linked: 'A.2 advised unless notice-not-applicable',
    audience: 'A.3 advised',
    approved: 'A.4 needs-permission',
  }
  assert.deepEqual(forces('hamden'), { ...common, 'administered-by-it': 'A.4 barred', ...softer })
  const printed = Object.entries({
    ...common,
    'administered-by-it': 'A.4 barred unless administration-determined',
    ...softer,
  }).map(([fact, words]) => [fact, `IV.${words}`])
  assert.deepEqual(forces('bridgeport'), Object.fromEntries(printed))
})

test('a page with every notice wants nothing but the Chief’s yes, under each order', () => {
  for (const [name, order] of Object.entries(orders)) {
    const { outcome, provisions } = judgePage(pageSaid(), order, { on, isApproved: false })
    assert.deepEqual([name, outcome, provisions.length], [name, 'needs-permission', 1])
    assert.equal(provisions[0]?.path?.matter, 'page')
    assert.equal(judgePage(pageSaid(), order, { on, isApproved: true }).outcome, 'clear')
  }
})

test('an introduction may be impossible under two orders, and never is under Hartford’s', () => {
  const page = without('page.introduction', 'The network has no room for it.')
  const verdict = (name: keyof typeof orders): string =>
    judgePage(page, orders[name], { on, isApproved: true }).outcome
  assert.deepEqual(
    [verdict('hartford'), verdict('hamden'), verdict('bridgeport')],
    ['barred', 'clear', 'clear'],
  )
  const [lack] = noticesLacking(page, requirementsOf(orders.hartford))
  assert.match(
    lack?.sentence ?? '',
    /^Introduction: IV\.B\.3 asks for it without exception, so no reason excuses it/,
  )
  assert.deepEqual(noticesLacking(page, requirementsOf(orders.hamden)), [])
})

const runBy = (name: keyof typeof orders, custody: PageSaid['custody']): string =>
  judgePage(pageSaid({ custody }), orders[name], { on, isApproved: true }).outcome

test('who runs a page: the technology section, or where the order knows that, whoever was determined', () => {
  const other = { by: 'other', unit: 'Community Relations', determinedBy: null, determinedOn: null } as const
  const determined = { ...other, determinedBy: 'the Chief', determinedOn: '2026-01-02' }
  assert.deepEqual(
    [runBy('hamden', other), runBy('hamden', determined), runBy('bridgeport', other)],
    ['barred', 'barred', 'barred'],
  )
  assert.equal(runBy('bridgeport', determined), 'clear')
  assert.equal(runBy('hartford', other), 'clear')
})

test('[property] one reason excuses one notice: whatever else lacks is found, under each order', () => {
  const facts = [...noticeFacts]
  const notice = fc.constantFrom('worded', 'waived', 'absent')
  let lacked = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(orders)),
      fc.array(notice, { minLength: facts.length, maxLength: facts.length }),
      (order, how) => {
        const whole = pageSaid()
        const notices = facts.flatMap((fact, place): NoticeSaid[] => {
          if (how[place] === 'absent') return []
          const worded = whole.notices.find((one) => one.fact === fact)
          return how[place] === 'worded' && worded ? [worded] : [{ fact, wording: {}, reason: 'No room.' }]
        })
        const page = { ...whole, notices }
        const requirements = requirementsOf(order)
        const lacking = new Set(noticesLacking(page, requirements).map(({ citation }) => citation))
        const judged = judgePage(page, order, { on, isApproved: true })
        assert.deepEqual(new Set(judged.provisions.map(({ citation }) => citation)), lacking)
        lacked += lacking.size
      },
    ),
    { seed: 4, numRuns: 300 },
  )
  assert.ok(lacked > 300, `${lacked} lacked`)
})

test('a notice that lacks one of the page’s languages lacks', () => {
  const page = pageSaid({ languages: ['en', 'es'] })
  assert.equal(factsOf(page, orders.hamden)['page.monitoring'], true)
  const half = {
    ...page,
    notices: page.notices.map((one) =>
      one.fact === 'page.monitoring' ? { ...one, wording: { en: one.wording.en ?? '' } } : one,
    ),
  }
  assert.equal(factsOf(half, orders.hamden)['page.monitoring'], false)
})
