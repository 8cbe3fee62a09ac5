import { Logger, makeWorkerUtils, run, type Runner } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from '../platform/db.ts'

/**
 * Makes the tables of the job queue, as the owner, and opens them to the app's role. graphile-worker guards its own
 * tables by row-level security without a policy, which would shut out everybody but the owner.
 */
export async function migrateJobs(ownerUrl: string, owner: Db): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: ownerUrl, logger: silent })
  try {
    await utils.migrate()
  } finally {
    await utils.release()
  }
  await sql`
    do $$
    declare kept text;
    begin
      grant usage on schema graphile_worker to decorum_app;
      grant select, insert, update, delete on all tables in schema graphile_worker to decorum_app;
      grant usage, select on all sequences in schema graphile_worker to decorum_app;
      for kept in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'graphile_worker' loop
        execute format('drop policy if exists decorum on %s', kept);
        execute format('create policy decorum on %s to decorum_app using (true) with check (true)', kept);
      end loop;
    end
    $$`.execute(owner)
}

const silent = new Logger(() => () => undefined)

/**
 * Runs `tick` once a minute over all processes on this database: graphile-worker hands each minute's job to one.
 * Stop it with `runner.stop()`, which lets a running tick finish.
 */
export function startScheduler(pool: pg.Pool, tick: () => Promise<void>): Promise<Runner> {
  return run({
    pgPool: pool,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: silent,
    crontab: '* * * * * tick ?max=1',
    taskList: { tick },
  })
}
