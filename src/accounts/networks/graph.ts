import { z } from 'zod'
import { calling, type Said } from './faults.ts'
import { asking, at, headersOf, readAnswer, type Ask, type Refused } from './http-json.ts'
import type { Access } from './network.ts'

/** Meta's Graph API, which Facebook and Instagram share: its version, its refusals, its lists. */
export const graphVersion = 'v25.0'

const refusal = z.object({
  error: z.object({ message: z.string(), code: z.number(), error_subcode: z.number().optional() }),
})

/** Codes of Meta's: the token is no longer good; too many calls; the object is not there; "try again later". */
const signedOut = new Set([102, 190, 463, 467])
const tooMany = new Set([4, 17, 32, 368, 613])
const isGone = (code: number, subcode: number | undefined): boolean => code === 100 && subcode === 33
const isPassing = (code: number): boolean => code === 1 || code === 2

/** A refusal by Meta's own code, which says more than its HTTP status (400 for nearly all). */
export function readsGraph({ status, headers, body }: Refused): Omit<Said, 'cause'> {
  const header = headersOf(headers, { 'retry-after': regainedAfter(headers) })
  const known = refusal.safeParse(body)
  if (!known.success) return { status, header }
  const { message, code, error_subcode: subcode } = known.data.error
  return { status: statusFor(code, subcode, status), message, header }
}

function statusFor(code: number, subcode: number | undefined, status: number): number {
  if (signedOut.has(code)) return 401
  if (tooMany.has(code) || (code >= 80_000 && code <= 80_014)) return 429
  if (isGone(code, subcode)) return 404
  return isPassing(code) ? 503 : status
}

const usage = z.record(
  z.string(),
  z.array(z.object({ estimated_time_to_regain_access: z.number().default(0) })),
)

/** Meta tells in minutes, by business, when it will listen again: here in seconds. */
function regainedAfter(headers: Headers): string | null {
  try {
    const told = usage.parse(JSON.parse(headers.get('x-business-use-case-usage') ?? ''))
    const minutes = Math.max(
      0,
      ...Object.values(told)
        .flat()
        .map((one) => one.estimated_time_to_regain_access),
    )
    return minutes === 0 ? null : String(minutes * 60)
  } catch {
    return null
  }
}

/** One account on Meta's servers, for one call. */
export interface Graph {
  get: <T>(
    path: string,
    query: Readonly<Record<string, string | undefined>>,
    gives: z.ZodType<T>,
  ) => Promise<T>
  post: <T>(
    path: string,
    params: Readonly<Record<string, string>> | FormData,
    gives: z.ZodType<T>,
  ) => Promise<T>
  remove: (path: string) => Promise<unknown>
  /**
   * The pages of a list, by its cursors, while `goesOn` after the last row of one; the addresses that Meta gives are not
   * followed.
   */
  list: <T>(
    path: string,
    query: Readonly<Record<string, string>>,
    gives: z.ZodType<T>,
    goesOn?: (last: T) => boolean,
  ) => Promise<T[]>
}

export const idOf = z.object({ id: z.string() })
export const success = z.object({ success: z.literal(true) })
const mostPages = 500

/** Calls Meta for one account; the token goes in the header, where no log of addresses sees it. */
export function graphFor(ask: Ask, { service, secrets }: Access): Graph {
  const headers = { authorization: `Bearer ${secrets['accessToken'] ?? ''}` }
  const url = (path: string, query: Readonly<Record<string, string | undefined>> = {}): URL =>
    at(service, `/${graphVersion}${path}`, query)
  const graph: Graph = {
    get: (path, query, gives) => ask({ url: url(path, query), headers, gives }),
    post: (path, params, gives) => {
      const body = params instanceof FormData ? params : new URLSearchParams(params)
      return ask({ method: 'POST', url: url(path), headers, body, gives })
    },
    remove: (path) => ask({ method: 'DELETE', url: url(path), headers, gives: z.unknown() }),
    list: async (path, query, gives, goesOn = () => true) => {
      const page = z.object({
        data: z.array(gives),
        paging: z
          .object({
            cursors: z.object({ after: z.string().optional() }).optional(),
            next: z.string().optional(),
          })
          .optional(),
      })
      const found = []
      let after: string | undefined
      for (let pages = 0; pages < mostPages; pages++) {
        const { data, paging } = await graph.get(path, { ...query, after }, page)
        found.push(...data)
        after = paging?.next === undefined ? undefined : paging.cursors?.after
        const last = data.at(-1)
        if (after === undefined || last === undefined || !goesOn(last)) return found
      }
      throw new RangeError(`${path} has no end`)
    },
  }
  return graph
}

/** Calls of one network of Meta's, each within its signal. */
export function callingGraph(
  network: 'Facebook' | 'Instagram',
  fetch: typeof globalThis.fetch,
  clock: () => string,
) {
  return <T>(
    access: Access,
    signal: AbortSignal,
    work: (graph: Graph, mark: () => void) => Promise<T>,
  ): Promise<T> =>
    calling({ network, handle: access.handle, clock }, signal, readAnswer, (mark) =>
      work(graphFor(asking(fetch, signal, readsGraph), access), mark),
    )
}
