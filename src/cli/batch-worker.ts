import { parentPort, workerData } from 'node:worker_threads'
import { loadOrder } from '../adoption/order-shelf.ts'
import { workOff, type BatchWork } from './batch.ts'

// One worker of a batch: loads the order once, then answers each bundle of lines in the order it came.
const work: BatchWork = workerData
const order = loadOrder(work.order, work.orders)
parentPort?.on('message', ({ lines, first }: { lines: string[]; first: number }) => {
  parentPort?.postMessage(workOff(lines, first, work, order))
})
