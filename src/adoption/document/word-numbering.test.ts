import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelMark, withWrittenNumbers } from './word-numbering.ts'

const level = (index: number, format: string, text: string, start = 1): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering =
  `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.', 4)}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerRoman', '(%3)')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
const styles =
  '<w:style w:type="paragraph" w:styleId="Rule"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
const paragraph = (text: string, list: number, depth: number): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const words = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([one]) =>
    one.replace(/<[^>]*>/g, '').replaceAll(levelMark, '> '),
  )

test('numbers are written as Word draws them: levels, starts, restarts, and lists that a style carries', () => {
  const xml = [
    paragraph('one', 1, 0),
    paragraph('two', 1, 1),
    paragraph('three', 1, 1),
    paragraph('four', 1, 2),
    paragraph('five', 1, 2),
    '<w:p><w:pPr><w:pStyle w:val="Rule"/></w:pPr><w:r><w:t>six</w:t></w:r></w:p>',
    paragraph('seven', 1, 1),
    paragraph('eight', 2, 0),
    '<w:p><w:r><w:t>plain</w:t></w:r></w:p>',
    paragraph('of no list', 9, 0),
  ].join('')
  assert.deepEqual(words(withWrittenNumbers(xml, numbering, styles)), [
    '4. one',
    '> 4.1 two',
    '> 4.2 three',
    '> > (i) four',
    '> > (ii) five',
    '5. six',
    '> 5.1 seven',
    '4. eight',
    'plain',
    'of no list',
  ])
})

const child = (run: string): string => `<w:p><w:pPr><w:pStyle w:val="Child"/></w:pPr>${run}</w:p>`

test('a style hands its number on to those based on it, and what was deleted counts for nothing', () => {
  const based = `${styles}<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Rule"/></w:style>`
  const deleted = child('<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>')
  const xml = [child('<w:r><w:t>one</w:t></w:r>'), deleted, child('<w:r><w:t>two</w:t></w:r>')].join('')
  assert.deepEqual(words(withWrittenNumbers(xml, numbering, based)), ['4. one', 'gone', '5. two'])
})

test('a document without lists stays as it is', () => {
  const xml = '<w:p><w:r><w:t>plain</w:t></w:r></w:p>'
  assert.equal(withWrittenNumbers(xml, '', ''), xml)
})
