import { Secret, TOTP } from 'otpauth'
import { z } from 'zod'
import { setPassword } from '../../src/members/enrol.ts'
import { hashPassword } from '../../src/members/password.ts'
import { setTotp } from '../../src/members/totp.ts'
import { buildTown, type Town } from '../town.ts'
import type { Drilled } from './drill.ts'

const password = 'river otter sings at 9'
const seed32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/**
 * R35: `rounds` guesses at one password, of which five are looked at; a tenth as many codes sent twice; and a fifth
 * as many pairs of tries at a name that exists and one that does not, whose times must not tell them apart.
 */
export async function run(rounds: number, seed: number): Promise<Drilled> {
  const town = await buildTown()
  await enrol(town)
  const faults: string[] = []
  const replays = await replay(town, Math.max(5, Math.floor(rounds / 10)), faults)
  const { p, control, pairs } = await timing(town, Math.max(20, Math.floor(rounds / 5)))
  // One run in a thousand of an honest system falls below this by chance.
  if (p < 0.001) faults.push(`the times of ${pairs} pairs tell names apart: p = ${p.toFixed(4)}`)
  const looked = await guess(town, rounds, seed, faults)
  return {
    claim: 'five guesses lock a name until somebody releases it; a code works once; no time tells a name',
    figure: `${rounds} guesses, ${looked} looked at; ${replays} codes sent twice, 0 taken; ${pairs} pairs of tries, p = ${p.toFixed(2)}`,
    control: `tries that are refused before the password is looked at: p = ${control.toExponential(1)}`,
    faults,
    hasTeeth: control < 0.001,
  }
}

async function enrol({ agency, app, does }: Town): Promise<void> {
  const { agencyId } = agency
  const hash = await hashPassword(password)
  await does('system', 'invitations.accept', async (tx, record) => {
    for (const memberId of ['alvarez', 'bell', 'chen']) {
      await setPassword(tx, agencyId, memberId, hash, '2026-01-01T00:00:00Z')
      await setTotp(tx, app.house.seal, { agencyId, memberId, seed: seed32, step: 0 })
      await record({ subject: memberId, body: {} })
    }
  })
}

async function guess({ db, visitor }: Town, rounds: number, seed: number, faults: string[]): Promise<number> {
  for (let n = 0; n < rounds; n++) {
    // The right one is among the guesses, well after the fifth.
    const given = n === rounds - 1 ? password : `guess ${seed} number ${n}`
    const { status } = await visitor.post('/api/sign-in/password', {
      email: 'alvarez@riverton.example',
      password: given,
    })
    if (status !== 401) faults.push(`guess ${n} was answered ${status}`)
  }
  const tries = await db.selectFrom('failedTry').select('tryId').where('who', '=', 'alvarez').execute()
  if (tries.length !== Math.min(5, rounds)) faults.push(`${tries.length} guesses were looked at`)
  return tries.length
}

async function replay(town: Town, codes: number, faults: string[]): Promise<number> {
  const totp = new TOTP({ secret: Secret.fromBase32(seed32) })
  const finish = async (code: string): Promise<number> => {
    const begun = await town.visitor.post('/api/sign-in/password', {
      email: 'bell@riverton.example',
      password,
    })
    const { ticket } = z.object({ ticket: z.string() }).parse(begun.body)
    return (await town.visitor.post('/api/sign-in/totp', { ticket, code })).status
  }
  for (let n = 0; n < codes; n++) {
    town.pass({ seconds: 60 })
    const code = totp.generate({ timestamp: Date.parse(town.now()) })
    const answers = [await finish(code), await finish(code)]
    if (answers.join() !== '200,401') faults.push(`code ${n} was answered ${answers.join(', ')}`)
  }
  return codes
}

async function timing(town: Town, pairs: number): Promise<{ p: number; control: number; pairs: number }> {
  const took = async (email: string, headers?: { [name: string]: string }): Promise<number> => {
    const start = performance.now()
    await town.visitor.send('POST', '/api/sign-in/password', { email, password: 'not it at all' }, headers)
    return performance.now() - start
  }
  const [known, unknown, early] = [new Array<number>(), new Array<number>(), new Array<number>()]
  for (let n = 0; n < pairs + 5; n++) {
    town.pass({ minutes: 16 })
    // Which goes first changes, so that what the machine does meanwhile falls on both.
    const sides = [
      async () => known.push(await took('chen@riverton.example')),
      async () => unknown.push(await took('nobody@riverton.example')),
    ]
    for (const side of n % 2 === 0 ? sides : sides.toReversed()) await side()
    early.push(await took('chen@riverton.example', { origin: 'https://elsewhere.example' }))
  }
  return {
    p: mannWhitney(warm(known), warm(unknown)),
    control: mannWhitney(warm(known), warm(early)),
    pairs,
  }
}

/** Without the first, while the machine warms up. */
function warm(times: readonly number[]): readonly number[] {
  return times.slice(5)
}

/** The chance, by the Mann-Whitney U test (normal approximation, two-sided), that two samples are of one kind. */
function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, side: 0 })), ...other.map((value) => ({ value, side: 1 }))]
  all.sort((a, b) => a.value - b.value)
  let ranks = 0
  for (const [place, { side }] of all.entries()) if (side === 0) ranks += place + 1
  const [n, m] = [one.length, other.length]
  const u = ranks - (n * (n + 1)) / 2
  const score = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  return 2 * upperTail(score)
}

/** The upper tail of the normal distribution (Abramowitz and Stegun 26.2.17). */
function upperTail(score: number): number {
  const t = 1 / (1 + 0.231_641_9 * score)
  const sum =
    t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
  return (Math.exp((-score * score) / 2) / Math.sqrt(2 * Math.PI)) * sum
}
