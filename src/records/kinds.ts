import { sha256 } from '../platform/id.ts'
import type { AccessClass, Moderation, RecordKind } from './record.ts'

/** What the subject of an entry is; it says where the thing, the thread and the page of a record are found. */
export type About =
  | 'post'
  | 'notice'
  | 'delivery'
  | 'page'
  | 'request'
  | 'permission'
  | 'comment'
  | 'appeal'
  | 'block'
  | 'filter'
  | 'acknowledgement'
  | 'archived'
  | 'brought'
  | 'itself'

/** How an entry becomes a record. A path names a place in the entry's body; it goes through lists by itself. */
export interface Kept {
  kind: RecordKind
  event: string
  about: About
  /** Where its words stand, all text beneath. */
  words: readonly string[]
  /** Whom it names: members by id, others by name. */
  people?: readonly string[]
  /** SHA-256 of its pictures and documents. */
  media?: readonly string[]
  moderation?: Moderation
  access: AccessClass
  /**
   * The places of its body that say nothing of anybody: ids, hashes, times, addresses of what stood in public. Only of
   * kinds that name them the entry itself may go out, where all the rest of it stands in what a reviewer reads.
   */
  plain?: readonly string[]
}
/** An entry that is no record, and why. */
export interface NotKept {
  none: string
}

const post = (event: string, also: Partial<Kept> = {}): Kept => ({
  kind: 'post',
  event,
  about: 'post',
  words: [
    'content.texts',
    'content.otherwise.texts',
    'content.media.alt',
    'content.media.captions',
    'content.media.source',
    'content.byline.words',
    'content.byline.reason',
    'content.people.name',
    'remarks',
  ],
  people: ['content.people.name'],
  media: ['content.media.sha256'],
  access: 'office',
  ...also,
})
const sent = (event: string, also: Partial<Kept> = {}): Kept => ({
  kind: 'post',
  event,
  about: 'delivery',
  words: ['outgoing.text', 'outgoing.title', 'outgoing.media.alt', 'url', 'sentence', 'there'],
  media: ['outgoing.media.sha256'],
  access: 'office',
  ...also,
})
const notice = (event: string, also: Partial<Kept> = {}): Kept => ({
  kind: 'notice',
  event,
  about: 'notice',
  words: [
    'content.texts',
    'content.fields',
    'content.area.words',
    'content.picture.alt',
    'content.contact',
    'content.lacks',
    'remarks',
  ],
  media: ['content.picture.sha256'],
  access: 'office',
  ...also,
})
const page = (event: string, words: readonly string[], also: Partial<Kept> = {}): Kept => ({
  kind: 'page',
  event,
  about: 'page',
  words,
  access: 'office',
  ...also,
})
const pageWords = [
  'page.handle',
  'page.address',
  'page.purpose',
  'page.audience',
  'page.site',
  'page.contact',
  'page.notices',
] as const
const request = (event: string): Kept => ({
  kind: 'permission',
  event,
  about: 'request',
  words: [
    'content.text',
    'content.why',
    'content.page',
    'content.covers',
    'content.device',
    'content.pictures.alt',
    'matter',
    'remarks',
    'conditions',
    'citation',
  ],
  people: ['content.coworkers'],
  media: ['content.pictures.sha256', 'sha256'],
  access: 'office',
})
const permission = (event: string): Kept => ({
  kind: 'permission',
  event,
  about: 'permission',
  words: ['matter', 'form', 'cites', 'conditions', 'because', 'citation'],
  people: ['holder', 'decidedBy'],
  access: 'office',
})
/** Of a comment; the name of its writer is none of them, as a reviewer sees their handle alone. */
const plainOfComment = [
  'hash',
  'remoteId',
  'accountId',
  'deliveryId',
  'rootId',
  'way',
  'saidAt',
  'parentId',
  'writer.remoteId',
  'url',
  'media.mediaType',
  'media.url',
]
const comment = (event: string, moderation: Moderation | null, also: Partial<Kept> = {}): Kept => ({
  kind: 'comment',
  event,
  about: 'comment',
  words: ['text', 'media.alt'],
  people: ['writer.handle', 'writer.name'],
  plain: plainOfComment,
  ...(moderation === null ? {} : { moderation }),
  access: 'open',
  ...also,
})
const moderated = (event: string, moderation?: Moderation): Kept => ({
  kind: 'moderation',
  event,
  about: 'comment',
  words: ['reason', 'notForCriticism', 'word', 'citation', 'ground'],
  ...(moderation === undefined ? {} : { moderation }),
  access: 'office',
})
const of = (
  kind: RecordKind,
  about: About,
  event: string,
  words: readonly string[],
  also: Partial<Kept> = {},
): Kept => ({ kind, event, about, words, access: 'office', ...also })

