import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { readCheckpoint, type Checkpoint } from '../ledger/checkpoint.ts'
import {
  readNote,
  readSigner,
  readVerifier,
  signerOf,
  writeSigner,
  writeVerifier,
  type Verifier,
} from '../ledger/note.ts'
import type { Verdict } from '../ledger/finding.ts'
import { now } from '../platform/clock.ts'
import { Refusal } from '../platform/refusal.ts'
import { withHouse, type HouseOptions } from './house-options.ts'
import { addImport } from './ledger-import.ts'
import { paint } from './paint.ts'

interface Choice extends HouseOptions {
  database?: string
  agency?: string
  key?: string
  checkpoint?: string
}

/** `decorum ledger`: check a ledger, hand it out, watch one as a witness. */
export function addLedger(program: Command): void {
  const ledger = program.command('ledger').description('check the ledger, hand it out, or watch one')
  withHouse(ledger.command('verify'))
    .description('recompute the whole ledger and name whatever was changed; of a folder, offline')
    .argument('[folder]', 'what `decorum ledger export` wrote; without it the database is read')
    .option('--database <url>', 'another database than that of the installation')
    .option('--agency <id>', 'whose ledger; needed where the database holds several')
    .option('--key <key>', "the log's public key, or a file with it: `name+id+base64`")
    .option('--checkpoint <file>', 'a checkpoint that was kept elsewhere; what it covers must still be there')
    .addHelpText('after', '\nExit codes: 0 whole, 1 something was changed, 2 bad input.')
    .action(async (folder: string | undefined, options: Choice) => {
      const key = await keyIn(options.key)
      const checkpoint = await checkpointIn(options.checkpoint)
      if (folder === undefined) return await verifyDatabase(options, key, checkpoint)
      const { verifyFolder } = await import('../ledger/folder.ts')
      const own = join(folder, 'key')
      if (key === undefined && !existsSync(own))
        throw new Refusal('malformed', `give the log's public key by --key; ${folder} has none`)
      const log = key ?? (await keyIn(own))
      if (log !== undefined) tell(log.name, await verifyFolder(folder, log, checkpoint), { key, checkpoint })
    })
  withHouse(ledger.command('export'))
    .description(
      'write the tiles, commitments and last checkpoint into a folder, for anybody to keep and verify',
    )
    .argument('<folder>', 'where to')
    .option('--database <url>', 'another database than that of the installation')
    .option('--agency <id>', 'whose ledger; needed where the database holds several')
    .action(async (folder: string, options: Choice) => {
      const { exportLedger } = await import('../ledger/folder.ts')
      const { openDb } = await import('../platform/db.ts')
      await atDatabase(options, async (url, agencyId) => {
        const db = openDb(url, agencyId, { patience: 60_000 })
        try {
          const { size } = await exportLedger(db, agencyId, resolve(folder))
          console.log(
            `${size.toLocaleString('en')} entries of the ledger of ${agencyId} written to ${folder}.`,
          )
          console.log('It holds no words of any entry. Keep it where nobody of the department can change it.')
        } finally {
          await db.destroy()
        }
      })
    })
  addImport(ledger)
  addWitness(ledger)
}

function addWitness(ledger: Command): void {
  ledger
    .command('witness')
    .description("check that a department's ledger extends what was seen of it before, and co-sign it")
    .argument('<url>', 'where its site stands, https://orders.riverton.gov')
    .requiredOption(
      '--key <file>',
      "the witness's secret key; drawn, under --name, where the file is not there",
    )
    .requiredOption('--log <key>', "the log's public key, or a file with it")
    .option('--name <name>', 'how the witness is called, for a new key', 'witness.example')
    .option('--memory <folder>', 'where it keeps what it saw', './decorum-witness')
    .action(async (url: string, options: { key: string; log: string; name: string; memory: string }) => {
      const { randomBytes } = await import('node:crypto')
      const { writeDurably } = await import('../platform/durable.ts')
      const { witness } = await import('../ledger/witness.ts')
      if (!existsSync(options.key))
        await writeDurably(
          options.key,
          `${writeSigner(signerOf(options.name, 'witness', randomBytes(32)))}\n`,
          { isNew: true },
        )
      const signer = readSigner(await readFile(options.key, 'utf8'))
      if (signer?.kind !== 'witness')
        throw new Refusal('malformed', `${options.key} is no secret key of a witness`)
      const log = await keyIn(options.log)
      if (log === undefined) return
      console.log(`Witness ${writeVerifier(signer)} (a line for the file ledger/witnesses of the department)`)
      const { size, before } = await witness(new URL(url).origin, log, signer, options.memory, now())
      console.log(`${log.name}: ${size} entries, which extend the ${before} seen before; co-signed.`)
    })
}

