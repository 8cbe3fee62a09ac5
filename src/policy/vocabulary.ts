import { z } from 'zod'

const factSchema = z.strictObject({
  means: z.string().min(1),
  question: z.string().min(1).optional(),
  from: z.enum(['text', 'person', 'act', 'judge']),
  unsaid: z.enum(['no', 'yes', 'ask-no', 'ask-yes']).optional(),
  assume: z.string().optional(),
  details: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  asks: z.array(z.string()).optional(),
  count: z.string().optional(),
  harm: z.boolean().optional(),
})

/** One word of the vocabulary: `orders/facts.yaml` says what each key means. */
export interface Fact extends z.infer<typeof factSchema> {
  name: string
  /** Its place in every table of fact values. */
  index: number
}

/** The words in which an order may state a condition and a person may describe an act. */
export interface Vocabulary {
  facts: readonly Fact[]
  byName: ReadonlyMap<string, Fact>
}

/** A problem found in data that people wrote: where it stands and what would be right. */
export interface Problem {
  at: string
  problem: string
}

/** Reads the parsed `facts.yaml`. Problems are data; an empty list means the vocabulary is whole. */
export function readVocabulary(data: unknown): { vocabulary: Vocabulary; problems: Problem[] } {
  const facts: Fact[] = []
  const problems: Problem[] = []
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : []
  if (entries.length === 0) problems.push({ at: 'facts.yaml', problem: 'holds no facts' })
  for (const [name, entry] of entries) {
    const parsed = factSchema.safeParse(entry)
    if (!parsed.success) {
      problems.push(...problemsOf(`facts.yaml, ${name}`, parsed.error))
      continue
    }
    facts.push({ ...parsed.data, name, index: facts.length })
  }
  return { vocabulary: { facts, byName: new Map(facts.map((fact) => [fact.name, fact])) }, problems }
}

/** What zod found, as problems with the place in words. */
export function problemsOf(at: string, error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({
    at: issue.path.length > 0 ? `${at}, ${issue.path.join('.')}` : at,
    problem: issue.message,
  }))
}

/** Problems in one line: `act, on: is no date; act, kind: …`. */
export function inOneLine(problems: readonly Problem[]): string {
  return problems.map(({ at, problem }) => `${at}: ${problem}`).join('; ')
}

/** The known name nearest to one that is not known, or undefined where none is near (3 edits or more a word). */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(3, Math.ceil(name.length / 3)) + 1
  for (const candidate of known) {
    const edits = distance(name, candidate, least)
    if (edits < least) {
      least = edits
      best = candidate
    }
  }
  return best
}

/** Levenshtein distance, given up once it reaches `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(row[b.length] ?? limit, limit)
}

/** A sentence that says a name is unknown and which one was perhaps meant. */
export function unknownName(what: string, name: string, known: Iterable<string>): string {
  const near = nearest(name, known)
  return near === undefined
    ? `there is no ${what} "${name}"`
    : `there is no ${what} "${name}"; did you mean "${near}"?`
}
