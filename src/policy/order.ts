import { z } from 'zod'
import { actKinds, capacities, matters, type ActKind, type Capacity } from './act.ts'
import { AllCircumstances, fieldsOf, type Fields } from './circumstances.ts'
import { compileCondition, type Condition } from './condition.ts'
import { identitySchema, type Identity } from './identity.ts'
import { outcomes, type Path } from './ruling.ts'
import { problemsOf, unknownName, type Fact, type Problem, type Vocabulary } from './vocabulary.ts'

/** The parts of the house that carry a provision out. */
export const carriers = ['rule', 'checklist', 'workflow', 'notice', 'information'] as const
export const modalities = ['must', 'must-not', 'should', 'may', 'is-warned', 'states'] as const
/** The parts of the house that may carry a provision out; `policy` is here, the others come on top of it. */
export const modules = [
  'policy',
  'ledger',
  'members',
  'adoption',
  'permissions',
  'accounts',
  'posts',
  'comments',
  'records',
  'cases',
  'screening',
  'duty',
] as const
/** Those of them that Decorum does not have yet. */
export const modulesToCome: ReadonlySet<string> = new Set<(typeof modules)[number]>([
  'cases',
  'screening',
  'duty',
])
export const kinds = [
  'metadata',
  'purpose',
  'policy',
  'definition',
  'prohibition',
  'obligation',
  'permission',
  'caution',
  'power',
  'procedure',
  'recognised-use',
] as const

const ruleSchema = z.strictObject({
  when: z.unknown(),
  unless: z.unknown().optional(),
  outcome: z.enum(outcomes),
  permission: z.string().optional(),
  review: z.array(z.string()).optional(),
  note: z.string().optional(),
  kinds: z.array(z.enum(actKinds)).min(1).optional(),
  // Where one limb speaks to another capacity than the provision as a whole.
  capacity: z.enum([...capacities, 'any']).optional(),
})

const provisionSchema = z.strictObject({
  citation: z.string().min(1),
  kind: z.enum(kinds),
  gist: z.string().min(1),
  modality: z.enum(modalities),
  binds: z.union([z.string(), z.array(z.string())]),
  capacity: z.enum([...capacities, 'any']),
  by: z.array(z.enum(carriers)).min(1),
  module: z.union([z.enum(modules), z.array(z.enum(modules)).min(1)]).transform((one) => [one].flat()),
  why: z.string().min(1).optional(),
  except: z.string().optional(),
  permission: z.string().optional(),
  risk: z.string().optional(),
  reading: z.string().optional(),
  rules: z.array(ruleSchema).min(1).optional(),
})

export interface Provision extends Omit<z.infer<typeof provisionSchema>, 'rules'> {
  index: number
  rules: Rule[]
}

/** One limb of a provision: when it bears on an act and what follows. */
export interface Rule {
  provision: Provision
  when: Condition
  unless: Condition | undefined
  outcome: z.infer<typeof ruleSchema>['outcome']
  /** The matter whose permission cures this limb. */
  permission: string | undefined
  review: readonly string[]
  note: string | undefined
  kinds: ReadonlySet<ActKind>
  capacity: Capacity | 'any'
}

/** The rules that can bear on one kind of act in one capacity, found by the facts that trigger them. */
export interface Desk {
  always: readonly Rule[]
  /** By fact index. */
  byTrigger: readonly (readonly Rule[] | undefined)[]
  /** The fact indices that have a rule in `byTrigger`. */
  triggers: readonly number[]
  /** The names of the facts on which a rule of the desk rests, and of those that are a harm. */
  minds: ReadonlySet<string>
}

/** An order ready to judge by. */
export interface Order {
  identity: Identity
  provisions: readonly Provision[]
  byCitation: ReadonlyMap<string, Provision>
  vocabulary: Vocabulary
  paths: ReadonlyMap<string, Path & { givers: readonly string[] }>
  fields: Fields
  circumstances: AllCircumstances
  /** Facts that name a harm which no clause may reach. */
  harms: readonly Fact[]
  desk: (capacity: Capacity, kind: ActKind) => Desk
}

/** Acts that are no utterance: a rule must name them to reach them. */
const namedOnly: ReadonlySet<ActKind> = new Set([
  'omission',
  'access',
  'page',
  'screening',
  'placed-by-other',
])
const utterances: ReadonlySet<ActKind> = new Set(actKinds.filter((kind) => !namedOnly.has(kind)))

/**
 * Reads an order from its parsed `order.yaml` and `provisions.yaml`.
 * Problems are data; with any, `order` must not be used to judge.
 */
