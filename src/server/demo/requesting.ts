import { Temporal } from 'temporal-polyfill'
import {
  endedSchema,
  movedSchema,
  permissionSchema,
  requestSchema,
  type RequestView,
} from '../../permissions/schema.ts'
import type { Chance } from './chance.ts'
import type { Teller } from './teller.ts'
import { remarks, type Wish } from './wishes.ts'

/** How a request goes; each is told by the moves people make, and by the time that passes without one. */
export const fates = [
  'approve',
  'return',
  'disapprove',
  'appeal-overturned',
  'appeal-upheld',
  'withdraw',
  'silent-desk',
  'undecided',
  'not-recommended',
  'refuse-consent',
] as const
export type Fate = (typeof fates)[number]

/** What becomes of a permission once it is given. */
export type Ending = 'lasts' | 'renew' | 'revoke' | 'withdraw'

interface Arc {
  author: string
  requestId: string
  wish: Wish
  fate: Fate
  ending: Ending
  chance: Chance
  /** How often it was returned. */
  returned: number
}

/** Somebody asks for something today; what follows is put into the story. */
export async function ask(
  teller: Teller,
  chance: Chance,
  asking: { author: string; name: string; unit: string; colleagues: readonly string[] },
  wish: Wish,
  { fate, ending }: { fate: Fate; ending: Ending },
): Promise<void> {
  const { author, name, unit, colleagues } = asking
  const from = teller.today()
  const to = wish.days === undefined ? null : addDays(from, wish.days)
  const content = {
    text: wish.text?.replace('{name}', name).replace('{unit}', unit) ?? null,
    page: wish.page ?? null,
    device: wish.device ?? null,
    act: { capacity: wish.capacity ?? 'personal' },
    covers: wish.covers ?? [],
    coworkers: colleagues.slice(0, wish.coworkers ?? 0).map((who) => teller.idOf(who)),
    from,
    to,
    why: wish.why,
  }
  const isOpinion = wish.matter === 'opinion'
  const { requestId } = await teller.send(author, movedSchema, 'POST', '/api/requests', {
    ...(isOpinion ? { kind: 'opinion' } : { matter: wish.matter }),
    content,
    isPublicMatter: wish.isPublicMatter ?? false,
  })
  const arc: Arc = { author, requestId, wish, fate, ending, chance, returned: 0 }
  await move(teller, author, arc, 'submit')
  await next(teller, arc, author)
}

async function look(teller: Teller, who: string, { requestId }: Arc): Promise<RequestView> {
  return await teller.get(who, requestSchema, `/api/requests/${requestId}`)
}

interface Said {
  remarks?: string
  citation?: string
  conditions?: string
}

/** Somebody looks at it and moves it. */
async function move(teller: Teller, who: string, arc: Arc, made: string, said: Said = {}): Promise<void> {
  const { version, contentHash } = await look(teller, who, arc)
  await teller.send(who, movedSchema, 'POST', `/api/requests/${arc.requestId}/move`, {
    move: made,
    version,
    contentHash,
    ...said,
  })
}

/** Whoever just moved it sees whose turn it is; after some hours of work that one takes it up. */
async function next(teller: Teller, arc: Arc, who: string, hours = arc.chance.whole(2, 34)): Promise<void> {
  const turns = whoseTurn(teller, arc, await look(teller, who, arc))
  teller.after(hours, () => turn(teller, arc, turns))
}

/** Whoever has it now does what the story wants of them. What happened meanwhile is seen first. */
async function turn(teller: Teller, arc: Arc, expected: string): Promise<void> {
  const view = await look(teller, expected, arc)
  const who = whoseTurn(teller, arc, view)
  switch (view.state) {
    case 'awaiting-consent':
      return await consents(teller, arc, who)
    case 'awaiting-endorsement':
      return await endorses(teller, arc, who, view)
    case 'awaiting-decision':
      return await decides(teller, arc, who, view)
    case 'stalled':
    case 'disapproved':
      return await goesOn(teller, arc, view)
    case 'with-counsel':
      return await advises(teller, arc)
    case 'on-appeal':
      return await hears(teller, arc, view)
    case 'returned':
      return await writesAgain(teller, arc, view)
    case 'approved':
      return outlives(teller, arc, view)
    default:
  }
}

/** Who moves it next, as things stand: where the story lets nobody move, its author looks after it. */
function whoseTurn(teller: Teller, { author }: Arc, { state, consents: asked, desks }: RequestView): string {
  switch (state) {
    case 'awaiting-consent':
      return teller.whoIs(asked.find(({ answer }) => answer === null)?.member.memberId ?? author)
    case 'awaiting-endorsement':
    case 'awaiting-decision':
      return teller.whoIs(desks.find(({ isHere }) => isHere)?.holders[0]?.memberId ?? author)
    case 'with-counsel':
      return 'kim'
    case 'on-appeal':
      return 'reyes'
    default:
      return author
  }
}

async function consents(teller: Teller, arc: Arc, who: string): Promise<void> {
  const { version } = await look(teller, who, arc)
  const url = `/api/requests/${arc.requestId}/consent`
  const agrees = arc.fate !== 'refuse-consent'
  await teller.send(who, movedSchema, 'POST', url, { version, agrees })
  await next(teller, arc, who)
}

