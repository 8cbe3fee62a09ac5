import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadOrder } from '../src/adoption/order-shelf.ts'
import type { Act } from '../src/policy/act.ts'
import { judge } from '../src/policy/judge.ts'
import type { ProvisionRuling } from '../src/policy/ruling.ts'

const hamden = loadOrder('hamden-004-011')
const base: Act = { id: 'a', kind: 'post', capacity: 'personal', on: '2020-05-01', author: { kind: 'sworn' } }
const sceneIn = (kind: 'image' | 'video', id: string) => ({ kind, id, shows: ['depicts.scene'] })

function ruledOn(act: Partial<Act>): ProvisionRuling | undefined {
  return judge({ ...base, ...act }, hamden).provisions.find(({ citation }) => citation === 'E.16')
}

test('a film and a photograph of a scene in one act are each weighed, and both are named', () => {
  const ruling = ruledOn({ media: [sceneIn('image', 'p'), sceneIn('video', 'v')] })
  assert.equal(ruling?.outcome, 'needs-permission')
  assert.deepEqual(
    ruling?.because.map((ground) => [ground.in, ground.details?.['medium']]),
    [
      ['media.0', 'image'],
      ['media.1', 'video'],
    ],
  )
})

test('a permission of the photograph leaves the film for review, one of both leaves nothing', () => {
  const media = [sceneIn('image', 'p'), sceneIn('video', 'v')]
  const outcome = (...covers: string[]) =>
    ruledOn({ media, permissions: [{ matter: 'photographs', by: 'chief', state: 'in-force', covers }] })
      ?.outcome
  assert.deepEqual(
    [outcome('p'), outcome('v'), outcome('p', 'v')],
    ['needs-review', 'needs-permission', 'clear'],
  )
})

test('what is said of the act without a medium is said of all it carries, or of a picture', () => {
  const facts = { 'depicts.scene': true }
  const film = { kind: 'video' as const }
  assert.deepEqual(
    [{ facts }, { facts, media: [film] }, { facts, media: [film, { kind: 'image' as const }] }].map(
      (act) => ruledOn(act)?.outcome,
    ),
    ['needs-permission', 'needs-review', 'needs-permission'],
  )
  assert.equal(ruledOn({ facts: { 'depicts.scene': { medium: 'video' } } })?.outcome, 'needs-review')
})
