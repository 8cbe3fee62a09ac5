import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { readVerifier, writeVerifier, type Verifier } from '../ledger/note.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Verdict } from '../records/production/verify/verify.ts'
import { paint } from './paint.ts'

interface Choice {
  key?: string
  tsaCa?: string
  bag: boolean
  json: boolean
}

/** `decorum verify PACKAGE`: checks a production that was released, with nothing but its files. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('check a released package, a folder or a zip: every file, list and proof; offline')
    .argument('<package>', 'the folder or the zip')
    .option('--key <key>', "the ledger's public key as the department publishes it, or a file with it")
    .option('--tsa-ca <file>', 'certificates (PEM) that are trusted to vouch for the time stamp')
    .option('--bag', 'any BagIt bag will do, without a ledger', false)
    .option('--json', 'print the verdict as JSON', false)
    .addHelpText('after', '\nExit codes: 0 whole, 1 something is wrong, 2 bad input.')
    .action(async (path: string, { key, tsaCa, bag, json }: Choice) => {
      const { nodeHash, nodeSha256, openPackage } = await import('../records/production/open-package.ts')
      const { verifyPackage } = await import('../records/production/verify/verify.ts')
      const { checkStamp } = await import('../records/production/verify/stamp.ts')
      const known = await keyIn(key)
      const trusted = tsaCa === undefined ? [] : certificatesIn(await readFile(tsaCa, 'latin1'), tsaCa)
      const { files, close } = await openPackage(path)
      try {
        const verdict = await verifyPackage(files, {
          hash: nodeHash,
          sha256: nodeSha256,
          key: known,
          stamp: (stamp, stamped) => checkStamp(stamp, stamped, trusted),
        })
        if (json) console.log(JSON.stringify(verdict, null, 2))
        else await tell(verdict, bag)
        if (!verdict.whole || (verdict.what === 'bag' && !bag)) process.exitCode = 1
      } finally {
        close()
      }
    })
}

async function keyIn(given: string | undefined): Promise<Verifier | undefined> {
  if (given === undefined) return undefined
  const key = readVerifier(existsSync(given) ? await readFile(given, 'utf8') : given)
  if (key?.kind === 'log') return key
  throw new Refusal('malformed', `"${given}" is no public key of a ledger, nor a file with one`)
}

function certificatesIn(pem: string, file: string): Uint8Array[] {
  const found = [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)]
  if (found.length === 0) throw new Refusal('malformed', `${file} holds no certificate in PEM`)
  return found.map(([, base64 = '']) => Buffer.from(base64, 'base64'))
}

async function tell(verdict: Verdict, isAnyBag: boolean): Promise<void> {
  const { sentenceOf, warningOf } = await import('../records/production/verify/wording.ts')
  const { what, whole, findings, warnings, files, bytes, info, records, shown, sameWords } = verdict
  const said = new Map(info)
  const [by, about] = [said.get('Source-Organization'), said.get('External-Description')]
  if (by !== undefined)
    console.log(`${by}: ${about ?? ''} (${said.get('Internal-Sender-Identifier') ?? 'no reference'})`)
  console.log(`${files.toLocaleString('en')} files, ${bytes.toLocaleString('en')} bytes.`)
  for (const warning of warnings) console.log(`${paint('bold', 'odd')}    ${warningOf(warning, 'en')}`)
  for (const finding of findings) console.log(`${paint('bold', 'wrong')}  ${sentenceOf(finding, 'en')}`)
  if (what === 'bag') {
    if (whole) console.log('Whole as a bag: its files are those that its own lists name.')
    if (!isAnyBag)
      console.log('It is no production of Decorum: no ledger vouches for it. (--bag is content with a bag.)')
    return
  }
  if (records > 0)
    console.log(
      `${records.toLocaleString('en')} records proven to stand in the ledger; of ${shown.toLocaleString('en')} its own entry is shown, ${sameWords.toLocaleString('en')} with the same words.`,
    )
  const { checkpoint, cosigners, stamp, key, isKeyKnown } = verdict
  if (checkpoint !== undefined)
    console.log(
      `The ledger ${checkpoint.origin} at ${checkpoint.size.toLocaleString('en')} entries${cosigners.length > 0 ? `, witnessed by ${cosigners.join(', ')}` : ', with no witness'}.`,
    )
  if (stamp !== undefined)
    console.log(
      `Time stamp of ${stamp.at} by ${stamp.by}${stamp.isTrusted ? '' : '; whether to trust them, tell by --tsa-ca'}.`,
    )
  if (whole) console.log('Whole: every file, list and proof is as it was released.')
  if (key !== undefined && !isKeyKnown)
    console.log(
      `The key in the package was believed (${writeVerifier(key)}); give the one you know by --key.`,
    )
}
