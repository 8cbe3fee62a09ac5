import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { command, type Record } from './command.ts'

/** One command of the clock, under a key of its own; what somebody did meanwhile is no fault. */
export async function byClock(
  db: Db,
  agencyId: string,
  key: string,
  name: string,
  at: string,
  work: (tx: Tx, record: Record) => Promise<void>,
): Promise<void> {
  const made = { agencyId, by: 'system', key: `due-${key}`, name, at, input: null }
  try {
    await command(db, made, async (tx, record) => {
      await work(tx, record)
      return null
    })
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'conflict')) throw error
  }
}
