import { stringify } from 'yaml'
import { dayOf } from './dates.ts'
import { draftProvision, type DraftProvision } from './draft-guess.ts'
import type { ImportedProvision } from './provision.ts'
import { permissionIn } from './wording.ts'

/** The two files of a draft pack, as text. They load as an order; the printed words stand in them as comments. */
export interface DraftPack {
  order: string
  provisions: string
  /** What the document does not say and an order must: lines of `order.yaml` left empty and marked. */
  missing: string[]
  /** What the second file says, provision by provision. */
  drafts: DraftProvision[]
}

/** A gist that nobody has written yet; `decorum order check` counts those that are left. */
const toWrite = 'DRAFT - say it in your own words'

/**
 * Drafts a pack from the provisions of an order nobody has encoded; `facts` are the names of the vocabulary.
 * `id` is the folder it will stand in, where that is known; without it the document's own words make one.
 */
export function draftPack(
  provisions: readonly ImportedProvision[],
  facts: Iterable<string>,
  id?: string,
): DraftPack {
  const known = [...facts]
  const drafts = provisions.map((provision) => draftProvision(provision, known))
  return { ...orderText(provisions, drafts, id), provisions: provisionsText(drafts), drafts }
}

const evaluative =
  /\b(?:discredit|disrepute|detriment\w*|impair\w*|unfavorabl[ey]|unbecoming|embarrass\w*|undermine\w*|negatively)\b/i

function ruleOf(draft: DraftProvision): { when: unknown; outcome: string; review?: string[] } | undefined {
  // What a rule tries is what is done; duty, device and place in the order narrow it and are a person's to add.
  const facts = draft.facts.filter((name) => !/^(?:act|device|author|page|screening)\./.test(name))
  if (facts.length === 0 || draft.modality === 'states' || draft.modality === 'may') return undefined
  if (draft.modality === 'must' && !draft.permission) return undefined
  const when = facts.length === 1 ? facts[0] : { any: facts }
  if (evaluative.test(draft.text)) return { when, outcome: 'needs-review', review: ['protected-speech'] }
  if (draft.modality === 'is-warned' || draft.modality === 'should') return { when, outcome: 'advised' }
  return { when, outcome: draft.permission ? 'needs-permission' : 'barred' }
}

function provisionsText(drafts: readonly DraftProvision[]): string {
  const head = '# A draft: every field is a guess to be checked against the words above it.\n'
  return (
    head +
    drafts
      .map((draft, place) => {
        const rule = ruleOf(draft)
        const fields = {
          citation: draft.citation,
          kind: draft.kind,
          gist: toWrite,
          modality: draft.modality,
          binds: draft.binds,
          capacity: draft.capacity,
          by: [rule ? 'rule' : draft.binds === 'page-administrators' ? 'checklist' : 'information'],
          module: 'policy',
          ...(rule ? {} : { why: 'DRAFT - say what carries it out' }),
          ...(draft.exceptions.length > 0 ? { except: draft.exceptions.join('; ') } : {}),
          ...(draft.permission && rule ? { permission: draft.permission } : {}),
          ...(rule ? { rules: [rule] } : {}),
        }
        const facts = draft.facts.length > 0 ? [`likely facts: ${draft.facts.join(', ')}`] : []
        const heading = headingAbove(draft, drafts[place - 1])
        return `\n${heading}${comment([draft.text, ...facts])}${inLine(stringify([fields], { lineWidth: 108 }))}`
      })
      .join('')
  )
}

// A heading is no provision, as in the packs that come with Decorum: it stands once, above what it heads.
function headingAbove(draft: DraftProvision, before: DraftProvision | undefined): string {
  const shared = draft.headings.findIndex((heading, place) => before?.headings[place] !== heading)
  return shared < 0
    ? ''
    : draft.headings
        .slice(shared)
        .map((heading) => `# --- ${heading} ---\n`)
        .join('')
}

// Packs write a short list on its line: `by: [rule]`.
function inLine(text: string): string {
  return text.replace(/^( *)by:\n +- (\w+)$/gm, '$1by: [$2]')
}

function orderText(
  provisions: readonly ImportedProvision[],
  drafts: readonly DraftProvision[],
  id: string | undefined,
): { order: string; missing: string[] } {
  const header = (key: string): string | undefined =>
    provisions.find(({ citation }) => citation === `META.${key}`)?.value
  const day = (key: string): string | undefined => dayOf(header(key) ?? '')
  const agency = header('agency')
  const { number, title } = numbered(header('order-number') ?? header('number'), header('title'))
  const effective = day('effective-date') ?? day('reissue-date') ?? day('issue-date')
  const permissions = Object.fromEntries(
    drafts
      .flatMap((draft) => {
        const found = draft.exceptions.map(permissionIn).find((one) => one !== undefined)
        if (!draft.permission || !found || !ruleOf(draft)) return []
        const via = provisions.some(({ text }) => /\bchain of command\b/i.test(text)) ? 'chain' : 'direct'
        return [[draft.permission, { by: found.by, via, form: found.form, cites: draft.citation }]]
      })
      .toReversed(),
  )
  const fields = {
    id: id ?? idOf(agency ?? '', number ?? ''),
    agency,
    number,
    title,
    ...(day('issue-date') ? { issued: day('issue-date') } : {}),
    effective,
    ...(header('rescinds') ? { rescinds: header('rescinds') } : {}),
    permissions,
  }
  const missing = Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [key] : []))
  const lines = Object.entries(fields).map(([key, value]) =>
    value === undefined
      ? `${key}: # DRAFT - fill in: the document does not say it\n`
      : stringify({ [key]: value }, { lineWidth: 108 }),
  )
  return { order: `# A draft from the document itself: check every line.\n${lines.join('')}`, missing }
}

// `General Order 9.3 - Social Media` says both; so does `7-12: Social Media`.
function numbered(
  printed: string | undefined,
  title: string | undefined,
): { number: string | undefined; title: string | undefined } {
  const both =
    /^(?:(?:\p{L}[\p{L}.]*\s+){1,4}(?:no\.?\s*|#\s*)?)?([A-Z]{0,4}-?\d[\w.-]*)(?:\s*[:–—-]\s+|\s+)(\p{L}.*)$/iu.exec(
      printed ?? '',
    )
  return both?.[1] && both[2] && title === undefined
    ? { number: both[1], title: both[2] }
    : { number: both?.[1] ?? printed, title }
}

function idOf(agency: string, number: string): string {
  const place = agency.replace(
    /\b(?:police|department|office|sheriff\S*|of|the|city|town|county|public safety)\b/gi,
    ' ',
  )
  return (
    `${place} ${number}`
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '') || 'draft'
  )
}

function comment(paragraphs: readonly string[]): string {
  return paragraphs
    .map((paragraph) =>
      wrapped(paragraph)
        .map((line) => `# ${line}\n`)
        .join(''),
    )
    .join('')
}

function wrapped(text: string): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + word.length > 106) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}
