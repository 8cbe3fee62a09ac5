import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutFurniture } from './furniture.ts'
import { headEndOf } from './head-end.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'

const cleaned = (source: string, read = readText): { kept: string[]; removed: string[] } => {
  const lines = read(source)
  const { lines: clean, furniture } = withoutFurniture(lines, headEndOf(lines))
  return {
    kept: clean.map(({ text }) => text).filter((text) => text !== ''),
    removed: furniture.map(({ text }) => text),
  }
}

test('a running header that repeats the document header goes, though it stands in two pieces once', () => {
  const { kept, removed } = cleaned(
    'Riverton Police Department General Orders\n\nTitle: Networks\n\nPOLICY\n\nMembers of Riverton shall ask before they write.\n\n' +
      'Riverton Police Department\n\nGeneral Orders\n\nThey shall wait.\n\nRiverton Police Department General Orders\n\n' +
      'They shall think.\n\nRiverton Police Department General Orders\n',
  )
  assert.deepEqual(removed, [
    'Riverton Police Department',
    'General Orders',
    'Riverton Police Department General Orders',
    'Riverton Police Department General Orders',
  ])
  assert.deepEqual(kept.slice(0, 2), ['Riverton Police Department General Orders', 'Title: Networks'])
  assert.equal(kept.at(-1), 'They shall think.')
})

test('headings and entries of lists that recur are the order, not the page', () => {
  const source =
    '# Rules\n\n## I. Photos\n\nDo ask.\n\n### Exceptions\n\n- Fairs\n\n## II. Words\n\nDo ask.\n\n### Exceptions\n\n- Fairs\n\n' +
    '## III. Films\n\nDo ask.\n\n### Exceptions\n\n- Fairs\n'
  const { kept, removed } = cleaned(source, readMarkdown)
  assert.deepEqual(removed, [])
  assert.equal(kept.filter((text) => text === 'Exceptions').length, 3)
})

test('a sentence about a page is no page number', () => {
  const source =
    '1. Members shall read page 4 of the manual.\n2. They shall sign\npage 2 of it, and they shall keep it.\n'
  assert.deepEqual(cleaned(source).removed, [])
})

test('page numbers at the edges of pages go, numbers inside a page stay', () => {
  const pages = ['kind', 'brief', 'true'].map(
    (virtue, index) => `${index + 1}. Be ${virtue}.\n\n50\n\nAnd ${virtue} at home.\n\n- ${index + 1} -\n`,
  )
  const { kept, removed } = cleaned(pages.join('\f'))
  assert.deepEqual(removed, ['- 1 -', '- 2 -', '- 3 -'])
  assert.equal(kept.filter((text) => text === '50').length, 3)
})

test('a line says whether a page ended before it', () => {
  const lines = readText(
    'I. RULES\n\nMembers shall\n\fPage 2 of 3\n\nask.\n\fPage 3 of 3\n\nThen they write.\n',
  )
  const { lines: clean } = withoutFurniture(lines, 0)
  assert.deepEqual(
    clean.filter(({ text }) => text !== '').map(({ text, broken }) => [text, broken]),
    [
      ['I. RULES', false],
      ['Members shall', false],
      ['ask.', true],
      ['Then they write.', true],
    ],
  )
})
