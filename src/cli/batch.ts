import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { loadOrder } from '../adoption/order-shelf.ts'
import { detectAct } from '../policy/detect-act.ts'
import { judge } from '../policy/judge.ts'
import type { Act } from '../policy/act.ts'
import type { Order } from '../policy/order.ts'
import { actsIn } from './act-lines.ts'

/** What a batch does with each act: judges it under an order, or only detects its facts. */
export interface BatchWork {
  task: 'judge' | 'detect'
  order: string
  orders: string
}

/** What came of some lines: the bytes to write, what is wrong in which of them, and whether anything bore on an act. */
export interface BatchPart {
  output: Uint8Array<ArrayBuffer>
  lines: number
  complaints: { line: number; sentence: string }[]
  bears: boolean
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * Works off a stretch of JSON lines. Bytes go in and come out, since they pass between threads without a copy.
 * `firstLine` names acts that have no id; complaints count lines from 1 within the stretch.
 */
export function workOff(bytes: Uint8Array, firstLine: number, work: BatchWork, order: Order): BatchPart {
  const text = decoder.decode(bytes)
  let output = ''
  let doesBear = false
  const complaints: BatchPart['complaints'] = []
  for (const { line, act, sentence } of actsIn(text, order.vocabulary, firstLine)) {
    if (!act) {
      complaints.push({ line, sentence })
      continue
    }
    const worked = workOffAct(act, work, order)
    output += worked.output
    doesBear ||= worked.bears
  }
  return { output: encoder.encode(output), lines: countLines(bytes), complaints, bears: doesBear }
}

function workOffAct(act: Act, work: BatchWork, order: Order): { output: string; bears: boolean } {
  if (work.task === 'detect') {
    const facts = detectAct(act)
    return { output: `${JSON.stringify({ id: act.id, facts })}\n`, bears: facts.length > 0 }
  }
  const ruling = judge(act, order)
  return { output: `${JSON.stringify(ruling)}\n`, bears: bears(ruling.outcome) }
}

/** What every command that judges answers to a script; help says it. */
export const exitCodes =
  'Exit codes: 0 nothing bears on any act, 1 something bears on one under some order, 2 bad input.'

/** Does an outcome say that something bears on the act. */
export function bears(outcome: string): boolean {
  return !['clear', 'not-in-force', 'text-not-held'].includes(outcome)
}

/** A stretch that is being worked off; `part` stands once it is done. */
interface Pending {
  part: BatchPart | undefined
  whole: Promise<BatchPart>
}

/** What one worker is given at a time: one stretch to work on, one to go on with. */
const mostAtWorker = 2
/** So many stretches a worker may wait for their turn to be written. */
const mostWaiting = 8

/**
 * Runs a batch from a file or `-` (standard input) to standard output, in order. Returns the exit code. This thread
 * works as well, and a worker is given something only once it has loaded all that it needs: a short batch waits for
 * nobody.
 */
export async function runBatch(file: string, work: BatchWork, jobs: number): Promise<number> {
  const workers = Array.from({ length: Math.min(jobs, availableParallelism() * 4) - 1 }, () =>
    startWorker(work),
  )
  const order = loadOrder(work.order, work.orders)
  const pending: Pending[] = []
  let exit = 0
  let linesBefore = 0
  const settle = async (): Promise<void> => {
    const part = await pending.shift()?.whole
    if (!part) return
    if (part.bears && exit === 0) exit = 1
    for (const { line, sentence } of part.complaints) {
      console.error(
        `decorum: ${file === '-' ? 'standard input' : file}, line ${linesBefore + line}: ${sentence}`,
      )
      exit = 2
    }
    linesBefore += part.lines
    if (!process.stdout.write(part.output))
      await new Promise<void>((resolve) => void process.stdout.once('drain', resolve))
  }
  try {
    let firstLine = 1
    for await (const bytes of stretchesOf(file)) {
      const worker = workers.find((one) => one.isFree())
      const lines = countLines(bytes)
      pending.push(worker ? worker.ask(bytes, firstLine) : done(workOff(bytes, firstLine, work, order)))
      firstLine += lines
      // the answers of the workers come in between
      if (workers.length > 0) await new Promise<void>((resolve) => void setImmediate(resolve))
      while (pending[0]?.part || pending.length > workers.length * mostWaiting) await settle()
    }
    while (pending.length > 0) await settle()
  } finally {
    await Promise.all(workers.map((worker) => worker.end()))
  }
  return exit
}

function done(part: BatchPart): Pending {
  return { part, whole: Promise.resolve(part) }
}

const stretchSize = 256 * 1024
const lineEnd = 10

/** The input in stretches of whole lines, each of its own memory so that it can be handed to another thread. */
async function* stretchesOf(file: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const input = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: stretchSize })
  let kept: Buffer[] = []
  let size = 0
  for await (const chunk of input) {
    const bytes: Buffer = Buffer.from(chunk)
    const cut = bytes.lastIndexOf(lineEnd) + 1
    size += bytes.length
    if (cut === 0 || size < stretchSize) {
      kept.push(bytes)
      continue
    }
    yield new Uint8Array(withoutMark(Buffer.concat([...kept, bytes.subarray(0, cut)])))
    kept = [bytes.subarray(cut)]
    size = bytes.length - cut
  }
  const rest = withoutMark(Buffer.concat(kept))
  if (rest.length > 0) yield new Uint8Array(rest)
}

/** Some programs put a byte order mark before JSON. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function countLines(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) lines++
  return lines
}

interface BatchWorker {
  /** Whether it is ready and has not enough to do. */
  isFree: () => boolean
  ask: (bytes: Uint8Array<ArrayBuffer>, firstLine: number) => Pending
  end: () => Promise<unknown>
}

function startWorker(work: BatchWork): BatchWorker {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./batch-worker.${extension}`, import.meta.url), {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
  const waiting: { resolve: (part: BatchPart) => void; reject: (reason: Error) => void }[] = []
  let isReady = false
  worker.on('message', (message: BatchPart | 'ready') => {
    if (message === 'ready') isReady = true
    else waiting.shift()?.resolve(message)
  })
  let fault: Error | undefined
  worker.on('error', (error: Error) => {
    fault = error
    waiting.splice(0).forEach((one) => one.reject(error))
  })
  const answer = (bytes: Uint8Array<ArrayBuffer>, firstLine: number): Promise<BatchPart> =>
    new Promise((resolve, reject) => {
      if (fault) return reject(fault)
      waiting.push({ resolve, reject })
      worker.postMessage({ bytes, firstLine }, [bytes.buffer])
    })
  return {
    isFree: () => isReady && fault === undefined && waiting.length < mostAtWorker,
    ask: (bytes, firstLine) => {
      const pending: Pending = { part: undefined, whole: answer(bytes, firstLine) }
      pending.whole.then(
        (part) => (pending.part = part),
        () => {}, // told when its turn comes
      )
      return pending
    },
    end: () => worker.terminate(),
  }
}
