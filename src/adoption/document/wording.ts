import type { ImportedProvision } from './provision.ts'
import { sentencesOf } from './sentences.ts'

/** What a provision does to those it binds, as packs write it. */
export type Modality = 'must' | 'must-not' | 'should' | 'may' | 'is-warned' | 'states'

// Tried in turn: what forbids outranks what commands, and a warning outranks the "shall" that may stand beside it.
const wordings: readonly (readonly [modality: Modality, pattern: RegExp])[] = [
  ['may', /\b(?:are|is|remain) free to\b/i],
  ['must', /\b(?:is|are) required\b(?! by)/i],
  ['is-warned', /\b(?:are|is|be) (?:cautioned|reminded|warned)\b/i],
  [
    'must-not',
    /\b(?:shall|must|may|will|can) not\b(?! be (?:construed|limited))|\b(?:cannot|prohibited|forbidden|not permitted|not allowed|never permitted|refrain from)\b|\bno (?:employee|member|officer|personnel|person)s? (?:shall|may|will)\b|\bnor shall\b|\bunder no circumstances\b/i,
  ],
  [
    'is-warned',
    /\b(?:should|must) (?:be aware|be mindful|be conscious|expect|assume|understand|remember|recogni[sz]e|bear in mind)\b|\bno (?:reasonable )?expectation of privacy\b|\bmay be subject to (?:civil|disciplin|litigation)|\bmay (?:provide grounds|result in|lead to)\b/i,
  ],
  [
    'must',
    /\b(?:shall|must|required to|has an obligation|have an obligation|is responsible for|are responsible for|will (?:be|adhere|ensure|notify|report|submit|strictly|maintain|comply|include|review))\b/i,
  ],
  ['should', /\b(?:should|recommends?|recommended|encouraged|discouraged|ought to)\b/],
  ['may', /\b(?:may|can|permitted to|reserves the right|authori[sz]ed to|allowed to)\b/i],
]

/** The modality of words alone, or undefined where they only name something. */
export function modalityOf(text: string): Modality | undefined {
  return wordings.find(([, pattern]) => pattern.test(text))?.[0]
}

/** The modality a provision most likely has: by its own words, else by the lead-in that it completes. */
export function guessModality(provision: ImportedProvision): Modality {
  if (['metadata', 'definition', 'disclaimer'].includes(provision.part)) return 'states'
  if (provision.headings.some((heading) => /^(?:\S+\s)?purpose|^scope/i.test(heading))) return 'states'
  const lead = provision.under.at(-1)
  // The lead-in proper is its last sentence: "... are cautioned. As such, personnel are prohibited from:".
  const inherited = lead === undefined ? undefined : modalityOf(sentencesOf(lead).at(-1) ?? lead)
  // A limb of "are prohibited from the following:" is prohibited, whatever verbs it holds.
  if (inherited && lead?.endsWith(':') && provision.part === 'bullet') {
    const own = modalityOf(provision.text)
    return own === 'must-not' || own === 'must' ? own : inherited
  }
  return modalityOf(provision.text) ?? (provision.part === 'bullet' ? inherited : undefined) ?? 'states'
}

const exceptionStart =
  /\b(?:without|unless|except(?:ing)?(?: (?:for|in|as|when|where|that))?|other than|provided that|absent|only (?:if|when|with|after|for|in)|subject to (?:the )?(?:approval|permission|consent|review)|(?:where|when|if|whenever) (?:possible|applicable|appropriate|practicable|feasible|necessary)|to the (?:extent|degree)|if deemed|approved by|barring|notwithstanding|so long as|as long as|until)\b/gi
// Not exceptions, though they start like one.
const noException =
  /^without (?:limitation|regard|exception|prior notice|notice|delay)|^until (?:such|further)/i

/** The exceptions and conditions a provision prints, each from its first word to the end of its clause. */
export function exceptionsOf(text: string): string[] {
  const found: string[] = []
  let end = 0
  for (const match of text.matchAll(exceptionStart)) {
    if (match.index < end) continue
    const rest = text.slice(match.index)
    const clause =
      /^[^.;:,]*(?:,(?=[^,.;]*\b(?:or|and)\b[^,.;]*(?:[.;]|$))[^.;:,]*)?/.exec(rest)?.[0].trim() ?? ''
    if (clause === '' || noException.test(clause)) continue
    found.push(clause)
    end = match.index + clause.length
  }
  return found
}

/** The permission an exception speaks of: who gives it and in which form; undefined where it is no permission. */
export function permissionIn(exception: string): { by: string[]; form: string } | undefined {
  if (!/\b(?:permission|approval|authori[sz]ation|consent|approved|authori[sz]ed by)\b/i.test(exception))
    return undefined
  const by: string[] = []
  if (/\b(?:chief|sheriff|commissioner|colonel|superintendent|director)\b/i.test(exception)) by.push('chief')
  if (/\bdesignee\b/i.test(exception)) by.push('designee')
  if (/\b(?:supervisor|sergeant|lieutenant|commander)\b/i.test(exception)) by.push('supervisor')
  if (
    /\b(?:coworker|co-worker|that (?:person|member|employee)|their|employee\(s\))/i.test(exception) &&
    by.length === 0
  )
    by.push('coworker')
  const form = /\bwritten|in writing\b/i.test(exception) ? 'written' : 'recorded'
  return { by: by.length > 0 ? by : ['chief', 'designee'], form }
}
