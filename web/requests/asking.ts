import type { Act } from '../../src/policy/act.ts'
import type { Content } from '../../src/permissions/content.ts'
import type { Filled } from '../parts/form.tsx'

/** Where a request begins: nothing asked yet. */
export function blank(today: string): Content {
  return {
    text: null,
    pictures: [],
    page: null,
    device: null,
    act: { kind: 'post', capacity: 'personal', audience: 'public', duty: 'off', facts: {} },
    covers: [],
    coworkers: [],
    from: today,
    to: null,
    why: '',
  }
}

/** A request that begins with what somebody checked: its words, how they would be posted, and what was answered. */
export function contentOf(act: Act, pictures: Content['pictures'], today: string): Content {
  const start = blank(today)
  return {
    ...start,
    text: act.text === undefined || act.text.trim() === '' ? null : act.text,
    pictures,
    act: {
      kind: act.kind,
      capacity: act.capacity,
      audience: act.audience ?? 'public',
      duty: act.duty ?? 'unknown',
      facts: act.facts ?? {},
    },
  }
}

/** What stands in the form's own fields; `before` is what the request had, for what the form does not ask. */
export function filledContent(
  filled: Filled,
  before: Content,
  shown: { matter: string; pictures: Content['pictures']; coworkers: string[] },
): Content {
  const { matter, pictures, coworkers } = shown
  const wants = wantedFor(matter)
  return {
    text: wants.exact ? (filled.maybe('text') ?? null) : null,
    pictures: wants.exact ? pictures : [],
    page: wants.page ? (filled.maybe('page') ?? null) : null,
    device: wants.device
      ? {
          owner: 'personal',
          kind: oneOf(deviceKinds, filled.text('device-kind'), 'phone'),
          describes: filled.text('device'),
        }
      : null,
    act: {
      ...before.act,
      kind: wants.page ? 'page' : oneOf(postKinds, filled.text('kind'), before.act.kind),
      capacity: wants.page ? 'official' : oneOf(capacities, filled.text('capacity'), before.act.capacity),
      audience: oneOf(audiences, filled.text('audience'), before.act.audience),
      duty: oneOf(duties, filled.text('duty'), before.act.duty),
    },
    covers: wants.covers ? filled.all('covers') : [],
    coworkers: wants.coworkers ? coworkers : [],
    from: filled.text('from'),
    to: filled.maybe('to') ?? null,
    why: filled.text('why'),
  }
}

export const postKinds = ['post', 'comment', 'reshare', 'message', 'profile', 'statement', 'access'] as const
export const deviceKinds = ['phone', 'tablet', 'laptop', 'desktop'] as const
export const capacities = ['personal', 'official'] as const
export const audiences = ['public', 'limited'] as const
export const duties = ['off', 'on', 'unknown'] as const

/** What a request about a matter is asked for: a page and a device are named, all else is words, pictures or a scope. */
export function wantedFor(matter: string): {
  page: boolean
  device: boolean
  exact: boolean
  covers: boolean
  coworkers: boolean
} {
  const page = matter === 'page'
  const device = matter === 'own-device'
  return {
    page,
    device,
    exact: !page && !device,
    covers: !page && !device && matter !== 'coworker' && matter !== 'opinion',
    coworkers: !page && !device,
  }
}

/** The choice if it is one of these, else what stood before. */
function oneOf<One extends string, Before extends string>(
  choices: readonly One[],
  given: string,
  before: Before,
): One | Before {
  return choices.find((one) => one === given) ?? before
}

/** The request as an act of the reader's, to see what the order says of it. */
export function actIn({ text, pictures, device, act, from }: Content): Omit<Act, 'id' | 'permissions'> {
  return {
    kind: act.kind,
    capacity: act.capacity,
    audience: act.audience,
    duty: act.duty,
    on: from,
    ...(text === null ? {} : { text }),
    media: pictures.map(({ sha256, alt, shows }) => ({ kind: 'image', id: sha256, alt, shows })),
    ...(device === null ? {} : { device: { owner: device.owner, kind: device.kind } }),
    facts: act.facts,
  }
}
