import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import type { Secret } from './redaction-plant.ts'

/** Something that leaves the house: its name, and its bytes. */
export interface Leaving {
  name: string
  bytes: Uint8Array
}

/** Every file of a folder, and the names themselves. */
export function filesIn(folder: string): Leaving[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const found: Leaving[] = [{ name: 'file names', bytes: Buffer.from(paths.join('\n')) }]
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name)
      found.push({ name: path.slice(folder.length + 1), bytes: readFileSync(path) })
    }
  return found
}

/** What a string may look like: as itself, in UTF-16, in base64 at any place, in hexadecimal. */
function looks(form: string): Buffer[] {
  const plain = Buffer.from(form)
  const wide = Buffer.from(form, 'utf16le')
  const based = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64')
    // What stands at either end is mixed with its neighbours.
    return Buffer.from(whole.slice(shift === 0 ? 0 : 4, -4))
  })
  const json = Buffer.from(JSON.stringify(form).slice(1, -1))
  return [plain, wide, Buffer.from(wide).swap16(), ...based, Buffer.from(plain.toString('hex')), json]
}

const inOneCase = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').toLowerCase()

/** Where one of the secrets is found; a line each. */
export async function leaksIn(leaving: readonly Leaving[], secrets: readonly Secret[]): Promise<string[]> {
  const needles = secrets.flatMap(({ forms }) =>
    forms.flatMap((form) => looks(form).map((look) => ({ form, look: inOneCase(look) }))),
  )
  const faults: string[] = []
  for (const { name, bytes } of leaving)
    for (const [layer, text] of await layersOf(name, bytes))
      for (const { form, look } of needles)
        if (look.length >= 8 && text.includes(look))
          faults.push(`${name} (${layer}) holds ${JSON.stringify(form)}`)
  return [...new Set(faults)]
}

/** The bytes, and what stands in them beneath the surface. */
async function layersOf(name: string, bytes: Uint8Array): Promise<[string, string][]> {
  const layers: [string, string][] = [['bytes', inOneCase(bytes)]]
  if (name.endsWith('.pdf')) {
    const document = await getDocumentProxy(new Uint8Array(bytes))
    const { text } = await extractText(document, { mergePages: true })
    layers.push(
      ['text layer', inOneCase(Buffer.from(text))],
      ['text layer, joined', inOneCase(Buffer.from(text.replaceAll(/\s+/g, ' ')))],
    )
    const { info, metadata } = await getMeta(document)
    layers.push(['metadata', inOneCase(Buffer.from(JSON.stringify([info, metadata])))])
  }
  if (/\.(?:jpg|png|webp)$/.test(name)) {
    const { exif, xmp, iptc, comments } = await sharp(bytes).metadata()
    const all = Buffer.concat([exif, xmp, iptc].filter((one) => one !== undefined))
    layers.push(['metadata', inOneCase(all) + inOneCase(Buffer.from(JSON.stringify(comments ?? [])))])
  }
  return layers
}

/** Pixels of a picture that still show what was drawn in magenta. */
export async function drawnIn(bytes: Uint8Array): Promise<number> {
  const { data, info } = await sharp(bytes).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  let seen = 0
  for (let at = 0; at + 2 < data.length; at += info.channels) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
    if (red > green + 60 && blue > green + 60) seen++
  }
  return seen
}
