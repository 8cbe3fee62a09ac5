import type { PermissionState } from '../permissions/register.ts'
import type { State as RequestState } from '../permissions/moves.ts'
import { dayAfter } from '../permissions/deadlines.ts'
import type { AccountState, PageCheck } from './schema.ts'

/** Never fewer than so many hold the key of a page: one may be ill, or leave. */
export const fewestHolders = 2
/** The days before the end of a licence, and of a key, on which it is said. */
export const licenceDays = 30
export const keyDays = 14
/** Every so many days everything that stands on a page is looked through. */
export const reviewDays = 90

/** A licence as the register of permissions has it. */
export interface Licence {
  permissionId: string
  requestId: string
  state: PermissionState
  from: string
  to: string | null
  /** The office it stands in, and what whoever decided is called. */
  by: string
  decidedAs: string
  /** The statement that it binds. */
  words: string
}

export interface AdministratorOf {
  memberId: string
  name: string
  holdsKey: boolean
  serves: boolean
  since: string
}

const live: ReadonlySet<PermissionState> = new Set(['in-force', 'about-to-end'])
const refused: ReadonlySet<RequestState> = new Set(['disapproved', 'upheld', 'refused', 'not-needed'])

/** Does this licence hold now? */
export function isLicence(licence: Licence | null | undefined): licence is Licence {
  return licence != null && live.has(licence.state)
}

/** Of several, the one that counts: the one in force, else the one to come, else the last that ended. */
export function licenceThatCounts(licences: readonly Licence[]): Licence | undefined {
  const newest = licences.toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return newest.find(isLicence) ?? newest.find(({ state }) => state === 'not-yet') ?? newest[0]
}

/** Where a page stands: from its closing, its licences and its last request. Pure. */
export function stateOf(page: {
  isClosed: boolean
  licences: readonly Licence[]
  request: RequestState | undefined
}): AccountState {
  if (page.isClosed) return 'closed'
  const licence = licenceThatCounts(page.licences)
  if (isLicence(licence)) return 'live'
  if (page.licences.some(({ state }) => state !== 'not-yet')) return 'ended'
  if (licence) return 'proposed'
  if (page.request === 'withdrawn') return 'withdrawn'
  return page.request !== undefined && refused.has(page.request) ? 'disapproved' : 'proposed'
}

/** Why nothing may be published through a page now; undefined where it may. */
export function whyNot(page: {
  handle: string
  state: AccountState
  licence: Licence | null
  suspendsWhenLost: boolean
  lastCheck: Pick<PageCheck, 'found'> | undefined
}): { sentence: string; citation: string | null } | undefined {
  const { handle, state, licence } = page
  switch (state) {
    case 'closed':
      return sentenced(`the page ${handle} is closed, and nothing is published through it`)
    case 'proposed':
      return sentenced(
        licence
          ? `the licence of ${handle} begins on ${licence.from}; nothing is published through it before`
          : `the page ${handle} is not approved yet, and nothing is published through it before it is`,
      )
    case 'disapproved':
      return sentenced(`the page ${handle} was not approved, and nothing is published through it`)
    case 'withdrawn':
      return sentenced(`the proposal of ${handle} was withdrawn, and nothing is published through it`)
    case 'ended':
      return sentenced(
        licence?.state === 'ended'
          ? `the licence of ${handle} ended on ${licence.to}; it has to be renewed before anything is published through it`
          : `the licence of ${handle} was ${licence?.state ?? 'ended'}; nothing is published through it`,
      )
    case 'live':
      return suspension(page)
    default:
      return state satisfies never
  }
}

function sentenced(sentence: string): { sentence: string; citation: null } {
  return { sentence, citation: null }
}

/** A required notice that was lost, where the page is set so that this stops publishing. */
export function suspension({
  handle,
  suspendsWhenLost,
  lastCheck,
}: {
  handle: string
  suspendsWhenLost: boolean
  lastCheck: Pick<PageCheck, 'found'> | undefined
}): { sentence: string; citation: string | null } | undefined {
  const lost = lastCheck?.found.find(({ isFound, isRequired }) => !isFound && isRequired)
  if (!suspendsWhenLost || !lost) return undefined
  return {
    sentence: `the page ${handle} does not show a notice that the order requires; publishing waits until it is there again`,
    citation: lost.citation,
  }
}

/** Those who hold the key and still serve. */
export function holdersOf(administrators: readonly AdministratorOf[]): AdministratorOf[] {
  return administrators.filter(({ holdsKey, serves }) => holdsKey && serves)
}

/** What is wrong with who shall run a page; undefined where nothing is. */
export function administratorsFault(
  named: readonly { memberId: string; holdsKey: boolean }[],
  serving: ReadonlySet<string>,
): string | undefined {
  const ids = named.map(({ memberId }) => memberId)
  if (new Set(ids).size < ids.length) return 'somebody is named twice'
  const gone = ids.find((memberId) => !serving.has(memberId))
  if (gone !== undefined) return `${gone} is not a serving member; name somebody who is`
  const holders = named.filter(({ holdsKey }) => holdsKey).length
  if (holders < fewestHolders)
    return `${holders === 0 ? 'nobody holds' : 'only one holds'} the key; a page needs two at least, so that it is not lost with one of them`
  return undefined
}

/** The day from which what stands on a page is to be looked through: 90 days after the last time, or its first licence. */
export function reviewDueOn(lastOn: string | undefined, firstLicence: string | undefined): string | null {
  const since = lastOn ?? firstLicence
  return since === undefined ? null : dayAfter(since, reviewDays)
}

/**
 * Does a licence carry the standing permission for imagery? Only where it was asked for and the Chief gave it in
 * person (decision A8); whoever acts as Chief is the Chief (A10), a designee is not, and nor is an appeal body.
 */
export function carriesImagery(asked: boolean, licence: Licence | null, chiefsTitle: string): boolean {
  return asked && isLicence(licence) && licence.by === 'chief' && licence.decidedAs === chiefsTitle
}
