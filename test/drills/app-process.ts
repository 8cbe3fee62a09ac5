import { fork, type ChildProcess } from 'node:child_process'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { z } from 'zod'
import { newId } from '../../src/platform/id.ts'

export const settingsSchema = z.object({
  databaseUrl: z.string(),
  host: z.string(),
  at: z.string(),
  blobsFolder: z.string(),
  ledgerFolder: z.string(),
  patience: z.number().optional(),
  /** The control of the crash drill: BEGIN and COMMIT are left out. */
  isTransactionless: z.boolean().default(false),
})
export type AppSettings = z.input<typeof settingsSchema>

/** Which points count: all, those within a transaction, or the answers of COMMITs. */
export const countings = ['any', 'inside', 'commit'] as const
export type Counting = (typeof countings)[number]

/** An answer, or undefined where the connection ended without one. */
export type Reply = { status: number; body: unknown } | undefined

/** An app in a process of its own. */
export interface AppProcess {
  pid: number
  /** Dies at the n-th point from now. */
  arm: (point: number, counting?: Counting) => Promise<void>
  /** Points that were passed since it was armed. */
  passed: () => Promise<number>
  /** Makes a checkpoint of the ledger; undefined where it died meanwhile. */
  sequence: () => Promise<number | undefined>
  send: (method: string, url: string, cookie: string, body?: object, key?: string) => Promise<Reply>
  kill: () => Promise<void>
}

const messageSchema = z.object({
  port: z.number().optional(),
  passed: z.number().optional(),
  size: z.number().optional(),
})
type Message = z.infer<typeof messageSchema>

export async function startApp(settings: AppSettings): Promise<AppProcess> {
  const child = fork(join(import.meta.dirname, 'app-child.ts'), {
    // Starting is most of a drill: what was compiled once is kept.
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(tmpdir(), 'decorum-drill-compiled'),
      DRILL: JSON.stringify(settings),
    },
    stdio: ['ignore', process.env['DRILL_LOG'] === undefined ? 'ignore' : 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  })
  after(() => child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = (await next(child, ended))?.port
  if (port === undefined) throw new Error('the app did not start')
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const tell = (message: object): Promise<Message | undefined> => {
    const answer = next(child, ended)
    if (child.connected) child.send(message, () => undefined)
    return answer
  }
  return {
    pid: child.pid ?? 0,
    arm: async (point, counting = 'any') => {
      await tell({ arm: point, counting })
    },
    passed: async () => (await tell({}))?.passed ?? 0,
    sequence: async () => (await tell({ sequence: true }))?.size,
    send: (method, url, cookie, body, key = newId()) =>
      sent(agent, port, { method, url, cookie, host: settings.host, key }, body),
    kill: async () => {
      child.kill('SIGKILL')
      agent.destroy()
      await ended
    },
  }
}

/** The child's next word, or undefined if it ends first. */
function next(child: ChildProcess, ended: Promise<void>): Promise<Message | undefined> {
  return new Promise((resolve) => {
    const hear = (message: unknown): void => resolve(messageSchema.parse(message))
    child.once('message', hear)
    void ended.then(() => {
      child.off('message', hear)
      resolve(undefined)
    })
  })
}

function sent(
  agent: Agent,
  port: number,
  {
    method,
    url,
    cookie,
    host,
    key,
  }: { method: string; url: string; cookie: string; host: string; key: string },
  body?: object,
): Promise<Reply> {
  return new Promise((resolve) => {
    const written = body === undefined ? undefined : JSON.stringify(body)
    const headers = {
      host,
      cookie,
      origin: `http://${host}`,
      'idempotency-key': key,
      ...(written === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(written) }),
    }
    const asking = request({ agent, port, host: '127.0.0.1', method, path: url, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', () => resolve(undefined))
      response.on('close', () => {
        if (!response.complete) return resolve(undefined)
        const text = Buffer.concat(parts).toString()
        const isJson = response.headers['content-type']?.startsWith('application/json') === true
        resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : text })
      })
    })
    asking.on('error', () => resolve(undefined))
    asking.end(written)
  })
}
