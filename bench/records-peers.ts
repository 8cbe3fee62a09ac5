import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { posts } from './record-posts.ts'
import { figure, quantile, say } from './report.ts'

const asks = 100

/** SQLite's full-text search over the same words, in this process. */
export function benchSqlite(folder: string, rows: number): void {
  const file = join(folder, 'peer.sqlite')
  const sqlite = new DatabaseSync(file)
  sqlite.exec(
    "pragma journal_mode = wal; create virtual table post using fts5(words, tokenize = 'unicode61')",
  )
  const insert = sqlite.prepare('insert into post (rowid, words) values (?, ?)')
  const start = performance.now()
  sqlite.exec('begin')
  let id = 0
  for (const { text } of posts(rows)) insert.run(++id, text)
  sqlite.exec('commit')
  const took = performance.now() - start
  say(
    `\nSQLite FTS5: ${figure((rows * 1000) / took)} rows a second, ${Math.round(statSync(file).size / 1e6)} MB; newest 50, ms: median, p95, slowest`,
  )
  const newest = sqlite.prepare(
    'select rowid, words from post where post match ? order by rowid desc limit 50',
  )
  const count = sqlite.prepare('select count(*) from post where post match ?')
  for (const [name, words, statement] of [
    ['rare word, 10 a million', 'zebrafish', newest],
    ['1,000 a million', 'burglary', newest],
    ['one in ten', 'parade', newest],
    ['two common words', 'parade street', newest],
    ['phrase "traffic stop"', '"traffic stop"', newest],
    ['prefix zebraf*', 'zebraf*', newest],
    ['count, one in ten', 'parade', count],
    ['count, one in three', 'street', count],
  ] as const)
    peer(name, () => statement.all(words))
  sqlite.close()
}

/** MiniSearch over as many of them as its memory is meant for. */
export async function benchMini(rows: number): Promise<void> {
  const some = Math.min(rows, 100_000)
  const found = await import('./mini-search.mjs').catch(() => undefined)
  if (!found) {
    say('\nMiniSearch is missing: run `npm ci` in bench/')
    return
  }
  const all = [...posts(some)].map(({ text }, id) => ({ id, words: text }))
  const start = performance.now()
  const mini = found.miniSearch(all)
  const took = performance.now() - start
  say(
    `\nMiniSearch, ${some.toLocaleString('en')} rows: ${figure((some * 1000) / took)} rows a second; ms: median, p95, slowest`,
  )
  peer('1,000 a million', () => mini.and('burglary'))
  peer('one in ten', () => mini.and('parade'))
  peer('two common words', () => mini.and('parade street'))
  peer('prefix zebraf*', () => mini.prefix('zebraf'))
  peer('count, one in ten', () => mini.count('parade'))
}

function peer(name: string, ask: () => unknown): void {
  const taken: number[] = []
  for (let n = 0; n < asks; n++) {
    const start = performance.now()
    ask()
    taken.push(performance.now() - start)
  }
  const figures = [0.5, 0.95, 1].map((share) => quantile(taken, share).toFixed(2).padStart(9)).join('')
  say(`  ${name.padEnd(40)}${figures}`)
}
