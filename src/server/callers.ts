import type { FastifyRequest } from 'fastify'
import type { Role } from '../members/access.ts'
import type { Agency, Caller } from '../members/caller.ts'
import { rolesOf } from '../members/chain.ts'
import { findSession, seeSession, type SessionState } from '../members/session.ts'
import { chartOf } from '../members/store.ts'
import { dayIn, later } from '../platform/day.ts'
import { openDb, type Connecting, type Db } from '../platform/db.ts'
import { unlessDiskFull } from '../platform/disk-full.ts'
import { hostNameOf } from '../platform/host.ts'
import { sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'

/** Finds who asks. What it found is believed for a second: a revocation takes no longer to be felt. */
export interface Callers {
  /** Who asks, if that was found less than a second ago. */
  known: (request: FastifyRequest) => Caller | undefined
  find: (request: FastifyRequest) => Promise<Caller>
  /** The session of a request, as a hash, once `find` has found it live; a cookie that was made up has none. */
  sessionOf: (request: FastifyRequest) => string | undefined
  agencies: () => Promise<Agency[]>
  db: (agencyId: string) => Db
  /** Forgets whom it knows of an agency, and its chart unless that has not changed, after a change of this process. */
  forget: (agency: Agency, changed?: { chart: boolean }) => void
  close: () => Promise<void>
}

const believedFor = 1_000
/** So long a connection may stand unused before it is closed, in milliseconds. */
const idle = 10_000
/** More than this many at once, and the oldest are looked up again. */
const mostKept = 20_000

const nobody: ReadonlySet<Role> = new Set<Role>(['visitor'])

export function makeCallers(databaseUrl: string, cookieName: string, connecting: Connecting): Callers {
  // An agency that nobody asks anything of holds no connection.
  const common = openDb(databaseUrl, '', { idle, ...connecting, max: 2 })
  const pools = new Map<string, Db>()
  const hosts = kept<Agency | undefined>()
  const people = kept<Caller>()
  const live = new Set<string>()

  const db = (agencyId: string): Db => {
    const pool = pools.get(agencyId) ?? openDb(databaseUrl, agencyId, { idle, ...connecting })
    pools.set(agencyId, pool)
    return pool
  }
  const agencies = (): Promise<Agency[]> =>
    common.selectFrom('agency').select(['agencyId', 'name', 'host', 'zone']).orderBy('agencyId').execute()
  const agencyAt = (host: string): Promise<Agency | undefined> =>
    hosts.get(host, async () => (await agencies()).find((agency) => agency.host === host))

  const find = async (request: FastifyRequest): Promise<Caller> => {
    const host = hostNameOf(request)
    const agency = await agencyAt(host)
    if (!agency) throw new Refusal('notFound', `no agency is at home at ${host}`)
    const at = request.server.clock()
    const secret = request.cookies[cookieName]
    const stranger: Caller = { agency, db: db(agency.agencyId), member: undefined, session: undefined }
    if (secret === undefined || secret === '') return stranger
    return await people.get(keyOf(agency.host, at, secret), async () => {
      const state = await findSession(stranger.db, agency, secret, at)
      if (state?.live === true) {
        if (live.size >= mostKept) live.clear()
        live.add(nameOf(agency.host, secret))
      } else live.delete(nameOf(agency.host, secret))
      if (state?.live === false) return { ...stranger, ended: state.ended }
      return state ? await signedIn(stranger, state, at) : stranger
    })
  }

  return {
    known: (request) => {
      const secret = request.cookies[cookieName]
      return secret === undefined
        ? undefined
        : people.peek(keyOf(hostNameOf(request), request.server.clock(), secret))
    },
    find,
    sessionOf: (request) => {
      const secret = request.cookies[cookieName]
      if (secret === undefined) return undefined
      const name = nameOf(hostNameOf(request), secret)
      return live.has(name) ? name : undefined
    },
    agencies,
    db,
    forget: ({ host }, { chart } = { chart: true }) => {
      if (chart) chartOf.forget()
      people.forget((key) => key.startsWith(`${host} `))
    },
    close: async () => {
      await Promise.all([common.destroy(), ...[...pools.values()].map((pool) => pool.destroy())])
    },
  }
}

/** The caller of a live session. */
async function signedIn(
  stranger: Caller,
  { session, member }: SessionState & { live: true },
  at: string,
): Promise<Caller> {
  const { agency, db: own } = stranger
  const { agencyId } = agency
  const chart = await chartOf(own, agencyId)
  // On a full disk it is not noted that they were here; they can read all the same.
  if (later(session.seenAt, { seconds: 60 }) <= at)
    await seeSession(own, agencyId, session.sessionId, at).catch(unlessDiskFull)
  const roles = rolesOf(chart, member, dayIn(agency.zone, at))
  const { memberId, name, rank, language } = member
  return { ...stranger, member: { memberId, name, rank, language, roles }, session, chart }
}

export function rolesFor(caller: Caller): ReadonlySet<Role> {
  return caller.member?.roles ?? nobody
}

/** What was found in one minute is not believed in the next, however the clock was moved. */
function keyOf(host: string, at: string, secret: string): string {
  return `${host} ${at.slice(0, 16)} ${sha256(secret)}`
}

function nameOf(host: string, secret: string): string {
  return `${host} ${sha256(secret)}`
}

interface Kept<Value> {
  get: (key: string, look: () => Promise<Value>) => Promise<Value>
  peek: (key: string) => Value | undefined
  forget: (which: (key: string) => boolean) => void
}

/** Remembers answers for a second, by the machine's own steady clock; callers at once share one look. */
function kept<Value>(): Kept<Value> {
  const found = new Map<string, { value: Promise<Value>; ready?: { value: Value }; until: number }>()
  return {
    peek: (key) => {
      const here = found.get(key)
      return here?.ready && performance.now() < here.until ? here.ready.value : undefined
    },
    get: (key, look) => {
      const here = found.get(key)
      if (here && performance.now() < here.until) return here.value
      if (found.size >= mostKept) found.clear()
      const made: { value: Promise<Value>; ready?: { value: Value }; until: number } = {
        value: look(),
        until: performance.now() + believedFor,
      }
      found.set(key, made)
      made.value.then(
        (value) => (made.ready = { value }),
        () => found.delete(key),
      )
      return made.value
    },
    forget: (which) => {
      for (const key of found.keys()) if (which(key)) found.delete(key)
    },
  }
}
