import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Samples and schema of CAP, beside the checkout: they are OASIS’s and not ours to hand on. */
export const capFolder = join(import.meta.dirname, '../../shared/data/conformance/cap')

const versions = ['1.1', '1.2'] as const

/** The schema of each version that we read, by its namespace; undefined where the folder is not there. */
export function capSchemas(): ReadonlyMap<string, XsdValidator> | undefined {
  if (!existsSync(capFolder)) return undefined
  return new Map(
    versions.map((version) => {
      const file = join(capFolder, 'schema', `cap${version.replace('.', '')}_extended.xsd`)
      const schema = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(file)))
      return [`urn:oasis:names:tc:emergency:cap:${version}`, schema] as const
    }),
  )
}

/** Is it well-formed, and to the schema an alert? */
export function isValid(schema: XsdValidator, written: string): boolean {
  let document: XmlDocument | undefined
  try {
    document = XmlDocument.fromString(written)
    schema.validate(document)
    return true
  } catch {
    return false
  } finally {
    document?.dispose()
  }
}
