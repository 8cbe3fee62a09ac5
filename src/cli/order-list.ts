import type { Command } from 'commander'
import { casesOf, loadOrder, orderIds, ordersFolder } from '../adoption/order-shelf.ts'
import { paint } from './paint.ts'

/** `decorum order list`: what stands on the shelf. */
export function addOrderList(order: Command): void {
  order
    .command('list')
    .description('list the orders on the shelf')
    .option('--json', 'print as JSON')
    .option('--orders <folder>', 'where the orders stand', ordersFolder)
    .action((options: { json?: boolean; orders: string }) => {
      const orders = orderIds(options.orders).map((id) => {
        const { identity, provisions } = loadOrder(id, options.orders)
        const { agency, number, title, effective } = identity
        const cases = casesOf(id, options.orders).length
        return { id, agency, number, title, effective, provisions: provisions.length, cases }
      })
      if (options.json === true) return console.log(JSON.stringify(orders, null, 2))
      if (orders.length === 0) return console.log(`No order stands in ${options.orders}.`)
      for (const one of orders) {
        console.log(`${paint('bold', one.id)}  ${one.agency}, ${one.title}`)
        console.log(`  in force from ${one.effective}; ${one.provisions} provisions, ${one.cases} cases`)
      }
    })
}
