import type { Command } from 'commander'
import { now } from '../platform/clock.ts'
import { withHouse, type HouseOptions } from './house-options.ts'

interface Options extends HouseOptions {
  agency?: string
}

/** `decorum ledger import`: the archive of an earlier system, sealed from this day on. */
export function addImport(ledger: Command): void {
  withHouse(ledger.command('import'))
    .description(
      "take an earlier system's archive into the ledger: an entry for each line of a JSON-lines file",
    )
    .argument('<file>', '{"id": "tweet-1", "at": "2019-03-01T08:00:00Z", "record": {...}} on each line')
    .option('--agency <id>', 'whose ledger; needed where the database holds several')
    .addHelpText(
      'after',
      '\nEvery entry is dated today and holds the time of its line. A file that was cut off goes on where it ended.',
    )
    .action(async (file: string, options: Options) => {
      const [{ inHouse, ownerUrlOf }, { whoseLedger }, { importArchive }, { openSigner }, { openPool }] =
        await Promise.all([
          import('./in-house.ts'),
          import('./whose-ledger.ts'),
          import('../ledger/archive.ts'),
          import('../ledger/signer.ts'),
          import('../platform/db.ts'),
        ])
      await inHouse(options, async (house) => {
        const url = ownerUrlOf(house)
        const agency = await whoseLedger(url, options.agency)
        const { pool } = openPool(url, agency.agencyId, { patience: 600_000 })
        try {
          const signer = await openSigner(house.ledgerFolder, agency)
          const { lines, before, digest } = await importArchive(pool, agency.agencyId, file, {
            signer,
            clock: now,
          })
          const again = before === 0 ? '' : ` (${before.toLocaleString('en')} of them before)`
          console.log(`${lines.toLocaleString('en')} lines are in the ledger of ${agency.agencyId}${again}.`)
          console.log(`They are known by the SHA-256 of the archive's lines, ${digest}.`)
        } finally {
          await pool.end()
        }
      })
    })
}
