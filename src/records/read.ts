import { personKey } from '../posts/content.ts'
import { bodyOf, numberAt, textAt, textsAt, type Body } from './body.ts'
import { broughtOf } from './brought/item.ts'
import type { Ground } from './ground.ts'
import { keptAs, type Kept } from './kinds.ts'
import { cut, type AccessClass, type Captured, type Moderation, type RecordKind } from './record.ts'

/** An entry as it is read from the ledger. */
export interface Entry {
  entryId: string
  at: string
  kind: string
  madeBy: string
  subject: string
  body: string
}

/** Where a record belongs. */
interface Place {
  thing: string
  thread: string
  accountId: string | null
  /** What the entry names by its hash or its id, beside its own body. */
  also?: Body
  author?: string | null
  ruling?: string | null
  kind?: RecordKind
  event?: string
  access?: AccessClass
  /** When it was said, where another said it. */
  saidAt?: string | null
}

/** What is sent of a delivery, in words. */
const does = {
  publish: 'published on a page',
  reply: 'answered on a page',
  edit: 'edited on a page',
  remove: 'removed from a page',
  hide: 'hidden on the network',
  restore: 'shown again on the network',
} as const

/** Whoever has the code of a receipt may appeal; it stands in no record. */
const appealCode = /(\/public\/appeal\/)[\w-]+/g

/** The record that an entry is; undefined where the table of kinds says that it is none. Pure. */
export function recordOf(agencyId: string, entry: Entry, ground: Ground): Captured | undefined {
  const kept = keptAs(entry.kind)
  if (!kept) return undefined
  const body = bodyOf(entry.body)
  if (kept.about === 'brought') return broughtOf(agencyId, entry, body)
  const place = placeOf(kept, entry, body, ground)
  const whole = { ...body, ...place.also }
  const words = textsAt(whole, kept.words).join('\n').replaceAll(appealCode, '$1…')
  const isFirst = (numberAt(body, 'n') ?? 1) === 1
  return {
    agencyId,
    recordId: entry.entryId,
    at: (isFirst ? place.saidAt : null) ?? entry.at,
    kind: place.kind ?? kept.kind,
    event: place.event ?? kept.event,
    thing: place.thing,
    thread: place.thread,
    accountId: place.accountId,
    madeBy: entry.madeBy,
    author: place.author ?? null,
    people: peopleIn(kept, entry, whole),
    words: cut(words),
    media: textsAt(whole, kept.media ?? []).filter((hash) => /^[0-9a-f]{64}$/.test(hash)),
    ruling: place.ruling ?? textAt(whole, 'outcome'),
    moderation: moderationOf(kept, body),
    source: 'ledger',
    access: place.access ?? kept.access,
    digest: null,
  }
}

/** A counsel who is asked has hidden nothing yet. */
function moderationOf(kept: Kept, body: Body): Moderation | null {
  const isAsked = kept.moderation === 'hidden' && textAt(body, 'state') === 'with-counsel'
  return isAsked ? 'shown' : (kept.moderation ?? null)
}

const memberId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Members by their ids, others by name as it is searched; who made it is among them. */
function peopleIn(kept: Kept, { madeBy }: Entry, body: Body): string[] {
  const named = textsAt(body, kept.people ?? []).map((name) => (memberId.test(name) ? name : personKey(name)))
  const maker = madeBy === 'system' || madeBy === 'visitor' ? [] : [madeBy]
  return [...new Set([...maker, ...named])].filter((name) => name !== '')
}

/** Where an entry's subject belongs. What is not known any more stands for itself. */
function placeOf(kept: Kept, entry: Entry, body: Body, ground: Ground): Place {
  const { subject } = entry
  const own = { thing: subject, thread: subject, accountId: null }
  switch (kept.about) {
    case 'post':
    case 'notice': {
      const content = ground.contents.get(`${subject} ${textAt(body, 'contentHash') ?? ''}`)
      return content === undefined || 'content' in body ? own : { ...own, also: { content: bodyOf(content) } }
    }
    case 'page':
      return { ...own, accountId: subject }
    case 'delivery': {
      const delivery = ground.deliveries.get(subject)
      if (!delivery) return own
      const { subjectKind, subjectId, accountId, outgoing } = delivery
      const comment = subjectKind === 'comment' ? ground.comments.get(subjectId) : undefined
      return {
        thing: subjectId,
        thread: comment?.subjectId ?? subjectId,
        accountId,
        ...(subjectKind === 'comment' ? { kind: 'moderation', access: 'office' } : { kind: subjectKind }),
        ...(entry.kind === 'deliveries.done' ? { event: does[delivery.does] } : {}),
        ...(outgoing === null ? {} : { also: { outgoing: bodyOf(outgoing) } }),
      }
    }
    case 'permission': {
      const requestId = ground.permissions.get(subject) ?? textAt(body, 'requestId') ?? subject
      return { thing: requestId, thread: requestId, accountId: null }
    }
    case 'comment':
      return commentPlace(kept, entry, body, ground)
    case 'appeal': {
      const appeal = ground.appeals.get(subject)
      const comment = appeal && ground.comments.get(appeal.commentId ?? '')
      return { thing: subject, thread: comment?.subjectId ?? subject, accountId: appeal?.accountId ?? null }
    }
    case 'block':
    case 'filter':
      return { ...own, accountId: textAt(body, 'accountId') ?? ground.pages.get(subject) ?? null }
    // Each member's is a thing of its own, and names nobody.
    case 'acknowledgement':
      return { ...own, thing: ground.acknowledged.get(`${subject} ${entry.madeBy}`) ?? entry.entryId }
    // A line of an earlier system's archive tells when it was made.
    case 'archived':
      return { ...own, saidAt: textAt(body, 'madeAt') }
    case 'request':
    case 'brought':
    case 'itself':
      return own
    default:
      return kept.about satisfies never
  }
}

function commentPlace(kept: Kept, { subject }: Entry, body: Body, ground: Ground): Place {
  const comment = ground.comments.get(subject)
  const version = ground.versions.get(`${subject} ${numberAt(body, 'n') ?? ''}`)
  const handle = textAt(body, 'writer.handle') ?? comment?.writerHandle ?? null
  return {
    thing: subject,
    thread: comment?.subjectId ?? subject,
    accountId: textAt(body, 'accountId') ?? comment?.accountId ?? null,
    // Of what is decided about a comment the words are the moderator's.
    author: kept.kind === 'comment' ? handle : null,
    // What its writer took down is found by the words that it had.
    ...(version !== undefined && textAt(body, 'text') === null ? { also: { text: version.text } } : {}),
    ruling: version?.outcome ?? null,
    saidAt: textAt(body, 'saidAt'),
  }
}
