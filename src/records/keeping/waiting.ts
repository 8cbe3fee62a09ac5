import type { MemberCaller } from '../../members/caller.ts'
import { may } from '../../members/may.ts'
import type { Waiting } from '../../members/waiting.ts'
import { startOf } from '../../permissions/deadlines.ts'
import { dayIn } from '../../platform/day.ts'
import { ruleDisposition } from './disposition.ts'
import { dispositionSettings, findDisposition, officesOf, standingOf } from './disposition-store.ts'
import { holdsNotSearched } from './hold-searches.ts'
import type { DispositionMove } from './moves.ts'
import { dispositionTable } from './moves.ts'
import { rulesOf } from './series-store.ts'

const most = 50

/** What waits for a member about keeping: records that are due, lists to sign, holds to release, records of no series. */
export async function keepingWaiting(caller: MemberCaller, at: string): Promise<Waiting[]> {
  const { db, agency } = caller
  const { settings } = await dispositionSettings(db, agency.agencyId)
  const offices = await officesOf(caller, settings, at)
  const asked: Promise<Waiting[]>[] = []
  if (may(caller, 'holds.move')) asked.push(releases(caller))
  if (offices.custodian || offices.second) asked.push(lists(caller, { offices, settings, at }))
  if (offices.custodian) asked.push(due(caller), withoutSeries(caller, at), searches(caller, at))
  return (await Promise.all(asked)).flat()
}

/** Releases that somebody else asked for. */
async function releases({ db, agency, member }: MemberCaller): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('holdStanding')
    .innerJoin('hold', (join) =>
      join
        .onRef('hold.agencyId', '=', 'holdStanding.agencyId')
        .onRef('hold.holdId', '=', 'holdStanding.holdId'),
    )
    .innerJoin('holdStep', (join) =>
      join
        .onRef('holdStep.agencyId', '=', 'holdStanding.agencyId')
        .onRef('holdStep.holdId', '=', 'holdStanding.holdId')
        .onRef('holdStep.n', '=', 'holdStanding.version'),
    )
    .select(['hold.holdId', 'hold.title', 'holdStep.at', 'holdStep.reason'])
    .where('hold.agencyId', '=', agency.agencyId)
    .where('holdStanding.state', '=', 'release-asked')
    .where('holdStanding.askedBy', '<>', member.memberId)
    .orderBy('holdStep.at')
    .limit(most)
    .execute()
  return rows.map(({ holdId, title, at, reason }) => ({
    kind: 'hold.release',
    subject: holdId,
    title: `may the hold “${title}” be released? ${reason ?? ''}`.trim(),
    since: at,
    deadline: null,
    href: `/records/holds/${holdId}`,
  }))
}

/** Holds whose search could not be run. */
async function searches({ db, agency }: MemberCaller, at: string): Promise<Waiting[]> {
  const holds = await holdsNotSearched(db, agency.agencyId)
  return holds.map(({ holdId, title }) => ({
    kind: 'hold.search',
    subject: holdId,
    title: `what the hold “${title}” looks for could not be searched; search again`,
    since: at,
    deadline: null,
    href: `/records/holds/${holdId}`,
  }))
}

const says: { readonly [move in DispositionMove]?: string } = {
  sign: 'waits for your signature',
  countersign: 'waits for the second signature',
  'give-notice': 'waits for notice to be given',
  'note-approval': 'waits for the approval of the State',
  'carry-out': 'may be carried out',
}

/** Lists whose next move is this member's. */
async function lists(
  { db, agency, member }: MemberCaller,
  {
    offices,
    settings,
    at,
  }: {
    offices: Parameters<typeof ruleDisposition>[2]['offices']
    settings: Parameters<typeof ruleDisposition>[3]
    at: string
  },
): Promise<Waiting[]> {
  const { agencyId, zone } = agency
  const rows = await db
    .selectFrom('disposition')
    .innerJoin('dispositionStep', (join) =>
      join
        .onRef('dispositionStep.agencyId', '=', 'disposition.agencyId')
        .onRef('dispositionStep.dispositionId', '=', 'disposition.dispositionId')
        .onRef('dispositionStep.version', '=', 'disposition.version'),
    )
    .select(['disposition.dispositionId', 'disposition.state', 'dispositionStep.at'])
    .where('disposition.agencyId', '=', agencyId)
    .where('disposition.state', 'not in', ['carried-out', 'withdrawn'])
    .orderBy('disposition.dispositionId')
    .limit(most)
    .execute()
  const found: Waiting[] = []
  for (const { dispositionId, state, at: since } of rows) {
    const list = await findDisposition(db, agencyId, dispositionId)
    const actor = { by: member.memberId, offices, today: dayIn(zone, at) }
    // The last that may be done is the one that brings it furthest.
    const next = Object.keys(dispositionTable[state]).findLast((name) => {
      const move = isMove(name) ? name : 'withdraw'
      if (move === 'note-approval' && (list.approval !== null || !settings.needsApproval)) return false
      return says[move] !== undefined && ruleDisposition(standingOf(list), move, actor, settings).ok
    })
    if (next !== undefined && isMove(next))
      found.push({
        kind: `disposition.${next}`,
        subject: dispositionId,
        title: `list ${list.number}, ${list.title}: ${says[next] ?? ''}`,
        since,
        deadline: null,
        href: `/records/dispositions/${dispositionId}`,
      })
  }
  return found
}

function isMove(name: string): name is DispositionMove {
  return Object.hasOwn(says, name)
}

/** Series with something due. */
async function due({ db, agency }: MemberCaller): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('seriesDue')
    .innerJoin('series', (join) =>
      join
        .onRef('series.agencyId', '=', 'seriesDue.agencyId')
        .onRef('series.seriesId', '=', 'seriesDue.seriesId'),
    )
    .select(['series.seriesId', 'title', 'things', 'isExact', 'since'])
    .where('seriesDue.agencyId', '=', agency.agencyId)
    .where('things', '>', 0)
    .orderBy('since')
    .execute()
  return rows.map(({ seriesId, title, things, isExact, since }) => ({
    kind: 'records.due',
    subject: seriesId,
    title: `${things.toLocaleString('en')}${isExact ? '' : ' or more'} ${things === 1 ? 'record is' : 'records are'} due for disposition: ${title}`,
    since: startOf(since, agency.zone),
    deadline: null,
    href: `/records/dispositions?series=${encodeURIComponent(seriesId)}`,
  }))
}

/** Records that no rule puts into a series: they are never disposed of until somebody says where they belong. */
async function withoutSeries({ db, agency }: MemberCaller, at: string): Promise<Waiting[]> {
  const { agencyId } = agency
  const { version } = await rulesOf(db, agencyId)
  // An agency that has loaded no series yet has nothing but records without one.
  if (version === 0) return []
  const oldest = await db
    .selectFrom('record')
    .select('at')
    .where('agencyId', '=', agencyId)
    .where('seriesId', 'is', null)
    .where('seriesWhy', 'is not', null)
    .where('disposedIn', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (!oldest) return []
  return [
    {
      kind: 'records.no-series',
      subject: agencyId,
      title: 'records belong to no record series',
      since: oldest.at < at ? oldest.at : at,
      deadline: null,
      href: '/records/retention',
    },
  ]
}
