import pg from 'pg'
import { append } from '../../src/ledger/append.ts'
import { newId } from '../../src/platform/id.ts'
import { addAgency, type TestDatabase } from '../database.ts'

/** A drill: statements that would change the past, as the app's role and as the owner; none may have an effect. */

const tables = ['ledger_entry', 'ledger_leaf', 'ledger_tile', 'ledger_checkpoint', 'ledger_cosignature']

const onEach = (statement: (table: string) => string): string[] => tables.map(statement)

/** A leaf of an agency that there is none of. */
const strange = `insert into ledger_leaf values ('nowhere', 0, gen_random_uuid(), decode(repeat('ab', 32), 'hex'))`

/** What triggers and privileges must hold back from everybody. */
const rewriting: readonly string[] = [
  `set decorum.agency = 'nowhere'; ${strange}`,
  `set decorum.agency = 'nowhere'; set session_replication_role = replica; ${strange}`,
  `set decorum.agency = 'nowhere'; create temp table agency (agency_id text); insert into agency values ('nowhere'); ${strange}`,
  ...onEach((table) => `update ${table} set agency_id = agency_id`),
  ...onEach((table) => `delete from ${table}`),
  ...onEach((table) => `truncate ${table} cascade`),
  ...onEach((table) => `set session_replication_role = replica; delete from ${table}`),
  ...onEach((table) => `with gone as (delete from ${table} returning 1) select count(*) from gone`),
  ...onEach((table) => `merge into ${table} t using (select 1) s on true when matched then delete`),
  `update ledger_entry set body = '{}' where true`,
  `update ledger_leaf set index = index + 1`,
  `insert into ledger_leaf select * from ledger_leaf on conflict (agency_id, index) do update set commitment = excluded.commitment`,
  `insert into ledger_entry (agency_id, entry_id, at, kind, made_by, subject, salt, body) select agency_id, entry_id, at, kind, made_by, subject, salt, '{}' from ledger_entry on conflict (agency_id, entry_id) do update set body = excluded.body`,
]

