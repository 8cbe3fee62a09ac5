import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { MemberCaller } from '../../members/caller.ts'
import { dayIn } from '../../platform/day.ts'
import { paperOf, type Typed } from '../../platform/typst.ts'
import { dispositionSettings } from './disposition-store.ts'
import type { dispositionSchema } from './schema.ts'
import { inWords } from './series.ts'

type View = z.infer<typeof dispositionSchema>

const template = readFileSync(join(import.meta.dirname, 'disposition.typ'), 'utf8')

/** A part of a paper: facts by name, or a table, and sentences. */
interface Part {
  readonly [name: string]: Typed
  title: string
  facts: readonly (readonly [string, string])[] | null
  head: readonly string[] | null
  widths: readonly string[] | null
  rows: readonly (readonly string[])[] | null
  says: readonly string[]
}

const part = (title: string, told: Partial<Part>): Part => ({
  title,
  facts: null,
  head: null,
  widths: null,
  rows: null,
  says: [],
  ...told,
})

/**
 * What Connecticut's form RC-075 asks of a municipality, in a layout of our own: the office, each series with its dates,
 * volume and authority, what is certified, and the signatures of the town and of the State.
 */
export async function form075Pdf(caller: MemberCaller, view: View): Promise<Uint8Array | undefined> {
  const { agency } = caller
  const { settings } = await dispositionSettings(caller.db, agency.agencyId)
  const at = view.carriedOutAt ?? view.steps.at(-1)?.at ?? view.proposedAt
  return paperOf(
    template,
    {
      agency: agency.name,
      title: 'Records disposition authorization (RC-075)',
      lead: 'The particulars that form RC-075 asks for. This is not the State’s own sheet; it may be copied onto it, or attached to it.',
      day: dayIn(agency.zone, at),
      footer: `${agency.name}, list ${view.number}`,
      parts: [
        part('Office', {
          facts: [
            ['Municipality or agency', agency.name],
            ['Department or office', settings.office ?? agency.name],
            ['Address', settings.address ?? ''],
            ['Telephone', settings.phone ?? ''],
            ['Number of the list', view.number],
            ['Prepared by', `${view.proposedBy.name}, ${dayIn(agency.zone, view.proposedAt)}`],
          ],
        }),
        part('Records', await recordsPart(caller, view)),
        part('Certification', {
          says: [
            'The retention period of every record on this list is over. None of them is needed for a pending or likely claim or litigation, an audit, an inquiry or a grievance, and no request for records that is open, or may still be appealed, touches any of them. This was looked at again at each signature, and is looked at once more in the transaction that disposes of them.',
          ],
        }),
        part('Signatures of the agency', { ...signatures(caller, view) }),
        part('Approval of the State', approvalPart(view, settings.approver)),
        ...noticePart(view),
      ],
    },
    at,
  )
}

/** The certificate: what was destroyed, by whom, by what authority, and where the ledger says so. */
export async function certificatePdf(caller: MemberCaller, view: View): Promise<Uint8Array | undefined> {
  const { agency } = caller
  const at = view.carriedOutAt ?? view.proposedAt
  const { settings } = await dispositionSettings(caller.db, agency.agencyId)
  const by = view.steps.findLast(({ move }) => move === 'carry-out')?.by.name ?? ''
  return paperOf(
    template,
    {
      agency: agency.name,
      title: 'Certificate of disposition',
      lead: `The records of list ${view.number} were destroyed on ${dayIn(agency.zone, at)}.`,
      day: dayIn(agency.zone, at),
      footer: `${agency.name}, certificate of list ${view.number}`,
      parts: [
        part('What was destroyed', {
          facts: [
            ['Description', view.description],
            ['Records', `${view.records} records of ${view.things} things, of ${view.first} to ${view.last}`],
            ['Carried out', `${at} (UTC), by ${by}`],
            ['Entry of the ledger', view.entryId ?? ''],
            [
              'How',
              'Their entries, words, versions, pictures and search index were removed from the database, and bytes that nothing else names from the store. The ledger keeps the hash of each, so that it still verifies, and names each in the entry above. Keys of backups older than this are destroyed once a newer one is verified.',
            ],
            ['Files still to be removed', view.blobsToRemove === 0 ? 'none' : String(view.blobsToRemove)],
          ],
        }),
        part('By series', await recordsPart(caller, view)),
        part('Signatures', { ...signatures(caller, view) }),
        part('Approval of the State', approvalPart(view, settings.approver)),
        ...noticePart(view),
      ],
    },
    at,
  )
}

/** One row a series, as the list stands. A thing whose records are of several series counts in each. */
async function recordsPart({ db, agency }: MemberCaller, view: View): Promise<Partial<Part>> {
  const { rows } = await sql<{
    seriesId: string
    title: string
    period: string
    authority: string
    things: number
    records: number
    first: string
    last: string
  }>`
    select s.series_id, s.title, s.period, s.authority, count(*)::int as things,
      sum(cardinality(l.records))::int as records, min(l.first_on) as first, max(l.last_on) as last
    from disposition_series s
    join disposition_line l on l.agency_id = s.agency_id and l.disposition_id = s.disposition_id
      and s.series_id = any (l.series)
    where s.agency_id = ${agency.agencyId} and s.disposition_id = ${view.dispositionId}
      and not exists (select from disposition_fallen f where f.agency_id = l.agency_id
        and f.disposition_id = l.disposition_id and f.thing = l.thing)
    group by s.series_id, s.title, s.period, s.authority order by s.series_id`.execute(db)
  return {
    head: ['Series', 'Title', 'Dates', 'Volume', 'Period', 'Authority'],
    widths: ['1.2', '2', '1.5', '1.6', '1', '1.6'],
    rows: rows.map(({ seriesId, title, period, authority, things, records, first, last }) => [
      seriesId,
      title,
      `${first} to ${last}`,
      `electronic: ${things} things, ${records} records`,
      inWords(period),
      authority,
    ]),
  }
}

function signatures({ agency }: MemberCaller, { signatures: signed }: View): Partial<Part> {
  const line = (as: 'custodian' | 'second'): string => {
    const one = signed.find((signature) => signature.as === as)
    return one ? `${one.by.name}, signed in Decorum on ${dayIn(agency.zone, one.at)}` : ''
  }
  return {
    facts: [
      ['Records custodian', line('custodian')],
      ['Chief, or whom the agency names', line('second')],
    ],
  }
}

function approvalPart({ approval }: View, approver: string): Partial<Part> {
  return {
    facts: [
      ['Approved by', approval?.by ?? approver],
      ['Number of the approval', approval?.number ?? ''],
      ['Date', approval?.on ?? ''],
    ],
  }
}

function noticePart({ notice }: View): Part[] {
  if (!notice) return []
  return [
    part('Notice', {
      facts: [
        ['Given to', notice.to],
        ['By authority of', notice.authority],
        ['On', notice.on],
        ['How', notice.how],
        ['Ran until', notice.until],
      ],
    }),
  ]
}
