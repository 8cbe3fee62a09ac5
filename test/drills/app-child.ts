import pg from 'pg'
import { z } from 'zod'
import { openSigner } from '../../src/ledger/signer.ts'
import { sequence } from '../../src/ledger/sequence.ts'
import { openPool } from '../../src/platform/db.ts'
import { buildApp } from '../../src/server/app.ts'
import { countings, settingsSchema, type Counting } from './app-process.ts'

// An app in a process of its own, which can be told to die at a numbered point: before a statement is sent to the
// database, after its answer arrived, when a request comes in, or when its answer has gone out.
const settings = settingsSchema.parse(JSON.parse(process.env['DRILL'] ?? '{}'))
let [passed, last]: [number, number] = [0, Infinity]
let counting: Counting = 'any'
let isInside = false
function point(kind?: 'commit'): void {
  if (counting === 'inside' && !isInside) return
  if (counting === 'commit' && kind !== 'commit') return
  passed++
  if (passed >= last) process.kill(process.pid, 'SIGKILL')
}

const plain = Reflect.get(pg.Client.prototype, 'query')
Object.defineProperty(pg.Client.prototype, 'query', {
  value: function (this: pg.Client, ...given: unknown[]): unknown {
    // The control: without transactions, every statement stands by itself.
    const [text] = given
    const boundary = typeof text === 'string' ? /^(?:begin|commit|rollback)/.exec(text)?.[0] : undefined
    if (settings.isTransactionless && boundary !== undefined) given[0] = 'select 1'
    if (boundary !== undefined) isInside = boundary === 'begin'
    point()
    const answer: unknown = Reflect.apply(plain, this, given)
    const after = (): void => (boundary === 'commit' ? point('commit') : point())
    return answer instanceof Promise ? answer.finally(after) : answer
  },
})

const { databaseUrl, host, at, blobsFolder, ledgerFolder, patience } = settings
const { app, agencies } = await buildApp({
  databaseUrl,
  origin: `http://${host}`,
  clock: () => at,
  log: process.env['DRILL_LOG'] === undefined ? false : { level: 'error' },
  rate: 1_000_000,
  demo: false,
  secrets: { seal: '00'.repeat(32) },
  blobsFolder,
  ledgerFolder,
  connecting: patience === undefined ? {} : { patience },
})
await app.listen({ port: 0, host: '127.0.0.1' })
app.server.prependListener('request', (_request, response) => {
  point()
  response.on('finish', () => point())
})

const [agency] = await agencies()
const pool = openPool(databaseUrl, agency?.agencyId ?? '', { max: 2, patience: 20_000 })
const messageSchema = z.object({
  arm: z.number().optional(),
  counting: z.enum(countings).default('any'),
  sequence: z.boolean().optional(),
})
process.on('message', (message) => {
  const { arm, counting: how, sequence: isSequencing } = messageSchema.parse(message)
  if (arm !== undefined) [passed, last, counting] = [0, arm, how]
  if (isSequencing === true && agency)
    void openSigner(ledgerFolder, agency)
      .then((signer) => sequence(pool.pool, agency.agencyId, signer, at))
      .then((done) => process.send?.({ size: done?.size ?? -1, passed }))
  else process.send?.({ passed })
})
process.on('disconnect', () => process.exit(0))
const address = app.server.address()
process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 })
