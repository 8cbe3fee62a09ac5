import type { NoticeState } from './notice-schema.ts'
import type { KeptBack, Redaction, Region } from './review-schema.ts'
import type { Requester, Way } from './schema.ts'
import type { LetterKind, Move, State } from './moves.ts'
import type { Letter } from '../../permissions/letter.ts'

/** A fee as it was estimated, and what became of it. */
export interface Fee {
  lines: { feeId: string; count: number; cents: number }[]
  cents: number
  at: string
  mustPrepay: boolean
  paidAt: string | null
  waivedFor: string | null
}

/** An appeal to whoever the law names, as the department knows of it. */
export interface Appeal {
  at: string
  words: string
  docket: string | null
  outcome: 'upheld' | 'ordered' | 'settled' | 'withdrawn' | null
  ordered: string | null
  decidedAt: string | null
}

export interface StoredRequest {
  agencyId: string
  requestId: string
  number: string
  codeHash: string
  state: State
  version: number
  way: Way
  requester: Requester
  language: 'en' | 'es'
  wants: string
  original: string | null
  receivedAt: string
  lawId: string
  isPersonnel: boolean
  holdId: string | null
  deniedOn: string | null
  closedAt: string | null
  fee: Fee | null
  appeal: Appeal | null
}

export interface StoredStep {
  agencyId: string
  requestId: string
  n: number
  /** A move of the table, or `receive` for the first. */
  move: Move | 'receive' | 'personnel'
  fromState: State | null
  toState: State
  madeBy: string
  at: string
  words: string | null
  letterId: string | null
}

export interface StoredResponsive {
  agencyId: string
  requestId: string
  recordId: string
  isContext: boolean
  addedBy: string
  addedAt: string
  version: number
  state: 'release' | 'redact' | 'withhold' | null
  redactions: Redaction[]
  regions: Region[]
  keptBack: KeptBack[]
  /** Files that somebody looked through for what is cut, by their hashes. */
  lookedThrough: string[]
  exemption: string | null
  reason: string | null
  reviewedBy: string | null
  reviewedAt: string | null
  secondBy: string | null
  secondAt: string | null
  agrees: boolean | null
  remarks: string | null
  instalment: number | null
}

export interface StoredNotice {
  agencyId: string
  noticeId: string
  requestId: string
  memberId: string
  representative: string | null
  records: string[]
  sentAt: string
  sentBy: string
  receivedOn: string | null
  objectBy: string
  state: NoticeState
  version: number
  grounds: string | null
  signed: string | null
  objectedAt: string | null
  outcome: string | null
}

/** A picture or file as it went out: its own bytes, redrawn where a region was cut. */
export interface ReleasedMedium {
  name: string
  mediaType: string
  alt: string
  sha256: string
  size: number
}

/** What was cut, without what stood there. */
export interface Cut {
  label: string
  exemption: string
  reason: string
}

export interface StoredReleased {
  agencyId: string
  requestId: string
  instalment: number
  recordId: string
  n: number
  at: string
  kind: string
  event: string
  thing: string
  thread: string
  accountId: string | null
  author: string | null
  words: string
  redactions: Cut[]
  media: ReleasedMedium[]
  versions: number
  isContext: boolean
  withheld: { exemption: string; reason: string }[] | null
  isWhole: boolean
}

/** In the database what is a list or an object here is JSON: written as text, read as what it is. */
type Written<Row, Keys extends keyof Row> = {
  [Key in keyof Row]: Key extends Keys ? JsonColumn<Row[Key]> : Row[Key]
}
type JsonColumn<Value> = import('kysely').ColumnType<
  Value,
  null extends Value ? string | null : string,
  null extends Value ? string | null : string
>

declare module '../../platform/db.ts' {
  interface Tables {
    holiday: { agencyId: string; day: string; name: string }
    recordsRequestSettings: { agencyId: string; version: number; settings: unknown }
    recordsRequestNumber: { agencyId: string; year: number; last: number }
    recordsRequest: Written<StoredRequest, 'requester' | 'fee' | 'appeal'>
    recordsRequestStep: StoredStep
    recordsLetter: {
      agencyId: string
      letterId: string
      requestId: string
      kind: LetterKind
      letter: JsonColumn<Letter>
      madeBy: string
      at: string
    }
    recordsRequestSearch: {
      agencyId: string
      searchId: string
      requestId: string
      query: JsonColumn<Record<string, unknown> | null>
      elsewhere: string | null
      madeBy: string
      at: string
      found: number | null
      isExact: boolean
      fresh: number | null
    }
    recordsResponsive: Written<StoredResponsive, 'redactions' | 'regions' | 'keptBack'>
    recordsNotice: StoredNotice
    recordsRelease: {
      agencyId: string
      requestId: string
      instalment: number
      isLast: boolean
      madeBy: string
      at: string
      letterId: string
    }
    recordsReleased: Written<StoredReleased, 'redactions' | 'media' | 'withheld'>
  }
}
