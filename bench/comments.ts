import { fork } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { seededChance } from '../src/accounts/fakes/faults.ts'
import { capture, type Arrival } from '../src/comments/capture.ts'
import { judgingAt } from '../src/comments/judging.ts'
import { pushSetSchema, queueSchema } from '../src/comments/schema.ts'
import { buildCommentedTown, type CommentedTown } from '../test/commented-town.ts'
import { words } from './comment-words.ts'
import { goal, keepReport, quantile, say, sayLoad, sayMachine } from './report.ts'

// `npm run bench:comments`: signed pushes into a real server on real PostgreSQL, then the queue at a million comments.
// ROWS=100000 SECONDS=10 makes it short.
const rows = Number(process.env['ROWS'] ?? 1_000_000)
const seconds = Number(process.env['SECONDS'] ?? 60)
const rate = 1_000
/** So many of the rows are captured; the rest are copies of them, made in the database. */
const captured = Math.min(rows, 50_000)

const reading = `## How to read it

- **Pushes.** Each comment is a signed webhook of its own, sent when its moment comes whether or not the ones before it
  were answered, and answered when it is durably captured: its row, its version, its ruling, its language and its entry in
  the ledger. Pushes that come while a transaction is on its way share the next one, and are judged meanwhile. The rate
  is what was captured by the time that the last of them was answered, so that a tail counts against it.
- **To the screen** is from the moment a push was due to be sent until a moderator's page, which asks once a second as the
  web app does, showed it. One comment in a hundred is a threat, which stands first in the queue; the moderator leaves them up
  in bulk as they come, so that the next ones are on the page.
- **A million.** Fifty thousand are captured by the module's own \`capture\`, five hundred in a transaction; the rest are
  copies of those rows, made in the database, for the queue reads the same rows either way. The queue is then read by HTTP as a moderator and as the Chief reads it, first pages and far ones; each kind is asked 100 times.
`

const sentSchema = z.object({
  sent: z.number(),
  failed: z.number(),
  took: z.number(),
  answered: z.array(z.number()),
  dueAt: z.record(z.string(), z.number()),
})

await test('bench:comments', async () => {
  const town = await buildCommentedTown()
  // The town's clock stands still; arrivals are measured by the machine's own.
  sayMachine(', PostgreSQL 18')
  say('the server, PostgreSQL and the sender share the two cores')
  sayLoad('before')
  await benchPushes(town)
  sayLoad('after the pushes')
  await benchQueue(town)
  sayLoad('after the queue')
  keepReport('speed-comments', 'Speed of comments', 'npm run bench:comments', reading)
})

async function benchPushes(town: CommentedTown): Promise<void> {
  const { app, accounts, people, out } = town
  const { accountId } = accounts.mastodon
  const ito = await people.by('ito')
  const set = pushSetSchema.parse((await ito.put(`/api/comments/push/${accountId}`)).body)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const settings = { ...set, rootId: out.mastodon, host: town.agency.host, address, rate, seconds }
  const child = fork(join(import.meta.dirname, 'comments-sender.ts'), {
    env: { ...process.env, BENCH: JSON.stringify(settings) },
  })
  const done = new Promise<unknown>((resolve) => child.once('message', resolve))
  const seenAt = new Map<string, number>()
  let isOver = false
  const ended = done.then((told) => {
    isOver = true
    return sentSchema.parse(told)
  })
  const pages: number[] = []
  for (let more = 3; more > 0; more -= isOver ? 1 : 0) {
    const began = clock()
    const { body } = await ito.get('/api/comments?limit=200')
    const shown = clock()
    pages.push(shown - began)
    const threats = queueSchema.parse(body).items.filter(({ place }) => place === 0)
    for (const { text } of threats) {
      const name = /tracer-\d+/.exec(text)?.[0] ?? ''
      if (!seenAt.has(name)) seenAt.set(name, shown)
    }
    for (let from = 0; from < threats.length; from += 100) {
      const comments = threats
        .slice(from, from + 100)
        .map(({ commentId, version, latest }) => ({ commentId, version, n: latest }))
      await ito.post('/api/comments/bulk', { move: 'keep', comments })
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1_000 - (clock() - began))))
  }
  const { sent, failed, took, answered, dueAt } = await ended
  const kept = await town.db
    .selectFrom('commentVersion')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const toScreen = Object.entries(dueAt).map(([name, due]) => (seenAt.get(name) ?? Infinity) - due)
  say(`\nPushes, ${rate} a second for ${seconds} s, one comment each`)
  say(
    `  sent ${sent}, refused or lost ${failed}, versions captured ${kept.count}, the last one ${took.toFixed(1)} s after the first was due`,
  )
  say(
    `  answered, durably captured: median ${ms(answered, 0.5)}, p95 ${ms(answered, 0.95)}, p99 ${ms(answered, 0.99)}`,
  )
  say(
    `  to the screen (${toScreen.length} traced): median ${ms(toScreen, 0.5)}, p95 ${ms(toScreen, 0.95)}, slowest ${ms(toScreen, 1)}`,
  )
  say(`  the moderator's page meanwhile: p95 ${ms(pages, 0.95)}`)
  goal('captured, a second, to the last', kept.count / took, 'at least', rate * 0.97)
  goal('lost', sent - kept.count, 'at most', 0)
  goal('to the screen, p95, ms', quantile(toScreen, 0.95), 'at most', 2_000)
}

