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
  next(teller, arc)
}

async function look(teller: Teller, who: string, { requestId }: Arc): Promise<RequestView> {
  return await teller.get(who, requestSchema, `/api/requests/${requestId}`)
}

interface Said {
  remarks?: string
  citation?: string
  conditions?: string
}

async function move(teller: Teller, who: string, arc: Arc, made: string, said: Said = {}): Promise<void> {
  const { version, contentHash } = await look(teller, who, arc)
  await teller.send(who, movedSchema, 'POST', `/api/requests/${arc.requestId}/move`, {
    move: made,
    version,
    contentHash,
    ...said,
  })
}

/** Somebody takes it up again after some hours of work. */
function next(teller: Teller, arc: Arc, hours = arc.chance.whole(2, 34)): void {
  teller.after(hours, () => turn(teller, arc))
}

/** Whoever has it now does what the story wants of them. What happened meanwhile is seen first. */
async function turn(teller: Teller, arc: Arc): Promise<void> {
  const view = await look(teller, arc.author, arc)
  switch (view.state) {
    case 'awaiting-consent':
      return await consents(teller, arc, view)
    case 'awaiting-endorsement':
      return await endorses(teller, arc, view)
    case 'awaiting-decision':
      return await decides(teller, arc, view)
    case 'stalled':
    case 'disapproved':
      return await goesOn(teller, arc, view)
    case 'with-counsel':
      return await advises(teller, arc)
    case 'on-appeal':
      return await hears(teller, arc)
    case 'returned':
      return await writesAgain(teller, arc, view)
    case 'approved':
      return outlives(teller, arc, view)
    default:
  }
}

async function consents(teller: Teller, arc: Arc, view: RequestView): Promise<void> {
  const open = view.consents.find(({ answer }) => answer === null)
  if (!open) return
  const agrees = arc.fate !== 'refuse-consent'
  const who = teller.whoIs(open.member.memberId)
  const { version } = await look(teller, who, arc)
  const url = `/api/requests/${arc.requestId}/consent`
  await teller.send(who, movedSchema, 'POST', url, { version, agrees })
  next(teller, arc)
}

async function endorses(teller: Teller, arc: Arc, view: RequestView): Promise<void> {
  const { fate, chance } = arc
  const who = holderHere(teller, view)
  const isFirst = view.desks[0]?.isHere === true
  if (fate === 'silent-desk' && isFirst) return next(teller, arc, 24 * 4)
  if (fate === 'withdraw' && isFirst) return await move(teller, arc.author, arc, 'withdraw')
  if (fate === 'return' && arc.returned === 0)
    await move(teller, who, arc, 'return', { remarks: chance.pick(remarks.return) })
  else if (fate === 'not-recommended' && isFirst)
    await move(teller, who, arc, 'not-recommend', { remarks: chance.pick(remarks['not-recommend']) })
  else await move(teller, who, arc, 'endorse')
  next(teller, arc)
}

async function decides(teller: Teller, arc: Arc, view: RequestView): Promise<void> {
  const { fate, chance, wish } = arc
  const who = holderHere(teller, view)
  if (fate === 'undecided') return next(teller, arc, 24 * 16)
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
  next(teller, arc)
}

/** Nobody decided, or it was refused: the author appeals, or leaves it; a late Chief may still decide. */
async function goesOn(teller: Teller, arc: Arc, view: RequestView): Promise<void> {
  const { fate, chance } = arc
  const appeals = fate === 'appeal-overturned' || fate === 'appeal-upheld' || fate === 'undecided'
  if (!appeals || !view.moves.some(({ move: one }) => one === 'appeal')) return
  await move(teller, arc.author, arc, 'appeal', { remarks: chance.pick(remarks.appeal) })
  next(teller, arc, chance.whole(30, 150))
}

async function advises(teller: Teller, arc: Arc): Promise<void> {
  if (arc.chance.happens(70))
    return await move(teller, 'kim', arc, 'find-unneeded', { remarks: remarks.counsel[0] })
  await move(teller, 'kim', arc, 'send-on', { remarks: remarks['send-on'][0] })
  next(teller, arc)
}

async function hears(teller: Teller, arc: Arc): Promise<void> {
  const { fate, chance, wish } = arc
  const { kind } = await look(teller, 'reyes', arc)
  const citation = wish.against
  if (kind === 'opinion') await move(teller, 'reyes', arc, 'allow')
  else if (fate === 'appeal-upheld')
    await move(teller, 'reyes', arc, 'uphold', { remarks: chance.pick(remarks.uphold), citation })
  else await move(teller, 'reyes', arc, 'overturn', { remarks: chance.pick(remarks.overturn) })
  next(teller, arc)
}

async function writesAgain(teller: Teller, arc: Arc, view: RequestView): Promise<void> {
  arc.returned++
  const { version, content, isPublicMatter } = view
  const text = content.text === null ? null : (arc.wish.instead ?? `${content.text} (On Saturday.)`)
  const why = text === null ? `${content.why} On Saturday.` : content.why
  const edited = { version, content: { ...content, text, why }, isPublicMatter }
  await teller.send(arc.author, movedSchema, 'PUT', `/api/requests/${arc.requestId}`, edited)
  await move(teller, arc.author, arc, 'submit')
  next(teller, arc)
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
      next(teller, again)
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

/** Somebody who may speak for the desk it lies on; of several, by chance of whom it finds first. */
function holderHere(teller: Teller, view: RequestView): string {
  const holder = view.desks.find(({ isHere }) => isHere)?.holders[0]
  if (!holder) throw new Error(`request ${view.requestId} lies on no desk that somebody sits at`)
  return teller.whoIs(holder.memberId)
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}
