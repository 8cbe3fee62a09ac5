// The labels that forms of orders print, with a colon or without. First match wins, so longer ones stand first.
const labels: readonly (readonly [key: string, pattern: RegExp])[] = [
  [
    'signatory',
    /^(?:(?:by order of|approved and signed)|(?:the )?(?:chief|sheriff|commissioner|director)(?:['’]s)?(?: of police)?(?:['’]s)? signature|signature|signed(?: by)?)\b/i,
  ],
  ['approved-by', /^(?:approved|authori[sz]ed|adopted) by\b/i],
  ['reviewed-by', /^reviewed by\b/i],
  ['approval-date', /^(?:approv(?:al|ed)|adopt(?:ion|ed)) (?:date|on)\b/i],
  ['effective-date', /^(?:(?:re-?)?issued?\s*\/\s*)?effective(?: date)?\b/i],
  ['reissue-date', /^re-?issued?(?: date)?\b/i],
  [
    'issue-date',
    /^(?:original )?(?:issue|issuance|issued)(?: date)?\b|^date (?:of )?(?:issue|issued|issuance)\b/i,
  ],
  ['revision-date', /^(?:last )?(?:revis(?:ed|ion)|amended|updated)(?: date| on)?\b/i],
  ['review-date', /^(?:next |last )?review(?:ed)?(?: date| due| on)?\b/i],
  [
    'order-number',
    /^(?:general |special |departmental? )?(?:order|policy(?: (?:and|&) procedures?)?|directive|procedure|sop|g\.?o\.?|s\.?o\.?p\.?)\s*(?:number\b|no\b\.?|num\b\.?|#|(?=:?\s*\d))/i,
  ],
  ['title', /^(?:(?:order |policy |directive )?(?:title|subject)\b|re(?=\s*:))/i],
  ['title', /^(?:order|policy|directive)(?=\s*:\s*\p{L})/iu],
  ['agency', /^(?:(?:name of )?agency)(?=\s*:)/i],
  ['section-title', /^(?:section|chapter) (?:title|name)\b/i],
  ['section', /^(?:section|chapter)\b|^(?:article|part)(?=\s+(?:[IVXLC]+|\d[\d.]*)$)/i],
  [
    'jurisdiction',
    /^(?=(?:city|town|village|borough|county|township|state|commonwealth) of [\p{L} ]{2,30}$)/iu,
  ],
  ['page', /^pages?\b(?=\s*[:#]?\s*\d)/i],
  ['distribution', /^(?:distribution|distribute to|applies to)\b/i],
  [
    'accreditation-standard',
    /^(?:accreditation(?: standards?)?\b|calea(?: standards?)?\b|standards?(?=\s*[:#]|\s*$))/i,
  ],
  ['reference', /^(?:cross[- ])?references?\b|^see also\b/i],
  ['rescinds', /^(?:rescinds?|supersedes?|replaces|cancels|amends)\b/i],
]

/** The kinds of document that a header names. */
export const documentType =
  /^(?:(?:policy (?:and|&) procedures?|policies (?:and|&) procedures|general orders?|special orders?|policy manual|operations manual|standard operating procedures?|written directives?|departmental? (?:policy|directive|order)s?|administrative orders?|rules (?:and|&) regulations|policy|directives?)(?:\s*[/&,–—-]?\s*|$))+$/i
const agency =
  /^(.{2,60}?\b(?:police|sheriff|public safety|constable|marshal|state patrol)(?:['’]s)?(?: (?:department|dept\.?|office|bureau|service|division|agency|authority|force))?)(?:\s+(.*))?$/i
const namesOrder = /^(?:[\p{L}-]+ ){1,5}(?:policy|order|directive|procedures?|rules|guidelines)$/iu
const agencyFirst =
  /^(?:department of police|(?:police|sheriff['’]?s?) (?:department|office))(?:,? (?:of )?(?:the )?(?:city|town|village|borough|county|township) of [\p{L} ]+)?$/iu
/** Who signs: a name with an office. */
export const office =
  /,\s*(?:(?:interim|acting) )?(?:chief(?: of police)?|sheriff|(?:police )?commissioner|superintendent|colonel|director|marshal)\b/i

/** An office on a line of its own, under the name of who holds it. */
export const bareOffice =
  /^(?:(?:interim|acting) )?(?:chief(?: of police)?|sheriff|(?:police )?commissioner|superintendent|colonel)$/i
const signs: readonly string[] = [
  'signatory',
  'approved-by',
  'approval-date',
  'reviewed-by',
  'revision-date',
  'review-date',
]

/** True for a line of the block in which an order is signed: who approved it, and when. */
export function isSignature(text: string): boolean {
  if (printedLabel(text)?.value === '' && printedLabel(text)?.key === 'signatory') return true
  return (
    text.length < 100 &&
    !/[.;:]$/.test(text) &&
    (bareOffice.test(text) || office.test(text) || signs.includes(printedLabel(text)?.key ?? ''))
  )
}

/** True for a line that a header prints: a known label, the agency, the kind of document, a signature. */
export function isPrinted(text: string): boolean {
  return (
    printedLabel(text) !== undefined ||
    agencyOf(text) !== undefined ||
    documentType.test(text) ||
    office.test(text)
  )
}

/** The label a piece of a header starts with, and the value after it; `extra` labels come first. */
export function printedLabel(
  text: string,
  extra: Readonly<Record<string, string>> = {},
): { key: string; value: string } | undefined {
  for (const [label, key] of Object.entries(extra)) {
    if (text.toLowerCase().startsWith(label.toLowerCase()))
      return { key, value: valueAfter(text, label.length) }
  }
  for (const [key, pattern] of labels) {
    const match = pattern.exec(text)
    if (match) return { key, value: valueAfter(text, match[0].length) }
  }
  return undefined
}

function valueAfter(text: string, length: number): string {
  return text.slice(length).replace(/^\s*[:#]?\s*/, '')
}

/** The agency a piece of a header names, and what stands after its name. */
export function agencyOf(text: string): { agency: string; rest: string } | undefined {
  if (bareOffice.test(text)) return undefined
  if (agencyFirst.test(text)) return { agency: text, rest: '' }
  const match = agency.exec(text)
  if (!match?.[1]) return undefined
  const rest = match[2] ?? ''
  const isWhole =
    rest === '' || documentType.test(rest) || printedLabel(rest) !== undefined || namesOrder.test(rest)
  return isWhole ? { agency: match[1], rest } : undefined
}
