import { sameBytes } from './bytes.ts'
import type { Checkpoint } from './checkpoint.ts'

/** What is wrong with a ledger, in a sentence, and where. */
export interface Finding {
  /** `entry`: that one; `range`: something from `index` up to `end`; `log`: the log as a whole. */
  what: 'entry' | 'range' | 'log'
  index?: number
  end?: number
  entryId?: string
  says: string
}

/** What a check of a whole ledger came to; it stands when nothing was found. */
export interface Verdict {
  size: number
  entries: number
  /** Entries gone by law, each named by an entry of its disposal. */
  disposed: number
  /** Entries that no checkpoint holds yet. */
  waiting: number
  checkpoints: number
  findings: Finding[]
}

/** Takes findings, up to as many as anybody reads. */
export type Find = (finding: Finding) => void

export function findings(most = 100): { found: Finding[]; find: Find } {
  const found: Finding[] = []
  return {
    found,
    find: (finding) => {
      if (found.length < most) found.push(finding)
    },
  }
}

/** A checkpoint that somebody kept: the ledger still begins with all that it covers. */
export function checkBeginning(
  { size: at, root }: Checkpoint,
  computed: Uint8Array | undefined,
  size: number,
  find: Find,
): void {
  if (at > size)
    find({
      what: 'range',
      index: size,
      end: at,
      says: `the log went back: it has ${size} entries, and the checkpoint you kept has ${at}`,
    })
  else if (computed === undefined || !sameBytes(computed, root))
    find({
      what: 'range',
      index: 0,
      end: at,
      says: `the first ${at} entries are not those of the checkpoint you kept: history was written anew`,
    })
}
