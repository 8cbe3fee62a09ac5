import { exemptionOf, type Exemption, type Law } from './law.ts'
import { isPicture } from './redact-picture.ts'
import { cutOf, markedIn, soughtOf, timesIn, type Field, type Mark } from './redact-words.ts'
import type { ReviewSaid } from './review-schema.ts'
import type { Cut, StoredResponsive } from './tables.ts'

/** What a review is held against. */
export interface Reviewing {
  fields: readonly Field[]
  files: readonly { sha256: string; mediaType: string }[]
  /** The instalment it went out in already. */
  instalment: number | null
  /** May whoever reviews look at it: nobody reviews what is about themselves. */
  isAboutReviewer: boolean
}

export type ReviewRuling = { ok: true } | { ok: false; because: string; cites?: string }

/** May a record go out, or stay back, as a reviewer says? Pure; the law's exemptions are the only grounds. */
export function ruleReview(law: Law, record: Reviewing, said: ReviewSaid): ReviewRuling {
  const { fields, files, instalment, isAboutReviewer } = record
  const { state, redactions, regions, keptBack, lookedThrough, exemption, reason } = said
  if (instalment !== null)
    return no(`it went out in instalment ${instalment}; what is out cannot be cut any more`)
  if (isAboutReviewer) return no('it is by you or about you; somebody else reviews it')
  const parts = redactions.length + regions.length + keptBack.length
  if (state === 'release' && parts > 0) return no('what is released whole has nothing cut from it')
  if (state === 'redact' && parts === 0) return no('mark what is cut, or release it whole')
  if (state === 'withhold') {
    if (exemption === undefined || reason === undefined)
      return no('name the exemption, and say why it applies here')
    if (parts > 0) return no('what stays back whole has no parts to cut')
    exemptionOf(law, exemption)
    return { ok: true }
  }
  for (const { field, start, end, exemption: ground } of redactions) {
    exemptionOf(law, ground)
    const text = fields.find((one) => one.field === field)?.text
    if (text === undefined) return no(`this record has no field "${field}"`)
    if (end <= start || end > Array.from(text).length) return no('the marked words are not in the record')
  }
  for (const { sha256, exemption: ground, w, h } of regions) {
    exemptionOf(law, ground)
    const file = files.find((one) => one.sha256 === sha256)
    if (!file) return no('this record has no such picture')
    if (!isPicture(file.mediaType)) return no('only a picture can be cut in part; keep this file back whole')
    if (w <= 0 || h <= 0) return no('a region has a width and a height')
  }
  for (const { sha256, exemption: ground } of keptBack) {
    exemptionOf(law, ground)
    if (!files.some((one) => one.sha256 === sha256)) return no('this record has no such file')
  }
  const isOpen = ({ sha256, mediaType }: Reviewing['files'][number]): boolean =>
    !isPicture(mediaType) && ![...keptBack.map((one) => one.sha256), ...lookedThrough].includes(sha256)
  if (state === 'redact' && files.some(isOpen))
    return no('say of each of its files that it stays back, or that you looked through it and nothing is cut')
  const secrets = soughtOf(secretsOf(fields, redactions))
  if (timesIn(reasonsOf(said).join('\n'), secrets) > 0)
    return no('a reason goes out with the record, and says the very words that are cut; say it without them')
  return { ok: true }
}

/** May this member be the second to look? */
export function ruleSecond(
  review: Pick<StoredResponsive, 'state' | 'reviewedBy' | 'agrees' | 'instalment'>,
  memberId: string,
  isAboutThem: boolean,
): ReviewRuling {
  if (review.state === null) return no('nobody has reviewed it yet')
  if (review.instalment !== null) return no(`it went out in instalment ${review.instalment}`)
  if (review.reviewedBy === memberId) return no('you reviewed it; somebody else looks a second time')
  if (isAboutThem) return no('it is by you or about you; somebody else reviews it')
  if (review.agrees === true) return no('two people have settled it')
  return { ok: true }
}

/** The strings that are cut from a record. */
export function secretsOf(
  fields: readonly Field[],
  redactions: readonly { field: string; start: number; end: number }[],
): string[] {
  return [...new Set(redactions.map((one) => markedIn(fields, one)).filter((words) => words.trim() !== ''))]
}

/** Every reason that goes out with a record. */
export function reasonsOf({
  redactions,
  regions,
  keptBack,
  reason = null,
}: Pick<StoredResponsive, 'redactions' | 'regions' | 'keptBack'> & {
  reason?: string | null | undefined
}): string[] {
  const all = [...redactions, ...regions, ...keptBack].map((one) => one.reason)
  return reason === null ? all : [...all, reason]
}

/** What stands in the place of each cut. */
export function marksOf(law: Law, redactions: StoredResponsive['redactions']): Mark[] {
  return redactions.map(({ field, start, end, exemption, reason }) => {
    const { label } = cutOf(exemptionOf(law, exemption), reason)
    return { field, start, end, label }
  })
}

/** Everything that is cut from a record, as its log says it. */
export function cutsOf(
  law: Law,
  { redactions, regions, keptBack }: Pick<StoredResponsive, 'redactions' | 'regions' | 'keptBack'>,
): Cut[] {
  const all: readonly { exemption: string; reason: string }[] = [...redactions, ...regions, ...keptBack]
  return all.map(({ exemption, reason }) => cutOf(exemptionOf(law, exemption), reason))
}

/** Exemptions by their ids, for letters: each once, in the order of the law. */
export function exemptionsIn(law: Law, ids: readonly string[]): Exemption[] {
  return law.exemptions.filter(({ id }) => ids.includes(id))
}

function no(because: string, cites?: string): ReviewRuling {
  return { ok: false, because, ...(cites === undefined ? {} : { cites }) }
}
