import type { Act } from './act.ts'
import { asksOf, standingOf, type Bare, type Standing } from './asks.ts'
import { detectAct } from './detect-act.ts'
import { outOfForce } from './in-force.ts'
import type { Order, Rule } from './order.ts'
import { covering } from './permission.ts'
import { gravity, type Outcome, type ProvisionRuling, type Ruling } from './ruling.ts'
import { isBare, no, situate, unknown, yes, type Grounds, type Seen, type Situation } from './situation.ts'
import type { Fact } from './vocabulary.ts'
import { areWanted, type Speaking } from './speaking.ts'
import { turned } from './turning.ts'

/**
 * What an order says of an act. Pure and synchronous: no clock, no I/O. An act without a date is judged as if the
 * order were in force. Detectors raise facts from the act's texts; what a person said outranks them.
 * The outcome is that of the gravest provision; `asks` are the questions whose answers can still change it.
 */
export function judge(act: Act, order: Order): Ruling {
  const ruling = rulingOn(act, order)
  const warning = turned(act)
  if (warning !== undefined) ruling.note = ruling.note === undefined ? warning : `${ruling.note} ${warning}`
  return ruling
}

function rulingOn(act: Act, order: Order): Ruling {
  const { identity } = order
  const ruling: Ruling = {
    act: act.id,
    order: identity.id,
    version: identity.effective,
    outcome: 'clear',
    provisions: [],
    asks: [],
    review: [],
  }
  const outside = outOfForce(identity, act.on)
  if (outside) return { ...ruling, ...outside }
  const seen = detectAct(act, order.identity.names)
  // most acts: no rule rests on what is seen in them, and the circumstances alone bring none to bear
  const plain = isBare(act) && !isMinded(order, act, seen) ? order.circumstances.of(act) : undefined
  if (plain?.isSilent === true) return ruling
  const situation = situate(act, seen, order)
  const rules = bearingRules(act, order, situation)
  if (rules.length === 0 && !hasUnreachedHarm(order, situation, [])) {
    if (plain) plain.isSilent = true
    return ruling
  }
  const open = rules.filter((rule) => valueOf(rule, situation) === unknown)
  const verdict = decide(act, order, rules, situation)
  ruling.outcome = verdict.outcome
  ruling.provisions = verdict.provisions
  ruling.review = [...new Set(verdict.provisions.flatMap((provision) => provision.review ?? []))]
  if (verdict.outcome === 'outside-the-order') ruling.note = outsideNote(order)
  if (open.length > 0) {
    const areApart = !hasHarm(order, situation)
    ruling.asks = asksOf({ open, rules, areApart }, situation, () => weigh(act, order, rules, situation))
  }
  return ruling
}

/** Whether anything seen in an act can matter to the rules for its kind. */
function isMinded(order: Order, { capacity, kind }: Act, seen: readonly Seen[]): boolean {
  if (seen.length === 0) return false
  const { minds } = order.desk(capacity, kind)
  return seen.some(({ fact }) => minds.has(fact))
}

interface Verdict {
  outcome: Outcome
  provisions: ProvisionRuling[]
}

/** The rules that bear on the act, or might once an unknown fact is known. */
function bearingRules(act: Act, order: Order, situation: Situation): Rule[] {
  const { always, byTrigger, triggers } = order.desk(act.capacity, act.kind)
  const { values } = situation
  const bearing: Rule[] = []
  for (const rule of always) if (valueOf(rule, situation) !== no) bearing.push(rule)
  for (const index of triggers) {
    if (values[index] === no) continue
    for (const rule of byTrigger[index] ?? [])
      if (valueOf(rule, situation) !== no && !bearing.includes(rule)) bearing.push(rule)
  }
  return bearing
}

/** Does the rule bear on the act: its condition, and not its exception. */
export function valueOf(rule: Rule, situation: Situation): 0 | 1 | 2 {
  const when = rule.when.of(situation)
  if (when === no || rule.unless === undefined) return when
  const except = rule.unless.of(situation)
  if (except === yes) return no
  return except === unknown ? unknown : when
}

/** The verdict with every unknown taken as the vocabulary assumes. */
function decide(act: Act, order: Order, rules: readonly Rule[], situation: Situation): Verdict {
  situation.assuming = true
  const byProvision = new Map<number, ProvisionRuling>()
  for (const rule of rules) {
    if (valueOf(rule, situation) !== yes) continue
    const next = ruleOn(act, order, rule, situation)
    const before = byProvision.get(rule.provision.index)
    byProvision.set(rule.provision.index, before ? graver(before, next) : next)
  }
  situation.assuming = false
  const provisions = [...byProvision.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, provision]) => provision)
  let outcome = gravestOf(provisions)
  if (gravity(outcome) > gravity('outside-the-order') && hasUnreachedHarm(order, situation, provisions))
    outcome = 'outside-the-order'
  return { outcome, provisions }
}

/**
 * What the rules come to, as `decide` would say it, without the reasons: an answer to a question is tried by it. Only
 * a permission, or a harm that may be unreached, asks for the reasons.
 */
