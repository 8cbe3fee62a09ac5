import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDocument } from './document.ts'
import { describeFit, fit, type FitOrder, type FitReport } from './fit.ts'
import { printsOf, type Prints } from './print.ts'
import { readPrints, writePrints } from './prints-file.ts'
import { importDocument } from './provisions.ts'

const words = {
  '1': 'Members shall not show the patch without written permission of the Chief. This holds at home as well.',
  '2': 'Members shall report harm at once.',
  '3': 'Members may speak of pay.',
}
const pack: FitOrder = {
  identity: { id: 'riverton-7-12' },
  provisions: [
    {
      citation: '1',
      gist: 'The badge stays off private pages.',
      modality: 'must-not',
      except: 'written permission',
    },
    { citation: '2', gist: 'Harm is told to a sergeant.', modality: 'must' },
    { citation: '3', gist: 'Wages are a free subject.', modality: 'may' },
  ],
}
const prints: Prints = new Map(Object.entries(words).map(([citation, text]) => [citation, printsOf(text)]))

const fitted = async (texts: readonly string[], known?: Prints): Promise<FitReport> => {
  const source = texts.map((text, index) => `${index + 1}. ${text}\n`).join('\n')
  const { provisions } = importDocument(await readDocument(new TextEncoder().encode(source), 'order.txt'))
  return fit(provisions, pack, known)
}
const summary = (report: FitReport): Record<string, unknown> => ({
  matched: report.matched.map(({ citation }) => citation),
  differing: report.differing.map(({ citation, because }) => [citation, ...because]),
  moved: report.moved.map(({ citation, to }) => [citation, to]),
  missing: report.missing.map(({ citation }) => citation),
  extra: report.extra.map(({ citation }) => citation),
})

test('the same words match, whatever their quotation marks, spaces and last stop', async () => {
  const report = await fitted(
    [words[1].replace('written permission', 'WRITTEN  permission'), words[2].slice(0, -1), words[3]],
    prints,
  )
  assert.deepEqual(summary(report), {
    matched: ['1', '2', '3'],
    differing: [],
    moved: [],
    missing: [],
    extra: [],
  })
  assert.deepEqual(describeFit(report), ['riverton-7-12: 3 of 3 provisions match.'])
})

test('other words are told to the sentence, and a reversal of sense with them', async () => {
  const report = await fitted(
    [
      words[1].replace('at home', 'at work'),
      'Members may report harm at leisure.',
      `${words[3]} Nobody minds.`,
    ],
    prints,
  )
  assert.deepEqual(summary(report), {
    matched: [],
    differing: [
      ['1', 'sentence 2 of 2 has other words'],
      ['2', 'it has other words', 'the pack expects it to command; its words permit'],
      ['3', 'sentence 2 of 2 has other words', 'it has 1 sentence more'],
    ],
    moved: [],
    missing: [],
    extra: [],
  })
})

test('the sentence with other words is the one that is shown', async () => {
  const kept = `${words[1].split('.')[0]}.`
  const lines = describeFit(
    await fitted([`${kept} This never holds. Nor at sea.`, words[2], words[3]], prints),
  )
  assert.equal(
    lines[3],
    '  1, line 1: sentences 2 and 3 of 3 have other words; it has 1 sentence more. This never holds. Nor at sea.',
  )
})

test('words that stand under another citation have moved; what is new and what is gone are listed', async () => {
  const report = await fitted(
    ['Members shall be brief.', words[1], words[2], 'Members shall be kind.'],
    prints,
  )
  assert.deepEqual(summary(report), {
    matched: [],
    differing: [],
    moved: [
      ['1', '2'],
      ['2', '3'],
    ],
    missing: ['3'],
    extra: ['1', '4'],
  })
  const lines = describeFit(report)
  assert.equal(lines[0], 'riverton-7-12: 0 of 3 provisions match.')
  assert.ok(lines.some((line) => line.includes('1 is 2 here, line 3.')))
})

test('a provision that was both reworded and renumbered is found between its neighbours', async () => {
  const report = await fitted(
    ['Members shall be brief.', words[1], 'Members shall tell of harm in time.', words[3]],
    prints,
  )
  assert.deepEqual(
    report.differing.map(({ citation, at, because }) => [citation, at, ...because]),
    [['2', '3', 'it has other words']],
  )
  assert.deepEqual(
    report.moved.map(({ citation, to }) => [citation, to]),
    [
      ['1', '2'],
      ['3', '4'],
    ],
  )
  assert.deepEqual([report.missing, report.extra.map(({ citation }) => citation)], [[], ['1']])
  assert.ok(describeFit(report).some((line) => line.includes('2 (3 here), line 5: it has other words.')))
})

test('without prints the pack is compared by what the words do and by the exceptions they print', async () => {
  const report = await fitted([
    'Members shall not show the patch.',
    'Members should report harm.',
    'Pay may be spoken of.',
  ])
  assert.deepEqual(summary(report), {
    matched: ['3'],
    differing: [
      ['1', 'the pack knows an exception that its words no longer print'],
      ['2', 'the pack expects it to command; its words advise'],
    ],
    moved: [],
    missing: [],
    extra: [],
  })
})

test('where nothing of the order stands in a document, that is asked first', async () => {
  const [, asks] = describeFit(await fitted(['Dogs are kept on a lead.'], prints))
  assert.equal(asks, 'No words of riverton-7-12 stand in it: is it the text of that order?')
})

test('every provision of either side stands in one list only', async () => {
  for (const texts of [[], [words[3]], [words[2], words[1]], [words[1], words[1], words[1], words[1]]]) {
    const report = await fitted(texts.length === 0 ? ['Nothing of the kind.'] : texts, prints)
    const ours = [...report.matched, ...report.differing, ...report.moved, ...report.missing].map(
      ({ citation }) => citation,
    )
    assert.deepEqual(ours.toSorted(), ['1', '2', '3'])
    const theirs = [
      ...report.matched.map(({ citation }) => citation),
      ...report.differing.map(({ citation, at }) => at ?? citation),
      ...report.moved.map(({ to }) => to),
      ...report.extra.map(({ citation }) => citation),
    ]
    assert.deepEqual(
      theirs.toSorted(),
      Array.from({ length: Math.max(1, texts.length) }, (_, index) => String(index + 1)),
    )
  }
})

test('prints survive their file and hold no word of the order', () => {
  const text = writePrints(prints)
  assert.deepEqual(readPrints(text), prints)
  assert.ok(!/patch|harm|pay/.test(text))
})
