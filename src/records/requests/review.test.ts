import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawOf } from './law.ts'
import { soughtOf } from './redact-words.ts'
import { ruleReview } from './review.ts'
import { isAbout } from './reviewing.ts'
import { mayShow } from './sealed.ts'

const row = {
  agencyId: 'riverton',
  recordId: 'one',
  at: '2026-11-20T12:00:00Z',
  kind: 'moderation',
  event: 'hidden',
  thing: 'two',
  thread: 'two',
  accountId: null,
  madeBy: 'alvarez',
  author: null,
  people: ['bell'],
  words: '',
  media: [],
  ruling: null,
  moderation: null,
  source: 'ledger',
  access: 'office',
  seriesId: null,
  seriesWhy: null,
  disposedIn: null,
} as const

const about = (access: 'open' | 'office' | 'personnel', memberId: string): boolean =>
  isAbout({ ...row, people: ['bell'], media: [], access }, memberId)

test('nobody settles a record that is not open and names them, or that they made', () => {
  assert.deepEqual(
    [about('office', 'bell'), about('office', 'alvarez'), about('personnel', 'bell')],
    [true, true, true],
  )
  assert.deepEqual(
    [about('office', 'chen'), about('open', 'bell'), about('open', 'alvarez')],
    [false, false, false],
  )
})

test('an entry goes out as it was sealed only where a reviewer read all that it says', () => {
  const words = 'Jane\nRoe said "so".'
  const fields = [
    { field: 'words', text: words },
    { field: 'author', text: 'resident.example' },
  ]
  const comment = {
    kind: 'comments.written',
    at: row.at,
    by: 'system',
    subject: 'two',
    n: 1,
    text: words,
    writer: { remoteId: 'did:1', handle: 'resident.example', name: '' },
    media: [],
  }
  const may = (body: object, cut: string[] = []): boolean =>
    mayShow({ body: JSON.stringify(body), fields }, soughtOf(cut))
  assert.ok(may(comment))
  assert.ok(
    !may({ ...comment, writer: { ...comment.writer, name: 'Rita Ray' } }),
    'a name that nobody reviewed',
  )
  assert.ok(!may({ ...comment, wrote: 'more' }), 'a place that the table of kinds does not know')
  assert.ok(!may({ ...comment, kind: 'records-requests.receive' }), 'a kind that says more than is reviewed')
  assert.ok(!may(comment, ['Jane Roe']), 'what is cut elsewhere is found over the end of a line')
})

test('no file of a record that is cut goes out unseen', () => {
  const sha256 = 'a'.repeat(64)
  const files = [{ sha256, mediaType: 'application/pdf' }]
  const fields = [{ field: 'words', text: 'Jane Roe' }]
  const ground = { exemption: 'privacy', reason: 'Nobody else’s business.' }
  const said = {
    version: 0,
    state: 'redact' as const,
    redactions: [{ field: 'words', start: 0, end: 8, ...ground }],
    regions: [],
    keptBack: [],
    lookedThrough: [],
  }
  const isOk = (also: object): boolean =>
    ruleReview(
      lawOf('connecticut'),
      { fields, files, instalment: null, isAboutReviewer: false },
      { ...said, ...also },
    ).ok
  assert.ok(!isOk({}))
  assert.ok(isOk({ lookedThrough: [sha256] }))
  assert.ok(isOk({ keptBack: [{ sha256, ...ground }] }))
})
