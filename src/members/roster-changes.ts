import { isOn, type Chart } from './chain.ts'
import type { RosterRow } from './roster.ts'
import type { Member, RosterChange } from './schema.ts'
import { hasSign } from './sign.ts'

const fields = ['name', 'kind', 'badge', 'rank', 'unit', 'email', 'language'] as const

/**
 * What the good lines of a file change about members the roster has: each field, position and supervisor before and
 * after. The first day of somebody known is kept, and said to be where the file has another.
 */
export function changesOf(
  rows: readonly RosterRow[],
  present: readonly Member[],
  chart: Chart,
  on: string,
): RosterChange[] {
  const byId = new Map(present.map((one) => [one.memberId, one]))
  const seats = seatsOf(chart, on)
  return rows.flatMap((row) => {
    const member = byId.get(row.memberId ?? '')
    if (!member) return []
    const changes: RosterChange[] = []
    const differ = (column: string, before: string | null, after: string | null, isKept = false): void => {
      if (before !== after)
        changes.push({
          line: row.line,
          memberId: member.memberId,
          name: member.name,
          column,
          before,
          after,
          isKept,
        })
    }
    for (const field of fields) differ(field, member[field], row.form[field])
    if (row.saidFrom !== member.from) differ('from', member.from, row.saidFrom, true)
    if (row.to !== null) differ('to', member.to, row.to)
    const seat = seats.get(member.memberId)
    if (row.position !== null && !(row.to !== null && row.to <= on)) {
      differ('position', seat?.title ?? null, row.position)
      // Whoever names nobody, and stays where they are, keeps their supervisor.
      if (row.supervisor !== null || row.position !== seat?.title)
        differ(
          'supervisor',
          byId.get(seat?.aboveId ?? '')?.name ?? null,
          nameOf(row.supervisor, rows, present),
        )
    }
    return changes
  })
}

/** Where everybody sits that day, and whose seat is above. */
function seatsOf(
  chart: Chart,
  on: string,
): ReadonlyMap<string, { title: string; aboveId: string | undefined }> {
  const positions = new Map(
    chart.positions.filter((one) => isOn(one, on)).map((one) => [one.positionId, one]),
  )
  const holdings = chart.holdings.filter((one) => isOn(one, on) && !one.acting)
  const sitting = new Map(holdings.map((one) => [one.positionId, one.memberId]))
  return new Map(
    holdings.flatMap(({ memberId, positionId }) => {
      const position = positions.get(positionId)
      const aboveId = sitting.get(position?.reportsTo ?? '')
      return position ? [[memberId, { title: position.title, aboveId }] as const] : []
    }),
  )
}

/** Whom a badge or an e-mail address means: a line of the file, or somebody who serves. */
function nameOf(sign: string | null, rows: readonly RosterRow[], present: readonly Member[]): string | null {
  if (sign === null) return null
  const wanted = sign.toLowerCase()
  const row = rows.find(({ form }) => hasSign(form, wanted))
  return row?.form.name ?? present.find((one) => one.to === null && hasSign(one, wanted))?.name ?? sign
}
