import { command, type Made, type Record } from '../ledger/command.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'

/**
 * A command whose answer holds a secret that is shown once. The answer is not kept for repetitions; a repetition under
 * the same key changes nothing and is refused.
 */
export async function once<Answer>(
  db: Db,
  made: Made,
  work: (tx: Tx, record: Record) => Promise<Answer>,
): Promise<Answer> {
  const mark = newId()
  let answer: { given: Answer } | undefined
  const done = await command(db, made, async (tx, record) => {
    answer = { given: await work(tx, record) }
    return mark
  })
  if (done !== mark || answer === undefined)
    throw new Refusal('conflict', 'this was done already, and what it showed is shown only once')
  return answer.given
}
