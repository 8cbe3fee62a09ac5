import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import {
  adoptedSchema,
  fitSchema,
  movedSchema,
  remindedSchema,
  startedSchema,
  versionDetailSchema,
} from '../../adoption/schema.ts'
import { firstSettings, type Settings } from '../../adoption/settings.ts'
import {
  chartSchema,
  memberPageSchema,
  memberSchema,
  rosterCheckSchema,
  undercoverSchema,
} from '../../members/schema.ts'
import { doneSchema, sessionSchema } from '../../members/session-schema.ts'
import { acknowledge, type AnswerSheet } from './acknowledging.ts'
import type { Chance } from './chance.ts'
import { pack, rivertonOrder } from './document.ts'
import { joining, rosterOf, type Townsperson } from './people.ts'
import { addDays, ask, fates, type Ending, type Fate } from './requesting.ts'
import type { Teller } from './teller.ts'
import { upload } from './upload.ts'
import { wishes, type Wish } from './wishes.ts'

export interface Town {
  name: string
  zone: string
  /** The first day of the story, and how many it has. */
  first: string
  days: number
  people: readonly Townsperson[]
  requests: number
  sheet: AnswerSheet
}

const anyId = z.object({ holdingId: z.string().optional(), designationId: z.string().optional() })

/** Puts the year into the story: who serves, what binds them, what they ask for, and what becomes of it. */
export function tellYear(teller: Teller, chance: Chance, town: Town): void {
  const { people } = town
  const has = (who: string): boolean => people.some(({ key }) => key === who)
  const on = (day: number, time: string, act: () => Promise<void>): void => {
    const date = Temporal.PlainDate.from(town.first).add({ days: day })
    teller.at(date.toZonedDateTime({ timeZone: town.zone, plainTime: time }).toInstant().toString(), act)
  }
  on(0, '09:00', () => opens(teller, town))
  on(1, '10:00', () => designates(teller, has))
  on(2, '09:30', () => adopts(teller, town, 1, 1))
  on(214, '09:30', () => adopts(teller, town, 2, 14))
  for (const day of [3, 215])
    for (const [place, unit] of unitsOf(people).entries()) {
      // Two never find the time for the second.
      const asked = unit.filter((who) => day === 3 || !['boone', 'noble', 'grant'].includes(who))
      on(day + 2 * (place % 11), '09:15', () =>
        together(asked, async (who) => {
          if (!serves(who, day)) return
          await acknowledge(teller, chance.of(`${who} reads on ${day}`), who, town.sheet)
        }),
      )
    }
  for (const day of [12, 226]) on(day, '11:00', () => reminds(teller))
  looks(teller, chance, town, on)
  staff(teller, on, has)
  const own = chance.of('requests')
  const before = town.requests - recent.length
  for (let place = 0; place < town.requests; place++) {
    const each = own.of(String(place))
    const late = recent[place - before]
    const day = late ? town.days - late.ago : 5 + Math.floor(((town.days - 24) * place) / before)
    const plan = planOf(each, late?.fate ?? fates[place], late?.of)
    on(day, `${each.whole(10, 16)}:${each.whole(10, 59)}`, async () => {
      const { author, colleagues } = whoAsks(each, town, plan.wish, place, day)
      const { name, unit } = author
      await ask(teller, each, { author: author.key, name, unit, colleagues }, plan.wish, plan)
    })
  }
}

/** What is still open when the story ends: how many days ago it was asked, and how it goes. */
const recent: readonly { ago: number; fate: Fate; of?: (wish: Wish) => boolean }[] = [
  { ago: 13, fate: 'undecided', of: (wish) => wish.isPublicMatter === true && wish.matter === 'statements' },
  { ago: 12, fate: 'undecided', of: (wish) => wish.matter === 'photographs' },
  { ago: 6, fate: 'appeal-upheld', of: (wish) => wish.matter === 'job-information' },
  { ago: 5, fate: 'silent-desk' },
  { ago: 2, fate: 'approve', of: (wish) => wish.matter === 'identification' },
  { ago: 2, fate: 'approve', of: (wish) => wish.coworkers === 2 },
  { ago: 1, fate: 'approve', of: (wish) => wish.matter === 'identification' },
]

/** Who works together: they read the order, and sign in, at one roll call. */
function unitsOf(people: readonly Townsperson[]): string[][] {
  const units = Map.groupBy(people, ({ unit }) => unit.split(' ')[0])
  return [...units.values()].map((unit) => unit.map(({ key }) => key))
}

async function together(people: readonly string[], act: (who: string) => Promise<void>): Promise<void> {
  await Promise.all(people.map(act))
}

