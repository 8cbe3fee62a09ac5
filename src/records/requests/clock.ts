import { Temporal } from 'temporal-polyfill'
import type { Answered, Law, LawDays } from './law.ts'

/** What an agency's days are counted by. A day is `2026-11-21`, in the agency's zone. */
export interface Calendar {
  weekend: readonly number[]
  /** The days on which the agency is closed, as it lists them itself. */
  holidays: ReadonlySet<string>
}

/** Does the agency work on this day? */
export function isBusinessDay({ weekend, holidays }: Calendar, day: string): boolean {
  return !weekend.includes(Temporal.PlainDate.from(day).dayOfWeek) && !holidays.has(day)
}

/**
 * The last of so many days after a day, which is itself not counted. `isCounted` leaves out days on which the clock
 * stood still.
 */
export function lastOf(
  calendar: Calendar,
  day: string,
  { days, count }: Pick<LawDays, 'days' | 'count'>,
  isCounted: (day: string) => boolean = () => true,
): string {
  let at = Temporal.PlainDate.from(day)
  let left = days
  // Ten years without a day that counts: somebody listed every day as a holiday.
  for (let tried = 0; left > 0 && tried < 3_660; tried++) {
    at = at.add({ days: 1 })
    const here = at.toString()
    if (isCounted(here) && (count === 'calendar' || isBusinessDay(calendar, here))) left--
  }
  return at.toString()
}

/** The days that count from after one day up to another. */
export function daysBetween(calendar: Calendar, from: string, to: string, count: LawDays['count']): number {
  let counted = 0
  for (let at = Temporal.PlainDate.from(from).add({ days: 1 }); at.toString() <= to; at = at.add({ days: 1 }))
    if (count === 'calendar' || isBusinessDay(calendar, at.toString())) counted++
  return counted
}

/** What happened to a request, each as a day in the agency's zone. */
export interface Happened {
  receivedOn: string
  isPersonnel: boolean
  answers: readonly { kind: Answered; on: string }[]
  /** While something of the requester's was awaited. */
  waits: readonly { for: 'clarifying' | 'fee'; from: string; to: string | null }[]
  /** The latest day on which something was denied in writing. */
  deniedOn: string | null
}

export interface Clock {
  acknowledgeBy: string
  /** The last day for an answer, before silence becomes a denial where the law says so. */
  answerBy: string
  /** The first answer that ended the silence. */
  answeredOn: string | null
  /** The last day of the silence that became a denial; null while it is none. */
  deemedDeniedOn: string | null
  /** The last day for an appeal; null while nothing is denied. */
  appealBy: string | null
  stands: boolean
}

/** A law's clock over what happened, as it stands on a day. Pure: the day and the holidays are given. */
export function clockOf(law: Law, calendar: Calendar, happened: Happened, today: string): Clock {
  const { receivedOn, isPersonnel, answers, waits, deniedOn } = happened
  const rule = isPersonnel ? law.answer.personnel : law.answer
  const restarts =
    law.clock.clarifying === 'restarts'
      ? waits.filter((wait) => wait.for === 'clarifying').map(({ to }) => to ?? today)
      : []
  const start = [receivedOn, ...restarts].reduce((a, b) => (a > b ? a : b))
  const still = waits.filter((wait) => law.clock[wait.for] === 'stops')
  const isCounted = (day: string): boolean =>
    !still.some(({ from, to }) => day > from && (to === null ? day <= today : day <= to))
  const answerBy = lastOf(calendar, start, rule, isCounted)
  const acknowledgeBy = lastOf(calendar, receivedOn, law.acknowledgement)
  const breaking = answers.filter(({ kind }) => law.silence.brokenBy.includes(kind)).map(({ on }) => on)
  const answeredOn = breaking.toSorted()[0] ?? null
  const isSilent = today > answerBy && (answeredOn === null || answeredOn > answerBy)
  const deemedDeniedOn = law.silence.isDenial && isSilent ? answerBy : null
  const denials = [deniedOn, deemedDeniedOn].filter((day) => day !== null).toSorted()
  const lastDenial = denials.at(-1)
  return {
    acknowledgeBy,
    answerBy,
    answeredOn,
    deemedDeniedOn,
    appealBy: lastDenial === undefined ? null : lastOf(calendar, lastDenial, law.appeal),
    stands: waits.some(({ for: what, to }) => to === null && law.clock[what] !== 'runs'),
  }
}

/** Until when somebody may object to the disclosure of their file. */
export function objectBy(
  law: Law,
  calendar: Calendar,
  notice: { sentOn: string; receivedOn: string | null },
): string {
  const { received, sent } = law.personnel.objection
  return notice.receivedOn === null
    ? lastOf(calendar, notice.sentOn, sent)
    : lastOf(calendar, notice.receivedOn, received)
}
