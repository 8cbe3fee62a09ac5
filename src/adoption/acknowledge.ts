import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { command, type Made } from '../ledger/command.ts'
import type { MemberCaller } from '../members/caller.ts'
import { everyMember, findMember } from '../members/store.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  acknowledgedBy,
  acknowledgementsOf,
  addAcknowledgement,
  addAttempt,
  attemptsOf,
} from './acknowledge-store.ts'
import { adoptedVersion, newestOrder, type Adopted } from './adopted.ts'
import { changesBetween } from './changes.ts'
import { ordersFolder } from './order-shelf.ts'
import { shelfCases } from './pack.ts'
import { explanationOf, questionsFor, type Asked } from './questions.ts'
import type { answersSchema, markedSchema, Question, VersionChange } from './schema.ts'

/** By when a member is to acknowledge, and how late that is on a day. Days are the agency's. */
export interface Term {
  from: string
  deadline: string
  overdueDays: number
}

/**
 * The term runs from the day of adoption, or from the member's first day where that is later, for as many days as the
 * agency set: Hamden's order left 31 days to read it before it bound.
 */
export function termOf(
  order: { adoptedAt: string; settings: { acknowledgeDays: number } },
  member: { from: string },
  zone: string,
  today: string,
): Term {
  const adopted = dayIn(zone, order.adoptedAt)
  const from = member.from > adopted ? member.from : adopted
  const deadline = Temporal.PlainDate.from(from).add({ days: order.settings.acknowledgeDays })
  const late = deadline.until(today, { largestUnit: 'day' }).days
  return { from, deadline: deadline.toString(), overdueDays: Math.max(0, late) }
}

/** Does somebody serve on a day? */
export function serves(member: { from: string; to: string | null }, day: string): boolean {
  return member.from <= day && (member.to === null || day < member.to)
}

/** What a member sees of their acknowledgement. */
export interface Mine {
  order: Adopted | undefined
  acknowledgedAt: string | null
  deadline: string | null
  overdueDays: number
  since: { versionId: string; effective: string } | null
  changes: VersionChange[]
  attempt: number
  questions: Question[]
  passMark: number
  attempts: { attempt: number; right: number; of: number; passed: boolean; at: string }[]
  passed: boolean
}

export async function mine(
  { db, agency, member }: MemberCaller,
  at: string,
  shelf = ordersFolder,
): Promise<Mine> {
  const { agencyId, zone } = agency
  const { memberId } = member
  const order = await newestOrder(db, agencyId)
  const nothing = { since: null, changes: [], attempts: [], questions: [] }
  if (!order)
    return {
      order,
      ...nothing,
      acknowledgedAt: null,
      deadline: null,
      overdueDays: 0,
      attempt: 1,
      passMark: 0,
      passed: false,
    }
  const [given, attempts, roster] = await Promise.all([
    acknowledgementsOf(db, agencyId, memberId),
    attemptsOf(db, agencyId, order.versionId, memberId),
    findMember(db, agencyId, memberId),
  ])
  const acknowledgedAt = given.find((one) => one.versionId === order.versionId)?.at ?? null
  const last = given.find((one) => one.versionId !== order.versionId)
  const before = last && (await adoptedVersion(db, agencyId, last.versionId))
  const term = termOf(order, roster, zone, dayIn(zone, at))
  const attempt = attempts.length + 1
  const isOver = acknowledgedAt !== null || attempts.some(({ passed }) => passed)
  const asked = isOver ? [] : ask(order, memberId, attempt, shelf)
  return {
    order,
    acknowledgedAt,
    deadline: term.deadline,
    overdueDays: acknowledgedAt === null ? term.overdueDays : 0,
    since: before ? { versionId: before.versionId, effective: before.effective } : null,
    changes: before ? changesBetween(before, order) : [],
    attempt,
    questions: asked.map(({ question }) => question),
    passMark: passMarkFor(order, asked.length),
    attempts,
    passed: hasPassed(attempts, asked),
  }
}

function ask(order: Adopted, memberId: string, attempt: number, shelf: string): Asked[] {
  return questionsFor(order, shelfCases(order.pack, shelf), order.settings.questions, { memberId, attempt })
}

/** Where a pack has fewer cases than the agency would ask, as large a share of them passes. */
function passMarkFor({ settings }: Adopted, asked: number): number {
  return Math.min(asked, Math.ceil((settings.passMark * asked) / settings.questions))
}

/** An order without cases to ask about is acknowledged by reading it. */
function hasPassed(attempts: readonly { passed: boolean }[], asked: readonly Asked[]): boolean {
  return attempts.some(({ passed }) => passed) || (attempts.length === 0 && asked.length === 0)
}

