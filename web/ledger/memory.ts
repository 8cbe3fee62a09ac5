import type { Consistency, Ledger } from '../../src/ledger/schema.ts'
import { get } from '../api.ts'
import { isContinued, isSignatureGood, type SeenLedger } from './check.ts'

const kept = 'decorum.ledger'

/** What comparing the ledger with the one that this browser saw before has shown. */
export type Compared =
  | { found: 'bad' | 'first' | 'same' | 'otherKey' | 'forked' | 'shrunk' }
  | { found: 'grew'; from: number; seenAt: string }

/**
 * Makes the browser a small witness: it keeps the last checkpoint, and asks for the proof that today's continues it.
 * What contradicts the kept one is never kept in its place.
 */
export async function compareWithSeen(now: Ledger, signal?: AbortSignal): Promise<Compared> {
  if (!isSignatureGood(now)) return { found: 'bad' }
  const before = seen()
  if (!before) return keep(now, { found: 'first' })
  if (before.key !== now.key) return { found: 'otherKey' }
  if (before.size > now.size) return { found: 'shrunk' }
  if (before.size === now.size) return { found: before.root === now.root ? 'same' : 'forked' }
  const proof = await get<Consistency>(`/api/ledger/consistency?from=${before.size}&to=${now.size}`, signal)
  if (!isContinued(before, now, proof)) return { found: 'forked' }
  return keep(now, { found: 'grew', from: before.size, seenAt: before.at })
}

function keep({ key, size, root, at }: Ledger, compared: Compared): Compared {
  localStorage.setItem(kept, JSON.stringify({ key, size, root, at } satisfies SeenLedger))
  return compared
}

function seen(): SeenLedger | undefined {
  const text = localStorage.getItem(kept)
  const value: unknown = text === null ? undefined : JSON.parse(text)
  return isSeen(value) ? value : undefined
}

function isSeen(value: unknown): value is SeenLedger {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    'size' in value &&
    typeof value.size === 'number' &&
    'root' in value &&
    typeof value.root === 'string' &&
    'at' in value &&
    typeof value.at === 'string'
  )
}
