import type { Db } from './db.ts'

/** So long, in milliseconds, is believed what was found: what another process changes takes no longer to be felt. */
const believedFor = 1_000

/** Something of an agency that nearly every request asks for, and that seldom changes. */
export interface Believed<Value> {
  (db: Db, agencyId: string): Promise<Value>
  /** Believes nothing any more, after a change that this process made. */
  forget: () => void
}

/** Looks something up once a second at most; in a transaction each time. */
export function believed<Value>(look: (db: Db, agencyId: string) => Promise<Value>): Believed<Value> {
  let found = new WeakMap<Db, Map<string, { value: Promise<Value>; until: number }>>()
  const ask = (db: Db, agencyId: string): Promise<Value> => {
    if (db.isTransaction) return look(db, agencyId)
    const here = found.get(db) ?? new Map<string, { value: Promise<Value>; until: number }>()
    found.set(db, here)
    const known = here.get(agencyId)
    if (known && performance.now() < known.until) return known.value
    const value = look(db, agencyId)
    here.set(agencyId, { value, until: performance.now() + believedFor })
    value.catch(() => here.delete(agencyId))
    return value
  }
  return Object.assign(ask, { forget: () => (found = new WeakMap()) })
}
