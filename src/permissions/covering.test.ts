import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { riverton } from '../../test/riverton.ts'
import type { Act } from '../policy/act.ts'
import { judge } from '../policy/judge.ts'
import { loadOrder } from '../adoption/order-shelf.ts'
import { contentSchema } from './content.ts'
import { asPermissions } from './covering.ts'
import type { StoredPermission } from './register.ts'

const zone = 'America/New_York'
const permission = (content: object, rest: Partial<StoredPermission> = {}): StoredPermission => ({
  permissionId: 'p1',
  requestId: 'r1',
  holder: 'alvarez',
  matter: 'identification',
  state: 'in-force',
  version: 1,
  content: contentSchema.parse({ from: '2026-01-01', to: '2026-12-31', why: 'A parade.', ...content }),
  contentHash: '',
  byOffice: 'chief',
  decidedBy: 'diaz',
  decidedAs: 'Chief of Police',
  form: 'express-written',
  cites: '9',
  orderVersion: 'v1',
  entryId: 'e1',
  conditions: null,
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  givenAt: '2025-12-20T12:00:00Z',
  endedAt: null,
  endedBy: null,
  people: [],
  hasLetter: false,
  endedBecause: null,
  endedCitation: null,
  agreed: contentSchema.shape.coworkers.parse(Reflect.get(content, 'coworkers')),
  ...rest,
})
/** The act as `judgeFor` judges it. */
const act = (rest: Partial<Act> = {}): Act => ({
  id: 'this act',
  kind: 'post',
  capacity: 'personal',
  on: '2026-07-04T12:00:00-04:00',
  facts: { 'depicts.uniform': true },
  ...rest,
})
const outcome = (stored: StoredPermission, of: Act, order = riverton): string =>
  judge({ ...of, permissions: asPermissions(stored, of, zone) }, order).outcome

test('exact words cover those words, for the audience and the capacity that were asked for', () => {
  const words = permission({ text: 'At the parade.' })
  assert.equal(outcome(words, act({ text: 'At the parade.' })), 'clear')
  assert.equal(outcome(words, act({ text: 'At the parade!' })), 'needs-permission')
  assert.equal(outcome(words, act({ text: 'At the parade.', kind: 'message' })), 'needs-permission')
  const friends = permission({ text: 'At the parade.', act: { audience: 'limited' } })
  assert.equal(outcome(friends, act({ text: 'At the parade.' })), 'needs-permission')
  assert.equal(outcome(friends, act({ text: 'At the parade.', audience: 'limited' })), 'clear')
  const official = permission({ text: 'At the parade.', act: { capacity: 'official' } })
  assert.equal(outcome(official, act({ text: 'At the parade.' })), 'needs-permission')
})

const showing = (id: string, text?: string): Act =>
  act({ media: [{ kind: 'image', id, shows: ['depicts.uniform'] }], facts: {}, ...(text ? { text } : {}) })

test('a picture covers what it shows, beside whatever words; another picture needs another yes', () => {
  const sha256 = 'a'.repeat(64)
  const picture = permission({ pictures: [{ sha256, alt: 'Alvarez at the parade' }] })
  assert.equal(outcome(picture, showing(sha256)), 'clear')
  assert.equal(outcome(picture, showing(sha256, 'What a day.')), 'clear')
  assert.equal(outcome(picture, showing('b'.repeat(64))), 'needs-permission')
})

test('named facts are covered in its time, before and after it nothing is', () => {
  const named = permission({ covers: ['depicts.uniform'] })
  assert.equal(outcome(named, act()), 'clear')
  assert.equal(outcome(named, act({ on: '2027-01-01T00:30:00-05:00' })), 'needs-permission')
  assert.equal(outcome(named, act({ on: '2026-12-31T23:30:00-05:00' })), 'clear')
  const late = permission({ covers: ['depicts.uniform'] }, { givenAt: '2026-07-04T17:00:00Z' })
  assert.equal(outcome(late, act()), 'needs-permission', 'not before it was given')
  for (const state of ['revoked', 'withdrawn'] as const)
    assert.equal(outcome(permission({ covers: ['depicts.uniform'] }, { state }), act()), 'needs-permission')
})

const using = (kind: 'phone' | 'laptop'): Act =>
  act({ capacity: 'official', facts: { 'author.identified': true }, device: { owner: 'personal', kind } })

test('a device is covered as the device it is', () => {
  const bridgeport = loadOrder('bridgeport-5.14')
  const own = permission(
    { device: { owner: 'personal', kind: 'phone', describes: 'My own' }, act: { capacity: 'official' } },
    { matter: 'own-device', cites: 'IV.B.6' },
  )
  const on = (of: Act): string | undefined =>
    judge({ ...of, permissions: asPermissions(own, of, zone) }, bridgeport).provisions.find(
      ({ citation }) => citation === 'IV.B.6',
    )?.outcome
  assert.equal(on(using('phone')), 'clear')
  assert.equal(on(using('laptop')), 'needs-permission')
})

test('what colleagues permit is as many yeses as were given: whoever left or was silent gave none', () => {
  const stored = permission(
    { coworkers: ['grant', 'bell'], covers: ['depicts.coworker'] },
    { byOffice: 'coworker' },
  )
  const yeses = (agreed: string[]): number => asPermissions({ ...stored, agreed }, undefined, zone).length
  assert.deepEqual([yeses([]), yeses(['bell']), yeses(['bell', 'grant'])], [0, 1, 2])
})

const maybe = <Value>(value: Value): fc.Arbitrary<Value | null> => fc.constantFrom(value, null)

test('[P8] no permission is ever given to the judge with an empty list, which would cover anything', () => {
  let listed = 0
  fc.assert(
    fc.property(
      maybe('words'),
      maybe('https://page.example'),
      fc.subarray(['depicts.uniform', 'post']),
      fc.constantFrom(undefined, act(), act({ text: 'words' })),
      fc.constantFrom('chief', 'coworker'),
      (text, page, covers, of, byOffice) => {
        const stored = permission({ text, page, covers, coworkers: ['grant', 'bell'] }, { byOffice })
        for (const one of asPermissions(stored, of, zone)) {
          listed++
          assert.ok(one.covers && one.covers.length > 0)
        }
      },
    ),
    { numRuns: 300, seed: 71 },
  )
  assert.ok(listed > 300)
})