/** What the app's role may not do besides. */
const powers: readonly string[] = [
  ...onEach((table) => `alter table ${table} disable trigger all`),
  ...onEach((table) => `alter table ${table} disable row level security`),
  ...onEach((table) => `drop table ${table} cascade`),
  ...onEach((table) => `drop policy agency on ${table}`),
  ...onEach(
    (table) => `create trigger mine before insert on ${table} for each row execute function refuse_change()`,
  ),
  `insert into ledger_entry (agency_id, entry_id, at, kind, made_by, subject, salt, body, written_in) values ('riverton', gen_random_uuid(), now(), 'x', 'x', 'x', decode(repeat('00', 16), 'hex'), '{}', '1')`,
  `insert into ledger_entry (agency_id, entry_id, at, kind, made_by, subject, salt, body) values ('lakeside', gen_random_uuid(), now(), 'x', 'x', 'x', decode(repeat('00', 16), 'hex'), '{}')`,
  `set decorum.agency = 'lakeside'; update ledger_entry set body = '{}'`,
  `create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
  `alter function refuse_change() rename to gone`,
  `drop function refuse_change() cascade`,
  `create rule gone as on insert to ledger_entry do instead nothing`,
  `alter role decorum_app superuser`,
  `alter role decorum_app bypassrls`,
  `set role postgres`,
  `set session authorization postgres; delete from ledger_entry`,
  `grant delete on ledger_entry to decorum_app; delete from ledger_entry`,
  `reassign owned by postgres to decorum_app`,
  `copy ledger_entry to program 'true'`,
  `copy ledger_leaf from '/dev/null'`,
  `set allow_system_table_mods = on; delete from pg_trigger`,
  `update pg_class set relforcerowsecurity = false where relname = 'ledger_entry'`,
  `delete from agency`,
  `select lo_import('/etc/passwd')`,
  `do 'begin delete from ledger_entry; end'`,
  `prepare gone as delete from ledger_leaf; execute gone`,
  `lock table ledger_entry in access exclusive mode; delete from ledger_entry`,
]

export interface Battery {
  tried: number
  /** Statements that had an effect; empty when the drill passes. */
  effects: string[]
  /** Did the same check see a deletion that nothing held back? */
  controlSaw: boolean
}

/** Tries every statement, each in a transaction of its own that is rolled back after its effect was looked at. */
export async function tryHostileSql(database: TestDatabase): Promise<{ app: Battery; owner: Battery }> {
  await addAgency(database, 'riverton')
  await addAgency(database, 'lakeside')
  await database
    .db('riverton')
    .transaction()
    .execute((tx) =>
      append(tx, 'riverton', { kind: 'x', by: 'bell', subject: 's', at: '2026-11-21T08:00:00Z', body: {} }),
    )
  const owner = await connected(database.cluster.ownerUrl(database.name))
  const app = await connected(database.cluster.appUrl(database.name))
  const hash = "decode(repeat('ab', 32), 'hex')"
  await owner.query(`insert into ledger_leaf values ('riverton', 0, '${newId()}', ${hash})`)
  await owner.query(
    `insert into ledger_tile values ('riverton', 0, 0, decode(repeat('ab', 8192), 'hex'), ${hash})`,
  )
  await owner.query(`insert into ledger_checkpoint values ('riverton', 1, ${hash}, now(), 'k', 'n', '1')`)
  await owner.query(`insert into ledger_cosignature values ('riverton', 1, 'w', now(), 'l')`)
  try {
    return {
      app: await battery(
        app,
        owner,
        [...rewriting, ...powers],
        'alter table ledger_leaf disable trigger all; grant delete on ledger_leaf to decorum_app',
      ),
      owner: await battery(owner, owner, rewriting, 'alter table ledger_leaf disable trigger all'),
    }
  } finally {
    await Promise.all([app.end(), owner.end()])
  }
}

async function battery(
  client: pg.Client,
  owner: pg.Client,
  statements: readonly string[],
  disarm: string,
): Promise<Battery> {
  const effects: string[] = []
  const before = await fingerprint(owner)
  for (const statement of statements) {
    const isRefused = await client.query(statement).then(
      () => false,
      () => true,
    )
    if ((await fingerprint(owner)) !== before || (!isRefused && (await isPowerful(owner))))
      effects.push(statement)
    await client.query('reset all').catch(() => undefined)
    await client.query("set decorum.agency = 'riverton'")
  }
  // The control: with its triggers off and the privilege given, the deletion happens, and is seen.
  await owner.query(disarm)
  await client.query('delete from ledger_leaf')
  const controlSaw = (await fingerprint(owner)) !== before
  await owner.query('alter table ledger_leaf enable trigger all')
  await owner.query('alter table ledger_leaf enable always trigger never_changed')
  await owner.query('alter table ledger_leaf enable always trigger never_emptied')
  await owner.query('alter table ledger_leaf enable always trigger of_an_agency')
  await owner.query('revoke delete on ledger_leaf from decorum_app')
  await owner.query(
    "insert into ledger_leaf values ('riverton', 0, gen_random_uuid(), decode(repeat('ab', 32), 'hex'))",
  )
  return { tried: statements.length, effects, controlSaw }
}

/** Every row of every table, and every trigger, policy and privilege that guards them. */
async function fingerprint(owner: pg.Client): Promise<string> {
  const rows = tables.map(
    (table) => `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t`,
  )
  const guards = `select md5(string_agg(g, '|' order by g)) from (
    select concat(tgrelid, tgname, tgenabled) as g from pg_trigger where not tgisinternal
    union all select concat(polrelid, polname) from pg_policy
    union all select concat(relname, relacl, relrowsecurity, relforcerowsecurity, relowner) from pg_class where relname like 'ledger%'
    union all select concat(proname, md5(prosrc)) from pg_proc where proname in ('refuse_change', 'refuse_unknown_agency')) as guarding`
  const { rows: found } = await owner.query(
    `select array[${[...rows, guards].map((query) => `(${query})`).join(', ')}] as all`,
  )
  return JSON.stringify(found)
}

async function isPowerful(owner: pg.Client): Promise<boolean> {
  const { rowCount } = await owner.query(
    "select from pg_roles where rolname = 'decorum_app' and (rolsuper or rolbypassrls or rolcreaterole)",
  )
  return rowCount === 1
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c decorum.agency=riverton' })
  await client.connect()
  return client
}