/** A request for records: what was asked, and every answer to it. */
const asked = (event: string, also: Partial<Kept> = {}): Kept => ({
  kind: 'request',
  event,
  about: 'itself',
  words: ['number', 'wants', 'words', 'grounds', 'reason', 'evenSo'],
  people: ['requester.name'],
  access: 'office',
  ...also,
})

const none = {
  trial: { none: 'a try of sending; what came of it is the record' },
  signIn: { none: 'how somebody signs in is security of the house; the ledger alone keeps it' },
  roster: { none: 'who serves and where is kept by the roster, with its history' },
  key: { none: 'whether a key still opens its page; what was done with keys is a record' },
  opening: { none: 'who looked at what: kept in the ledger, and shown to whom it is about' },
  habit: { none: 'how somebody likes their own pages' },
  handling: { none: 'the work on a request for records; its answers are records, and say what it led to' },
  keeping: { none: 'how records are kept and disposed of: the ledger keeps it for good' },
  sum: { none: 'the sum of what was captured at once; each version is a record' },
  house: { none: 'the installation itself, not the business of an agency' },
} as const satisfies Record<string, NotKept>

/**
 * Every kind of entry that the house writes, and what record it is; `none` with the reason where it is none. A kind that
 * is missing here fails a test. A module files nothing: what it writes into the ledger is read by this table.
 */
