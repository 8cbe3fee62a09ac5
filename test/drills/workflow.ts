import { moves, table, type Move } from '../../src/permissions/moves.ts'
import {
  clock,
  isForsaken,
  rule,
  type Consent,
  type Desk,
  type Seats,
  type Standing,
} from '../../src/permissions/request.ts'

// Exhaustive search of the permission workflow: every town of four people, every step that anybody could make.
//   node test/drills/workflow.ts [steps]

const [alvarez, bell, chen, diaz] = ['alvarez', 'bell', 'chen', 'diaz']
export const people = [alvarez, bell, chen, diaz]
export const said = { remarks: 'because', citation: '9' }
export const isCited = (citation: string): boolean => citation === '9'

export const sergeant: Desk = {
  seat: { position: 'sergeant' },
  title: 'Sergeant',
  does: 'endorse',
  heard: null,
}
export const lieutenant: Desk = { ...sergeant, seat: { position: 'lieutenant' }, title: 'Lieutenant' }
export const chief: Desk = { seat: 'chief', title: 'Chief of Police', does: 'decide', heard: null }
export const above: Desk = { seat: 'appeal', title: 'Town Manager', does: 'decide', heard: null }
export const fullChairs = { sergeant: bell, lieutenant: chen, chief: diaz }

/** A department in which one request is made. */
export interface House {
  author: string
  route: readonly Desk[]
  /** Who sits where; a chair that is missing is vacant. */
  chairs: Readonly<Record<string, string>>
  appeal: string | null
  counsel: string | null
  coworkers: readonly string[]
  /** Those of them who serve no more. */
  gone: readonly string[]
  isPublicMatter: boolean
  kind: 'permission' | 'opinion'
}

export function seatsOf({ chairs, appeal, counsel, route, gone }: House): Seats {
  return {
    at: ({ seat }) => {
      const chair = typeof seat === 'string' ? seat : seat.position
      const memberId = chair === 'appeal' ? appeal : chairs[chair]
      if (typeof memberId !== 'string') return []
      return [{ memberId, office: chair === 'chief' || chair === 'appeal' ? chair : 'supervisor' }]
    },
    appeal,
    counsel,
    gone: (memberId) => gone.includes(memberId),
    desks: () => route,
  }
}

export function draft({ author, coworkers, isPublicMatter, kind }: House): Standing {
  const consents = coworkers.map((memberId) => ({ memberId, answer: null }))
  return { kind, state: 'draft', author, desks: [], desk: 0, consents, isPublicMatter, disapprovedBy: null }
}

const routes: readonly (readonly Desk[])[] = [
  [sergeant, lieutenant, chief],
  [chief],
  [{ ...sergeant, does: 'decide' }, chief],
  [above],
  [],
]
const chairsets: readonly House['chairs'][] = [
  fullChairs,
  { lieutenant: chen, chief: diaz },
  { sergeant: bell, chief: diaz },
  { sergeant: bell },
]
/** Who hears appeals, and who is counsel. */
const offices: readonly (readonly [string | null, string | null])[] = [
  [null, null],
  [chen, bell],
  [diaz, diaz],
  [bell, null],
]

/** Every combination of author, route, vacancies, offices, colleagues and kind that makes sense. */
export const houses: readonly House[] = people.flatMap((author) =>
  routes.flatMap((route) =>
    chairsets.flatMap((chairs) =>
      offices.flatMap(([appeal, counsel]) =>
        [[], [bell], [alvarez, chen]].flatMap((coworkers) => {
          if (coworkers.includes(author) || (route.length === 0 && coworkers.length === 0)) return []
          const house = { author, route, chairs, appeal, counsel, coworkers, gone: [] }
          const permission = { ...house, kind: 'permission' } as const
          return [
            { ...permission, isPublicMatter: true },
            { ...permission, isPublicMatter: false },
            ...(coworkers.length > 0
              ? [{ ...permission, isPublicMatter: false, gone: coworkers.slice(0, 1) }]
              : []),
            ...(route.length > 0 ? [{ ...house, kind: 'opinion', isPublicMatter: false } as const] : []),
          ]
        }),
      ),
    ),
  ),
)

export interface Visit {
  house: House
  standing: Standing
  /** Who did what, to get here. */
  path: readonly { move: Move; actor: string; office: string | null }[]
}

/** Every state that these people can bring a request to in so many steps, each with one way there. */
export function* reachable(house: House, steps: number, ruling: typeof rule = rule): Generator<Visit> {
  const seen = new Set<string>()
  const seats = seatsOf(house)
  let front: Visit[] = [{ house, standing: draft(house), path: [] }]
  for (let n = 0; n <= steps; n++) {
    const next: Visit[] = []
    for (const visit of front) {
      yield visit
      // What is not in the table is refused before anything else ([P5] tries all of it).
      const open = moves.filter((move) => move in table[visit.standing.state])
      for (const actor of [...people, clock])
        for (const move of open) {
          const answer = ruling(visit.standing, move, actor, seats, said, isCited)
          if (!answer.ok) continue
          const path = [...visit.path, { move, actor, office: answer.office }]
          const key = JSON.stringify([answer.next, path.filter((step) => step.office !== null)])
          if (seen.has(key)) continue
          seen.add(key)
          next.push({ house, standing: answer.next, path })
        }
    }
    front = next
  }
}

