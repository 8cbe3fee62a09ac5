import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { XmlDocument, XmlParseError } from 'libxml2-wasm'
import { anyAlert } from '../../../test/any-alert.ts'
import type { CapArea } from './cap.ts'
import { readCap } from './cap-read.ts'
import { moment, writeCap } from './cap-write.ts'
import { NotXml, readXml } from './xml.ts'

const info = `<info><category>Transport</category><event>Road closure</event><urgency>Immediate</urgency><severity>Minor</severity><certainty>Observed</certainty></info>`
const head = `<identifier>r-1</identifier><sender>riverton.example</sender><sent>2026-11-21T14:00:00-05:00</sent><status>Actual</status><msgType>Alert</msgType>`
const alert = (inside: string): string =>
  `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">${inside}</alert>`
const small = alert(`${head}<scope>Public</scope>${info}`)

test('the smallest alert is read, from a string, from bytes, from Latin-1 and from UTF-16', () => {
  const latin = Buffer.from(
    `<?xml version='1.0' encoding='iso-8859-1'?>${small.replace('Road', 'Calle cerrada: Peña')}`,
    'latin1',
  )
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(small, 'utf16le')])
  const events = [small, Buffer.from(small), Buffer.from(`\uFEFF${small}`), latin, wide].map((document) => {
    const read = readCap(document)
    assert.ok(read.ok, JSON.stringify(read))
    return read.alert.infos[0]?.event
  })
  const closure = 'Road closure'
  assert.deepEqual(events, [closure, closure, closure, 'Calle cerrada: Peña closure', closure])
})

/** What is wrong, and the words in which it is refused. */
const wrong: Readonly<Record<string, [document: string, because: RegExp]>> = {
  'no scope': [alert(`${head}${info}`), /<scope> is missing/],
  'an element out of order': [alert(`<scope>Public</scope>${head}${info}`), /<identifier> is missing/],
  'an unknown status': [small.replace('Actual', 'Real'), /"Real" is none of Actual/],
  'a time in UTC with Z': [small.replace('-05:00', 'Z'), /without Z/],
  'a time with a fraction': [small.replace(':00-05', ':00.5-05'), /without fraction/],
  'a day that does not exist': [small.replace('11-21', '02-30'), /is a moment/],
  'an hour that does not exist': [small.replace('T14', 'T25'), /is a moment/],
  'an identifier with a comma': [small.replace('r-1', 'r,1'), /no space, comma/],
  'references to nothing': [
    small.replace('<info>', '<references/><info>'),
    /sender,identifier,sent of each message/,
  ],
  'a polygon that is open': [withArea('<polygon>1,1 1,2 2,2 2,1</polygon>'), /the last is the first/],
  'a polygon of three places': [withArea('<polygon>1,1 1,2 1,1</polygon>'), /at least four/],
  'a place beyond the pole': [withArea('<polygon>91,1 1,2 2,2 91,1</polygon>'), /at least four/],
  'a circle without a radius': [withArea('<circle>1,1</circle>'), /radius in kilometres/],
  'an address that is none': [
    small.replace('</info>', '<web>2026-11-21T10:00</web></info>'),
    /it is an address/,
  ],
  'an area without words': [small.replace('</info>', '<area/></info>'), /<areaDesc> is missing/],
  'an element that CAP does not know': [small.replace('</alert>', '<mood>good</mood></alert>'), /<mood>/],
  'words between elements': [small.replace('<status>', 'hello<status>'), /words stand between/],
  'elements in words': [small.replace('Road closure', '<b>Road</b>'), /only words may stand/],
  'another document': ['<html/>', /no alert of CAP/],
  'an element of another namespace': [
    small.replace('<scope>', '<scope xmlns="urn:x">'),
    /<scope> is missing/,
  ],
  'a namespace under no name': [small.replace('xmlns=', 'xmlns:='), /"xmlns:" is no name/],
  'a namespace under a number': [small.replace('<scope>', '<scope xmlns:1="urn:x">'), /"xmlns:1" is no name/],
  'a name of three parts': [small.replace('<scope>', '<scope xmlns:a:b="urn:x">'), /"xmlns:a:b" is no name/],
  'a document type': [`<!DOCTYPE alert SYSTEM "file:///etc/passwd">${small}`, /document type/],
  'an entity of its own': [small.replace('Road', '&road;'), /"&" begins nothing/],
  'an entity that grows': [`<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${small}`, /document type/],
  'a document that is cut off': [small.slice(0, -4), /should begin here/],
  'two documents': [small + small, /something stands after/],
  'a control character': [small.replace('Road', 'Ro\u0007ad'), /a sign that XML does not have/],
  'a control character, written as its number': [small.replace('Road', 'Ro&#7;ad'), /begins nothing/],
  'bytes that are no UTF-8': ['', /not written in utf-8/],
  'a tower of elements': ['<a>'.repeat(100), /deeper than any alert/],
  'more than an alert': [`${small}${' '.repeat(2_000_000)}`, /larger than any alert/],
}

function withArea(inside: string): string {
  return small.replace('</info>', `<area><areaDesc>Main Street</areaDesc>${inside}</area></info>`)
}

