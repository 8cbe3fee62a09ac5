import fc from 'fast-check'
import type { DispositionMove, HoldMove } from '../../src/records/keeping/moves.ts'

/** What may be done to the records of one town, in any order. */
export type Command =
  | { does: 'write' | 'close'; thing: number }
  | { does: 'hold'; thing: number; on: HeldOn; isAutomatic: boolean }
  | { does: 'move-hold'; hold: number; move: HoldMove; by: number }
  | { does: 'end-request'; hold: number; days: number }
  | { does: 'period'; period: number }
  | { does: 'propose' }
  /** `back`: so many days before today lies the day that is named for the notice or the approval. */
  | { does: 'move-list'; list: number; move: Exclude<DispositionMove, 'leave-out'>; by: number; back: number }
  | { does: 'wait'; days: number }

/** A hold keeps a thing by itself, by its thread, by its first record, or by a search that finds it now or later. */
export type HeldOn = 'thing' | 'thread' | 'record' | 'search'

/** The records custodian, the chief, and somebody who is both custodian and named for the second signature. */
export const people = ['lopez', 'diaz', 'ito'] as const
export const offices = [
  { custodian: true, second: false },
  { custodian: false, second: true },
  { custodian: true, second: true },
] as const
export const periods = ['P30D', 'P1M', 'P1Y', 'P1Y1M10D'] as const
export const noticePeriod = 'P1M'
export const things = 5

const one = fc.nat(things - 1)
const who = fc.nat(people.length - 1)
const among = fc.nat(3)
/** Mostly today; now and then before the list was made, or tomorrow. */
const daysBack = fc.constantFrom(0, 0, 0, 1, 33, 420, -1)
const listMoves = ['sign', 'countersign', 'give-notice', 'note-approval', 'carry-out', 'withdraw'] as const
const any: fc.Arbitrary<Command> = fc.oneof<fc.WeightedArbitrary<Command>[]>(
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('write', 'close'), thing: one }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('hold'),
      thing: one,
      on: fc.constantFrom<HeldOn[]>('thing', 'thread', 'record', 'search'),
      isAutomatic: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('move-hold'),
      hold: among,
      move: fc.constantFrom<HoldMove[]>('ask', 'ask', 'confirm', 'confirm', 'refuse', 'take-back'),
      by: who,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('end-request'), hold: among, days: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('period'), period: fc.nat(periods.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('propose') }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('move-list'),
      list: fc.nat(1),
      move: fc.constantFrom(...listMoves),
      by: who,
      back: daysBack,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait'), days: fc.constantFrom(1, 20, 33, 70) }) },
)
/** What somebody else does in between, now and then. */
const meanwhile: fc.Arbitrary<Command[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Command[]>([]) },
  { weight: 2, arbitrary: any.map((command) => [command]) },
)
const step = (move: (typeof listMoves)[number], by: number): fc.Arbitrary<Command[]> =>
  fc.constant([{ does: 'move-list', list: 0, move, by, back: 0 }])
const waits = (...days: number[]): fc.Arbitrary<Command[]> =>
  fc.constantFrom(...days).map((some): Command[] => [{ does: 'wait', days: some }])
/** The way of a list from end to end, with whatever comes between: where it is dangerous. */
const way: fc.Arbitrary<Command[]> = fc
  .tuple(
    one.map((thing): Command[] => [
      { does: 'write', thing },
      { does: 'close', thing },
    ]),
    meanwhile,
    waits(29, 31, 400, 410),
    fc.constant<Command[]>([{ does: 'propose' }]),
    meanwhile,
    fc.constantFrom(0, 2).chain((by) => step('sign', by)),
    meanwhile,
    who.chain((by) => step('countersign', by)),
    meanwhile,
    step('give-notice', 0),
    meanwhile,
    step('note-approval', 0),
    waits(20, 31, 32, 70),
    meanwhile,
    step('carry-out', 0),
  )
  .map((parts) => parts.flat())

/** So many commands: ways of lists and whatever else, one after the other. */
export const commands = (most: number): fc.Arbitrary<Command[]> =>
  fc
    .array(
      fc.oneof({ weight: 1, arbitrary: way }, { weight: 2, arbitrary: any.map((command) => [command]) }),
      {
        minLength: Math.ceil(most / 3),
        maxLength: Math.ceil(most / 3),
      },
    )
    .map((parts) => parts.flat().slice(0, most))

/** What came of a command: was it let, what was destroyed, and what is due now and free. */
export interface Outcome {
  isLet: boolean
  disposed: number[]
  due: number[]
}

/** The day so many days after 2026-01-01: `2026-02-05`. */
export function dayOf(day: number): string {
  return new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
}

interface Thing {
  written: number[]
  closed: number | null
  last: number
  isGone: boolean
}
interface Hold {
  thing: number
  isAutomatic: boolean
  asker: number | null
  from: number | null
  isReleased: boolean
}
interface List {
  made: number
  period: string
  held: Map<number, number>
  signed: number | null
  seconded: number | null
  until: number | null
  isApproved: boolean
  isOver: boolean
}