async function endorses(teller: Teller, arc: Arc, who: string, view: RequestView): Promise<void> {
  const { fate, chance } = arc
  const isFirst = view.desks[0]?.isHere === true
  // Four days are longer than any desk is given.
  if (fate === 'silent-desk' && isFirst) return later(teller, arc, 24 * 4)
  if (fate === 'withdraw' && isFirst) return await move(teller, arc.author, arc, 'withdraw')
  if (fate === 'return' && arc.returned === 0)
    await move(teller, who, arc, 'return', { remarks: chance.pick(remarks.return) })
  else if (fate === 'not-recommended' && isFirst)
    await move(teller, who, arc, 'not-recommend', { remarks: chance.pick(remarks['not-recommend']) })
  else await move(teller, who, arc, 'endorse')
  await next(teller, arc, who)
}

/** Nobody does anything for some time; then its author looks after it. */
function later(teller: Teller, arc: Arc, hours: number): void {
  teller.after(hours, () => turn(teller, arc, arc.author))
}

async function decides(teller: Teller, arc: Arc, who: string, view: RequestView): Promise<void> {
  const { fate, chance, wish } = arc
  if (fate === 'undecided') return later(teller, arc, 24 * 16)
  if (fate === 'withdraw') return await move(teller, arc.author, arc, 'withdraw')
  const refuses = fate === 'disapprove' || fate === 'appeal-overturned' || fate === 'appeal-upheld'
  const reason = { remarks: chance.pick(remarks.disapprove), citation: wish.against }
  if (fate === 'return' && arc.returned === 0)
    await move(teller, who, arc, 'return', { remarks: chance.pick(remarks.return) })
  else if (view.kind === 'opinion')
    await (refuses
      ? move(teller, who, arc, 'not-allow', reason)
      : chance.happens(35)
        ? move(teller, who, arc, 'allow-with-changes', { remarks: chance.pick(remarks.changes) })
        : move(teller, who, arc, 'allow'))
  else if (refuses) await move(teller, who, arc, 'disapprove', reason)
  else {
    const conditions = chance.happens(35) ? { conditions: chance.pick(remarks.conditions) } : {}
    await move(teller, who, arc, 'approve', conditions)
  }
  await next(teller, arc, who)
}

/** Nobody decided, or it was refused: the author appeals, or leaves it. */
async function goesOn(teller: Teller, arc: Arc, view: RequestView): Promise<void> {
  const { fate, chance, author } = arc
  const appeals = fate === 'appeal-overturned' || fate === 'appeal-upheld' || fate === 'undecided'
  if (!appeals || !view.moves.some(({ move: one }) => one === 'appeal')) return
  await move(teller, author, arc, 'appeal', { remarks: chance.pick(remarks.appeal) })
  await next(teller, arc, author, chance.whole(30, 150))
}

async function advises(teller: Teller, arc: Arc): Promise<void> {
  if (arc.chance.happens(70))
    return await move(teller, 'kim', arc, 'find-unneeded', { remarks: remarks.counsel[0] })
  await move(teller, 'kim', arc, 'send-on', { remarks: remarks['send-on'][0] })
  await next(teller, arc, 'kim')
}

async function hears(teller: Teller, arc: Arc, { kind }: RequestView): Promise<void> {
  const { fate, chance, wish } = arc
  const citation = wish.against
  if (kind === 'opinion') await move(teller, 'reyes', arc, 'allow')
  else if (fate === 'appeal-upheld')
    await move(teller, 'reyes', arc, 'uphold', { remarks: chance.pick(remarks.uphold), citation })
  else await move(teller, 'reyes', arc, 'overturn', { remarks: chance.pick(remarks.overturn) })
  await next(teller, arc, 'reyes')
}

async function writesAgain(teller: Teller, arc: Arc, view: RequestView): Promise<void> {
  arc.returned++
  const { version, content, isPublicMatter } = view
  const text = content.text === null ? null : (arc.wish.instead ?? `${content.text} (On Saturday.)`)
  const why = text === null ? `${content.why} On Saturday.` : content.why
  const edited = { version, content: { ...content, text, why }, isPublicMatter }
  await teller.send(arc.author, movedSchema, 'PUT', `/api/requests/${arc.requestId}`, edited)
  await move(teller, arc.author, arc, 'submit')
  await next(teller, arc, arc.author)
}

/** A permission was given; later it is renewed, revoked or given back. */
function outlives(teller: Teller, arc: Arc, view: RequestView): void {
  const { permissionId, content } = view
  const { ending, chance } = arc
  if (permissionId === null || ending === 'lasts') return
  const url = `/api/permissions/${permissionId}`
  if (ending === 'renew') {
    if (content.to === null) return
    // Ten days before it ends.
    const left = Temporal.PlainDate.from(teller.today()).until(content.to, { largestUnit: 'day' }).days
    return teller.after(Math.max(1, left - 10) * 24, async () => {
      const { requestId } = await teller.send(arc.author, movedSchema, 'POST', `${url}/renew`)
      const again: Arc = { ...arc, requestId, fate: 'approve', ending: 'lasts', chance: chance.of('again') }
      await move(teller, arc.author, again, 'submit')
      await next(teller, again, arc.author)
    })
  }
  teller.after(24 * chance.whole(12, 70), async () => {
    const who = ending === 'revoke' && arc.author !== 'diaz' ? 'diaz' : arc.author
    const { version, may, holder } = await teller.get(who, permissionSchema, url)
    const does = teller.whoIs(holder.memberId) === who ? 'withdraw' : 'revoke'
    if (!may.includes(does)) return
    const reason = { because: chance.pick(remarks.revoke), citation: arc.wish.against }
    await teller.send(who, endedSchema, 'POST', `${url}/${does}`, {
      version,
      ...(does === 'revoke' ? reason : {}),
    })
  })
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}
