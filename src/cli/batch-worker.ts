import { parentPort, workerData } from 'node:worker_threads'
import { loadOrder } from '../adoption/order-shelf.ts'
import { workOff, type BatchWork } from './batch.ts'

// One worker of a batch: loads the order once, says that it is ready, then answers each
// stretch of lines in the order it came.
const work: BatchWork = workerData
const order = loadOrder(work.order, work.orders)
parentPort?.on('message', ({ bytes, firstLine }: { bytes: Uint8Array; firstLine: number }) => {
  const part = workOff(bytes, firstLine, work, order)
  parentPort?.postMessage(part, [part.output.buffer])
})
parentPort?.postMessage('ready')