/** The same rules once more, written as shortly as they can be, without a line of Decorum's: what should come of it all. */
export function oracle(starts: 'created' | 'closed'): (command: Command) => Outcome {
  let [today, period] = [0, 'P30D']
  const all: Thing[] = Array.from({ length: things }, () => ({
    written: [],
    closed: null,
    last: 0,
    isGone: false,
  }))
  const holds: Hold[] = []
  const lists: List[] = []
  const isHeld = (n: number): boolean => holds.some(({ thing, isReleased }) => thing === n && !isReleased)
  const isOver = (n: number): boolean => {
    const thing = all[n]
    if (!thing || thing.isGone || thing.written.length === 0) return false
    const began = starts === 'created' ? thing.last : thing.closed
    return began !== null && after(period, began) < today
  }
  const isListed = (n: number): boolean => lists.some((list) => !list.isOver && list.held.has(n))
  const free = (): number[] => all.flatMap((_, n) => (isOver(n) && !isHeld(n) && !isListed(n) ? [n] : []))
  const left = (list: List): number[] =>
    [...list.held].flatMap(([n, count]) =>
      isOver(n) && !isHeld(n) && list.period === period && all[n]?.written.length === count ? [n] : [],
    )
  const moveHold = (hold: Hold | undefined, move: HoldMove, by: number): boolean => {
    if (!hold || hold.isReleased || (move === 'ask') !== (hold.asker === null)) return false
    if ((move === 'take-back') !== (hold.asker === by) && move !== 'ask') return false
    const isStuck = hold.isAutomatic && (hold.from === null || today < hold.from)
    if ((move === 'ask' || move === 'confirm') && isStuck) return false
    hold.asker = move === 'ask' ? by : null
    hold.isReleased = move === 'confirm'
    return true
  }
  const moveList = (
    list: List | undefined,
    { move, by, back }: Command & { does: 'move-list' },
  ): number[] | undefined => {
    const office = offices[by]
    if (!list || list.isOver || !office) return undefined
    const isSeconded = list.seconded !== null
    if (move === 'withdraw') {
      list.isOver = true
      return []
    }
    const can: { [move: string]: boolean } = {
      sign: list.signed === null && office.custodian,
      countersign: list.signed !== null && !isSeconded && office.second && list.signed !== by,
      'give-notice': isSeconded && list.until === null && office.custodian,
      'note-approval': isSeconded && !list.isApproved && office.custodian,
      'carry-out':
        isSeconded && office.custodian && list.until !== null && list.until < today && list.isApproved,
    }
    const stay = left(list)
    const isDated = move === 'give-notice' || move === 'note-approval'
    if (isDated && (back < 0 || today - back < list.made)) return undefined
    if (can[move] !== true || stay.length === 0) return undefined
    list.held = new Map([...list.held].filter(([n]) => stay.includes(n)))
    if (move === 'sign') list.signed = by
    if (move === 'countersign') list.seconded = by
    if (move === 'give-notice') list.until = after(noticePeriod, today - back)
    if (move === 'note-approval') list.isApproved = true
    if (move !== 'carry-out') return []
    list.isOver = true
    for (const n of stay) Object.assign(all[n] ?? {}, { isGone: true })
    return stay
  }
  const doing = (command: Command): number[] | undefined => {
    switch (command.does) {
      case 'wait':
        today += command.days
        return []
      case 'write':
      case 'close': {
        const thing = all[command.thing]
        if (!thing || thing.isGone) return undefined
        if (command.does === 'close' && thing.written.length === 0) return undefined
        thing.written.push(today)
        thing.last = today
        thing.closed = command.does === 'close' ? today : null
        return []
      }
      case 'hold':
        if (
          command.on !== 'search' &&
          (all[command.thing]?.isGone !== false || all[command.thing]?.written.length === 0)
        )
          return undefined
        holds.push({ ...command, asker: null, from: null, isReleased: false })
        return []
      case 'end-request': {
        const hold = holds[command.hold]
        if (!hold?.isAutomatic || hold.isReleased) return undefined
        Object.assign(hold, { from: today + command.days, asker: null })
        return []
      }
      case 'move-hold':
        return moveHold(holds[command.hold], command.move, command.by) ? [] : undefined
      case 'period':
        period = periods[command.period] ?? period
        return []
      case 'propose': {
        const due = free()
        if (due.length === 0) return undefined
        const held = new Map(due.map((n) => [n, all[n]?.written.length ?? 0]))
        const none = { signed: null, seconded: null, until: null, isApproved: false, isOver: false }
        lists.push({ made: today, period, held, ...none })
        return []
      }
      case 'move-list':
        return moveList(lists.at(-1 - command.list), command)
      default:
        return command satisfies never
    }
  }
  return (command) => {
    const disposed = doing(command)
    return { isLet: disposed !== undefined, disposed: disposed ?? [], due: free() }
  }
}

/** The last day of a period that began on a day; by the calendar, the end of a month never passed over. */
export function after(period: string, began: number): number {
  const [, years = 0, months = 0, days = 0] = (/^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(period) ?? []).map(
    (n) => Number(n ?? 0),
  )
  const start = new Date(Date.UTC(2026, 0, 1 + began))
  const month = start.getUTCMonth() + years * 12 + months
  const lastOfMonth = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate()
  const end = Date.UTC(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), lastOfMonth) + days)
  return Math.round((end - Date.UTC(2026, 0, 1)) / 86_400_000)
}
