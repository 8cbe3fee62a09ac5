/**
 * Reads every alert of the CAP samples beside the checkout, those that stand in feeds and EDXL-DE too, and compares
 * our reader's answer with that of the schema (libxml2). Fails where they differ.
 * Run: npm run exam:cap
 */
import { ParseOption, XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { capIn } from '../src/posts/notices/cap-read.ts'
import { NotXml, readXml, type Element } from '../src/posts/notices/xml.ts'

const folder = join(import.meta.dirname, '../../shared/data/conformance/cap')
if (!existsSync(folder)) {
  console.error('The exam needs the CAP samples at ../shared/data/conformance/cap; they are not there.')
  process.exit(2)
}

const versions = ['1.1', '1.2'] as const
const schemas: ReadonlyMap<string, XsdValidator> = new Map(
  versions.map((version) => {
    const file = join(folder, 'schema', `cap${version.replace('.', '')}_extended.xsd`)
    return [`urn:oasis:names:tc:emergency:cap:${version}`, XsdValidator.fromDoc(documentIn(file))] as const
  }),
)

function documentIn(file: string): XmlDocument {
  return XmlDocument.fromBuffer(readFileSync(file))
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
      schemas.get(node.namespaceUri)?.validate(XmlDocument.fromString(node.toString()))
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
for (const kind of ['samples', 'examples'])
  for (const name of readdirSync(join(folder, kind)).toSorted()) {
    if (name.endsWith('.pem')) continue
    const file = join(folder, kind, name)
    const ours = byUs(file)
    const theirs = bySchema(file)
    const says = ours.map((one) => one.says)
    const isSame = says.join() === theirs.join()
    if (isSame) agreed++
    else differ++
    const faults = ours.flatMap((one) => one.faults)
    console.log(
      `${isSame ? 'same  ' : 'DIFFER'} ${kind}/${name}: ours ${says.join() || 'no alert'}; schema ${theirs.join() || 'no alert'}`,
    )
    for (const fault of faults.slice(0, 4)) console.log(`         ${fault}`)
  }
console.log(`\n${agreed} files read alike, ${differ} not`)
process.exitCode = differ === 0 ? 0 : 1
