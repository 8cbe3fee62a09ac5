import { createHmac } from 'node:crypto'
import { Pool } from 'undici'
import { z } from 'zod'
import { seededChance } from '../src/accounts/fakes/faults.ts'
import { threat, words } from './comment-words.ts'

// Sends signed pushes at a steady rate, each when its moment comes; the parent tells what and where.
const settings = z
  .object({
    accountId: z.string(),
    secret: z.string(),
    rootId: z.string(),
    host: z.string(),
    address: z.string(),
    rate: z.number(),
    seconds: z.number(),
  })
  .parse(JSON.parse(process.env['BENCH'] ?? '{}'))
const { accountId, secret, rootId, host, address, rate, seconds } = settings
const pool = new Pool(address, { connections: 256, pipelining: 1 })
const chance = seededChance(7)
const clock = (): number => performance.timeOrigin + performance.now()
const total = rate * seconds
const answered: number[] = []
const dueAt: Record<string, number> = {}
let failed = 0
const open: Promise<void>[] = []
const began = clock() + 500

async function push(n: number, due: number): Promise<void> {
  const name = `tracer-${n}`
  const isTraced = n % 100 === 0
  if (isTraced) dueAt[name] = due
  const value = {
    item: 'comment',
    verb: 'add',
    comment_id: `push-${n}`,
    post_id: rootId,
    from: { id: `w${n % 5_000}`, name: `Writer ${n % 5_000}` },
    message: isTraced ? threat(name) : words(chance, n),
    created_time: Math.floor(due / 1_000),
  }
  const body = JSON.stringify({ object: 'page', entry: [{ id: '1', changes: [{ field: 'feed', value }] }] })
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  try {
    const answer = await pool.request({
      method: 'POST',
      path: `/api/comments/push/${accountId}`,
      headers: { host, 'content-type': 'application/json', 'x-hub-signature-256': signature },
      body,
    })
    await answer.body.dump()
    if (answer.statusCode !== 200) failed++
  } catch {
    failed++
  }
  answered.push(clock() - due)
}

for (let n = 0; n < total;) {
  for (const until = clock(); n < total && began + (n * 1_000) / rate <= until; n++)
    open.push(push(n, began + (n * 1_000) / rate))
  await new Promise((resolve) => setTimeout(resolve, 2))
}
await Promise.all(open)
const took = (clock() - began) / 1_000
await pool.close()
process.send?.({ sent: total, failed, took, answered, dueAt })
