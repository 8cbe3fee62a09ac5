import { diffOrders } from '../policy/diff.ts'
import type { Order } from '../policy/order.ts'
import type { Adopted } from './adopted.ts'
import { loadOrder, orderIds, ordersFolder } from './order-shelf.ts'
import { shelfVocabulary } from './pack.ts'
import type { ReaderProvision } from './schema.ts'

type DifferenceList = ReaderProvision['others'][number]['differences']

/** How an adopted order differs from one of the other orders on the shelf. */
export interface OtherOrder {
  order: string
  agency: string
  byCitation: ReadonlyMap<string, DifferenceList>
  paths: { matter: string; here: string; there: string }[]
}

const shelf = new Map<string, Order>()
const known = new WeakMap<Order, OtherOrder[]>()

/** How the other orders on the shelf answer what this one answers; worked out once for each version and process. */
export function otherOrders({ order, pack }: Adopted): OtherOrder[] {
  const before = known.get(order)
  if (before) return before
  const others = orderIds(ordersFolder)
    .filter((id) => id !== pack)
    .map((id) => otherOrder(order, onShelf(id)))
  known.set(order, others)
  return others
}

function onShelf(id: string): Order {
  const found = shelf.get(id) ?? loadOrder(id, ordersFolder, shelfVocabulary())
  shelf.set(id, found)
  return found
}

function otherOrder(order: Order, other: Order): OtherOrder {
  const { acts, paths } = diffOrders(order, other)
  const byCitation = new Map<string, DifferenceList>()
  for (const { act, a, b } of acts)
    for (const citation of a.citations) {
      const list = byCitation.get(citation) ?? []
      list.push({ act, here: a.outcome, there: b.outcome, citations: b.citations })
      byCitation.set(citation, list)
    }
  return {
    order: other.identity.id,
    agency: other.identity.agency,
    byCitation,
    paths: paths.map(({ matter, a, b }) => ({ matter, here: a, there: b })),
  }
}