/** What of the promises a state breaks, each by the number of its property; none if all is well. */
export function faultsOf({ house, standing, path }: Visit): string[] {
  const faults: string[] = []
  const last = path.at(-1)
  if (path.some(({ actor, office }) => office !== null && actor === house.author))
    faults.push('[P1] somebody ruled on their own request')
  if (standing.state === 'approved') {
    if (last === undefined || last.office === null) faults.push('[P2] an approval that is nobody’s')
    // A supervisor who may give it himself passes over nobody: the desks above him are not asked.
    if (standing.desks.slice(0, standing.desk).some(({ heard }) => heard === null))
      faults.push('[P2] a desk below the giver was never heard')
    if (standing.consents.some(({ answer }) => answer === null || answer === 'refuses'))
      faults.push('[P2] a colleague was never asked, or refused')
    if (last?.office === 'coworker' && standing.consents.some(({ answer }) => answer !== 'agrees'))
      faults.push('[P2] colleagues permitted it without all of them')
    if (last?.move === 'approve' && standing.desks[standing.desk]?.does !== 'decide')
      faults.push('[P2] a desk approved that may only endorse')
  }
  const disapproved = path.findLast(({ move }) => move === 'disapprove')?.actor
  const hearing = path.find(({ move }) => move === 'uphold' || move === 'overturn')?.actor
  if (disapproved !== undefined && disapproved === hearing)
    faults.push('[P3] whoever disapproved it heard the appeal')
  if (last?.actor === clock && Object.keys(table[standing.state]).length === 0)
    faults.push('[P4] the clock ended it')
  if (standing.consents.some(({ memberId, answer }) => answer === 'left' && !house.gone.includes(memberId)))
    faults.push('[P9] a colleague who serves was marked as gone')
  const didSay = (move: Move, actor: string): boolean =>
    path.some((step) => step.move === move && step.actor === actor)
  if (standing.consents.some(({ memberId, answer }) => answer === 'agrees' && !didSay('consent', memberId)))
    faults.push('[P9] a consent that nobody gave')
  if (standing.state === 'awaiting-consent') faults.push(...waitingFaults(house, standing))
  return faults
}

/** No request waits for ever for a consent: time alone brings it to a person. */
function waitingFaults(house: House, standing: Standing): string[] {
  const seats = seatsOf(house)
  const passed = rule(standing, 'pass-silent', clock, seats, {}, isCited)
  if (!passed.ok || passed.next.state === 'awaiting-consent') return ['[P9] it waits for a consent for ever']
  const empty = rule(standing, 'pass-vacant', clock, seats, {}, isCited)
  return empty.ok === isForsaken(standing, seats) ? [] : ['[P9] who left is not passed on, or who serves is']
}

/** The rule with silence for a yes. The search must find it out. */
export const consenting: typeof rule = (request, move, ...rest) => {
  const answer = rule(request, move, ...rest)
  if (!answer.ok || move !== 'pass-silent') return answer
  return { ...answer, next: { ...answer.next, consents: answer.next.consents.map(agreeing) } }
}

function agreeing({ memberId, answer }: Consent): Consent {
  return { memberId, answer: answer === 'missing' ? 'agrees' : answer }
}

/** The rule without its wall: whoever sits at a desk may speak, the author too. The search must find it out. */
export const wallless: typeof rule = (request, move, actor, ...rest) => {
  const walled = rule(request, move, actor, ...rest)
  if (walled.ok || actor !== request.author) return walled
  const answer = rule({ ...request, author: 'nobody' }, move, actor, ...rest)
  return answer.ok ? { ...answer, next: { ...answer.next, author: request.author } } : answer
}

if (import.meta.main) {
  const steps = Number(process.argv[2] ?? 8)
  let [states, approvals, faults, found] = [0, 0, 0, 0]
  for (const house of houses) {
    for (const visit of reachable(house, steps)) {
      states++
      if (visit.standing.state === 'approved') approvals++
      for (const fault of faultsOf(visit)) {
        faults++
        console.log(fault, JSON.stringify(visit.path))
      }
    }
    for (const visit of reachable(house, Math.min(steps, 4), wallless)) found += faultsOf(visit).length
  }
  console.log(
    `workflow: ${houses.length} departments, ${steps} steps, ${states} states, ${approvals} approvals: ${faults} faults`,
  )
  console.log(`control, without the wall: ${found} faults found (must be more than 0)`)
  process.exitCode = faults === 0 && found > 0 ? 0 : 1
}
