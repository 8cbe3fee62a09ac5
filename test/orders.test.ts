import assert from 'node:assert/strict'
import { test } from 'node:test'
import { casesOf, loadOrder, orderIds } from '../src/adoption/order-shelf.ts'
import { tryCase } from '../src/policy/case.ts'

for (const id of orderIds())
  test(`every case of ${id} is judged as its folder says`, () => {
    const order = loadOrder(id)
    const cases = casesOf(id)
    assert.ok(cases.length > 50, `${id} has ${cases.length} cases`)
    const faults = cases.flatMap((one) => tryCase(one, order).faults.map((fault) => `${one.name}: ${fault}`))
    assert.deepEqual(faults, [])
  })
