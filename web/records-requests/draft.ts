import type { Law } from '../../src/records/requests/law.ts'
import { cutOf, redactWords, type Field, type Mark } from '../../src/records/requests/redact-words.ts'
import type { KeptBack, Redaction, Region, reviewStates } from '../../src/records/requests/review-schema.ts'
import type { UnderReview } from './data.ts'

export type ReviewState = (typeof reviewStates)[number]

/** How a record would go out, as far as its reviewer has said. */
export interface Draft {
  state: ReviewState | ''
  redactions: Redaction[]
  regions: Region[]
  keptBack: KeptBack[]
  /** Files in which nothing is cut, as their reviewer says who looked through them; by their hashes. */
  lookedThrough: string[]
  /** The ground of what is cut next, or of keeping all of it back. */
  exemption: string
  reason: string
}

/** What a review begins with: what was said before, or nothing. */
export function draftOf({ record: { review } }: UnderReview): Draft {
  if (review === null)
    return {
      state: '',
      redactions: [],
      regions: [],
      keptBack: [],
      lookedThrough: [],
      exemption: '',
      reason: '',
    }
  const { state, redactions, regions, keptBack, lookedThrough, exemption, reason } = review
  const ground = [...redactions, ...regions, ...keptBack].at(-1)
  return {
    state,
    redactions: [...redactions],
    regions: [...regions],
    keptBack: [...keptBack],
    lookedThrough: [...lookedThrough],
    exemption: exemption ?? ground?.exemption ?? '',
    reason: reason ?? ground?.reason ?? '',
  }
}

/** What the server is told of a draft. */
export function saidOf(draft: Draft, version: number): object {
  const { state, redactions, regions, keptBack, lookedThrough, exemption, reason } = draft
  if (state === 'withhold') return { version, state, exemption, reason: reason.trim() }
  if (state === 'redact') return { version, state, redactions, regions, keptBack, lookedThrough }
  return { version, state }
}

/** The shortest reason that the server takes. */
export const leastReason = 10

export function hasGround({ exemption, reason }: Draft): boolean {
  return exemption !== '' && reason.trim().length >= leastReason
}

/** Is there nothing in the record to read or to look at, as in that a page was done by hand? */
export function isWordless({ fields, media }: UnderReview): boolean {
  return media.length === 0 && fields.every(({ text }) => text === '')
}

/** Does a file still lack its word: that it stays back, or that somebody looked through it? */
export function isUndecided(
  { state, keptBack, lookedThrough }: Draft,
  { sha256, isPicture }: UnderReview['media'][number],
): boolean {
  const isSaid = lookedThrough.includes(sha256) || keptBack.some((one) => one.sha256 === sha256)
  return state === 'redact' && !isPicture && !isSaid
}

/** A draft with words of a field cut on its ground; marks of the same field that it meets become one with it. */
export function withCut(draft: Draft, field: string, start: number, end: number): Draft {
  const { exemption, reason, redactions } = draft
  const met = redactions.filter((one) => one.field === field && one.start < end && start < one.end)
  const cut = {
    field,
    start: Math.min(start, ...met.map((one) => one.start)),
    end: Math.max(end, ...met.map((one) => one.end)),
    exemption,
    reason: reason.trim(),
  }
  const rest = redactions.filter((one) => !met.includes(one))
  return {
    ...draft,
    state: 'redact',
    redactions: [...rest, cut].toSorted((a, b) => a.field.localeCompare(b.field) || a.start - b.start),
  }
}

/** The texts as the requester will read them: by the same function that cuts them when they are released. */
export function shownOf(law: Law, fields: readonly Field[], { state, redactions }: Draft): Field[] {
  if (state !== 'redact') return [...fields]
  const marks = redactions.map(({ field, start, end, exemption, reason }): Mark => {
    const known = law.exemptions.find(({ id }) => id === exemption)
    const { label } = cutOf({ citation: known?.citation ?? exemption }, reason)
    return { field, start, end, label }
  })
  return redactWords(fields, marks)
}
