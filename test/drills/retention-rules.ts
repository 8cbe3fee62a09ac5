import {
  ruleDisposition,
  lastDayOf,
  whyNotOn,
  type DispositionStanding,
} from '../../src/records/keeping/disposition.ts'
import { ruleHold, type HoldStanding } from '../../src/records/keeping/holds.ts'
import { dispositionStepOf } from '../../src/records/keeping/moves.ts'
import { dispositionSettingsSchema } from '../../src/records/keeping/schema.ts'
import { overOn } from '../../src/records/keeping/series.ts'
import {
  dayOf,
  noticePeriod,
  offices,
  people,
  periods,
  things,
  type Command,
  type Outcome,
} from './retention-oracle.ts'

export const settings = dispositionSettingsSchema.parse({
  notice: { period: noticePeriod, to: 'Police Commission', authority: 'Town Code' },
  seconds: ['ito'],
})

interface Kept {
  records: number
  began: string | null
  isGone: boolean
}
interface Listed extends DispositionStanding {
  madeOn: string
  period: string
  on: Map<number, number>
}

/**
 * Who may move a hold or a list, when, and how long a period and a notice run, are asked of Decorum's own functions. The
 * records, what a hold keeps and what stays on a list are played here; of those the database says how they are. The
 * control: whoever signs second is taken for somebody else (`isBlind`).
 */
export function rules(starts: 'created' | 'closed', isBlind: boolean): (command: Command) => Outcome {
  let [day, period] = [0, 'P30D']
  const kept: Kept[] = Array.from({ length: things }, () => ({ records: 0, began: null, isGone: false }))
  const holds: (HoldStanding & { thing: number })[] = []
  const lists: Listed[] = []
  const at = (): string => `${dayOf(day)}T17:00:00Z`
  const isHeld = (n: number): boolean => holds.some(({ thing, state }) => thing === n && state !== 'released')
  const isDue = (n: number): boolean => {
    const thing = kept[n]
    if (!thing || thing.isGone || thing.began === null) return false
    const over = overOn(period, thing.began)
    return over !== null && over <= dayOf(day)
  }
  const stays = (list: Listed, n: number): boolean =>
    isDue(n) && !isHeld(n) && list.period === period && kept[n]?.records === list.on.get(n)
  const due = (): number[] =>
    kept.flatMap((_, n) =>
      isDue(n) && !isHeld(n) && !lists.some((list) => isOpen(list) && list.on.has(n)) ? [n] : [],
    )
  const doing = (command: Command): number[] | undefined => {
    switch (command.does) {
      case 'wait':
        day += command.days
        return []
      case 'write':
      case 'close': {
        const thing = kept[command.thing]
        if (!thing || thing.isGone || (command.does === 'close' && thing.records === 0)) return undefined
        thing.records++
        thing.began = starts === 'created' || command.does === 'close' ? dayOf(day) : null
        return []
      }
      case 'hold': {
        const thing = kept[command.thing]
        if (command.on !== 'search' && (!thing || thing.isGone || thing.records === 0)) return undefined
        const { isAutomatic } = command
        const matter = isAutomatic ? 'records-request' : 'audit'
        const standing = { state: 'in-force', releasableFrom: null, askedBy: null } as const
        holds.push({ thing: command.thing, isAutomatic, matter, ...standing })
        return []
      }
      case 'end-request': {
        const hold = holds[command.hold]
        if (!hold?.isAutomatic || hold.state === 'released') return undefined
        Object.assign(hold, { state: 'in-force', askedBy: null })
        hold.releasableFrom = `${dayOf(day + command.days)}T05:00:00Z`
        return []
      }
      case 'move-hold': {
        const hold = holds[command.hold]
        const by = people[command.by] ?? ''
        const ruling = hold && ruleHold(hold, command.move, by, at())
        if (!hold || !ruling?.ok) return undefined
        hold.state = ruling.to
        hold.askedBy = command.move === 'ask' ? by : null
        return []
      }
      case 'period':
        period = periods[command.period] ?? period
        return []
      case 'propose': {
        const found = due()
        if (found.length === 0) return undefined
        const on = new Map(found.map((n) => [n, kept[n]?.records ?? 0]))
        const none = { signedBy: null, countersignedBy: null, noticeUntil: null, isApproved: false } as const
        lists.push({ state: 'proposed', things: on.size, madeOn: dayOf(day), period, on, ...none })
        return []
      }
      case 'move-list': {
        const list = lists.at(-1 - command.list)
        return list && moveList(list, command)
      }
      default:
        return command satisfies never
    }
  }
  const moveList = (
    list: Listed,
    { move, by: person, back }: Command & { does: 'move-list' },
  ): number[] | undefined => {
    const by = people[person] ?? ''
    const [today, on] = [dayOf(day), dayOf(day - back)]
    const looks = dispositionStepOf(list.state, move)?.looksAgain === true
    const left = new Map([...list.on].filter(([n]) => !looks || stays(list, n)))
    const actor = { by, offices: offices[person] ?? { custodian: false, second: false }, today }
    const seen = {
      ...list,
      things: left.size,
      ...(isBlind && move === 'countersign' ? { signedBy: '' } : {}),
    }
    const ruling = ruleDisposition(seen, move, actor, settings)
    if (!ruling.ok) return undefined
    const isDated = move === 'give-notice' || move === 'note-approval'
    if (isDated && whyNotOn(move, on, { madeOn: list.madeOn, today }) !== undefined) return undefined
    list.state = ruling.to
    list.on = left
    if (move === 'sign') list.signedBy = by
    if (move === 'countersign') list.countersignedBy = by
    if (move === 'give-notice') list.noticeUntil = lastDayOf(noticePeriod, on)
    if (move === 'note-approval') list.isApproved = true
    if (move !== 'carry-out') return []
    for (const n of left.keys()) Object.assign(kept[n] ?? {}, { isGone: true })
    return [...left.keys()]
  }
  return (command) => {
    const disposed = doing(command)
    return { isLet: disposed !== undefined, disposed: disposed ?? [], due: due() }
  }
}

function isOpen({ state }: Listed): boolean {
  return state !== 'carried-out' && state !== 'withdrawn'
}
