import type { z } from 'zod'
import {
  noticeMovedSchema,
  noticeViewSchema,
  wordsSchema,
  type noticeMoveSchema,
} from '../../posts/notices/schema.ts'
import { templates } from '../../posts/notices/templates.ts'
import { later } from '../../platform/day.ts'
import { everyPage, momentOn, type Outreach } from './outreach.ts'
import { noticesTold, type NoticeTold } from './notices-told.ts'

type Move = z.infer<typeof noticeMoveSchema>['move']
const contact = '203-555-0100'

/** The notices of the year: signed or approved, looked at afterwards, cancelled, found, over, or still in force. */
export function tellNotices(outreach: Outreach): void {
  for (const notice of noticesTold.filter(({ day }) => day >= outreach.speaksSince))
    outreach.on(notice.day, notice.time, () => gives(outreach, notice))
}

async function gives(outreach: Outreach, told: NoticeTold): Promise<void> {
  const { teller } = outreach
  const { kind, area, polygon = null, fate, isReviewed } = told
  const { severity, urgency, certainty, isTimeSensitive } = templates[kind]
  const expires = later(teller.now(), { hours: told.hours })
  const fields = told.fields((day, time) => momentOn(outreach, day, time))
  const asked = { kind, fields, area, expires }
  const texts = await teller.send('west', wordsSchema, 'POST', '/api/notices/words', asked)
  const content = {
    kind,
    fields,
    texts,
    severity,
    urgency,
    certainty,
    area: { words: area, polygon },
    effective: teller.now(),
    expires,
    contact,
    accounts: everyPage(outreach),
  }
  const { noticeId } = await teller.send('west', noticeMovedSchema, 'POST', '/api/notices', { content })
  const move = (who: string, made: Move, remarks?: string): Promise<void> =>
    moves(outreach, who, noticeId, made, remarks)
  if (isTimeSensitive) await move('west', 'sign', 'It cannot wait for a second signature.')
  else {
    await move('west', 'submit')
    await move('nash', 'approve', 'It says what is known, and asks for nothing that is not ours to ask.')
  }
  const { state, deliveries } = await teller.get('west', noticeViewSchema, `/api/notices/${noticeId}`)
  const stuck = deliveries.find((one) => one.state !== 'done')
  if (state !== 'in-force' || stuck)
    throw new Error(
      `the notice of day ${told.day} is ${state}: ${stuck?.network ?? ''} ${stuck?.sentence ?? ''}`,
    )
  if (isReviewed && isTimeSensitive) teller.after(3, () => move('nash', 'confirm', 'Rightly signed.'))
  if (fate === 'cancel')
    teller.after(4, () => move('west', 'cancel', 'The water has gone down; nothing more is to be feared.'))
  if (fate === 'over')
    teller.after(told.hours + 2, () => move('west', kind === 'road-closure' ? 'tell-over' : 'let-be'))
  if (fate === 'found') teller.after(20, () => move('west', 'find'))
}

async function moves(
  { teller, sent }: Outreach,
  who: string,
  noticeId: string,
  move: Move,
  remarks?: string,
): Promise<void> {
  const url = `/api/notices/${noticeId}`
  const { version, contentHash } = await teller.get(who, noticeViewSchema, url)
  const said = { move, version, contentHash, ...(remarks === undefined ? {} : { remarks }) }
  await teller.send(who, noticeMovedSchema, 'POST', `${url}/move`, said)
  await sent()
}
