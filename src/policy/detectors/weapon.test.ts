import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectWith } from './detect-with.ts'
import { weaponDetector } from './weapon.ts'

const see = detectWith(weaponDetector)
const seen = (text: string) => see(text).map(({ fact, details }) => ({ fact, ...details }))

const weapon = { fact: 'depicts.weapon' }
const instrument = { fact: 'depicts.tactical-instrument' }

for (const [text, expected] of [
  [
    'Pointing my pistol at the camera, grinning',
    [{ ...weapon, kind: 'firearm', handling: 'brandished', owner: 'private', manner: 'reckless' }],
  ],
  [
    'Posing with an issued rifle',
    [{ ...weapon, kind: 'firearm', handling: 'brandished', owner: 'department' }],
  ],
  [
    'My issued Taser held up in the kitchen',
    [{ ...instrument, kind: 'electrical', handling: 'brandished', owner: 'department' }],
  ],
  ['Rifle safe-use at the range', [{ ...weapon, kind: 'firearm', handling: 'safe-use', manner: 'ordinary' }]],
  ['A deputy, pistol holstered', [{ ...weapon, kind: 'firearm', handling: 'holstered', manner: 'ordinary' }]],
  ['A child with water pistols', [{ ...weapon, kind: 'toy', handling: 'held', simulated: 'yes' }]],
  [
    'Officer with a rifle slung on his back',
    [{ ...weapon, kind: 'firearm', handling: 'holstered', manner: 'ordinary' }],
  ],
  ['Nerf battle', [{ ...weapon, kind: 'toy', simulated: 'yes' }]],
  ['Holding a hunting knife', [{ ...weapon, kind: 'blade', handling: 'held' }]],
] as const)
  test(`shows: ${text}`, () => assert.deepEqual(seen(text), expected))

for (const text of [
  'Officers recovered a stolen car and two firearms on Vine',
  'A man pointed a gun at the clerk and fled with the cash drawer from the corner shop on Vine',
  'He jumped the gun on the announcement',
  'She passed the baton to the new captain',
  'Our radar gun was busy on Route 6',
  'Knife skills class was fun',
])
  test(`shows no weapon: ${text}`, () => assert.deepEqual(see(text), []))
