import type { Entry } from '../../src/ledger/append.ts'
import { importAll } from '../../src/ledger/import.ts'
import { openSigner } from '../../src/ledger/signer.ts'
import { openPool } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/id.ts'
import type { Town } from '../town.ts'
import { picker } from './drill.ts'

const words =
  'road closed crash police officer community school missing update arrest park meeting storm'.split(' ')

/** Fills the ledger of the town with so many posts of an earlier system, of a hundred to three hundred letters. */
export async function addMany(town: Town, ledgerFolder: string, count: number, seed: number): Promise<void> {
  const { agencyId } = town.agency
  const { pool } = openPool(town.database.cluster.ownerUrl(town.database.name), agencyId, {
    patience: 600_000,
  })
  const pick = picker(seed)
  function* entries(): Generator<Entry> {
    for (let i = 0; i < count; i++) {
      const text = Array.from({ length: 15 + pick(30) }, () => words[pick(words.length)]).join(' ')
      const body = { id: `post-${i}`, text, at: '2019-03-01T08:00:00Z' }
      yield { kind: 'archives.import', by: 'system', subject: newId(), at: town.now(), body }
    }
  }
  try {
    const signer = await openSigner(ledgerFolder, town.agency)
    await importAll(pool, agencyId, entries(), { signer, clock: town.now })
  } finally {
    await pool.end()
  }
}