export function readOrder(
  identityData: unknown,
  provisionsData: unknown,
  vocabulary: Vocabulary,
): { order: Order | undefined; problems: Problem[] } {
  const problems: Problem[] = []
  const identity = identitySchema.safeParse(identityData)
  if (!identity.success) return { order: undefined, problems: problemsOf('order.yaml', identity.error) }
  if (!Array.isArray(provisionsData) || provisionsData.length === 0)
    return { order: undefined, problems: [{ at: 'provisions.yaml', problem: 'holds no list of provisions' }] }
  const paths = new Map(
    Object.entries(identity.data.permissions).map(([matter, route]) => [
      matter,
      {
        matter,
        by: route.by.join(' or '),
        via: route.via,
        form: route.form,
        cites: route.cites,
        givers: route.by,
      },
    ]),
  )
  const byCitation = new Map<string, Provision>()
  provisionsData.forEach((written: unknown, place) => {
    const provision = readProvision(written, place, vocabulary, paths, problems)
    if (!provision) return
    if (byCitation.has(provision.citation))
      problems.push({
        at: provision.citation,
        problem: 'stands twice; a citation may stand once in an order',
      })
    byCitation.set(provision.citation, provision)
  })
  for (const matter of paths.keys())
    if (!matters.some((known) => known === matter))
      problems.push({
        at: 'order.yaml, permissions',
        problem: unknownName('permission matter', matter, matters),
      })
  for (const [matter, path] of paths)
    if (!byCitation.has(path.cites))
      problems.push({
        at: `order.yaml, permissions.${matter}`,
        problem: unknownName('provision', path.cites, byCitation.keys()),
      })
  const rules = [...byCitation.values()].flatMap((provision) => provision.rules)
  const fields = fieldsOf(vocabulary)
  const order: Order = {
    identity: identity.data,
    provisions: [...byCitation.values()],
    byCitation,
    vocabulary,
    paths,
    fields,
    circumstances: new AllCircumstances(vocabulary, fields),
    harms: vocabulary.facts.filter((fact) => fact.harm === true),
    desk: desksOf(rules, vocabulary),
  }
  return { order, problems }
}

function readProvision(
  written: unknown,
  place: number,
  vocabulary: Vocabulary,
  paths: ReadonlyMap<string, Path>,
  problems: Problem[],
): Provision | undefined {
  const parsed = provisionSchema.safeParse(written)
  if (!parsed.success) {
    const named = z.object({ citation: z.string() }).safeParse(written)
    const at = named.success ? named.data.citation : `provisions.yaml, provision ${place + 1}`
    problems.push(...problemsOf(at, parsed.error))
    return undefined
  }
  const at = parsed.data.citation
  const provision: Provision = { ...parsed.data, index: place, rules: [] }
  const pathTo = (matter: string | undefined): void => {
    if (matter !== undefined && !paths.has(matter))
      problems.push({
        at,
        problem: `leads to nobody: ${unknownName('permission matter', matter, paths.keys())}`,
      })
  }
  pathTo(provision.permission)
  for (const rule of parsed.data.rules ?? []) {
    const permission =
      rule.permission ?? (rule.outcome === 'needs-permission' ? provision.permission : undefined)
    pathTo(permission)
    if (rule.outcome === 'needs-permission' && permission === undefined)
      problems.push({ at, problem: 'needs a permission but names no matter, so it leads to nobody' })
    provision.rules.push({
      provision,
      when: compileCondition(rule.when, vocabulary, at, problems),
      unless: rule.unless === undefined ? undefined : compileCondition(rule.unless, vocabulary, at, problems),
      outcome: rule.outcome,
      permission,
      review: rule.review ?? [],
      note: rule.note,
      kinds: rule.kinds ? new Set(rule.kinds) : utterances,
      capacity: rule.capacity ?? parsed.data.capacity,
    })
  }
  return provision
}

function desksOf(rules: readonly Rule[], vocabulary: Vocabulary): Order['desk'] {
  const desks = new Map(
    capacities.map((capacity) => [
      capacity,
      new Map(
        actKinds.map((kind) => [
          kind,
          deskFor(
            rules.filter((rule) => reaches(rule, capacity, kind)),
            vocabulary,
          ),
        ]),
      ),
    ]),
  )
  return (capacity, kind) => desks.get(capacity)?.get(kind) ?? deskFor([], vocabulary)
}

function deskFor(rules: readonly Rule[], vocabulary: Vocabulary): Desk {
  const byTrigger: Rule[][] = vocabulary.facts.map(() => [])
  for (const rule of rules)
    for (const fact of rule.when.triggers ?? new Set<Fact>()) byTrigger[fact.index]?.push(rule)
  return {
    always: rules.filter((rule) => rule.when.triggers === undefined),
    byTrigger: byTrigger.map((list) => (list.length > 0 ? list : undefined)),
    triggers: [...byTrigger.keys()].filter((index) => byTrigger[index]?.length),
    minds: new Set([
      ...rules.flatMap(({ when, unless }) => [...when.facts, ...(unless?.facts ?? [])]).map(nameOf),
      ...vocabulary.facts.filter(({ harm }) => harm === true).map(nameOf),
    ]),
  }
}

function nameOf({ name }: Fact): string {
  return name
}

/** Is the rule for acts of this kind in this capacity? "any" is any of the department's people, never a visitor. */
export function reaches(rule: Rule, capacity: Capacity, kind: ActKind): boolean {
  if (!rule.kinds.has(kind)) return false
  return rule.capacity === 'any' ? capacity !== 'visitor' : rule.capacity === capacity
}