function weigh(act: Act, order: Order, rules: readonly Rule[], situation: Situation): Standing {
  if ((act.permissions?.length ?? 0) === 0 && !hasHarm(order, situation)) {
    const provisions = barely(rules, situation)
    return standingOf(gravestOf(provisions), provisions)
  }
  const verdict = decide(act, order, rules, situation)
  return standingOf(verdict.outcome, verdict.provisions)
}

function gravestOf(provisions: readonly Bare[]): Outcome {
  let outcome: Outcome = 'clear'
  for (const provision of provisions)
    if (gravity(provision.outcome) < gravity(outcome)) outcome = provision.outcome
  return outcome
}

/** The outcome of each provision that bears, when no permission can cover any. */
function barely(rules: readonly Rule[], situation: Situation): Bare[] {
  situation.assuming = true
  const all: Bare[] = []
  for (const rule of rules) {
    if (valueOf(rule, situation) !== yes) continue
    const { citation } = rule.provision
    const before = all.find((one) => one.citation === citation)
    if (before === undefined) all.push({ citation, outcome: rule.outcome })
    else if (gravity(rule.outcome) < gravity(before.outcome)) before.outcome = rule.outcome
  }
  situation.assuming = false
  return all
}

/** Harm that a fact names and no clause reaches is outside the order, not stretched into it (decision A33). */
function hasUnreachedHarm(
  order: Order,
  situation: Situation,
  provisions: readonly ProvisionRuling[],
): boolean {
  for (const fact of order.harms)
    if (situation.values[fact.index] === yes && !provisions.some((one) => doesReach(one, fact))) return true
  return false
}

function hasHarm(order: Order, { values }: Situation): boolean {
  for (const fact of order.harms) if (values[fact.index] === yes) return true
  return false
}

function doesReach({ outcome, because }: ProvisionRuling, fact: Fact): boolean {
  return (
    outcome !== 'clear' &&
    outcome !== 'outside-the-order' &&
    because.some((ground) => ground.fact === fact.name)
  )
}

function ruleOn(act: Act, order: Order, rule: Rule, situation: Situation): ProvisionRuling {
  const facts: Speaking = new Map()
  rule.when.grounds(situation, facts)
  const ruling: ProvisionRuling = {
    citation: rule.provision.citation,
    outcome: rule.outcome,
    because: groundsFor(facts, situation),
    path: null,
  }
  const note = rule.note ?? rule.provision.risk
  if (note !== undefined) ruling.note = note
  if (rule.review.length > 0) ruling.review = [...rule.review]
  const path = rule.permission === undefined ? undefined : order.paths.get(rule.permission)
  if (!path) return ruling
  const cover = covering({ act, order, rule, grounds: facts, situation }, path)
  if (cover.live) {
    ruling.outcome = 'clear'
    ruling.permitted = { matter: path.matter, by: cover.permission.by, cites: path.cites }
    delete ruling.review
    return ruling
  }
  // What is barred but for an authorised duty names nobody to ask; a permission in force proves the duty.
  if (rule.outcome !== 'barred')
    ruling.path = { matter: path.matter, by: path.by, via: path.via, form: path.form, cites: path.cites }
  if (cover.because !== undefined)
    ruling.note = note === undefined ? `${cover.because}.` : `${cover.because}. ${note}`
  return ruling
}

function groundsFor(facts: Speaking, situation: Situation): Grounds[] {
  const whole: Grounds[] = []
  for (const [fact, wanted] of facts) {
    // How the act was done (capacity, kind, device) is plain from the act itself unless nothing else speaks.
    if (fact.name === 'act.kind' || fact.name === 'act.capacity') continue
    const grounds = situation.grounds[fact.index]
    if (!grounds) {
      whole.push({ fact: fact.name, from: fact.from === 'person' ? 'person' : 'act' })
      continue
    }
    for (const ground of grounds) {
      if (!areWanted(ground.details ?? {}, wanted)) continue
      const same = whole.find(
        (one) => one.fact === ground.fact && one.from === ground.from && one.in === ground.in,
      )
      if (same?.spans && ground.spans) {
        same.spans.push(...ground.spans)
        same.confidence = Math.max(same.confidence ?? 0, ground.confidence ?? 0)
      } else whole.push({ ...ground, ...(ground.spans ? { spans: [...ground.spans] } : {}) })
    }
  }
  return whole
}

/** Two limbs of one provision: the graver stands, both sets of grounds are kept. */
function graver(a: ProvisionRuling, b: ProvisionRuling): ProvisionRuling {
  const [first, second] = gravity(b.outcome) < gravity(a.outcome) ? [b, a] : [a, b]
  const extra = second.because.filter(
    (ground) => !first.because.some((one) => one.fact === ground.fact && one.in === ground.in),
  )
  const merged: ProvisionRuling = { ...first, because: [...first.because, ...extra] }
  const review = [...new Set([...(first.review ?? []), ...(second.review ?? [])])]
  if (review.length > 0) merged.review = review
  return merged
}

function outsideNote(order: Order): string {
  const code = order.identity['code-of-conduct']
  return code === undefined
    ? 'No clause of this order reaches this; other rules of the department may.'
    : `No clause of this order reaches this; the Code of Conduct may (${code.cites}, adherence ${code.adherence}).`
}
