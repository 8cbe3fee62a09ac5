import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { casesOf, orderIds, ordersFolder } from '../src/adoption/order-shelf.ts'

// Shows that no sentence of the orders stands in the project: no pack shares eight words in a row with any order.
const run = 8
const source = join(import.meta.dirname, '../../shared/orders/provisions.tsv')
if (!existsSync(source)) {
  console.log('The real orders are not here (../shared/orders): nothing to compare with.')
  process.exit(0)
}

function* runsOf(text: string): Generator<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  for (let at = 0; at + run <= words.length; at++) yield words.slice(at, at + run).join(' ')
}

const printed = new Set<string>()
for (const line of readFileSync(source, 'utf8').trimEnd().split('\n').slice(1))
  // The header prints names of orders and bulletins, which are nobody's sentences.
  if (!line.includes('\tMETA.')) for (const words of runsOf(line.split('\t')[5] ?? '')) printed.add(words)

function* textsIn(data: unknown): Generator<string> {
  if (typeof data === 'string') yield data
  else if (typeof data === 'object' && data !== null)
    for (const one of Object.values(data)) yield* textsIn(one)
}

let seen = 0
let shared = 0
for (const id of orderIds()) {
  const packs: unknown[] = ['order.yaml', 'provisions.yaml'].map((file) =>
    parse(readFileSync(join(ordersFolder, id, file), 'utf8')),
  )
  for (const text of textsIn([packs, casesOf(id)])) {
    seen++
    for (const words of runsOf(text))
      if (printed.has(words)) {
        shared++
        console.log(`${id}: "${words}"`)
      }
  }
}
console.log(`${seen} texts of the packs, ${shared} runs of ${run} words shared with the printed orders`)
process.exitCode = shared > 0 || seen === 0 ? 1 : 0
