/**
 * Reads every alert of the CAP samples beside the checkout, those that stand in feeds and EDXL-DE too, and compares
 * our reader's answer with that of the schema (libxml2); then holds what we write ourselves, and what is spoiled of it,
 * against the same schema. Fails where they differ.
 * Run: npm run exam:cap
 */
import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { capIn } from '../src/posts/notices/cap-read.ts'
import { NotXml, readXml, type Element } from '../src/posts/notices/xml.ts'
import { capFolder, capSchemas } from './cap-schema.ts'
import { compareWritten } from './cap-written.ts'

const schemas = capSchemas()
if (!schemas) {
  console.error(`The exam needs the CAP samples at ${capFolder}; they are not there.`)
  process.exit(2)
}

/** What the schema says of each alert in a file. What has a document type is to be refused whole. */
function bySchema(file: string): string[] {
  if (readFileSync(file, 'latin1').includes('<!DOCTYPE')) return ['refused']
  let document: XmlDocument
  try {
    document = XmlDocument.fromBuffer(readFileSync(file), { option: ParseOption.XML_PARSE_NONET })
  } catch {
    return ['refused']
  }
  return document.find(`//*[local-name() = 'alert']`).flatMap((node) => {
    if (!(node instanceof XmlElement)) return []
    try {
      schemas?.get(node.namespaceUri)?.validate(XmlDocument.fromString(node.toString()))
      return ['valid']
    } catch {
      return ['invalid']
    }
  })
}

/** What our reader says of each alert in a file, and why. */
function byUs(file: string): { says: string; faults: readonly string[] }[] {
  try {
    return alertsIn(readXml(readFileSync(file)))
      .map((alert) => capIn(alert))
      .map((read) => (read.ok ? { says: 'valid', faults: [] } : { says: 'invalid', faults: read.faults }))
  } catch (error) {
    if (error instanceof NotXml) return [{ says: 'refused', faults: [error.message] }]
    throw error
  }
}

function alertsIn(element: Element): Element[] {
  if (element.name === 'alert') return [element]
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : alertsIn(child)))
}

let [agreed, differ] = [0, 0]
const counts = new Map<string, number>()
for (const kind of ['samples', 'examples'])
  for (const name of readdirSync(join(capFolder, kind)).toSorted()) {
    if (name.endsWith('.pem')) continue
    const file = join(capFolder, kind, name)
    const ours = byUs(file)
    const theirs = bySchema(file)
    const says = ours.map((one) => one.says)
    for (const one of theirs) counts.set(one, (counts.get(one) ?? 0) + 1)
    const isSame = says.join() === theirs.join()
    if (isSame) agreed++
    else differ++
    const faults = ours.flatMap((one) => one.faults)
    console.log(
      `${isSame ? 'same  ' : 'DIFFER'} ${kind}/${name}: ours ${says.join() || 'no alert'}; schema ${theirs.join() || 'no alert'}`,
    )
    for (const fault of faults.slice(0, 4)) console.log(`         ${fault}`)
  }
const told = [...counts].map(([says, times]) => `${times} ${says}`).join(', ')
console.log(`\n${agreed} files read alike, ${differ} not; to the schema ${told}`)

const { written, spoiled, refused, stricter, faults } = compareWritten(schemas, 2_000)
console.log(
  `\n${written} alerts that we wrote, ${spoiled} spoiled ones: the schema refuses ${refused} of these`,
)
console.log(`refused by us alone, by rules of the standard that its schema does not state:`)
for (const [rule, times] of stricter) console.log(`  ${String(times).padStart(5)} ${rule}`)
console.log(`written by us and not valid, or read by us and not valid: ${faults.length}`)
for (const fault of faults.slice(0, 3)) console.log(fault)
const seesBoth = (counts.get('valid') ?? 0) > 5 && (counts.get('invalid') ?? 0) > 3
process.exitCode = differ === 0 && seesBoth && faults.length === 0 && refused > 1_000 ? 0 : 1