/** Everybody signs in now and then; an account that nobody uses for ninety days locks. */
function looks(
  teller: Teller,
  chance: Chance,
  { people, days }: Town,
  on: (day: number, time: string, act: () => Promise<void>) => void,
): void {
  const look = async (who: string): Promise<void> => {
    await teller.get(who, sessionSchema, '/api/session')
  }
  for (const [place, unit] of unitsOf(people).entries()) {
    const own = chance.of(`roll call ${place}`)
    for (let day = own.whole(20, 60); day < days; day += own.whole(45, 80))
      on(day, '10:05', () =>
        together(
          unit.filter((who) => serves(who, day)),
          look,
        ),
      )
  }
  if (people.some(({ key }) => key === 'tran'))
    for (const day of [joinDay + 1, joinDay + 70, joinDay + 150])
      on(day, '10:05', () =>
        together(
          joining.map(({ key }) => key),
          look,
        ),
      )
}

/** From which day on some of the town no longer serve. */
const leaving: Readonly<Record<string, number>> = { keller: 120, park: 150, ellis: 240 }
const leavesSoon = 90
/** When two join. */
const joinDay = 180
function serves(who: string, day: number): boolean {
  return day < (leaving[who] ?? Infinity) - leavesSoon
}

/** The roster of before is taken over, and the roles that no chart says are given. */
async function opens(teller: Teller, { people, first }: Town): Promise<void> {
  const csv = rosterOf(people)
  await teller.send('jones', rosterCheckSchema, 'POST', '/api/roster/check', { csv })
  await teller.send('jones', rosterCheckSchema, 'POST', '/api/roster/import', { csv })
  await teller.meet()
  for (const [who, role] of [
    ['kim', 'counsel'],
    ['lopez', 'records-custodian'],
  ] as const) {
    const url = `/api/members/${teller.idOf(who)}`
    const { member } = await teller.get('jones', memberPageSchema, url)
    await teller.send('jones', memberSchema, 'PATCH', url, { version: member.version, granted: [role] })
  }
  if (first > teller.today()) throw new RangeError('the story begins on its first day')
}

async function designates(teller: Teller, has: (who: string) => boolean): Promise<void> {
  const given = [
    ['nash', ['statements', 'page', 'official-post', 'official-confidential']],
    ['ortiz', ['job-information']],
  ] as const
  for (const [who, matters] of given)
    if (has(who))
      await teller.send('diaz', anyId, 'POST', '/api/designations', {
        memberId: teller.idOf(who),
        matters,
        from: teller.today(),
      })
  if (has('young')) await undercover(teller)
}

/** The Chief notes, and later looks up, what nobody else sees. */
async function undercover(teller: Teller): Promise<void> {
  const url = `/api/members/${teller.idOf('young')}/undercover`
  const purpose = 'Assigned to the county task force.'
  await teller.send('diaz', undercoverSchema, 'PUT', url, { undercover: true, purpose })
  teller.after(24 * 60, async () => {
    const look = { purpose: 'A request for a group picture that she is in.' }
    await teller.send('diaz', undercoverSchema, 'POST', `${url}/open`, look)
  })
}

/** The town's own order is imported, gone through provision by provision, settled and adopted. */
async function adopts(teller: Teller, town: Town, revision: 1 | 2, wait: number): Promise<void> {
  const effective = addDays(teller.today(), wait)
  const number = revision === 1 ? '7-12' : '7-12 (revised)'
  const started = { pack, number, title: 'Use of Social Media by Members of the Department' }
  const { versionId } = await teller.send('jones', startedSchema, 'POST', '/api/orders', started)
  const url = `/api/orders/${versionId}`
  const document = rivertonOrder(revision, effective)
  const file = {
    bytes: Buffer.from(document),
    name: `general-order-7-12-${revision}.md`,
    type: 'text/markdown',
  }
  const sent = await upload({ version: '1', file })
  let { version } = await teller.send('jones', movedSchema, 'POST', `${url}/document`, sent)
  const { rows } = await teller.get('jones', fitSchema, `${url}/fit`)
  for (const { citation, may } of rows) {
    const decision = may.includes('same') ? 'same' : may.includes('ours-only') ? 'ours-only' : 'not-in-ours'
    const place = `${url}/fit/${encodeURIComponent(citation)}`
    const moved = await teller.send('jones', movedSchema, 'PUT', place, { version, decision })
    version = moved.version
  }
  const settings: Settings = {
    ...firstSettings(town.name),
    deskHours: revision === 1 ? 72 : 48,
    decisionDays: revision === 1 ? 14 : 10,
    appealTo: { title: 'Town Manager', memberId: teller.idOf('reyes') },
    counsel: { memberId: teller.idOf('kim') },
    departmentNames: [town.name, 'Riverton PD', 'Riverton Police', 'RPD'],
  }
  await teller.send('jones', movedSchema, 'PUT', `${url}/settings`, { version, settings })
  const ready = await teller.get('diaz', versionDetailSchema, url)
  await teller.send('diaz', adoptedSchema, 'POST', `${url}/adopt`, {
    version: ready.version,
    approvingBody: 'Police Commission',
    approvedOn: teller.today(),
    effective,
    signedBy: 'Dan Diaz',
  })
}

