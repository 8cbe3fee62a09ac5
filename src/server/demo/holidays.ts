import { Temporal } from 'temporal-polyfill'

/** On the same day of each year. */
const fixedHolidays: readonly [monthAndDay: string, name: string][] = [
  ['01-01', 'New Year’s Day'],
  ['02-12', 'Lincoln’s Birthday'],
  ['06-19', 'Juneteenth'],
  ['07-04', 'Independence Day'],
  ['11-11', 'Veterans Day'],
  ['12-25', 'Christmas Day'],
]
/** On a day of the week, 1 Monday to 7 Sunday: the first of its kind from that day of the month on. */
const movingHolidays: readonly [from: string, weekday: number, name: string][] = [
  ['01-15', 1, 'Martin Luther King Day'],
  ['02-15', 1, 'Washington’s Birthday'],
  ['05-25', 1, 'Memorial Day'],
  ['09-01', 1, 'Labor Day'],
  ['10-08', 1, 'Columbus Day'],
  ['11-22', 4, 'Thanksgiving Day'],
]

/** The days on which the town's offices are closed, of this year and the next; one on a Sunday is kept on the Monday. */
export function holidaysAfter(today: string): [day: string, name: string][] {
  const first = Temporal.PlainDate.from(today).year
  return [first, first + 1].flatMap((year) => [
    ...fixedHolidays.map(([on, name]): [string, string] => {
      const day = Temporal.PlainDate.from(`${year}-${on}`)
      return [day.add({ days: day.dayOfWeek === 7 ? 1 : 0 }).toString(), name]
    }),
    ...movingHolidays.map(([from, weekday, name]): [string, string] => {
      const day = Temporal.PlainDate.from(`${year}-${from}`)
      return [day.add({ days: (weekday - day.dayOfWeek + 7) % 7 }).toString(), name]
    }),
  ])
}
