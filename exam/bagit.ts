/**
 * Tells the bags of the BagIt conformance suite apart, as a folder each, by the reader that `decorum verify` uses: valid
 * ones are whole, invalid ones are not, and those with a warning are whole and said to be odd. What is invalid on one
 * system only is refused on each: a package has to open everywhere.
 * Run: npm run exam:bagit
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { nodeHash, nodeSha256, openPackage } from '../src/records/production/open-package.ts'
import { verifyPackage } from '../src/records/production/verify/verify.ts'
import { sentenceOf, warningOf } from '../src/records/production/verify/wording.ts'

const folder = join(import.meta.dirname, '..', '..', 'shared', 'data', 'conformance', 'bagit')
if (!existsSync(folder)) {
  console.error(`The exam needs the bags at ${folder}; they are not there.`)
  process.exit(2)
}
const shouldBe = {
  valid: 'valid',
  warning: 'odd',
  invalid: 'invalid',
  'linux-only': 'invalid',
  'windows-only': 'invalid',
} as const

const counts = new Map<string, { right: number; of: number }>()
let wrong = 0
for (const version of readdirSync(folder).filter((name) => name.startsWith('v')))
  for (const [kind, expected] of Object.entries(shouldBe)) {
    const bags = join(folder, version, kind)
    if (!existsSync(bags)) continue
    for (const bag of readdirSync(bags)) {
      const { files, close } = await openPackage(join(bags, bag))
      const verdict = await verifyPackage(files, { hash: nodeHash, sha256: nodeSha256 })
      close()
      // Old versions and weak hashes are remarked on, and no oddity of this bag.
      const odd = verdict.warnings.filter((one) => one.kind !== 'old' && one.kind !== 'weak')
      const is = !verdict.whole ? 'invalid' : odd.length > 0 ? 'odd' : 'valid'
      // A valid bag may be odd: the suite writes one and the same `./` in a valid bag and in one with a warning.
      const isRight = is === expected || (expected === 'valid' && is === 'odd')
      const count = counts.get(kind) ?? { right: 0, of: 0 }
      counts.set(kind, { right: count.right + (isRight ? 1 : 0), of: count.of + 1 })
      if (!isRight) wrong++
      const why = [
        ...verdict.findings.map((one) => sentenceOf(one, 'en')),
        ...odd.map((one) => warningOf(one, 'en')),
      ]
      console.log(
        `${isRight ? '  ' : 'NO'} ${version}/${kind}/${bag}: ${is}${why.length > 0 ? `; ${why[0]}` : ''}`,
      )
    }
  }
for (const [kind, { right, of }] of counts) console.log(`${kind}: ${right} of ${of} told rightly`)
if (wrong > 0) process.exit(1)
