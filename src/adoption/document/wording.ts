import type { ImportedProvision } from './provision.ts'
import { sentencesOf } from './sentences.ts'

/** What a provision does to those it binds, as packs write it. */
export type Modality = 'must' | 'must-not' | 'should' | 'may' | 'is-warned' | 'states'

// Tried in turn: what forbids outranks what commands, and a warning outranks the "shall" that may stand beside it.
const wordings: readonly (readonly [modality: Modality, pattern: RegExp])[] = [
  // "Nothing in this order shall be read to limit ..." says how the rest is read.
  ['states', /^nothing (?:in|herein|contained)\b/i],
  ['may', /\b(?:are|is|remain) free to\b/i],
  ['must', /\b(?:is|are) required\b(?! by)/i],
  ['is-warned', /\b(?:are|is|be) (?:cautioned|reminded|warned)\b/i],
  [
    'must-not',
    /\b(?:shall|must|may|will|can) (?:not|never)\b(?! be (?:construed|limited))|\b(?:cannot|can['’]t|mustn['’]t|shan['’]t|prohibited|forbidden|barred from|not (?:be )?(?:permitted|allowed|authori[sz]ed)|are not to|never permitted|refrain from)\b|(?:^|[.;:,] )no (?:[\w-]+ ){1,6}?(?:shall|must|may|will|is permitted|are permitted|is allowed|are allowed)\b|\bno (?:employee|member|officer|personnel|person)s? (?:shall|may|will)\b|\bneither\b[^.;]{1,60}\b(?:shall|may|must)\b|\bnor shall\b|\b(?:under no circumstances|at no time)\b|(?:^|[.;,:] )(?:never|do not|don['’]t)\b/i,
  ],
  [
    'is-warned',
    /\b(?:should|must) (?:be aware|be mindful|be conscious|expect|assume|understand|remember|recogni[sz]e|bear in mind)\b|\bno (?:reasonable )?expectation of privacy\b|\b(?:forfeit|waive)\w* any (?:reasonable )?expectation\b|\b(?:may|shall|will) be subject to (?:civil|disciplin|litigation)|\bare subject to disciplin|\bgrounds for (?:discipline|termination|dismissal)\b|\b(?:may|can|could|will) (?:provide grounds|result in|lead to)\b/i,
  ],
  [
    'must',
    /\b(?:shall|must|required to|(?:is|are) expected to|has an obligation|have an obligation|is responsible for|are responsible for|will (?:be|adhere|ensure|notify|report|submit|strictly|maintain|comply|include|review))\b/i,
  ],
  ['should', /\b(?:should|recommends?|recommended|encouraged|discouraged|ought to)\b/],
  [
    'may',
    /\b(?:may|can|permitted to|reserves the right|(?:has|have) the right|entitled to|authori[sz]ed to|allowed to)\b/i,
  ],
]

/** The modality of words alone, or undefined where they only name something. */
export function modalityOf(text: string): Modality | undefined {
  return wordings.find(([, pattern]) => pattern.test(text))?.[0]
}

const statesWhole = /(?<!\b(?:that|which|who)) (?:is|are) /

// A numbered sentence with its own subject completes none: "Employees may ...".
function isWhole(text: string): boolean {
  return /^[^.;:]*?\b(?:employees?|members?|officers?|personnel|persons?|department|supervisors?|chief|pages?|content)\b[^.;:]{0,80}?\b(?:shall|must|may|should|will|cannot|can|are|is)\b/i.test(
    text,
  )
}

// "... except in the following circumstances:", "The rules do not bind:"
const excepts =
  /(?:\bexcept (?:in|under|for|as|when|where|if|to|that|the)(?:\s+\w+){0,5}|\bunless(?:(?: \w+){0,4} following(?: \w+){0,3})?|\b(?:exempt|exceptions?|do(?:es)? not (?:apply|bind))\b[^.:]*)\s*:$/i

/** The modality a provision most likely has: by its own words, else by the lead-in that it completes. */
export function guessModality(provision: ImportedProvision): Modality {
  if (['metadata', 'definition', 'disclaimer'].includes(provision.part)) return 'states'
  if (provision.headings.some((heading) => /^(?:\S+\s)?purpose|^scope/i.test(heading))) return 'states'
  const lead = provision.under.at(-1)
  // The lead-in proper is its last sentence: "... are cautioned. As such, personnel are prohibited from:".
  // Where that only goes on a list ("phone numbers, including:"), the one above it speaks.
  const inherited = provision.under
    .map((above) => sentencesOf(above).at(-1) ?? above)
    .map((above) => modalityOf(above) ?? (statesWhole.test(above) ? 'states' : undefined))
    .findLast((found) => found !== undefined)
  // A limb of "are prohibited from the following:" is prohibited, whatever verbs it holds.
  const isLimb = provision.part === 'bullet' || (provision.part === 'unit' && lead?.endsWith(':'))
  const states = provision.part === 'unit' && statesWhole.test(provision.text) ? 'states' : undefined
  const own = modalityOf(provision.text) ?? states
  if (lead !== undefined && isLimb && excepts.test(lead)) return 'may'
  const isOwn = provision.part === 'unit' && own && (inherited !== 'must-not' || isWhole(provision.text))
  if (inherited && inherited !== 'states' && lead?.endsWith(':') && isLimb && !isOwn)
    return own === 'must-not' || own === 'must' ? own : inherited
  return own ?? (isLimb ? inherited : undefined) ?? 'states'
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
      /^(?:\([^()]*\)|[^.;:,(])*(?:,(?=[^,.;]*\b(?:or|and)\b[^,.;]*(?:[.;]|$))[^.;:,]*)?/
        .exec(rest)?.[0]
        .trim() ?? ''
    if (clause === '' || noException.test(clause)) continue
    found.push(clause)
    end = match.index + clause.length
  }
  return found
}

/** The permission an exception speaks of: who gives it and in which form; undefined where it is no permission. */
export function permissionIn(exception: string): { by: string[]; form: string } | undefined {
  if (
    !/\b(?:permission|approval|authori[sz]ation|consent|approved|agreed?|authori[sz]ed by)\b/i.test(exception)
  )
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
