import { z } from 'zod'
import { actKinds, authorKinds, capacities, matters, permissionStates, type Act } from './act.ts'
import { problemsOf, unknownName, type Problem, type Vocabulary } from './vocabulary.ts'

const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], {
  error: 'is no date; write 2020-05-01 or 2020-05-01T12:00:00-04:00, a day that exists',
})

/** One word of a closed list; any other is answered with the nearest, and with the list. */
function named<T extends string>(what: string, known: readonly T[]) {
  return z.enum(known, {
    error: ({ input }) =>
      typeof input === 'string'
        ? `${unknownName(what, input, known)} It may be ${known.join(', ')}.`
        : `wants a ${what}: ${known.join(', ')}`,
  })
}

export const actSchema = z.strictObject({
  id: z.string().min(1).default('act'),
  kind: z.enum(actKinds).default('post'),
  capacity: z.enum(capacities).default('personal'),
  on: moment.optional(),
  text: z.string().optional(),
  media: z
    .array(
      z.strictObject({
        kind: z.enum(['image', 'video', 'audio']),
        id: z.string().optional(),
        alt: z.string().optional(),
        text: z.string().optional(),
        shows: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  author: z
    .strictObject({ kind: z.enum(authorKinds).optional(), undercover: z.boolean().optional() })
    .optional(),
  audience: z.enum(['public', 'limited']).optional(),
  duty: z.enum(['on', 'off', 'unknown']).optional(),
  device: z
    .strictObject({
      owner: z.enum(['department', 'personal']).optional(),
      kind: z.enum(['desktop', 'laptop', 'tablet', 'phone']).optional(),
    })
    .optional(),
  facts: z
    .record(
      z.string(),
      z.union([z.boolean(), z.record(z.string(), z.union([z.string(), z.number().transform(String)]))]),
    )
    .optional(),
  permissions: z
    .array(
      z.strictObject({
        matter: named('permission matter', matters),
        by: z.string(),
        form: z.enum(['written', 'express-written', 'express', 'oral']).optional(),
        state: named('state of a permission', permissionStates),
        from: moment.optional(),
        to: moment.optional(),
        covers: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  consents: z.array(z.strictObject({ member: z.string(), given: z.boolean() })).optional(),
})

/** Reads an act that somebody wrote (parsed YAML or JSON): the act, or sentences that name what is wrong. */
export function readAct(
  data: unknown,
  vocabulary: Vocabulary,
): { act: Act; problems?: never } | { act?: never; problems: Problem[] } {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { problems: [{ at: 'act', problem: 'an act is an object with at least a text, media or facts' }] }
  if ('facts' in data && Object.hasOwn(Object(data.facts), '__proto__'))
    return { problems: [{ at: 'act, facts', problem: 'there is no fact "__proto__"' }] }
  const parsed = actSchema.safeParse(data)
  if (!parsed.success) return { problems: problemsOf('act', parsed.error) }
  const problems: Problem[] = []
  const factNamed = (name: string, at: string): void => {
    if (!vocabulary.byName.has(name))
      problems.push({ at, problem: unknownName('fact', name, vocabulary.byName.keys()) })
  }
  parsed.data.media?.forEach((media, place) =>
    media.shows?.forEach((name) => factNamed(name, `act, media.${place}.shows`)),
  )
  for (const [name, value] of Object.entries(parsed.data.facts ?? {})) {
    factNamed(name, 'act, facts')
    const known = vocabulary.byName.get(name)
    if (known?.from === 'act' && known.details)
      problems.push({ at: `act, facts.${name}`, problem: 'is a field of the act, and is said there' })
    if (!known || typeof value === 'boolean') continue
    for (const [detail, word] of Object.entries(value)) {
      if (detail === known.count) {
        if (!/^[1-9]\d{0,5}$/.test(word))
          problems.push({
            at: `act, facts.${name}.${detail}`,
            problem: `"${word}" is no whole number of 1 or more`,
          })
        continue
      }
      const allowed = Object.hasOwn(known.details ?? {}, detail) ? known.details?.[detail] : undefined
      if (!allowed)
        problems.push({
          at: `act, facts.${name}`,
          problem: unknownName('detail', detail, [
            ...Object.keys(known.details ?? {}),
            ...(known.count === undefined ? [] : [known.count]),
          ]),
        })
      else if (!allowed.includes(word))
        problems.push({
          at: `act, facts.${name}.${detail}`,
          problem: `${unknownName('value', word, allowed)} It may be ${allowed.join(', ')}.`,
        })
    }
  }
  return problems.length > 0 ? { problems } : { act: withoutUndefined(parsed.data) }
}

/** An absent key and a key that is undefined are one thing to zod and two to the types further in. */
function withoutUndefined(data: z.infer<typeof actSchema>): Act {
  return JSON.parse(JSON.stringify(data))
}
