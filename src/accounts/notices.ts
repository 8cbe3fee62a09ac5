import type { Act } from '../policy/act.ts'
import { judge } from '../policy/judge.ts'
import { reaches, type Order, type Rule } from '../policy/order.ts'
import { gravity, type Ruling } from '../policy/ruling.ts'
import type { NoticeSaid, PageTried, Requirement } from './schema.ts'
import { offered } from './wording.ts'

/** The facts of a page that are words on it. What an order asks besides, its form answers. */
export const noticeFacts: ReadonlySet<string> = new Set(offered.map(({ fact }) => fact))

/**
 * What an order asks of an official page: each fact that one of its rules for pages rests on, with the gravest thing
 * that follows where it lacks, and the reason that would excuse it. Nothing of it stands in code: an order that asks
 * for less has a shorter list.
 */
export function requirementsOf(order: Order): Requirement[] {
  const found = new Map<string, Requirement>()
  for (const rule of pageRules(order))
    for (const { name, question, means } of rule.when.facts) {
      if (!name.startsWith('page.')) continue
      const before = found.get(name)
      if (before && gravity(before.force) <= gravity(rule.outcome)) continue
      const { citation, gist } = rule.provision
      found.set(name, {
        fact: name,
        citation,
        gist,
        question: question ?? `${means}?`,
        force: rule.outcome,
        waiver: waiverOf(rule),
        note: rule.note ?? null,
      })
    }
  return [...found.values()]
}

function pageRules(order: Order): Rule[] {
  return order.provisions.flatMap(({ rules }) => rules.filter((rule) => reaches(rule, 'official', 'page')))
}

/** The fact that excuses a rule, where it is a thing that may be said of a page. */
function waiverOf(rule: Rule): Requirement['waiver'] {
  for (const { name, means } of rule.unless?.facts ?? [])
    if (name.startsWith('page.')) return { fact: name, means }
  return null
}

/** Does a notice stand on the page, in each of its languages? */
export function isWorded(notice: NoticeSaid | undefined, languages: readonly string[]): boolean {
  const wording: Readonly<Record<string, string | undefined>> = notice?.wording ?? {}
  return languages.length > 0 && languages.every((language) => (wording[language] ?? '') !== '')
}

/** What the form says of the facts of its page. A notice that lacks may be excused by a reason, said for it alone. */
export function factsOf(page: PageTried, order: Order): Record<string, boolean> {
  const { audience = '', custody, languages = [], notices = [] } = page
  const facts: Record<string, boolean> = { 'page.audience': audience !== '' }
  if (custody) {
    facts['page.administered-by-it'] = custody.by === 'it'
    facts['page.administration-determined'] = custody.determinedBy !== null && custody.determinedOn !== null
  }
  const excusing = new Map(
    requirementsOf(order).flatMap(({ fact, waiver }) => (waiver ? [[fact, waiver.fact]] : [])),
  )
  const unexcused = new Set<string>()
  const excused: [fact: string, by: string][] = []
  for (const fact of noticeFacts) {
    const notice = notices.find((one) => one.fact === fact)
    facts[fact] = isWorded(notice, languages)
    const by = excusing.get(fact)
    if (facts[fact] || by === undefined) continue
    if (notice?.reason == null) unexcused.add(by)
    else excused.push([fact, by])
  }
  for (const [fact, by] of excused) {
    // One reason must not excuse a second notice, of which nothing was said: then the first counts as if it were there.
    if (unexcused.has(by)) facts[fact] = true
    else facts[by] = true
  }
  return facts
}

/** What the order says of a page that nobody has approved yet, or that is approved. Pure. */
export function judgePage(
  page: PageTried,
  order: Order,
  approval: { on: string; isApproved: boolean },
): Ruling {
  const act: Act = {
    id: page.address ?? 'this page',
    kind: 'page',
    capacity: 'official',
    on: approval.on,
    facts: { ...factsOf(page, order), 'page.approved': approval.isApproved },
  }
  return judge(act, order)
}

/** A sentence for each notice that the order asks for and of which the form says nothing, in the order of the list. */
export function noticesLacking(
  page: PageTried,
  requirements: readonly Requirement[],
): { field: string; sentence: string; citation: string }[] {
  const { languages = [], notices = [] } = page
  return requirements.flatMap(({ fact, citation, waiver, force }) => {
    const notice = notices.find((one) => one.fact === fact)
    if (!noticeFacts.has(fact) || isWorded(notice, languages)) return []
    const name = nameOf(fact)
    const isWaived = notice?.reason != null
    if (isWaived && waiver) return []
    const asks = force === 'barred' && !waiver ? 'asks for it without exception' : 'asks for it'
    const sentence = isWaived
      ? `${name}: ${citation} ${asks}, so no reason excuses it; write its words in each language of the page`
      : `${name}: ${citation} ${asks}; write its words in each language of the page${waiver ? ', or say why it is not there' : ''}`
    return [{ field: `notices.${fact}`, sentence, citation }]
  })
}

/** What a notice is called in English. */
export function nameOf(fact: string): string {
  return offered.find((one) => one.fact === fact)?.name.en ?? fact
}