/** Marks one attempt, keeps it, and explains each answer by citation. */
export async function answer(
  db: Db,
  made: Made,
  given: z.infer<typeof answersSchema>,
  shelf = ordersFolder,
): Promise<z.infer<typeof markedSchema>> {
  const { agencyId, by } = made
  return await command(db, made, async (tx, record) => {
    const order = await orderToKnow(tx, agencyId, given.versionId)
    if ((await acknowledgedBy(tx, agencyId, order.versionId)).has(by))
      throw new Refusal('conflict', 'you have acknowledged this version already')
    const attempts = await attemptsOf(tx, agencyId, order.versionId, by)
    if (attempts.some(({ passed }) => passed))
      throw new Refusal('conflict', 'you have passed already; acknowledge the order now')
    const asked = ask(order, by, attempts.length + 1, shelf)
    const answered = new Map(given.answers.map(({ questionId, outcome }) => [questionId, outcome]))
    if (
      given.attempt !== attempts.length + 1 ||
      asked.some(({ question }) => !answered.has(question.questionId))
    )
      throw new Refusal(
        'conflict',
        'these are not the questions of your next attempt, or one is unanswered; load them again',
      )
    const explained = asked.map((one) => {
      const { questionId } = one.question
      const { outcome } = one.ruling
      const said = answered.get(questionId) ?? outcome
      return {
        questionId,
        name: one.name,
        answered: said,
        outcome,
        isRight: said === outcome,
        provisions: explanationOf(one, order),
      }
    })
    const right = explained.filter(({ isRight }) => isRight).length
    const passMark = passMarkFor(order, asked.length)
    const passed = right >= passMark
    const answers = explained.map(({ name, answered: outcome, isRight }) => ({
      case: name,
      outcome,
      isRight,
    }))
    await addAttempt(tx, record, made, order.versionId, { attempt: given.attempt, answers, right, passed })
    return {
      attempt: given.attempt,
      right,
      of: asked.length,
      passMark,
      passed,
      explained: explained.map(({ name: _name, ...one }) => one),
    }
  })
}

/** Acknowledges exactly the version that was read; refuses before the questions are passed. */
export async function acknowledge(
  db: Db,
  made: Made,
  given: { versionId: string; digest: string },
  shelf = ordersFolder,
): Promise<{ at: string }> {
  const { agencyId, by, at } = made
  return await command(db, made, async (tx, record) => {
    const order = await orderToKnow(tx, agencyId, given.versionId)
    if (order.digest !== given.digest)
      throw new Refusal('conflict', 'this is not the version that you read; load it again')
    if ((await acknowledgedBy(tx, agencyId, order.versionId)).has(by))
      throw new Refusal('conflict', 'you have acknowledged this version already')
    const attempts = await attemptsOf(tx, agencyId, order.versionId, by)
    if (!hasPassed(attempts, ask(order, by, attempts.length + 1, shelf)))
      throw new Refusal('conflict', 'the questions come first; answer them and acknowledge then')
    const attempt = attempts.find(({ passed }) => passed)?.attempt ?? null
    await addAcknowledgement(tx, record, made, { versionId: order.versionId, digest: order.digest, attempt })
    return { at }
  })
}

async function orderToKnow(db: Db, agencyId: string, versionId: string): Promise<Adopted> {
  const order = await newestOrder(db, agencyId)
  if (!order) throw new Refusal('notFound', 'no order has been adopted yet')
  if (order.versionId !== versionId)
    throw new Refusal('conflict', 'another version has been adopted meanwhile; read that one')
  return order
}

/** Somebody who is to acknowledge, and whether they have. */
export interface Acknowledging {
  memberId: string
  name: string
  rank: string | null
  unit: string | null
  acknowledgedAt: string | null
  from: string
  deadline: string
  overdueDays: number
}

/** Everybody who serves on the day, by name, and how they stand to an order; or one of them alone. */
export async function everybody(
  db: Db,
  agency: { agencyId: string; zone: string },
  order: Adopted,
  at: string,
  only?: string,
): Promise<Acknowledging[]> {
  const { agencyId } = agency
  const today = dayIn(agency.zone, at)
  const [members, given] = await Promise.all([
    only === undefined ? everyMember(db, agencyId) : [await findMember(db, agencyId, only)],
    acknowledgedBy(db, agencyId, order.versionId, only),
  ])
  return members
    .filter((member) => serves(member, today))
    .map((member) => {
      const acknowledgedAt = given.get(member.memberId) ?? null
      const { from, deadline, overdueDays } = termOf(order, member, agency.zone, today)
      const { memberId, name, rank, unit } = member
      return {
        memberId,
        name,
        rank,
        unit,
        acknowledgedAt,
        from,
        deadline,
        overdueDays: acknowledgedAt === null ? overdueDays : 0,
      }
    })
}
