import type { Command } from 'commander'
import { loadOrder, ordersFolder } from '../adoption/order-shelf.ts'
import type { Order, Provision } from '../policy/order.ts'
import { unknownName } from '../policy/vocabulary.ts'
import { Refusal } from '../platform/refusal.ts'
import { paint, paintOutcome, wrap } from './paint.ts'

/** `decorum order show`: an order, or one provision of it, for reading. */
export function addOrderShow(order: Command): void {
  order
    .command('show')
    .description('read an order, or one of its provisions and everything beneath it')
    .argument('<id>', 'the order')
    .argument('[citation]', 'a provision, such as IV.A.20')
    .option('--json', 'print as JSON')
    .option('--orders <folder>', 'where the orders stand', ordersFolder)
    .action((id: string, citation: string | undefined, options: { json?: boolean; orders: string }) => {
      const shown = loadOrder(id, options.orders)
      const provisions = shown.provisions.filter(
        (one) =>
          citation === undefined || one.citation === citation || one.citation.startsWith(`${citation}.`),
      )
      if (provisions.length === 0)
        throw new Refusal('notFound', unknownName('provision', citation ?? '', shown.byCitation.keys()))
      if (options.json === true) {
        const bare = provisions.map(({ rules, index: _index, ...rest }) => ({
          ...rest,
          outcomes: rules.map((rule) => rule.outcome),
        }))
        return console.log(JSON.stringify({ order: shown.identity, provisions: bare }, null, 2))
      }
      const { agency, number, title, effective } = shown.identity
      console.log(paint('bold', `${agency}, General Order ${number}: ${title}`))
      console.log(`in force from ${effective}; gists are Decorum's words, not the order's`)
      for (const provision of provisions) console.log(`\n${provisionForReading(provision, shown)}`)
    })
}

function provisionForReading(provision: Provision, order: Order): string {
  const lines = [
    `${paint('bold', provision.citation)}  ${provision.kind}; binds ${[provision.binds].flat().join(', ')}`,
    `  ${wrap(provision.gist.trim(), '  ')}`,
  ]
  if (provision.except !== undefined) lines.push(`  Exception: ${wrap(provision.except, '  ')}`)
  const path = provision.permission === undefined ? undefined : order.paths.get(provision.permission)
  if (path) lines.push(`  Permission: ${path.by}, ${path.via}, ${path.form} (${path.cites})`)
  for (const rule of provision.rules)
    lines.push(
      `  ${paintOutcome(rule.outcome)} by ${[...rule.when.facts].map((fact) => fact.name).join(', ')}`,
    )
  if (provision.why !== undefined) lines.push(`  Carried out: ${wrap(provision.why, '  ')}`)
  if (provision.risk !== undefined) lines.push(`  Risk: ${wrap(provision.risk, '  ')}`)
  if (provision.reading !== undefined) lines.push(`  Reading: ${wrap(provision.reading, '  ')}`)
  return lines.join('\n')
}
