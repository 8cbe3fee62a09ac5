import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelOf, letterFor } from './label.ts'
import { sentencesOf } from './sentences.ts'

function read(text: string): [string, string] | undefined {
  const label = labelOf(text)
  return label && [label.key, label.rest]
}

test('labels of every style are told from words', () => {
  assert.deepEqual(
    [
      'IV. Text',
      'a) text',
      '(ii) text',
      '12. text',
      '1001.3.1 TEXT',
      '4.1. Text',
      '- text',
      '• text',
      'Section 4: Text',
      '§ 4.2 Text',
      'Section 4.02 Text',
      'IV.A.1 Text',
      'AA. text',
      '(ab) text',
      '➢ text',
    ].map(read),
    [
      ['IV', 'Text'],
      ['a', 'text'],
      ['ii', 'text'],
      ['12', 'text'],
      ['1001.3.1', 'TEXT'],
      ['4.1', 'Text'],
      ['', 'text'],
      ['', 'text'],
      ['4', 'Text'],
      ['4.2', 'Text'],
      ['4.02', 'Text'],
      ['IV.A.1', 'Text'],
      ['AA', 'text'],
      ['ab', 'text'],
      ['', 'text'],
    ],
  )
  const words = [
    '(texts, pictures) are',
    'I think so',
    'A member asks',
    '2021-03-01',
    '9/10/19',
    'e.g. this',
    'Mr. Fox asks',
    '-5 degrees',
    '3 members ask',
    'Section 4.02 does not apply',
    'Section 4 of the Handbook',
    'U.S. Army',
    'as. text',
  ]
  assert.deepEqual(
    words.map(read),
    words.map(() => undefined),
  )
})

test('an ambiguous label keeps both readings', () => {
  assert.deepEqual(
    labelOf('C. Text')?.readings.map(({ kind, value }) => [kind, value]),
    [
      ['roman', 100],
      ['letter', 3],
    ],
  )
  assert.deepEqual(labelOf('IIII. Text'), undefined)
})

test('letters go on after z', () => {
  assert.deepEqual([0, 25, 26, 27, 52].map(letterFor), ['a', 'z', 'aa', 'ab', 'ba'])
})

test('sentences end where they end, and not at an abbreviation, an initial or a decimal', () => {
  assert.deepEqual(
    sentencesOf(
      'Ask Sgt. Bell, e.g. Before noon. J. Fox of the U.S. Army said "No." Then he left! Web 2.0 stays. 3 came',
    ),
    [
      'Ask Sgt. Bell, e.g. Before noon.',
      'J. Fox of the U.S. Army said "No."',
      'Then he left!',
      'Web 2.0 stays.',
      '3 came',
    ],
  )
  assert.deepEqual(sentencesOf('  '), [])
})
