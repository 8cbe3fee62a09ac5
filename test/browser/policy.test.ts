import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { casesOf, loadOrder, orderIds, ordersFolder } from '../../src/adoption/order-shelf.ts'
import { splitCase, type Case } from '../../src/policy/case.ts'
import { judge } from '../../src/policy/judge.ts'
import { readAct } from '../../src/policy/read-act.ts'
import { bundlePolicy } from './bundle.ts'
import { openBrowser } from './chromium.ts'

const data = (...path: string[]): unknown => parse(readFileSync(join(ordersFolder, ...path), 'utf8'))

function actOf(one: Case): unknown {
  const split = splitCase(one)
  return 'act' in split ? split.act : split.problems
}

test('every case of every order is ruled on in Chromium as in Node, and the bundle is small', async () => {
  const script = await bundlePolicy()
  const facts = data('facts.yaml')
  const packs = orderIds().map((id) => ({
    identity: data(id, 'order.yaml'),
    provisions: data(id, 'provisions.yaml'),
    cases: casesOf(id).map(actOf),
  }))
  const here = orderIds().flatMap((id) => {
    const order = loadOrder(id)
    return casesOf(id).map((one) => {
      const { act } = readAct(actOf(one), order.vocabulary)
      return act ? JSON.stringify(judge(act, order)) : one.name
    })
  })
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: script })
    const there: string[] = await page.evaluate(
      ([vocabularyData, orders]) => {
        // The bundle's exports, as the page sees them.
        const decorum: typeof import('../../src/policy/policy.ts') = Reflect.get(globalThis, 'decorum')
        const { vocabulary } = decorum.readVocabulary(vocabularyData)
        return orders.flatMap(({ identity, provisions, cases }) => {
          const { order } = decorum.readOrder(identity, provisions, vocabulary)
          if (!order) return ['no order']
          return cases.map((one) => {
            const read = decorum.readAct(one, vocabulary)
            return read.act ? JSON.stringify(decorum.judge(read.act, order)) : JSON.stringify(read.problems)
          })
        })
      },
      [facts, packs] as const,
    )
    assert.ok(there.length > 150, `only ${there.length} cases ran`)
    assert.deepEqual(there, here)
  } finally {
    await browser.close()
  }
  const [pack] = packs
  const order = JSON.stringify({ facts, identity: pack?.identity, provisions: pack?.provisions })
  const bytes = gzipSync(script).length + gzipSync(order).length
  assert.ok(bytes <= 350_000, `policy, one order and the detectors are ${bytes} bytes compressed`)
})
