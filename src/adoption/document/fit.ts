import { otherSense, otherWords } from './fit-words.ts'
import { otherSentences, printsOf, type Prints } from './print.ts'
import type { ImportedProvision } from './provision.ts'

/** What `fit` needs of an order: an `Order` of the policy is one. */
export interface FitOrder {
  readonly identity: { readonly id: string }
  readonly provisions: readonly {
    readonly citation: string
    readonly gist: string
    readonly modality: string
    readonly except?: string | undefined
  }[]
}

/** A provision of the document beside the pack's. */
export interface Fit {
  citation: string
  text: string
  gist: string
  line: number
  /** Of its sentences, those with other words. */
  changed?: string[]
  /** Its citation in the document, where that is another one. */
  at?: string
  /** In words: how the document departs from what the pack expects. Empty where it does not. */
  because: string[]
}

/** How a department's document fits an order's pack. Every provision of either side stands in exactly one list. */
export interface FitReport {
  order: string
  /** How many provisions the pack has. */
  of: number
  matched: Fit[]
  differing: Fit[]
  /** The pack's words under another citation of the document. */
  moved: (Fit & { to: string })[]
  /** Of the pack, not in the document. */
  missing: { citation: string; gist: string; because: string[] }[]
  /** Of the document, not in the pack. */
  extra: { citation: string; text: string; line: number }[]
}

/**
 * Fits the words of a document to a pack by citation. With the order's prints (see `printsOf`) other words are
 * found to the sentence; without them only what the pack itself expects is compared: what the words do
 * (forbid, command, warn) and whether they print an exception.
 */
export function fit(
  provisions: readonly ImportedProvision[],
  order: FitOrder,
  prints: Prints = new Map(),
): FitReport {
  const report: FitReport = {
    order: order.identity.id,
    of: order.provisions.length,
    matched: [],
    differing: [],
    moved: [],
    missing: [],
    extra: [],
  }
  const byCitation = new Map(provisions.map((provision) => [provision.citation, provision]))
  const places = new Map<string, ImportedProvision>()
  for (const provision of provisions) {
    const whole = printsOf(provision.text).join(' ')
    if (!places.has(whole)) places.set(whole, provision)
  }
  const taken = new Set<string>()
  const isExact = (citation: string): boolean => {
    const found = byCitation.get(citation)
    return found !== undefined && printsOf(found.text).join(' ') === (prints.get(citation) ?? []).join(' ')
  }
  for (const expected of order.provisions) {
    const { citation, gist } = expected
    const own = prints.get(citation)
    const elsewhere = own && !isExact(citation) ? places.get(own.join(' ')) : undefined
    // Words that stand elsewhere have moved, unless that place rightly holds the same words.
    if (elsewhere && !isExact(elsewhere.citation) && !taken.has(elsewhere.citation)) {
      taken.add(elsewhere.citation)
      report.moved.push({
        citation,
        to: elsewhere.citation,
        gist,
        text: elsewhere.text,
        line: elsewhere.line,
        because: [],
      })
    }
  }
  const moved = new Set(report.moved.map(({ citation }) => citation))
  for (const expected of order.provisions) {
    const { citation, gist } = expected
    if (moved.has(citation)) continue
    const found = taken.has(citation) ? undefined : byCitation.get(citation)
    if (!found) {
      const because = taken.has(citation)
        ? [`${citation} of the document holds the words of another provision`]
        : []
      report.missing.push({ citation, gist, because })
      continue
    }
    taken.add(citation)
    const own = prints.get(citation)
    const because = own ? otherWords(found, own, expected) : otherSense(found, expected)
    const entry: Fit = { citation, gist, text: found.text, line: found.line, because }
    if (because.length === 0) report.matched.push(entry)
    else report.differing.push(own ? { ...entry, changed: otherSentences(found.text, own) } : entry)
  }
  for (const [citation, found] of betweenNeighbours(provisions, order, report, taken)) {
    const expected = order.provisions.find((one) => one.citation === citation)
    if (!expected) continue
    taken.add(found.citation)
    const because = [...otherWords(found, prints.get(citation) ?? [], expected)]
    const { gist } = expected
    report.differing.push({ citation, at: found.citation, gist, text: found.text, line: found.line, because })
    report.missing = report.missing.filter((one) => one.citation !== citation)
  }
  report.extra = provisions
    .filter(({ citation }) => !taken.has(citation))
    .map(({ citation, text, line }) => ({ citation, text, line }))
  return report
}

/**
 * What is left over on both sides between the same two neighbours is most likely one provision, reworded and
 * renumbered: only as many as stand on either side, in their order, and only where neighbours were recognised
 * by their words.
 */
function betweenNeighbours(
  provisions: readonly ImportedProvision[],
  order: FitOrder,
  report: FitReport,
  taken: ReadonlySet<string>,
): [string, ImportedProvision][] {
  const places = new Map(provisions.map(({ citation }, index) => [citation, index]))
  const at = new Map(report.matched.map(({ citation }) => [citation, places.get(citation) ?? -1]))
  for (const { citation, to } of report.moved) at.set(citation, places.get(to) ?? -1)
  const missing = new Set(report.missing.map(({ citation }) => citation))
  const pairs: [string, ImportedProvision][] = []
  let before = -1
  let gap: string[] = []
  for (const { citation } of [...order.provisions, { citation: '' }]) {
    const place = citation === '' ? provisions.length : at.get(citation)
    if (place === undefined) {
      if (missing.has(citation)) gap.push(citation)
      continue
    }
    const left = provisions.slice(before + 1, place).filter((provision) => !taken.has(provision.citation))
    if (before >= 0 && citation !== '' && report.moved.length > 0 && left.length === gap.length) {
      for (const [index, found] of left.entries()) pairs.push([gap[index] ?? '', found])
    }
    before = place
    gap = []
  }
  return pairs
}

/** A report in lines for people: the count first, then only what needs a look. */
export function describeFit(report: FitReport): string[] {
  const lines = [`${report.order}: ${report.matched.length} of ${report.of} provisions match.`]
  if (report.matched.length + report.moved.length === 0)
    lines.push(`No words of ${report.order} stand in it: is it the text of that order?`)
  const section = (title: string, entries: readonly string[]): void => {
    if (entries.length > 0)
      lines.push('', `${title} (${entries.length}):`, ...entries.map((entry) => `  ${entry}`))
  }
  section(
    'Other words than the pack expects',
    report.differing.map(
      (one) =>
        `${one.citation}${one.at ? ` (${one.at} here)` : ''}, line ${one.line}: ${one.because.join('; ')}. ${short(one.changed?.join(' ') || one.text)}`,
    ),
  )
  section(
    'The same words under another citation',
    report.moved.map((one) => `${one.citation} is ${one.to} here, line ${one.line}. ${short(one.text)}`),
  )
  section(
    'In the pack, not in the document',
    report.missing.map((one) => [`${one.citation}: ${one.gist}`, ...one.because].join(' - ')),
  )
  section(
    'In the document, not in the pack',
    report.extra.map((one) => `${one.citation}, line ${one.line}: ${short(one.text)}`),
  )
  return lines
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 87).trimEnd()}...` : text
}
