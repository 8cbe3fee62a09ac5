import type { Matter } from '../../policy/act.ts'
import { likelyFacts } from './cues.ts'
import type { ImportedProvision } from './provision.ts'
import { exceptionsOf, guessModality, permissionIn, type Modality } from './wording.ts'

/** What a draft says of one provision. Every field is a guess for a person to check. */
export interface DraftProvision {
  citation: string
  kind: string
  modality: Modality
  binds: string
  capacity: 'personal' | 'official' | 'any'
  exceptions: string[]
  permission: Matter | undefined
  facts: string[]
  headings: readonly string[]
  text: string
}

/** The guesses about one provision. */
export function draftProvision(provision: ImportedProvision, facts: readonly string[]): DraftProvision {
  const modality = guessModality(provision)
  const isNorm = modality !== 'states'
  const decides = !['metadata', 'definition', 'disclaimer'].includes(provision.part)
  const exceptions = provision.part === 'metadata' ? [] : exceptionsFor(provision, modality)
  const capacity = capacityOf(provision)
  return {
    citation: provision.citation,
    kind: kindOf(provision, modality),
    modality,
    binds: bindsOf(provision),
    capacity,
    exceptions,
    permission:
      isNorm && exceptions.some((exception) => permissionIn(exception))
        ? matterOf(provision.text)
        : undefined,
    facts: decides ? likelyFacts(provision.text, facts) : [],
    headings: provision.headings,
    text: provision.text,
  }
}

// A limb of "members shall not, without approval of the Chief:" has the exception of its lead-in.
function exceptionsFor({ text, under }: ImportedProvision, modality: Modality): string[] {
  const own = exceptionsOf(text)
  const lead = under.at(-1) ?? ''
  if (own.length > 0 || modality !== 'must-not' || !lead.endsWith(':')) return own
  return exceptionsOf(lead).filter((exception) => permissionIn(exception))
}

function kindOf(provision: ImportedProvision, modality: Modality): string {
  const { part, text, headings } = provision
  if (part === 'metadata' || part === 'definition') return part
  if (headings.some((heading) => /\buses\b/i.test(heading)) && (modality === 'may' || modality === 'states'))
    return 'recognised-use'
  if (part === 'lead' && !['must-not', 'is-warned'].includes(modality)) return 'procedure'
  if (
    /^[^,;]*\breserves? the right\b|\bsubject to disciplin\w+|\baccessed by the (?:department|agency)\b/i.test(
      text,
    )
  )
    return 'power'
  if (modality === 'states' && headings.some((heading) => /purpose|scope/i.test(heading))) return 'purpose'
  if (/\b(?:submit|request for|via the chain|forward(?:ed)? to)\b/i.test(text) && modality === 'must')
    return 'procedure'
  const kinds: Record<Modality, string> = {
    'must-not': 'prohibition',
    must: 'obligation',
    should: 'obligation',
    may: 'permission',
    'is-warned': 'caution',
    states: 'policy',
  }
  return kinds[modality]
}

function bindsOf({ text, part }: ImportedProvision): string {
  if (part === 'metadata') return 'department'
  if (/^(?:all )?(?:supervisors?|sergeants?|commanders?)\b/i.test(text)) return 'supervisors'
  if (/^(?:the )?chief\b/i.test(text)) return 'chief'
  if (/\bpages?\b(?:\(s\))?[^.;]{0,40}\b(?:shall|should|must|will)\b/i.test(text))
    return 'page-administrators'
  if (
    /^(?:the |this )?[\p{L} ]{0,40}(?:department|agency|office) (?:reserves|recogni[sz]es|endorses|will|shall|should|has)\b/iu.test(
      text,
    )
  )
    return 'department'
  if (/\bapplicants?\b|\b(?:job candidates?|candidates\b(?! for (?:public )?office))/i.test(text))
    return 'screeners'
  if (/\bsworn\b/i.test(text) && !/\bcivilian\b/i.test(text)) return 'sworn'
  return 'all-personnel'
}

function capacityOf({ headings, text }: ImportedProvision): DraftProvision['capacity'] {
  const last = headings.findLast((heading) =>
    /personal|off[- ]duty|official|sanctioned|department(?:al)? use/i.test(heading),
  )
  if (last) return /personal|off[- ]duty/i.test(last) ? 'personal' : 'official'
  if (/\b(?:personal (?:web ?pages?|use|accounts?|social)|off[- ]duty|private citizens)\b/i.test(text))
    return 'personal'
  if (
    /\b(?:representing the|official(?:ly)? sanctioned|department[- ]sanctioned|department pages?)\b/i.test(
      text,
    )
  )
    return 'official'
  return 'any'
}

// The matters of permission that every pack shares, by the words that name them.
const matters: readonly (readonly [matter: Matter, pattern: RegExp])[] = [
  ['own-device', /\b(?:personally[- ]owned|personal (?:devices?|computers?|cell))\b/i],
  ['page', /\b(?:pages?|sites?|accounts?)\b[^.;]{0,60}\bapproved\b/i],
  ['photographs', /\b(?:photographs?|videos?|scenes?)\b/i],
  ['identification', /\b(?:logos?|uniforms?|badges?|identif\w+|emblems?|references to|ranks?|titles?)\b/i],
  ['coworker', /\b(?:coworkers?|other (?:members?|employees?))\b/i],
  ['statements', /\b(?:statements?|speeches|appearances|endorse\w*|represent\w*|speak\w*)\b/i],
  ['official-confidential', /\bconfidential\b/i],
  ['duty-use', /\b(?:on[- ]duty|duty use)\b/i],
]

function matterOf(text: string): Matter {
  return matters.find(([, pattern]) => pattern.test(text))?.[0] ?? 'job-information'
}