async function benchQueue(town: CommentedTown): Promise<void> {
  const { db, agency, accounts, out, people } = town
  const judging = await judgingAt(db, agency, town.now())
  const chance = seededChance(20_261_121)
  const roots = await db
    .selectFrom('delivery')
    .select(['deliveryId', 'accountId', 'remoteId', 'subjectId'])
    .where('remoteId', 'in', [out.bluesky, out.mastodon])
    .execute()
  const began = performance.now()
  for (let from = 0; from < captured; from += 500) {
    const arrivals = Array.from({ length: Math.min(500, captured - from) }, (_, place): Arrival => {
      const n = from + place
      // One page in eight has the least of them.
      const root = roots[n % 8 === 0 ? 0 : 1]
      if (!root) throw new Error('nothing is out')
      const remoteId = `bulk-${n}`
      return {
        accountId: root.accountId,
        under: {
          deliveryId: root.deliveryId,
          rootId: root.remoteId ?? '',
          subject: { kind: 'post', id: root.subjectId },
        },
        way: 'poll',
        comment: {
          remoteId,
          parentId: root.remoteId ?? '',
          writer: { remoteId: `w${n % 50_000}`, handle: `writer-${n % 50_000}`, name: '' },
          text: words(chance, n),
          at: town.now(),
          isHidden: false,
          url: null,
          media: [],
        },
      }
    })
    await capture(db, agency, arrivals, judging, town.now())
  }
  const took = (performance.now() - began) / 1_000
  say(
    `\nCapture by the module's own function, ${captured.toLocaleString('en-US')} comments, 500 in a transaction`,
  )
  say(`  ${Math.round(captured / took).toLocaleString('en-US')} comments/s, judged, in the ledger`)
  await copyUpTo(town, rows)
  // What stands a while has been looked at by autovacuum; a bench does not wait for it.
  await sql`vacuum analyze comment`.execute(town.database.owner(agency.agencyId))
  const account = accounts.bluesky.accountId
  const kinds: [string, 'ito' | 'diaz', string][] = [
    ['first page', 'ito', ''],
    ['first page, of all pages', 'diaz', ''],
    ['a page far in', 'ito', 'far'],
    ['one ground', 'ito', '?ground=obscenity'],
    ['one account', 'ito', `?account=${account}`],
    ['one language', 'ito', '?language=es'],
    ['a rare language on one account', 'ito', `?language=de&account=${account}`],
    ['ground, language and account', 'ito', `?ground=personal-attack&language=es&account=${account}`],
    ['hidden ones', 'ito', '?state=hidden'],
    ['gone ones', 'ito', '?state=gone'],
  ]
  say('\nThe queue at that many, by HTTP, 50 on a page, 100 times each')
  const all: number[] = []
  for (const [name, who, question] of kinds) {
    const person = await people.by(who)
    const asked = question === 'far' ? await farPage(person) : `/api/comments${question}`
    const times: number[] = []
    for (let n = 0; n < 100; n++) {
      const start = performance.now()
      const { status, body } = await person.get(asked)
      times.push(performance.now() - start)
      if (status !== 200) throw new Error(JSON.stringify(body))
    }
    all.push(...times)
    say(`  ${name.padEnd(34)} median ${ms(times, 0.5)}, p95 ${ms(times, 0.95)}`)
    goal(`${name}, p95, ms`, quantile(times, 0.95), 'at most', 100)
  }
  goal('all of them, p95, ms', quantile(all, 0.95), 'at most', 100)
}

/** Copies what was captured until so many stand in the queue, each with an id and a name of its own. */
async function copyUpTo({ database, agency }: CommentedTown, wanted: number): Promise<void> {
  const owner = database.owner(agency.agencyId)
  const columns = sql.raw(
    `account_id, delivery_id, root_id, subject_kind, subject_id, writer_id, writer_handle, state, version, latest, text,
    text_hash, written_at, captured_at, gone_at, place, ground, is_critical, is_ugly, language, outcome, filters,
    has_media_to_fetch, decided_by, decided_at`,
  )
  const counted = sql<{ count: number }>`select count(*)::int as count from comment`
  for (let count = 0; count < wanted;) {
    await sql`
      insert into comment (agency_id, comment_id, remote_id, ${columns})
      select agency_id,
        (left(comment_id::text, 15) || substr(gen_random_uuid()::text, 16))::uuid,
        gen_random_uuid()::text, ${columns}
      from comment limit ${Math.min(50_000, wanted - count)}`.execute(owner)
    count = (await counted.execute(owner)).rows[0]?.count ?? 0
  }
  say(`  ${wanted.toLocaleString('en-US')} stand in the queue`)
}

async function farPage(person: { get: (url: string) => Promise<{ body: unknown }> }): Promise<string> {
  // Ids begin with the time at which they were made: the middle of the last place.
  const { items } = queueSchema.parse((await person.get('/api/comments?limit=1')).body)
  const id = items[0]?.commentId ?? ''
  return `/api/comments?after=9.${id.slice(0, 14)}7fff-bfff-ffffffffffff`.replace('7fff', id.slice(14, 18))
}

function ms(times: readonly number[], q: number): string {
  return `${quantile(times, q).toFixed(1)} ms`
}

/** Milliseconds, the same in every process. */
function clock(): number {
  return performance.timeOrigin + performance.now()
}
