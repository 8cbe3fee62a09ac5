import { sql, type ExpressionBuilder, type ExpressionWrapper, type RawBuilder, type SqlBool } from 'kysely'
import { relationsOf, type Role } from '../members/access.ts'
import { below, chiefOn, holderOf, isOn, type Chart } from '../members/chain.ts'
import type { Settings } from '../adoption/settings.ts'
import type { Tables } from '../platform/db.ts'
import { seatKey } from './desks.ts'

/** What ties a member to requests and permissions on a day: the access table's relations, spelled out. */
export interface Sight {
  memberId: string
  /** Everything of the agency, drafts of others apart. */
  isAll: boolean
  /** Those whose chain leads over this member. */
  below: readonly string[]
  /** The desks this member sits at, and the matters for which the Chief designated them. */
  seats: readonly string[]
  designated: readonly string[]
  givesOpinions: boolean
  hearsAppeals: boolean
  isCounsel: boolean
}

/** What a member sees of requests or of permissions; `settings` are those of the order in force, if there is one. */
export function sightOf(
  chart: Chart,
  member: { memberId: string; roles: ReadonlySet<Role> },
  action: 'requests.see' | 'permissions.see',
  settings: Settings | undefined,
  on: string,
): Sight {
  const { memberId, roles } = member
  const relations = relationsOf(action, roles)
  const seats = chart.holdings
    .filter((one) => one.memberId === memberId && isOn(one, on))
    .map((one) => one.positionId)
    .filter((positionId) => holderOf(chart, positionId, on)?.memberId === memberId)
    .map((position) => seatKey({ position }))
  const isCounsel = settings?.counsel.memberId === memberId
  return {
    memberId,
    isAll: relations.has('in-agency'),
    below: relations.has('in-my-chain') ? below(chart, memberId, on) : [],
    seats: chiefOn(chart, on)?.memberId === memberId ? [...seats, 'chief'] : seats,
    designated: chart.designations
      .filter((one) => one.memberId === memberId && isOn(one, on))
      .flatMap((one) => one.matters),
    givesOpinions: isCounsel && settings.opinionBy.includes('counsel'),
    hearsAppeals: settings?.appealTo.memberId === memberId,
    isCounsel,
  }
}

type Row<Table extends keyof Tables> = ExpressionBuilder<Tables, Table>

/** Lies it on a desk of this member, or asks for their word? */
export function isMineToDo(sight: Sight, row: Row<'request'>): ExpressionWrapper<Tables, 'request', SqlBool> {
  const { memberId, seats, designated, givesOpinions, hearsAppeals, isCounsel } = sight
  const at = (seat: string): ExpressionWrapper<Tables, 'request', SqlBool> => row('seat', '=', seat)
  return row.or([
    ...seats.map(at),
    ...(designated.length > 0 ? [row.and([at('chief'), row('matter', 'in', designated)])] : []),
    ...(givesOpinions ? [row.and([at('chief'), row('kind', '=', 'opinion')])] : []),
    ...(hearsAppeals ? [at('appeal'), row('state', '=', 'on-appeal')] : []),
    ...(isCounsel ? [row('state', '=', 'with-counsel')] : []),
    row.and([
      row('state', '=', 'awaiting-consent'),
      row.exists(
        row
          .selectFrom('requestConsent as asked')
          .select(sql`1`.as('one'))
          .whereRef('asked.agencyId', '=', 'request.agencyId')
          .whereRef('asked.requestId', '=', 'request.requestId')
          .where('asked.memberId', '=', memberId)
          .where('asked.answer', 'is', null),
      ),
    ]),
  ])
}

/** May this member see a request? A draft that was never submitted is its author's alone. */
export function seesRequest(
  sight: Sight,
  row: Row<'request'>,
): ExpressionWrapper<Tables, 'request', SqlBool> {
  const { memberId, isAll, below: lower } = sight
  const isNamed = row.exists(
    row
      .selectFrom('requestConsent as named')
      .select(sql`1`.as('one'))
      .whereRef('named.agencyId', '=', 'request.agencyId')
      .whereRef('named.requestId', '=', 'request.requestId')
      .where('named.memberId', '=', memberId),
  )
  const hasSpoken = row.exists(
    row
      .selectFrom('requestStep as spoken')
      .select(sql`1`.as('one'))
      .whereRef('spoken.agencyId', '=', 'request.agencyId')
      .whereRef('spoken.requestId', '=', 'request.requestId')
      .where('spoken.madeBy', '=', memberId),
  )
  const isMine = row('author', '=', memberId)
  if (isAll) return row.or([isMine, row('submittedAt', 'is not', null)])
  return row.or([
    isMine,
    row.and([
      row('submittedAt', 'is not', null),
      row.or([
        isNamed,
        hasSpoken,
        isMineToDo(sight, row),
        ...(lower.length > 0 ? [row('author', 'in', lower)] : []),
      ]),
    ]),
  ])
}

/** May this member see a permission of the register? */
export function seesPermission({ memberId, isAll, below: lower, designated }: Sight): RawBuilder<boolean> {
  if (isAll) return sql`true`
  return sql`(holder = ${memberId} or decided_by = ${memberId}
    or holder = any (${lower}) or matter = any (${designated})
    or exists (select from request_consent as named where named.agency_id = permission.agency_id
      and named.request_id = permission.request_id and named.member_id = ${memberId}))`
}
