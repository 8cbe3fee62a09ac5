import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../platform/id.ts'
import type { Ground } from '../ground.ts'
import { recordOf } from '../read.ts'
import { bodyOfItem, entryOf, markOf, type Bringing } from './bring.ts'
import type { Found } from './item.ts'
import { textIn } from './web.ts'

const at = '2026-11-21T12:00:00Z'
const bringing: Bringing = { agencyId: 'a', importId: 'i', source: 'x', accountId: null, by: 'lopez', at }
const ground: Ground = {
  contents: new Map(),
  deliveries: new Map(),
  permissions: new Map(),
  comments: new Map(),
  versions: new Map(),
  appeals: new Map(),
  acknowledged: new Map(),
  pages: new Map(),
}
const said = (found: Partial<Found>): Found => ({
  what: 'post',
  remoteId: '1',
  parentId: null,
  author: null,
  text: '',
  saidAt: null,
  url: null,
  people: [],
  links: [],
  files: [],
  ...found,
})
/** The record of an entry, as capture makes it. */
const recorded = (kind: string, subject: string, body: object) =>
  recordOf('a', { entryId: newId(), at, kind, madeBy: 'lopez', subject, body: JSON.stringify(body) }, ground)

test('words are cut where a character ends: half of one could not be kept, and would stop all that comes after', () => {
  const text = 'x'.repeat(199_999) + '😀'
  const marked = markOf(bringing, said({ text }))
  const { kind, subject, body } = entryOf(bringing, marked.thing, bodyOfItem(bringing, marked, 1, []))
  const brought = recorded(kind, subject, body)
  const posted = recorded('posts.status', 'p', { reason: text })
  for (const record of [brought, posted]) {
    assert.equal(record?.words, `${'x'.repeat(199_999)}\uFFFD`)
  }
})

test("a stranger's ids and names are no longer than an index takes, and long ones are still told apart", () => {
  const long = `https://riverton.example/${'é'.repeat(3_000)}`
  const [one, other] = ['1', '2'].map((end) =>
    markOf(bringing, said({ remoteId: long + end, parentId: long, author: 'Ž'.repeat(5_000) })),
  )
  assert.ok(one && other && one.thing !== other.thing)
  const body = bodyOfItem(bringing, one, 1, [])
  const record = recorded('records.brought', one.thing, body)
  for (const key of [record?.thing, record?.thread, record?.people[0]])
    assert.ok(key !== undefined && Buffer.byteLength(key) < 1_200)
})

test('what nobody reads of a page is left out, and a page that closes nothing is read in one pass', () => {
  const page = `<HEAD><title lang=en>News &amp; more</title><style>p {}</style></HEAD><header>Riverton</header>
    <!--[if !IE]><!--><p>The bridge<!-- not this --> is closed.</p><!--<![endif]--><script>if (a < b) c()</script >
    <div>1 < 2</div><svg><text>no</text></svg>End`
  assert.equal(textIn(page), 'News & more\nRiverton\nThe bridge is closed.\n1 < 2\nEnd')
  for (const open of ['<', '<!--', '<svg ', '<title', '<head>', '<p', '</svg ', '&a']) {
    const start = performance.now()
    textIn(open.repeat(1_048_576 / open.length))
    assert.ok(performance.now() - start < 2_000, `${open} took ${performance.now() - start} ms`)
  }
})
