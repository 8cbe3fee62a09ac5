import { membersOf } from '../members/store.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Move, State } from './moves.ts'
import { inWords, type Office } from './request.ts'

declare module '../platform/db.ts' {
  interface Tables {
    requestStep: {
      agencyId: string
      requestId: string
      version: number
      author: string
      move: Move | 'ask' | 'edit'
      madeBy: string | null
      office: Office | null
      deskTitle: string | null
      toState: State
      remarks: string | null
      citation: string | null
      contentHash: string
      at: string
    }
  }
}

/** One step that a request took; `madeBy` is null when a time was over or a desk was empty. */
export interface StoredStep {
  version: number
  move: Move | 'ask' | 'edit'
  madeBy: string | null
  office: Office | null
  deskTitle: string | null
  toState: State
  remarks: string | null
  citation: string | null
  contentHash: string
  at: string
}

/** The history of a request, the first step first. */
export async function stepsOf(db: Db, agencyId: string, requestId: string): Promise<StoredStep[]> {
  return await db
    .selectFrom('requestStep')
    .select([
      'version',
      'move',
      'madeBy',
      'office',
      'deskTitle',
      'toState',
      'remarks',
      'citation',
      'contentHash',
      'at',
    ])
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .orderBy('version')
    .execute()
}

export async function addStep(
  tx: Tx,
  agencyId: string,
  { requestId, author }: { requestId: string; author: string },
  step: StoredStep,
): Promise<void> {
  await tx
    .insertInto('requestStep')
    .values({ agencyId, requestId, author, ...step })
    .execute()
}

/** Says who moved a request meanwhile, and where it is now. */
export async function refuseMoved(db: Db, agencyId: string, requestId: string): Promise<never> {
  const [last] = (await stepsOf(db, agencyId, requestId)).slice(-1)
  const [mover] = await membersOf(db, agencyId, last?.madeBy ? [last.madeBy] : [])
  const by = mover?.name ?? 'Decorum, since its time was over'
  const state = last ? inWords(last.toState) : 'somewhere else'
  throw new Refusal('conflict', `it was changed meanwhile by ${by}; it is ${state} now`)
}
