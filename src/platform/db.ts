import {
  CamelCasePlugin,
  Kysely,
  PostgresDialect,
  PostgresQueryCompiler,
  sql,
  type Expression,
  type PluginTransformQueryArgs,
  type PostgresDialectConfig,
  type RawBuilder,
  type RootOperationNode,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import { deadline, type DeadlinePool } from './deadline-pool.ts'

/** The tables; each module's `store.ts` adds its own by `declare module`. */
export interface Tables {
  agency: { agencyId: string; name: string; host: string; zone: string; createdAt: string }
  commandDone: {
    agencyId: string
    key: string
    madeBy: string
    name: string
    digest: string
    result: string | null
    at: string
  }
  blob: { agencyId: string; sha256: string; mediaType: string; bytes: number; at: string }
}
export type Db = Kysely<Tables>
/** A transaction. A function that writes is given one; it never opens its own. */
export type Tx = Transaction<Tables>

/** Times come out as ISO 8601 in UTC with their fraction, dates as dates, whole numbers as numbers. */
const readers = new pg.TypeOverrides()
readers.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (written: string) =>
  written.replace(' ', 'T').replace(/\+00$/, 'Z'),
)
readers.setTypeParser(pg.types.builtins.DATE, (written: string) => written)
readers.setTypeParser(pg.types.builtins.INT8, (written: string) => {
  const number = Number(written)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${written} is past what a number can hold`)
  return number
})

/** A time as `readers` give it, for what is put into JSON by the database. */
export function momentInJson(time: Expression<unknown>): RawBuilder<string> {
  return sql<string>`replace(replace(${time}::text, ' ', 'T'), '+00', 'Z')`
}

export interface Connecting {
  /** The most connections at once; 10 unless told. */
  max?: number
  /** How long one statement, or the wait for a connection, may take, in milliseconds; 2,000 unless told. */
  patience?: number
  /** How long a connection may stand unused before it is closed, in milliseconds; 30,000 unless told. */
  idle?: number
}

/** A pool whose connections all speak for one agency (row-level security holds them to it). */
export function openPool(url: string, agencyId: string, connecting: Connecting = {}): DeadlinePool {
  const patience = connecting.patience ?? 2_000
  return deadline(
    new pg.Pool({
      connectionString: url,
      max: connecting.max ?? 10,
      options: `-c decorum.agency=${agencyId} -c timezone=UTC`,
      query_timeout: patience,
      connectionTimeoutMillis: patience,
      min: 0,
      idleTimeoutMillis: connecting.idle ?? 30_000,
      types: readers,
    }),
  )
}

/** The database as one agency sees it. Close it with `db.destroy()`. */
export function openDb(url: string, agencyId: string, connecting: Connecting = {}): Db {
  return dbOn(openPool(url, agencyId, connecting))
}

export function dbOn(pool: DeadlinePool): Db {
  const names = new Names({ maintainNestedObjectKeys: true })
  return new Kysely<Tables>({ dialect: new Dialect(names, { pool }), plugins: [names] })
}

/**
 * Names are as in TypeScript here and as in SQL there. They are put into SQL's as a statement is written out: to make
 * another statement of it before, as the plugin does, took longer than to write it.
 */
class Names extends CamelCasePlugin {
  override transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node
  }
  inSql(name: string): string {
    return this.snakeCase(name)
  }
}

class Dialect extends PostgresDialect {
  readonly #names: Names
  constructor(names: Names, config: PostgresDialectConfig) {
    super(config)
    this.#names = names
  }
  override createQueryCompiler(): PostgresQueryCompiler {
    return new Compiler(this.#names)
  }
}

class Compiler extends PostgresQueryCompiler {
  readonly #names: Names
  constructor(names: Names) {
    super()
    this.#names = names
  }
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(this.#names.inSql(identifier))
  }
}
