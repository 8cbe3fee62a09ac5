import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { loadOrder } from '../adoption/order-shelf.ts'
import { detectAct } from '../policy/detect-act.ts'
import { judge } from '../policy/judge.ts'
import { readAct } from '../policy/read-act.ts'
import type { Order } from '../policy/order.ts'

/** What a batch does with each act: judges it under an order, or only detects its facts. */
export interface BatchWork {
  task: 'judge' | 'detect'
  order: string
  orders: string
}

/** What came of some lines: the text to write, the complaints, and whether anything bore on an act. */
export interface BatchPart {
  output: string
  complaints: string[]
  bears: boolean
}

const linesAtOnce = 2000

/** Works off JSON lines one by one. `first` is the number of the first line, for the complaints. */
export function workOff(lines: readonly string[], first: number, work: BatchWork, order: Order): BatchPart {
  const part: BatchPart = { output: '', complaints: [], bears: false }
  lines.forEach((line, place) => {
    if (line.trim() === '') return
    const complain = (sentence: string): void =>
      void part.complaints.push(`line ${first + place}: ${sentence}`)
    let data: unknown
    try {
      data = JSON.parse(first + place === 1 ? line.replace(/^\uFEFF/, '') : line)
    } catch (error) {
      complain(`is not JSON (${error instanceof Error ? error.message : 'unreadable'})`)
      return
    }
    const { act, problems } = readAct(withId(data, first + place), order.vocabulary)
    if (!act) {
      complain(problems.map((one) => `${one.at}: ${one.problem}`).join('; '))
      return
    }
    if (work.task === 'detect') {
      const facts = detectAct(act)
      part.bears ||= facts.length > 0
      part.output += `${JSON.stringify({ id: act.id, facts })}\n`
      return
    }
    const ruling = judge(act, order)
    part.bears ||= bears(ruling.outcome)
    part.output += `${JSON.stringify(ruling)}\n`
  })
  return part
}

/** Does an outcome say that something bears on the act. */
export function bears(outcome: string): boolean {
  return !['clear', 'not-in-force', 'text-not-held'].includes(outcome)
}

function withId(data: unknown, line: number): unknown {
  const isAct = typeof data === 'object' && data !== null && !Array.isArray(data)
  return isAct && !('id' in data) ? { id: `line-${line}`, ...data } : data
}

/** Runs a batch from a file or `-` (standard input) to standard output, in order. Returns the exit code. */
export async function runBatch(file: string, work: BatchWork, jobs: number): Promise<number> {
  const workers =
    jobs > 1
      ? Array.from({ length: Math.min(jobs, availableParallelism() * 4) }, () => startWorker(work))
      : []
  const order = loadOrder(work.order, work.orders)
  const pending: Promise<BatchPart>[] = []
  let exit = 0
  let turn = 0
  const settle = async (): Promise<void> => {
    const part = await pending.shift()
    if (!part) return
    if (part.bears && exit === 0) exit = 1
    for (const complaint of part.complaints) {
      console.error(`decorum: ${file === '-' ? 'standard input' : file}, ${complaint}`)
      exit = 2
    }
    if (!process.stdout.write(part.output))
      await new Promise<void>((resolve) => void process.stdout.once('drain', resolve))
  }
  const hand = async (lines: string[], first: number): Promise<void> => {
    const worker = workers[turn++ % Math.max(1, workers.length)]
    pending.push(worker ? worker.ask(lines, first) : Promise.resolve(workOff(lines, first, work, order)))
    while (pending.length > workers.length * 3) await settle()
  }
  try {
    let lines: string[] = []
    let first = 1
    for await (const line of linesOf(file)) {
      lines.push(line)
      if (lines.length < linesAtOnce) continue
      await hand(lines, first)
      first += lines.length
      lines = []
    }
    if (lines.length > 0) await hand(lines, first)
    while (pending.length > 0) await settle()
  } finally {
    await Promise.all(workers.map((worker) => worker.end()))
  }
  return exit
}

function linesOf(file: string): AsyncIterable<string> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  return createInterface({ input, crlfDelay: Infinity })
}

interface BatchWorker {
  ask: (lines: string[], first: number) => Promise<BatchPart>
  end: () => Promise<unknown>
}

function startWorker(work: BatchWork): BatchWorker {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./batch-worker.${extension}`, import.meta.url), { workerData: work })
  const waiting: { resolve: (part: BatchPart) => void; reject: (reason: Error) => void }[] = []
  worker.on('message', (part: BatchPart) => waiting.shift()?.resolve(part))
  let fault: Error | undefined
  worker.on('error', (error: Error) => {
    fault = error
    waiting.splice(0).forEach((one) => one.reject(error))
  })
  return {
    ask: (lines, first) =>
      new Promise((resolve, reject) => {
        if (fault) return reject(fault)
        waiting.push({ resolve, reject })
        worker.postMessage({ lines, first })
      }),
    end: () => worker.terminate(),
  }
}
