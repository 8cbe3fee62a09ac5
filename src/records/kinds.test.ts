import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { moves as commentMoves } from '../comments/moves.ts'
import { moves as requestMoves } from '../permissions/moves.ts'
import { dispositionMoves, holdMoves } from './keeping/moves.ts'
import { moves as recordsRequestMoves } from './requests/moves.ts'
import { postMoves } from '../posts/moves.ts'
import { noticeMoves } from '../posts/notices/moves.ts'
import { kinds, keptAs, keptKinds } from './kinds.ts'

const src = join(import.meta.dirname, '..')

/** What a name that is put together may end with: `posts.${move}`. */
const endings: Readonly<Record<string, readonly string[]>> = {
  posts: postMoves,
  notices: noticeMoves,
  requests: requestMoves,
  'records-requests': recordsRequestMoves,
  holds: [...holdMoves, 'request-ended', 'request-open'],
  dispositions: dispositionMoves,
  // Counsel's and appeals' moves are made by appeals; what visitors do is captured.
  comments: [...commentMoves, 'written', 'edited', 'gone', 'back'],
  appeals: ['uphold', 'restore'],
  deliveries: ['done', 'wait', 'parked', 'refused', 'withdrawn'],
}
/**
 * Moves that never make an entry of that name: an appeal upholds as `appeals.uphold`, a writer edits as `comments.edited`,
 * what is carried out is `records.disposed`, what is captured `comments.captured`.
 */
const never = new Set([
  'comments.uphold',
  'comments.look-again',
  'dispositions.carry-out',
  'comments.capture',
])

/** Every kind of entry that a text writes, as far as it names it. */
function kindsIn(text: string): { found: string[]; unknown: string[] } {
  const found: string[] = []
  const unknown: string[] = []
  const word = "'([a-z-]+\\.[a-z-]+)'"
  const written = new RegExp(
    `(?:madeBy\\(\\s*request,\\s*|madeInSecret\\(\\s*request,\\s*|\\bname(?:: string)?(?::| =) ?|\\bkind(?::| =) |begin\\w*\\(\\s*request,\\s*|\\bof\\()${word}`,
    'g',
  )
  for (const [, kind = ''] of text.matchAll(written)) found.push(kind)
  for (const [, second, first] of text.matchAll(
    /(?<!'malformed'), `([a-z-]+)\.\$\{|[:=] `([a-z-]+)\.\$\{/g,
  )) {
    const prefix = second ?? first ?? ''
    const ends = endings[prefix]
    if (ends) found.push(...ends.map((end) => `${prefix}.${end}`))
    else unknown.push(prefix)
  }
  return { found, unknown }
}

test('every kind of entry that src names is a record, or none for a reason', () => {
  const missing = new Set<string>()
  const seen = new Set<string>()
  for (const file of globSync('**/*.ts', { cwd: src })) {
    // What waits for somebody has kinds of its own.
    if (/\.test\.ts$|waiting\.ts$|policy\/|fakes\/|networks\/|records\/kinds\.ts$|members-waiting/.test(file))
      continue
    const { found, unknown } = kindsIn(readFileSync(join(src, file), 'utf8'))
    for (const prefix of unknown) missing.add(`${file}: \`${prefix}.\${...}\``)
    for (const kind of found) {
      seen.add(kind)
      if (!Object.hasOwn(kinds, kind) && !never.has(kind)) missing.add(`${file}: ${kind}`)
    }
  }
  assert.deepEqual([...missing], [])
  assert.ok(seen.size > 120, `saw only ${seen.size} kinds`)
  // The control: a kind that nobody put into the table is seen.
  assert.deepEqual(kindsIn("madeBy(request, 'horses.ride', null)").found, ['horses.ride'])
})

test('a kind that is no record says why, and nobody is both', () => {
  const none = Object.entries(kinds).filter(([, row]) => 'none' in row)
  for (const [kind, row] of none) {
    assert.ok('none' in row && row.none.length > 20, kind)
    assert.equal(keptAs(kind), undefined)
  }
  assert.equal(none.length + keptKinds.length, Object.keys(kinds).length)
  assert.equal(keptAs('constructor'), undefined)
})