for (const [what, [document, because]] of Object.entries(wrong))
  test(`refused: ${what}`, () => {
    const read = readCap(document === '' ? Buffer.from([0x3c, 0xff, 0xfe]) : document)
    assert.ok(!read.ok)
    assert.match(read.faults.join('\n'), because)
  })

test('a moment is written in the zone of the agency, on both sides of a change of the clock', () => {
  const zone = 'America/New_York'
  assert.equal(moment('2026-03-08T06:59:59.999Z', zone), '2026-03-08T01:59:59-05:00')
  assert.equal(moment('2026-03-08T07:00:00Z', zone), '2026-03-08T03:00:00-04:00')
  assert.equal(moment('2026-11-01T05:30:00Z', zone), '2026-11-01T01:30:00-04:00')
  assert.equal(moment('2026-11-01T06:30:00Z', zone), '2026-11-01T01:30:00-05:00')
  assert.equal(moment('2026-11-21T12:00:00Z', 'UTC'), '2026-11-21T12:00:00+00:00')
  assert.equal(moment('2026-11-21T12:00:00Z', 'Asia/Kathmandu'), '2026-11-21T17:45:00+05:45')
})

test('[P] every alert that we write is read back as it was meant, whatever people wrote into it', () => {
  let said = 0
  fc.assert(
    fc.property(anyAlert, (meant) => {
      const read = readCap(writeCap(meant, 'America/New_York'))
      assert.ok(read.ok, JSON.stringify(read))
      const { infos, ...rest } = read.alert
      const { infos: wanted, ...whole } = meant
      assert.deepEqual(rest, {
        ...whole,
        sent: here(whole.sent),
        note: kept(whole.note),
        references: whole.references.map((one) => ({ ...one, sent: here(one.sent) })),
      })
      infos.forEach((found, number) => {
        const one = wanted[number]
        assert.ok(one)
        assert.equal(found.event, kept(one.event, false))
        for (const name of ['headline', 'description', 'instruction', 'contact', 'senderName'] as const) {
          assert.equal(found[name], kept(one[name]))
          if (found[name] !== null) said++
        }
        assert.deepEqual(
          [found.severity, found.urgency, found.certainty],
          [one.severity, one.urgency, one.certainty],
        )
        assert.deepEqual(found.areas.map(shapeOf), one.areas.map(shapeOf))
      })
    }),
    { seed: 412, numRuns: 400 },
  )
  assert.ok(said > 500, `only ${said} words were seen`)
})

const here = (when: string): string => moment(when, 'America/New_York')
const shapeOf = ({ polygons, circles }: CapArea): number[] => [
  ...polygons.map((places) => places.length),
  circles.length,
]

/** What XML can hold of words: no control characters; line ends are one. */
function kept(written: string | null, isTrimmed = true): string | null {
  const clean = (written ?? '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
  if (!isTrimmed) return clean
  return clean.trim() === '' ? null : clean.trim()
}

test('[P] what libxml2 does not read we do not read, and the other way round', () => {
  const pieces = [
    '<',
    '>',
    '&',
    ';',
    '"',
    "'",
    '/',
    '?',
    '!',
    '--',
    ']]>',
    '<![CDATA[',
    'xmlns',
    ':',
    '=',
    ' ',
  ]
    .concat([
      '<a>',
      '</a>',
      '<b/>',
      '&amp;',
      '&#65;',
      '&#0;',
      '<!-- x -->',
      '<?x y?>',
      'é',
      '\u0001',
      '\uFFFF',
      '1',
    ])
    .concat(['xml', '<?xml version="1.0"?>', 'p:', ' x="1"', ' x="<"', '-->', ' xmlns:p="urn:p"', '\n'])
  const base = writeCap(
    fc.sample(anyAlert, { seed: 3, numRuns: 1 })[0] ?? assert.fail('no sample'),
    'America/New_York',
  )
  let [wellFormed, refused, unsure] = [0, 0, 0]
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 3 }),
      (cuts) => {
        let document = base
        for (const [where, length, put] of cuts) {
          // Behind the declaration: what an encoding may be called is another question.
          const from = 38 + (where % (document.length - 37))
          document = document.slice(0, from) + put + document.slice(from + length)
        }
        const bytes = Buffer.from(document)
        const theirs = isRead(() => XmlDocument.fromBuffer(bytes).dispose())
        if (theirs === undefined) unsure++
        else if (theirs) wellFormed++
        else refused++
        const ours = isRead(() => readXml(bytes))
        if (theirs !== undefined) assert.equal(ours, theirs, JSON.stringify(cuts))
      },
    ),
    { seed: 77, numRuns: 2_000 },
  )
  const seen = `${wellFormed} well-formed, ${refused} refused, ${unsure} not looked at`
  assert.ok(wellFormed > 150 && refused > 500 && unsure < 100, seen)
})

/** Was it read? `undefined` where libxml2 stumbles over the name of a namespace and says nothing of what comes after. */
function isRead(read: () => unknown): boolean | undefined {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof NotXml) return false
    if (!(error instanceof XmlParseError)) throw error
    const isOdd = error.details.every(({ message }) =>
      /xmlns.*(?:not a valid URI|not absolute)/.test(message),
    )
    return isOdd ? undefined : false
  }
}
