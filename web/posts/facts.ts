import type { PostContent } from '../../src/posts/content.ts'

export type Facts = PostContent['facts']

/** What an answer is about: a fact, or one detail of it. */
export interface Asked {
  fact: string
  detail?: string | undefined
}

/** Questions are the same when they ask for the same fact, and the same detail of it. */
export function keyOf({ fact, detail }: Asked): string {
  return detail === undefined ? fact : `${fact} ${detail}`
}

/** Facts that the form says by itself. */
const ofForm: ReadonlySet<string> = new Set([
  'act.audience',
  'act.duty',
  'act.kind',
  'act.capacity',
  'author.kind',
  'author.identified',
  'author.law-enforcement-purpose',
  'media.borrowed',
  'media.licensed',
])

export function isOfForm(fact: string): boolean {
  return ofForm.has(fact)
}

/** Every answer that stands among the facts, as the question that it answers. */
export function givenIn(facts: Facts): (Asked & { question: string })[] {
  return Object.entries(facts).flatMap(([fact, said]) =>
    typeof said === 'boolean'
      ? [{ fact, question: fact }]
      : Object.keys(said).map((detail) => ({ fact, detail, question: `${fact}: ${detail}` })),
  )
}

export function answerTo(facts: Facts, { fact, detail }: Asked): boolean | string | undefined {
  const said = facts[fact]
  if (detail === undefined) return typeof said === 'boolean' ? said : undefined
  return typeof said === 'object' ? said[detail] : undefined
}

/** The facts with a question answered; `undefined` takes the answer back. */
export function answered(
  facts: Facts,
  { fact, detail }: Asked,
  value: boolean | string | undefined,
): PostContent['facts'] {
  const { [fact]: before, ...others } = facts
  if (typeof value === 'boolean') return { ...others, [fact]: value }
  if (detail === undefined) return others
  const details = typeof before === 'object' ? before : {}
  const rest = Object.fromEntries(Object.entries(details).filter(([name]) => name !== detail))
  const next = value === undefined ? rest : { ...rest, [detail]: value }
  return Object.keys(next).length === 0 ? others : { ...others, [fact]: next }
}
