import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { loadOrder, loadVocabulary, ordersFolder } from '../adoption/order-shelf.ts'
import type { Act } from '../policy/act.ts'
import { answerOf, diffOrders, replay, type Answer } from '../policy/diff.ts'
import type { Order } from '../policy/order.ts'
import type { Vocabulary } from '../policy/vocabulary.ts'
import { Refusal } from '../platform/refusal.ts'
import { actsIn } from './act-lines.ts'
import { paint, paintOutcome, wrap } from './paint.ts'

/** `decorum order diff`: where two orders would answer differently, in words or on real acts. */
export function addOrderDiff(order: Command): void {
  order
    .command('diff')
    .description('explain where two orders would answer differently')
    .argument('<a>', 'an order')
    .argument('<b>', 'another')
    .option('--acts <file>', 'replay acts (JSON lines) under both; list those whose ruling changes')
    .option('--json', 'print as JSON')
    .option('--orders <folder>', 'where the orders stand', ordersFolder)
    .action((idA: string, idB: string, options: { acts?: string; json?: boolean; orders: string }) => {
      const vocabulary = loadVocabulary(options.orders)
      const a = loadOrder(idA, options.orders, vocabulary)
      const b = loadOrder(idB, options.orders, vocabulary)
      process.exitCode =
        options.acts === undefined
          ? printDifferences(a, b, options.json ?? false)
          : printReplay(a, b, readActs(options.acts, vocabulary), options.json ?? false)
    })
}

function printDifferences(a: Order, b: Order, isJson: boolean): number {
  const differences = diffOrders(a, b)
  if (isJson) {
    console.log(JSON.stringify(differences, null, 2))
    return differences.acts.length + differences.paths.length > 0 ? 1 : 0
  }
  console.log(paint('bold', 'Who may permit what'))
  if (differences.paths.length === 0) console.log('  the same in both')
  for (const path of differences.paths) {
    console.log(`  ${path.matter}`)
    console.log(`    ${a.identity.id}: ${path.a}`)
    console.log(`    ${b.identity.id}: ${path.b}`)
  }
  console.log(paint('bold', '\nActs they answer differently'))
  if (differences.acts.length === 0) console.log('  none')
  for (const difference of differences.acts) {
    console.log(`  ${wrap(difference.act, '  ')}`)
    console.log(`    ${a.identity.id}: ${answerInWords(difference.a)}`)
    console.log(`    ${b.identity.id}: ${answerInWords(difference.b)}`)
  }
  console.log(`\n${differences.acts.length} kinds of act and ${differences.paths.length} permissions differ.`)
  return differences.acts.length + differences.paths.length > 0 ? 1 : 0
}

function printReplay(a: Order, b: Order, acts: Act[], isJson: boolean): number {
  const changes = replay(acts, a, b)
  if (isJson) for (const change of changes) console.log(JSON.stringify(change))
  else {
    for (const change of changes) {
      console.log(paint('bold', change.act))
      console.log(`  ${a.identity.id}: ${answerInWords(answerOf(change.a))}`)
      console.log(`  ${b.identity.id}: ${answerInWords(answerOf(change.b))}`)
    }
    const byProvision = new Map<string, number>()
    for (const change of changes)
      for (const [order, ruling] of [
        [a, change.a],
        [b, change.b],
      ] as const)
        for (const citation of answerOf(ruling).citations) {
          const key = `${order.identity.id} ${citation}`
          byProvision.set(key, (byProvision.get(key) ?? 0) + 1)
        }
    console.log(`\n${changes.length} of ${acts.length} acts change; by provision:`)
    for (const [provision, count] of [...byProvision].toSorted(([, x], [, y]) => y - x))
      console.log(`  ${String(count).padStart(6)}  ${provision}`)
  }
  return changes.length > 0 ? 1 : 0
}

function answerInWords(answer: Answer): string {
  const citations = answer.outcome === 'clear' ? '' : `  ${answer.citations.join(', ')}`
  const paths = answer.paths.length > 0 ? `  (${answer.paths.join('; ')})` : ''
  return `${paintOutcome(answer.outcome)}${citations}${paths}`
}

function readActs(file: string, vocabulary: Vocabulary): Act[] {
  let source: string
  try {
    source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    throw new Refusal('notFound', `cannot read ${file}: there is no such file, or it may not be read`)
  }
  return [...actsIn(source, vocabulary)].map(({ line, act, sentence }) => {
    if (!act) throw new Refusal('malformed', `${file}, line ${line}: ${sentence}`)
    return act
  })
}
