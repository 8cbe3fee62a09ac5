import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { Case } from '../policy/case.ts'
import { readOrder, type Order } from '../policy/order.ts'
import { outcomes } from '../policy/ruling.ts'
import { readVocabulary, unknownName, type Problem, type Vocabulary } from '../policy/vocabulary.ts'
import { Refusal } from '../platform/refusal.ts'

/** Where the orders that come with Decorum stand. */
export const ordersFolder = join(import.meta.dirname, '..', '..', 'orders')

/** Reads a YAML file that a person wrote; says file, line and what is wrong. */
export function readYaml(file: string): unknown {
  const document = parseDocument(readFileSync(file, 'utf8'), { prettyErrors: true })
  const [fault] = document.errors
  if (fault) {
    const line = fault.linePos?.[0].line
    throw new Refusal('malformed', `${file}${line ? `, line ${line}` : ''}: ${fault.message.split('\n')[0]}`)
  }
  try {
    return document.toJS()
  } catch {
    throw new Refusal('malformed', `${file}: its aliases unfold into too much; write the parts out`)
  }
}

/** The ids of the orders on the shelf, in alphabetical order. */
export function orderIds(folder = ordersFolder): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'order.yaml')))
    .map((entry) => entry.name)
    .toSorted()
}

/**
 * The vocabulary of facts: the folder's own, or for a folder of packs without one (a fresh draft's) Decorum's.
 * Refuses one with problems, since nothing could be judged by it.
 */
export function loadVocabulary(folder = ordersFolder): Vocabulary {
  const own = join(folder, 'facts.yaml')
  const file = existsSync(own) ? own : join(ordersFolder, 'facts.yaml')
  const { vocabulary, problems } = readVocabulary(readYaml(file))
  refuseWith(problems)
  return vocabulary
}

/** An order with the problems found in it, for those who check orders. */
export function openOrder(
  id: string,
  folder = ordersFolder,
  vocabulary = loadVocabulary(folder),
): { order: Order | undefined; problems: Problem[] } {
  const known = orderIds(folder)
  if (!known.includes(id))
    throw new Refusal(
      'notFound',
      known.length === 0
        ? `${folder} holds no orders`
        : `${unknownName('order', id, known)} (on the shelf: ${known.join(', ')})`,
    )
  const read = readOrder(
    readYaml(join(folder, id, 'order.yaml')),
    readYaml(join(folder, id, 'provisions.yaml')),
    vocabulary,
  )
  if (read.order && read.order.identity.id !== id)
    read.problems.push({
      at: 'order.yaml, id',
      problem: `is "${read.order.identity.id}", but its folder is "${id}"`,
    })
  return read
}

/** An order to judge by; refuses one with problems. */
export function loadOrder(id: string, folder = ordersFolder, vocabulary = loadVocabulary(folder)): Order {
  const { order, problems } = openOrder(id, folder, vocabulary)
  refuseWith(problems, `${id}, `)
  if (!order) throw new Refusal('malformed', `${id} holds no order`)
  return order
}

function refuseWith(problems: readonly Problem[], where = ''): void {
  const [first] = problems
  if (!first) return
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more; see decorum order check)` : ''
  throw new Refusal('malformed', `${where}${first.at}: ${first.problem}${more}`)
}

/** The cases that stand beside an order, each in the folder of its outcome. */
export function casesOf(id: string, folder = ordersFolder): Case[] {
  const root = join(folder, id, 'cases')
  if (!existsSync(root)) return []
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory())
      throw new Refusal(
        'malformed',
        `${id}/cases/${entry.name}: a case stands in the folder of its outcome (${outcomes.join(', ')})`,
      )
    const outcome = outcomes.find((one) => one === entry.name)
    if (!outcome)
      throw new Refusal('malformed', `${id}/cases: ${unknownName('outcome', entry.name, outcomes)}`)
    const files = readdirSync(join(root, outcome)).toSorted()
    const stray = files.find((file) => !file.endsWith('.yaml'))
    if (stray !== undefined)
      throw new Refusal('malformed', `${id}/cases/${outcome}/${stray}: a case is a .yaml file`)
    return files.map((file) => ({
      name: `${outcome}/${file.slice(0, -'.yaml'.length)}`,
      outcome,
      data: readYaml(join(root, outcome, file)),
    }))
  })
}
