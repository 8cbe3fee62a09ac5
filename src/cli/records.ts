import { basename } from 'node:path'
import type { Command } from 'commander'
import { now } from '../platform/clock.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { withHouse, type HouseOptions } from './house-options.ts'

interface Options extends HouseOptions {
  agency?: string
  account?: string
}

/** No export is larger; in bytes. */
const most = 256 * 1024 ** 3

/** `decorum records`: what stood before is brought, and the records are made anew from the ledger. */
export function addRecords(program: Command): void {
  const records = program.command('records').description('bring what stood before, make records anew')
  withHouse(records.command('import'))
    .description('bring an export of Facebook, Instagram, X or YouTube, or a web archive (WARC, WACZ)')
    .argument('<file>', 'the ZIP, WARC or WACZ, or the folder of an export that was unpacked')
    .option('--account <id or address>', 'the page in Decorum whose export it is')
    .option('--agency <id>', 'whose records; needed where the database holds several')
    .addHelpText(
      'after',
      '\nThe file is kept as it came. What was brought before is known again; bring a file that was cut off once more.',
    )
    .action(async (file: string, options: Options) => {
      const [{ addImport }, { importAtOnce }, { bytesAt }, { openSigner }, { openBlobs }, { command }] =
        await Promise.all([
          import('../records/brought/imports.ts'),
          import('../records/brought/at-once.ts'),
          import('../records/brought/pack.ts'),
          import('../ledger/signer.ts'),
          import('../platform/blobs.ts'),
          import('../ledger/command.ts'),
        ])
      await asOwner(options, async ({ house, agency, pool, db }) => {
        const blobs = openBlobs(house.blobsFolder)
        const accountId = options.account === undefined ? null : await accountOf(db, agency, options.account)
        const kept = await blobs.putStream(await bytesAt(file), most)
        const made = { agencyId: agency.agencyId, by: 'system', key: newId(), at: now() }
        const importId = await command(
          db,
          { ...made, name: 'records.import', input: { ...kept, accountId } },
          (tx, record) =>
            addImport(tx, record, agency.agencyId, { ...kept, ...made, fileName: basename(file), accountId }),
        )
        const signer = await openSigner(house.ledgerFolder, agency)
        const bulk = { pool, db, signer, clock: now, blobs }
        const done = await importAtOnce(bulk, agency, importId, (progress, seen) => {
          if (process.stderr.isTTY)
            process.stderr.write(`\r${Math.floor(progress * 100)} %, ${seen.toLocaleString('en')} read `)
        })
        if (process.stderr.isTTY) process.stderr.write('\r')
        if (done.state === 'failed') throw new Refusal('malformed', done.because ?? 'it could not be read')
        const { added, known, faulty, sha256 } = done
        console.log(
          `${added.toLocaleString('en')} records were brought; ${known.toLocaleString('en')} were known already.`,
        )
        console.log(`The file is kept as it came, under its SHA-256 ${sha256}.`)
        if (faulty > 0) console.log(`${faulty.toLocaleString('en')} could not be read:`)
        for (const fault of done.faults) console.log(`  ${fault.file}: ${fault.because}`)
      })
    })
  withHouse(records.command('rebuild'))
    .description('make all records anew from the ledger; what was disposed of stays so')
    .option('--agency <id>', 'whose records; needed where the database holds several')
    .action(async (options: Options) => {
      const { rebuild } = await import('../records/capture.ts')
      await asOwner(options, async ({ agency, db }) => {
        const { before, records: made } = await rebuild(db, agency, now())
        console.log(
          `${made.toLocaleString('en')} records were made; there were ${before.toLocaleString('en')}.`,
        )
      })
    })
}

type Db = import('../platform/db.ts').Db
type Agency = import('../members/caller.ts').Agency

/** Does something as the owner of the database of an installation. */
async function asOwner(
  options: Options,
  work: (given: {
    house: import('../server/house.ts').House
    agency: Agency
    pool: import('pg').Pool
    db: Db
  }) => Promise<void>,
): Promise<void> {
  const [{ inHouse, ownerUrlOf }, { whoseLedger }, { openPool, dbOn }] = await Promise.all([
    import('./in-house.ts'),
    import('./whose-ledger.ts'),
    import('../platform/db.ts'),
  ])
  await inHouse(options, async (house) => {
    const url = ownerUrlOf(house)
    const agency = await whoseLedger(url, options.agency)
    const patient = openPool(url, agency.agencyId, { patience: 3_600_000, max: 8 })
    try {
      await work({ house, agency, pool: patient.pool, db: dbOn(patient) })
    } finally {
      await patient.pool.end()
    }
  })
}

async function accountOf(db: Db, { agencyId }: Agency, named: string): Promise<string> {
  const pages = await db
    .selectFrom('account')
    .select(['accountId', 'address', 'handle'])
    .where('agencyId', '=', agencyId)
    .execute()
  const page = pages.find((one) => one.accountId === named || one.address === named || one.handle === named)
  if (!page) throw new Refusal('notFound', `there is no page ${named}; give its id, its address or its name`)
  return page.accountId
}