async function verifyDatabase(
  options: Choice,
  given: Verifier | undefined,
  checkpoint: Checkpoint | undefined,
): Promise<void> {
  const { verify } = await import('../ledger/verify.ts')
  const { default: pg } = await import('pg')
  await atDatabase(options, async (url, agencyId, ledgerFolder) => {
    const open = async (): Promise<InstanceType<typeof pg.Client>> => {
      const client = new pg.Client({
        connectionString: url,
        options: `-c decorum.agency=${agencyId} -c timezone=UTC`,
      })
      await client.connect()
      return client
    }
    const own = join(ledgerFolder, `${agencyId}.key`)
    const signer = existsSync(own) ? readSigner(await readFile(own, 'utf8')) : undefined
    const log = given ?? signer
    tell(agencyId, await verify(open, agencyId, { log, checkpoint }), { key: log, checkpoint })
  })
}

/** Opens the database that is meant, for the agency that is meant. */
async function atDatabase(
  { database, agency, data }: Choice,
  work: (url: string, agencyId: string, ledgerFolder: string) => Promise<void>,
): Promise<void> {
  const { whoseLedger } = await import('./whose-ledger.ts')
  const at = async (url: string, ledgerFolder: string): Promise<void> => {
    const { agencyId } = await whoseLedger(url, agency)
    await work(url, agencyId, ledgerFolder)
  }
  if (database !== undefined) return await at(database, join(data, 'ledger'))
  const { inHouse } = await import('./in-house.ts')
  await inHouse({ data }, (house) => at(house.appUrl, house.ledgerFolder))
}

/** A public key, given itself or as the name of a file. */
async function keyIn(given: string | undefined): Promise<Verifier | undefined> {
  if (given === undefined) return undefined
  const key = readVerifier(existsSync(given) ? await readFile(given, 'utf8') : given)
  if (key?.kind !== 'log')
    throw new Refusal('malformed', `"${given}" is no public key of a log, nor a file with one`)
  return key
}

async function checkpointIn(file: string | undefined): Promise<Checkpoint | undefined> {
  if (file === undefined) return undefined
  const checkpoint = readCheckpoint(readNote(await readFile(file, 'utf8'))?.text ?? '')
  if (checkpoint === undefined) throw new Refusal('malformed', `${file} holds no checkpoint`)
  return checkpoint
}

interface Believed {
  key: Verifier | undefined
  checkpoint: Checkpoint | undefined
}

function tell(
  name: string,
  { size, disposed, waiting, checkpoints, findings }: Verdict,
  { key, checkpoint }: Believed,
): void {
  const counts = [
    `${size.toLocaleString('en')} entries`,
    `${checkpoints.toLocaleString('en')} checkpoints`,
    ...(disposed > 0 ? [`${disposed.toLocaleString('en')} disposed of`] : []),
    ...(waiting > 0 ? [`${waiting.toLocaleString('en')} waiting for the next checkpoint`] : []),
  ]
  console.log(`The ledger of ${name}: ${counts.join(', ')}.`)
  for (const { says } of findings) console.log(`${paint('bold', 'changed')}  ${says}`)
  if (findings.length > 0) process.exitCode = 1
  else console.log('Whole: every entry, hash, tile, root and signature is as it was signed.')
  if (key === undefined) console.log('Its own key was believed; give the one you know by --key.')
  if (checkpoint === undefined)
    console.log(
      'No checkpoint from outside was given (--checkpoint): history written anew with the key would not be seen.',
    )
}
