import canonicalize from 'canonicalize'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { sha256 } from '../platform/id.ts'
import type { Case } from '../policy/case.ts'
import type { Vocabulary } from '../policy/vocabulary.ts'
import { casesOf, loadOrder, loadVocabulary, orderIds, ordersFolder, readYaml } from './order-shelf.ts'
import type { Prints } from './document/print.ts'
import { readPrints } from './document/prints-file.ts'
import type { Pack } from './schema.ts'

/** A pack on the shelf as data, ready to be kept with a version; `digest` is the SHA-256 of the rest. */
export interface ShelfPack {
  id: string
  digest: string
  /** Canonical JSON of `order.yaml` and `provisions.yaml`. */
  identity: string
  provisions: string
  /** The text of `document.yaml`; empty where the pack has none. */
  prints: string
}

let vocabulary: Vocabulary | undefined

/** The vocabulary that comes with this release, read once. */
export function shelfVocabulary(): Vocabulary {
  vocabulary ??= loadVocabulary()
  return vocabulary
}

/** Reads a pack; refuses one that is unknown or has problems. */
export function takePack(id: string, folder = ordersFolder): ShelfPack {
  loadOrder(id, folder)
  const identity = json(readYaml(join(folder, id, 'order.yaml')))
  const provisions = json(readYaml(join(folder, id, 'provisions.yaml')))
  const printsFile = join(folder, id, 'document.yaml')
  const prints = existsSync(printsFile) ? readFileSync(printsFile, 'utf8') : ''
  return { id, digest: sha256(json([identity, provisions, prints])), identity, provisions, prints }
}

/** The prints that a pack was kept with. */
export function printsIn(text: string): Prints {
  return text === '' ? new Map() : readPrints(text)
}

const shelves = new Map<string, readonly Pack[]>()

/** The packs that a version can be started from, read once. */
export function packsOnShelf(folder = ordersFolder): readonly Pack[] {
  const found = shelves.get(folder) ?? readShelf(folder)
  shelves.set(folder, found)
  return found
}

function readShelf(folder: string): Pack[] {
  return orderIds(folder).map((id) => {
    const { identity, provisions } = loadOrder(id, folder)
    const { agency, number, title, effective, approved } = identity
    return {
      id,
      agency,
      number,
      title,
      effective,
      approvingBody: approved?.by ?? null,
      provisions: provisions.length,
      cases: shelfCases(id, folder).length,
    }
  })
}

const cases = new Map<string, readonly Case[]>()

/** The cases of a pack, read once. */
export function shelfCases(id: string, folder = ordersFolder): readonly Case[] {
  const place = join(folder, id)
  const found = cases.get(place) ?? casesOf(id, folder)
  cases.set(place, found)
  return found
}

let facts: Record<string, unknown> | undefined

/** The vocabulary as data, for a browser. */
export function factsData(): Record<string, unknown> {
  facts ??= z
    .record(z.string(), z.unknown())
    .parse(parse(readFileSync(join(ordersFolder, 'facts.yaml'), 'utf8')))
  return facts
}

function json(data: unknown): string {
  const written = canonicalize(data)
  if (written === undefined) throw new TypeError('a pack is data')
  return written
}