export const kinds: Readonly<Record<string, Kept | NotKept>> = {
  'posts.write': post('written'),
  'posts.edit': post('edited'),
  'posts.submit': post('submitted'),
  'posts.return': post('returned'),
  'posts.withdraw': post('withdrawn'),
  'posts.approve': post('approved'),
  'posts.sign': post('signed'),
  'posts.confirm': post('confirmed'),
  'posts.fault': post('faulted'),
  'posts.publish': post('publishing'),
  'posts.finish': post('published', { access: 'open' }),
  'posts.fail': post('taken by no network'),
  'posts.remove': post('removed', { access: 'open' }),
  'posts.recalled': post('recall done', { words: [] }),
  'posts.status': of('post', 'itself', 'status of a person changed', ['name', 'status', 'reason'], {
    people: ['name'],
  }),
  'posts.settings': of('order', 'itself', 'times for posts set', []),
  'deliveries.done': sent('sent', { access: 'open' }),
  'deliveries.settle': sent('settled by hand'),
  'deliveries.refused': sent('refused by the network'),
  'deliveries.withdrawn': sent('not sent'),
  'deliveries.parked': sent('parked'),
  'deliveries.send': none.trial,
  'deliveries.wait': none.trial,
  'deliveries.lost': none.trial,
  'media.add': of('post', 'itself', 'picture or film added', [], { media: ['copy'] }),
  'media.blur': of('post', 'itself', 'picture blurred', [], { media: ['copy'] }),

  'notices.write': notice('written'),
  'notices.edit': notice('edited'),
  'notices.submit': notice('submitted'),
  'notices.return': notice('returned'),
  'notices.withdraw': notice('withdrawn'),
  'notices.drop': notice('change dropped'),
  'notices.approve': notice('approved', { access: 'open' }),
  'notices.sign': notice('signed', { access: 'open' }),
  'notices.cancel': notice('cancelled', { access: 'open' }),
  'notices.find': notice('person found', { access: 'open' }),
  'notices.expire': notice('expired', { access: 'open' }),
  'notices.tell-over': notice('told to be over', { access: 'open' }),
  'notices.let-be': notice('let be'),
  'notices.confirm': notice('confirmed'),
  'notices.fault': notice('faulted'),
  'map.load': of('notice', 'itself', 'map of the town loaded', ['source']),
  'crime-data.load': of('notice', 'itself', 'figures of crime loaded', ['source'], { access: 'open' }),

  'requests.ask': request('asked'),
  'requests.edit': request('edited'),
  'requests.submit': request('submitted'),
  'requests.withdraw': request('withdrawn'),
  'requests.consent': request('consented'),
  'requests.refuse': request('refused'),
  'requests.endorse': request('endorsed'),
  'requests.not-recommend': request('not recommended'),
  'requests.return': request('returned'),
  'requests.approve': request('approved'),
  'requests.disapprove': request('disapproved'),
  'requests.allow': request('allowed'),
  'requests.allow-with-changes': request('allowed with changes'),
  'requests.not-allow': request('not allowed'),
  'requests.appeal': request('appealed'),
  'requests.uphold': request('upheld'),
  'requests.overturn': request('overturned'),
  'requests.find-unneeded': request('found unneeded'),
  'requests.send-on': request('sent on'),
  'requests.pass-silent': request('passed by for silence'),
  'requests.pass-vacant': request('passed on'),
  'requests.remind': request('reminded'),
  'requests.letter': request('letter'),
  'permissions.give': permission('given'),
  'permissions.withdraw': permission('withdrawn'),
  'permissions.revoke': permission('revoked'),
  'permissions.renew': request('asked'),
  'blobs.add': of('permission', 'itself', 'picture added', [], { media: ['subject'] }),

  'comments.written': comment('written', 'shown'),
  'comments.edited': comment('edited', 'shown'),
  'comments.back': comment('back', 'shown'),
  'comments.gone': comment('deleted', 'deleted'),
  'comments.keep-media': comment('pictures kept', null, { words: [], media: ['media.sha256'] }),
  'comments.captured': none.sum,
  'comments.keep': moderated('left up', 'shown'),
  'comments.reopen': moderated('back in the queue', 'shown'),
  'comments.hide': moderated('hidden', 'hidden'),
  'comments.agree': moderated('counsel agreed', 'hidden'),
  'comments.decline': moderated('counsel declined', 'shown'),
  'comments.withdraw': moderated('counsel asked no more', 'shown'),
  'comments.restore': moderated('restored', 'restored'),
  'comments.overturn': moderated('restored on appeal', 'restored'),
  'comments.done-by-hand': moderated('done by hand'),
  'comments.settle': of('moderation', 'itself', 'rules of moderation set', []),
  'comments.push': none.key,
  'appeals.make': of('appeal', 'appeal', 'made', ['words']),
  'appeals.uphold': of('appeal', 'appeal', 'upheld', ['reason']),
  'appeals.restore': of('appeal', 'appeal', 'restored', ['reason']),
  'appeals.concede': of('appeal', 'appeal', 'conceded', ['because']),
  'filters.propose': of('moderation', 'filter', 'filter proposed', ['words', 'reason', 'ground']),
  'filters.decide': of('moderation', 'filter', 'filter decided', ['remarks', 'state']),
  'filters.end': of('moderation', 'filter', 'filter ended', ['because']),
  'blocks.make': of('moderation', 'block', 'writer blocked', ['reason', 'ground', 'citation'], {
    people: ['writerHandle'],
  }),
  'blocks.review': of('moderation', 'block', 'block reviewed', ['word', 'outcome']),
  'blocks.end': of('moderation', 'block', 'block ended', []),
  'blocks.undone': of('moderation', 'block', 'block undone on the network', []),
  'rereads.draw': of('moderation', 'itself', 'sample drawn for re-reading', []),
  'rereads.read': of('moderation', 'itself', 'read again', ['label', 'wouldRemove']),
  'neutrality.publish': of('moderation', 'itself', 'figures of neutrality published', [], { access: 'open' }),
  'wellness.change': none.habit,

  'accounts.propose': page('proposed', pageWords, { people: ['page.administrators.memberId'] }),
  'accounts.propose-again': page('proposed again', pageWords, { people: ['page.administrators.memberId'] }),
  'accounts.administrators': page('administrators set', ['because'], {
    people: ['administrators.memberId', 'administrators'],
  }),
  'accounts.give-key': page('key given', ['names']),
  'accounts.rotate-key': page('key renewed', ['because']),
  'accounts.check-key': none.key,
  'accounts.suspending': page('suspension set', []),
  'accounts.check': page('looked at', ['fault', 'text', 'lost'], { access: 'open' }),
  'accounts.review': page('reviewed', ['remarks', 'lookedAt']),
  'accounts.close': page('closed', ['because']),
  'impostors.report': of('page', 'itself', 'false page reported', ['address', 'says']),
  'impostors.close': of('page', 'itself', 'report of a false page closed', ['remarks']),

  'orders.start': of('order', 'itself', 'preparation begun', ['pack']),
  'orders.document': of('order', 'itself', 'document brought', ['name'], { media: ['document'] }),
  'orders.fit': of('order', 'itself', 'provision fitted', ['citation', 'words', 'note', 'decision']),
  'orders.settings': of('order', 'itself', 'settings chosen', []),
  'orders.abandon': of('order', 'itself', 'preparation given up', []),
  'orders.adopt': of('order', 'itself', 'adopted', ['number', 'title', 'words'], { access: 'open' }),
  'acknowledgement.answer': of('acknowledgement', 'acknowledgement', 'questions answered', [], {
    access: 'personnel',
  }),
  'acknowledgement.give': of('acknowledgement', 'acknowledgement', 'acknowledged', []),
  'acknowledgements.remind': of('acknowledgement', 'itself', 'reminded', [], { people: ['memberIds'] }),

  'records.import': of('imported', 'itself', 'file brought', ['fileName', 'source'], { media: ['sha256'] }),
  'records.imported': of('imported', 'itself', 'file read', ['fileName', 'source', 'because']),
  'records.brought': {
    kind: 'imported',
    event: 'brought',
    about: 'brought',
    words: [],
    access: 'open',
    plain: [
      'what',
      'remoteId',
      'parentId',
      'saidAt',
      'url',
      'importId',
      'source',
      'accountId',
      'hash',
      'media.sha256',
      'media.mediaType',
    ],
  },
  'records.search': none.habit,

  'series.load': none.keeping,
  'series.rules': none.keeping,
  'series.assign': none.keeping,
  'holds.place': none.keeping,
  'holds.widen': none.keeping,
  'holds.ask': none.keeping,
  'holds.confirm': none.keeping,
  'holds.refuse': none.keeping,
  'holds.take-back': none.keeping,
  'holds.request-ended': none.keeping,
  'holds.request-open': none.keeping,
  'dispositions.propose': none.keeping,
  'dispositions.leave-out': none.keeping,
  'dispositions.sign': none.keeping,
  'dispositions.countersign': none.keeping,
  'dispositions.give-notice': none.keeping,
  'dispositions.note-approval': none.keeping,
  'dispositions.withdraw': none.keeping,
  'dispositions.settings': none.keeping,
  'records.disposed': none.keeping,
  'records.swept': none.keeping,

  'productions.begin': none.handling,
  'productions.release': none.handling,
  'productions.pack': none.handling,
  'productions.publish': none.handling,
  'productions.withdraw': none.handling,
  'archive.settings': none.keeping,

  'records-requests.receive': asked('received'),
  'records-requests.acknowledge': asked('acknowledged'),
  'records-requests.ask': asked('asked what is meant'),
  'records-requests.answer': asked('answered what is meant'),
  'records-requests.search': asked('search begun'),
  'records-requests.review': asked('review begun'),
  'records-requests.estimate': asked('fee estimated'),
  'records-requests.paid': asked('fee paid'),
  'records-requests.waive': asked('fee waived'),
  'records-requests.release-part': asked('released in part'),
  'records-requests.release': asked('released'),
  'records-requests.find-none': asked('nothing found'),
  'records-requests.deny': asked('denied'),
  'records-requests.lapse': asked('denied by silence'),
  'records-requests.withdraw': asked('withdrawn'),
  'records-requests.close': asked('closed'),
  'records-requests.appeal': asked('appealed'),
  'records-requests.decide-appeal': asked('decided on appeal'),
  'records-requests.reopen': asked('opened again'),
  'records-requests.personnel': asked('held against the rule for personnel files', { access: 'personnel' }),
  'records-requests.notify': asked('employee told', { access: 'personnel', people: ['member'] }),
  'records-requests.object': asked('employee objected', { access: 'personnel' }),
  'records-requests.notice': asked('objection decided', { access: 'personnel', people: ['member'] }),
  'records-requests.notice-over': none.handling,
  'records-requests.searched': none.handling,
  'records-requests.responsive': none.handling,
  'records-requests.review-record': none.handling,
  'records-requests.second': none.handling,
  'records-requests.settings': of('order', 'itself', 'law and custodian of requests set', []),
  'holidays.add': of('order', 'itself', 'holiday listed', ['name']),
  'holidays.remove': of('order', 'itself', 'holiday taken from the list', []),

  'archives.begin': of('imported', 'itself', 'archive brought', []),
  'archives.import': of('imported', 'archived', 'archived', ['record']),

  'agencies.add': none.house,
  'agencies.restore': none.house,
  'agencies.backup': none.house,
  'agencies.backup-failed': none.house,
  'agencies.backups-swept': none.house,
  'members.add': none.roster,
  'members.change': none.roster,
  'members.undercover': none.roster,
  'members.language': none.habit,
  'roster.import': none.roster,
  'roster.export': none.opening,
  'positions.add': none.roster,
  'positions.change': none.roster,
  'positions.hold': none.roster,
  'positions.end': none.roster,
  'designations.add': none.roster,
  'designations.end': none.roster,
  'invitations.issue': none.signIn,
  'invitations.accept': none.signIn,
  'lock.release': none.signIn,
  'lock.set': none.signIn,
  'oidc.change': none.signIn,
  'session.start': none.signIn,
  'session.end': none.signIn,
  'session.enter': none.signIn,
  'session.try': none.signIn,
  'session.refuse': none.signIn,
  'session.confirm': none.signIn,
  'credentials.password': none.signIn,
  'credentials.totp': none.signIn,
  'credentials.passkey': none.signIn,
  'credentials.recovery-codes': none.signIn,
  'credentials.remove-passkey': none.signIn,
  'opened.open': none.opening,
}

/** The table's fingerprint: another one, and the ledger is read anew. */
export const kindsMark: string = sha256(JSON.stringify(kinds)).slice(0, 16)

/** The kinds of entries that are records. */
export const keptKinds: readonly string[] = Object.entries(kinds).flatMap(([kind, row]) =>
  'none' in row ? [] : [kind],
)

/** How an entry of a kind becomes a record; undefined where it is none. */
export function keptAs(kind: string): Kept | undefined {
  const row = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  return row === undefined || 'none' in row ? undefined : row
}
