import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import type { Detector } from '../detector.ts'
import { compileLexicon } from '../lexicon.ts'
import { read } from '../reading.ts'
import { confidentialDetector } from './confidential.ts'
import { forDepartmentDetector } from './for-department.ts'
import { guiltDetector } from './guilt.ts'
import { asPoliceDetector, departmentDetector } from './identity.ts'
import { investigationDetector } from './investigation.ts'
import { jobDerivedDetector } from './job-derived.ts'
import { coworkerDetector, personnelDetector } from './members.ts'
import { pendingProsecutionDetector } from './pending-prosecution.ts'
import { proceedingDetector } from './proceeding.ts'
import { rankDetector } from './rank.ts'
import { useOfForceDetector } from './use-of-force.ts'

const breaches: readonly Detector[] = [
  guiltDetector,
  pendingProsecutionDetector,
  useOfForceDetector,
  investigationDetector,
  confidentialDetector,
  jobDerivedDetector,
  coworkerDetector,
  personnelDetector,
  proceedingDetector,
]
const identities: readonly Detector[] = [
  departmentDetector,
  asPoliceDetector,
  rankDetector,
  forDepartmentDetector,
]
const all = [...breaches, ...identities]
const lexicon = compileLexicon(all.flatMap((detector) => detector.entries))

function seenBy(detectors: readonly Detector[], text: string) {
  const reading = read(text, lexicon)
  return detectors.flatMap((detector) =>
    detector.triggers.length === 0 || detector.triggers.some((tag) => reading.has(tag))
      ? detector.detect(reading)
      : [],
  )
}

function lines(file: string): string[] {
  return readFileSync(new URL(`../../../test/posts/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

test('nine in ten statements of guilt or innocence are seen', () => {
  const posts = lines('guilt.txt')
  const missed = posts.filter(
    (text) => !seenBy([guiltDetector], text).some(({ fact }) => fact === 'speech.guilt'),
  )
  assert.ok(posts.length >= 100)
  assert.ok(missed.length / posts.length <= 0.1, missed.join('\n'))
})

test('an ordinary post of a department raises no breach in more than one of a hundred', () => {
  const posts = lines('ordinary.txt')
  const wrong = posts.filter((text) => seenBy(breaches, text).length > 0)
  assert.ok(posts.length >= 200)
  assert.ok(wrong.length / posts.length <= 0.01, wrong.join('\n'))
})

test('every fact is seen in the posts written for it', () => {
  for (const line of lines('facts.txt')) {
    const [fact = '', text = ''] = line.split('|')
    assert.ok(
      seenBy(all, text).some((sighting) => sighting.fact === fact),
      line,
    )
  }
})

test('no fact is seen in the look-alikes written against it', () => {
  for (const line of lines('look-alikes.txt')) {
    const [fact = '', text = ''] = line.split('|')
    assert.deepEqual(
      seenBy(all, text).filter((sighting) => sighting.fact === fact),
      [],
      line,
    )
  }
})

test('spans are code points of the text as given', () => {
  const text = '\u{1f694}\u{1f694} DOB 03/14/1988. We got the killer'
  const words = seenBy(all, text).map(({ fact, start, end }) => [
    fact,
    Array.from(text).slice(start, end).join(''),
  ])
  assert.deepEqual(words, [
    ['speech.guilt', 'got the killer'],
    ['info.confidential', '03/14/1988'],
  ])
})

test('a stop told with name, street and charge carries all it gives away', () => {
  const seen = seenBy(all, 'Pulled over John D. at 14 Elm St, DUI, he cried lol')
  const kinds = seen
    .map(({ fact, details }) => (details?.['kind'] ? `${fact} ${details['kind']}` : fact))
    .toSorted()
  assert.deepEqual(kinds, [
    'info.confidential address',
    'info.confidential name-with-incident',
    'info.investigation',
    'info.job-derived',
  ])
})

test('a megabyte of one cue is read in bounded time', () => {
  for (const piece of [
    'he is guilty ',
    'got the killer of the ',
    'call 860-555-0142 ',
    'sgt bell ',
    '12 elm st ',
    'Mike Doe overdosed ',
  ]) {
    const reading = read(piece.repeat(Math.ceil(1_000_000 / piece.length)), lexicon)
    const before = performance.now()
    for (const detector of all) detector.detect(reading)
    const spent = performance.now() - before
    assert.ok(spent < 400, `${piece}: ${spent} ms`)
  }
})
