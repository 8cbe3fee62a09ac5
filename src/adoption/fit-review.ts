import { sha256 } from '../platform/id.ts'
import type { FitReport } from './document/fit.ts'
import type { Words } from './own-order.ts'
import { otherSentences, type Prints } from './document/print.ts'
import type { Decision, FitRow } from './schema.ts'

/** What a person decided of one provision, as it is stored. */
export interface Decided {
  citation: string
  decision: Decision
  words: string | null
  note: string | null
  /** SHA-256 of the words that were decided on. */
  seen: string
  decidedBy: string
  decidedAt: string
}

const choices = {
  matched: ['same', 'corrected', 'other-meaning', 'not-in-ours'],
  changed: ['same', 'corrected', 'other-meaning', 'not-in-ours'],
  moved: ['same', 'corrected', 'other-meaning', 'not-in-ours'],
  missing: ['not-in-ours', 'corrected', 'other-meaning'],
  extra: ['ours-only', 'set-aside'],
} as const satisfies Record<FitRow['state'], readonly Decision[]>

/** The fit as a table to go through: the pack's provisions in its order, then what only the document has. */
export function rowsOf(
  report: FitReport,
  order: readonly string[],
  decided: readonly Decided[],
  prints: Prints = new Map(),
): FitRow[] {
  const rows = new Map<string, FitRow>()
  const add = (row: Omit<FitRow, 'decided' | 'may' | 'otherSentences'>): void => {
    const own = prints.get(row.citation)
    const others = row.state === 'changed' && own ? otherSentences(row.text ?? '', own) : []
    rows.set(row.citation, { ...row, otherSentences: others, decided: null, may: [...choices[row.state]] })
  }
  for (const one of report.matched) add({ ...shown(one), state: 'matched' })
  for (const one of report.differing) add({ ...shown(one), state: 'changed' })
  for (const one of report.moved) add({ ...shown(one), state: 'moved', at: one.to })
  for (const { citation, gist, because } of report.missing)
    add({ citation, gist, because, state: 'missing', at: null, text: null, line: null })
  const known = order.flatMap((citation) => rows.get(citation) ?? [])
  const extra: FitRow[] = report.extra.map(({ citation, text, line }) => ({
    // A unit of the document may bear the citation of a provision whose words stand elsewhere.
    citation: rows.has(citation) ? `${citation} (document)` : citation,
    at: citation,
    state: 'extra',
    because: [],
    gist: null,
    text,
    line,
    otherSentences: [],
    decided: null,
    may: [...choices.extra],
  }))
  const byCitation = new Map(decided.map((one) => [one.citation, one]))
  return [...known, ...extra].map((row) => withDecision(row, byCitation.get(row.citation)))
}

function shown(
  one: FitReport['matched'][number],
): Omit<FitRow, 'decided' | 'may' | 'state' | 'otherSentences'> {
  const { citation, gist, text, line, because } = one
  return { citation, gist, text, line, because, at: one.at ?? null }
}

function withDecision(row: FitRow, one: Decided | undefined): FitRow {
  if (!one) return row
  const { decision, words, note, decidedBy, decidedAt } = one
  const stale = one.seen !== seenOf(row) || !row.may.includes(decision)
  return { ...row, decided: { decision, text: words, note, by: decidedBy, at: decidedAt, stale } }
}

/** What a decision on this row rests on. */
export function seenOf(row: FitRow): string {
  return sha256(row.text ?? '')
}

export function isUndecided(row: FitRow): boolean {
  return row.decided === null || row.decided.stale
}

/** May this be decided of the row? Words by hand and a note are asked for where nobody could read on without. */
export function mayDecide(
  row: FitRow,
  { decision, text, note }: { decision: Decision; text?: string | undefined; note?: string | undefined },
): { ok: true } | { ok: false; because: string } {
  if (!row.may.includes(decision))
    return {
      ok: false,
      because: `${row.citation} is ${row.state} here; of that, "${decision}" cannot be said (${row.may.join(', ')})`,
    }
  if (decision === 'corrected' && text === undefined)
    return { ok: false, because: `write the words of ${row.citation} as they stand in your order` }
  if (decision === 'other-meaning' && note === undefined)
    return { ok: false, because: `say what ${row.citation} means in your order: a person will judge by it` }
  if (decision === 'other-meaning' && text === undefined && row.text === null)
    return { ok: false, because: `write the words of ${row.citation} as they stand in your order` }
  return { ok: true }
}

/** What the decisions make of the pack. Rows that are undecided count as not said: adoption waits for them. */
export function wordsOf(rows: readonly FitRow[]): Words {
  const words: Words = { verbatim: {}, notes: {}, omitted: [], unjudged: [], extra: [] }
  for (const row of rows) {
    const { decided } = row
    if (!decided || decided.stale) continue
    const text = decided.text ?? row.text
    if (decided.note !== null) words.notes[row.citation] = decided.note
    if (decided.decision === 'not-in-ours') words.omitted.push(row.citation)
    else if (decided.decision === 'ours-only')
      words.extra.push({ citation: row.at ?? row.citation, text: text ?? '', note: decided.note })
    else if (decided.decision !== 'set-aside') {
      if (text !== null) words.verbatim[row.citation] = text
      if (decided.decision === 'other-meaning') words.unjudged.push(row.citation)
    }
  }
  return words
}
