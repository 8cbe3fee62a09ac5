import { recordsSchema } from '../../records/schema.ts'
import {
  changedHoldSchema,
  dispositionsSchema,
  dispositionSchema,
  dueSchema,
  movedDispositionSchema,
  seriesListSchema,
  settingsViewSchema,
} from '../../records/keeping/schema.ts'
import { responsiveListSchema, reviewedSchema } from '../../records/requests/review-schema.ts'
import {
  listSchema,
  movedSchema,
  requestViewSchema,
  type RequestView,
} from '../../records/requests/schema.ts'
import { responsiveDoneSchema } from '../../records/requests/set-schema.ts'
import {
  changedSchema,
  settingsViewSchema as lawSettingsSchema,
} from '../../records/requests/settings-schema.ts'
import { holidaysAfter } from './holidays.ts'
import type { Outreach } from './outreach.ts'
import { addDays } from './requesting.ts'
import { done, type Teller } from './teller.ts'

/**
 * Made up for this town: no schedule of any state says this. A comment and what was decided on it are one thing, which is
 * disposed of whole: with another period for decisions, hardly a comment would ever be due.
 */
const schedule = `id,title,period,starts,authority,kinds
RV-10,Posts and notices of the department,P7Y,created,"Example schedule of Riverton, 1",post notice
RV-11,What residents write below them,P6M,created,"Example schedule of Riverton, 2",comment
RV-12,What was decided on it,P6M,created,"Example schedule of Riverton, 3",moderation
RV-13,Appeals of residents,P3Y,closed,"Example schedule of Riverton, 4",appeal
RV-20,Requests and permissions of members,P5Y,closed,"Example schedule of Riverton, 5",request permission
RV-21,Acknowledgements,P2Y,created,"Example schedule of Riverton, 6",acknowledgement
RV-30,Pages of the department,permanent,created,"Example schedule of Riverton, 7",page
RV-31,Orders,permanent,created,"Example schedule of Riverton, 8",order
`

/** Before this day of the story nobody asks for a record. */
export const recordsAskedSince = 290

/** What becomes of what the town wrote and was written: kept by its series, held, asked for, disposed of. */
export function tellRecords(outreach: Outreach): void {
  const { on, speaksSince } = outreach
  on(Math.max(90, speaksSince), '10:10', () => settles(outreach))
  on(296, '12:05', () => asks(outreach, trailer))
  on(302, '11:20', () => holds(outreach))
  if (speaksSince < 100) on(340, '09:35', () => disposes(outreach))
  on(370, '13:45', () => asks(outreach, rules))
}

interface Asked {
  wants: string
  name: string
  email: string
  /** What the custodian searches for; absent: it lies there still. */
  words?: string
}
const trailer: Asked = {
  wants:
    'Everything that people wrote below the post about the trailer of the school garden, and what was hidden of it.',
  name: 'Rosa Rivas',
  email: 'rosa.rivas@mail.example',
  words: '"trailer" OR "van" OR "park"',
}
const rules: Asked = {
  wants:
    'All comments that were deleted or hidden on the pages of the Police Department this year, with the reason for each.',
  name: 'Paul Prior',
  email: 'prior@courier.example',
}

/** The clerk loads the schedule, and says who answers for records. */
async function settles({ teller }: Outreach): Promise<void> {
  await teller.send('lopez', done, 'POST', '/api/series/load', { csv: schedule })
  const { version, settings } = await teller.get('lopez', lawSettingsSchema, '/api/records-requests/settings')
  await teller.send('lopez', changedSchema, 'PUT', '/api/records-requests/settings', {
    version,
    settings: {
      ...settings,
      custodian: {
        title: 'Records Custodian, Riverton Police Department',
        address: '1 Main Street, Riverton, CT 06000',
        email: 'records@riverton.example',
        phone: '203-555-0101',
      },
    },
  })
  const disposing = await teller.get('diaz', settingsViewSchema, '/api/disposition-settings')
  await teller.send('diaz', done, 'PUT', '/api/disposition-settings', {
    version: disposing.version,
    settings: { ...disposing.settings, office: 'Police Department', address: '1 Main Street, Riverton' },
  })
  for (const [day, name] of holidaysAfter(teller.today()))
    await teller.send('lopez', done, 'POST', '/api/holidays', { day, name })
}

/** A lawsuit is announced: nothing about that post is disposed of before it is over. */
async function holds({ teller }: Outreach): Promise<void> {
  const found = await teller.get('kim', recordsSchema, '/api/records?kind=post&words=trailer&limit=1')
  const [post] = found.items
  if (!post) throw new Error('the post about the trailer is no record')
  await teller.send('kim', changedHoldSchema, 'POST', '/api/holds', {
    matter: 'litigation',
    ref: 'Superior Court, not yet numbered',
    title: 'Announced suit about the post on the trailer',
    on: { threads: [post.thread] },
  })
}

