import { chainAbove, chiefOn, designeesFor, holderOf, type Chart } from '../members/chain.ts'
import type { Path } from '../policy/ruling.ts'
import type { Desk, Office, Seats } from './request.ts'

/** The way of a matter with those who may give it, as the adopted order has it. */
export type Way = Path & { givers: readonly string[] }

/** What an agency settled of appeals and counsel. */
export interface Settled {
  appealTo: { title: string; memberId: string | null }
  counsel: { memberId: string | null }
}

/** What a desk's chair is called. */
export const chiefsTitle = 'Chief of Police'

/**
 * The desks that a request is laid on, as the chain stands on this day. Through the chain every desk below the Chief
 * endorses; asked directly, the giver alone decides, a supervisor before the Chief. The Chief's own request goes to
 * whoever hears appeals. Where colleagues alone permit there are none.
 */
export function desksFor(chart: Chart, author: string, way: Way, settled: Settled, on: string): Desk[] {
  if (way.givers.every((giver) => giver === 'coworker')) return []
  const last: Desk =
    chiefOn(chart, on)?.memberId === author
      ? { seat: 'appeal', title: settled.appealTo.title, does: 'decide', heard: null }
      : { seat: 'chief', title: chiefsTitle, does: 'decide', heard: null }
  const below = chainAbove(chart, author, on).filter((desk) => desk.office !== 'chief')
  const lay = ({ positionId, title }: (typeof below)[number], does: Desk['does']): Desk => ({
    seat: { position: positionId },
    title,
    does,
    heard: null,
  })
  if (way.via === 'chain') return [...below.map((desk) => lay(desk, 'endorse')), last]
  const supervisor = below.find((desk) => desk.holder !== undefined)
  return way.givers.includes('supervisor') && supervisor ? [lay(supervisor, 'decide'), last] : [last]
}

/** Who sits where on this day: an acting Chief is the Chief (decision A10), a designee speaks where the order has one. */
export function seatsOn(
  chart: Chart,
  request: { matter: string; author: string },
  way: Way,
  settled: Settled,
  on: string,
  gone: ReadonlySet<string> = nobody,
): Seats {
  const chief = chiefOn(chart, on)?.memberId
  const { appealTo, counsel } = settled
  return {
    at: ({ seat }) => {
      if (seat === 'appeal') return speakers('appeal', appealTo.memberId)
      if (seat !== 'chief') return speakers('supervisor', holderOf(chart, seat.position, on)?.memberId)
      const designees = way.givers.includes('designee') ? designeesFor(chart, request.matter, on) : []
      return [
        ...(way.givers.includes('chief') ? speakers('chief', chief) : []),
        ...speakers('designee', ...designees.filter((one) => one !== chief)),
        ...(way.givers.includes('counsel') ? speakers('counsel', counsel.memberId) : []),
      ]
    },
    appeal: appealTo.memberId,
    counsel: counsel.memberId,
    gone: (memberId) => gone.has(memberId),
    desks: () => desksFor(chart, request.author, way, settled, on),
  }
}

const nobody: ReadonlySet<string> = new Set()

function speakers(
  office: Office,
  ...members: (string | null | undefined)[]
): { memberId: string; office: Office }[] {
  return members.flatMap((memberId) => (typeof memberId === 'string' ? [{ memberId, office }] : []))
}

/** A seat as one word, so that a list can ask for the requests that lie on it. */
export function seatKey(seat: Desk['seat']): string {
  return typeof seat === 'string' ? seat : `position:${seat.position}`
}