async function reminds(teller: Teller): Promise<void> {
  await teller.send('jones', remindedSchema, 'POST', '/api/acknowledgements/remind', {})
}

/** Who leaves, who joins, who acts for whom, and a part of the house that reports elsewhere. */
function staff(
  teller: Teller,
  on: (day: number, time: string, act: () => Promise<void>) => void,
  has: (who: string) => boolean,
): void {
  for (const [who, day] of Object.entries(leaving))
    if (has(who))
      on(day - 3, '14:00', async () => {
        const url = `/api/members/${teller.idOf(who)}`
        const { member } = await teller.get('jones', memberPageSchema, url)
        const to = addDays(teller.today(), 3)
        await teller.send('jones', memberSchema, 'PATCH', url, { version: member.version, to })
      })
  if (has('tran'))
    on(joinDay, '09:00', async () => {
      const csv = rosterOf(joining, teller.today())
      await teller.send('jones', rosterCheckSchema, 'POST', '/api/roster/import', { csv })
      await teller.meet()
    })
  const acts = async (who: string, title: string, days: number | null): Promise<void> => {
    await teller.send('jones', anyId, 'POST', '/api/holdings', {
      positionId: await positionOf(teller, title),
      memberId: teller.idOf(who),
      acting: true,
      from: teller.today(),
      to: days === null ? null : addDays(teller.today(), days),
    })
  }
  if (has('quinn')) on(165, '09:00', () => acts('quinn', 'Commander of Administration', 90))
  on(300, '09:00', () =>
    has('tran') ? acts('tran', 'Watch Commander, Nights', null) : acts('bell', 'Watch Commander, Days', null),
  )
  if (has('nash'))
    on(262, '10:00', async () => {
      const id = await positionOf(teller, 'Public Information Officer')
      const reportsTo = await positionOf(teller, 'Patrol Commander')
      const patch = { reportsTo, on: teller.today() }
      await teller.send('jones', doneSchema, 'PATCH', `/api/positions/${id}`, patch)
    })
}

async function positionOf(teller: Teller, title: string): Promise<string> {
  const { positions } = await teller.get('jones', chartSchema, '/api/positions')
  const found = positions.find((one) => one.title === title && one.to === null)
  if (!found) throw new Error(`no position is called ${title}`)
  return found.positionId
}

/** What is asked for and how it goes: as told, or by chance, and then most of it well. */
function planOf(
  chance: Chance,
  told: Fate | undefined,
  of: (wish: Wish) => boolean = () => true,
): { wish: Wish; fate: Fate; ending: Ending } {
  const drawn = chance.whole(1, 100)
  const byChance: Fate =
    drawn <= 50 ? 'approve' : drawn <= 62 ? 'return' : chance.pick(fates.filter((one) => one !== 'approve'))
  const fate = told ?? byChance
  const isCitizens = fate === 'undecided' && chance.happens(60)
  const fit = wishes.filter((wish) => {
    const { matter, coworkers, isPublicMatter } = wish
    if (!of(wish) || (told === undefined && isCitizens && isPublicMatter !== true)) return false
    if (fate === 'refuse-consent') return coworkers !== undefined
    if (fate === 'silent-desk' || fate === 'not-recommended') return matter === 'identification'
    // What colleagues alone permit goes by their yes.
    return fate === 'approve' || (matter !== 'coworker' && matter !== 'opinion')
  })
  const wish = chance.pick(fit)
  const end = chance.whole(1, 100)
  const ending: Ending =
    wish.days !== undefined && end <= 70 ? 'renew' : end > 90 ? 'revoke' : end > 85 ? 'withdraw' : 'lasts'
  return { wish, fate, ending }
}

/** Who asks: whoever has to do with it, and twice a year the Chief; colleagues are of the same house. */
function whoAsks(
  chance: Chance,
  { people }: Town,
  wish: Wish,
  place: number,
  day: number,
): { author: Townsperson; colleagues: string[] } {
  const here = people.filter(({ key, position }) => position !== null && serves(key, day))
  const official = here.filter(({ unit }) => unit === 'Community Relations')
  const isLong = wish.days !== undefined
  const rankAndFile = here.filter(
    ({ key }) => key !== 'diaz' && key !== 'young' && !(isLong && leaving[key] !== undefined),
  )
  const chief = people.filter(({ key }) => key === 'diaz')
  const isChiefs = place % 55 === 30 && wish.coworkers === undefined
  const author = chance.pick(isChiefs ? chief : wish.capacity === 'official' ? official : rankAndFile)
  const mates = rankAndFile.filter(({ key }) => key !== author.key)
  const first = chance.whole(0, mates.length - 1)
  const colleagues = [0, 1].map((step) => mates[(first + step) % mates.length]?.key ?? '')
  return { author, colleagues }
}