/** A resident asks by the form on the site, without an account. */
async function asks(outreach: Outreach, asked: Asked): Promise<void> {
  const { teller } = outreach
  const { wants, name, email, words } = asked
  await teller.form('/public/records/request', { wants, name, email })
  if (words !== undefined) teller.after(21, () => answers(outreach, asked, words))
}

async function seen(teller: Teller, requestId: string): Promise<RequestView> {
  return await teller.get('lopez', requestViewSchema, `/api/records-requests/${requestId}`)
}

async function move(teller: Teller, requestId: string, made: string): Promise<void> {
  const { version } = await seen(teller, requestId)
  const url = `/api/records-requests/${requestId}/move`
  await teller.send('lopez', movedSchema, 'POST', url, { move: made, version })
}

/** The custodian acknowledges, searches, reviews; counsel looks at each once more; two days later it is released. */
async function answers({ teller }: Outreach, { wants }: Asked, words: string): Promise<void> {
  const { items } = await teller.get('lopez', listSchema, '/api/records-requests?state=open')
  const request = items.find((one) => one.wants === wants)
  if (!request) throw new Error('the request did not arrive')
  const { requestId } = request
  const url = `/api/records-requests/${requestId}`
  await move(teller, requestId, 'acknowledge')
  await move(teller, requestId, 'search')
  const query = { words, kind: ['comment'], from: addDays(teller.today(), -12) }
  await teller.send('lopez', done, 'PUT', `${url}/searches`, { query })
  const { version, searches } = await seen(teller, requestId)
  const search = searches.at(-1)?.searchId ?? null
  await teller.send('lopez', responsiveDoneSchema, 'POST', `${url}/responsive`, { version, search })
  await move(teller, requestId, 'review')
  const responsive = await teller.get('lopez', responsiveListSchema, `${url}/responsive?limit=100`)
  for (const { recordId, author, words: said } of responsive.items) {
    // Whoever saw something and is not of age is not named.
    const isWitness = said.includes('white van')
    const reviewed = await teller.send('lopez', reviewedSchema, 'PUT', `${url}/review/${recordId}`, {
      version: 0,
      state: isWitness ? 'redact' : 'release',
      redactions: isWitness
        ? [
            {
              field: 'author',
              start: 0,
              end: Array.from(author ?? '').length,
              exemption: 'minor-witness',
              reason: 'The writer told the officer who called that they are sixteen, and saw the van.',
            },
          ]
        : [],
    })
    const agreed = { version: reviewed.version, agrees: true }
    await teller.send('kim', reviewedSchema, 'POST', `${url}/review/${recordId}/second`, agreed)
  }
  teller.after(44, () => move(teller, requestId, 'release'))
}

/** What residents wrote half a year ago and longer is disposed of, with two signatures and the State’s approval. */
async function disposes({ teller }: Outreach): Promise<void> {
  const { items } = await teller.get('lopez', dueSchema, '/api/dispositions/due')
  const comments = items.find(({ seriesId }) => seriesId === 'RV-11')
  if (!comments) throw new Error('no comment of residents is due')
  const { items: series } = await teller.get('lopez', seriesListSchema, '/api/series')
  if (series.length !== 8) throw new Error('the schedule was not loaded')
  await teller.send('lopez', done, 'POST', '/api/dispositions', {
    seriesId: 'RV-11',
    description: 'What residents wrote below posts of the department, half a year ago and longer',
  })
  await moveList(teller, 'lopez', 'sign')
  teller.after(24, async () => {
    await moveList(teller, 'diaz', 'countersign')
    teller.after(24 * 9, async () => {
      const approval = { number: 'RV-2026-17', on: teller.today() }
      await moveList(teller, 'lopez', 'note-approval', { approval })
      await moveList(teller, 'lopez', 'carry-out')
    })
  })
}

async function moveList(teller: Teller, who: string, made: string, rest: object = {}): Promise<void> {
  const { items } = await teller.get(who, dispositionsSchema, '/api/dispositions?state=open')
  const [list] = items
  if (!list) throw new Error('there is no list to sign')
  const url = `/api/dispositions/${list.dispositionId}`
  const { version } = await teller.get(who, dispositionSchema, url)
  await teller.send(who, movedDispositionSchema, 'POST', `${url}/move`, { move: made, version, ...rest })
}
