import { OutboundRefusal } from '../../platform/outbound.ts'
import { NetworkFault } from './network.ts'

/** What is known of a call that failed: `status` is undefined where no answer came that could be read. */
export interface Said {
  status: number | undefined
  /** The network's own words for a refusal. */
  message?: string | undefined
  /** A header of the answer, by its name in small letters. */
  header?: (name: string) => string | null | undefined
  cause: unknown
}

/** Who failed, and when: what a fault's sentence is made of. */
export interface Calling {
  /** As people call it: `Bluesky`. */
  network: string
  handle: string
  clock: () => string
}

/**
 * The fault that an answer, or its absence, amounts to. `mayBeTaken` says that a post was on its way: silence is then
 * `unknown`. Reading, and whatever does no harm when it is done twice (removing, hiding), is `later`.
 */
export function faultOf(call: Calling, said: Said, mayBeTaken: boolean): NetworkFault {
  const { network, handle } = call
  const { status } = said
  const after = waitAsked(said, call.clock())
  const fault = ((): NetworkFault => {
    if (isBarred(said.cause))
      return new NetworkFault('refused', `The address of ${network} may not be reached: it is not public.`)
    if (status === 429 || status === 408)
      return new NetworkFault('later', waitSentence(network, after), after)
    if (status === 401)
      return new NetworkFault(
        'signed-out',
        `${network} no longer takes the key of ${handle}: enter a new one.`,
      )
    if (status !== undefined && status >= 400 && status < 500)
      return new NetworkFault('refused', `${network} refuses: ${shortened(said.message ?? `code ${status}`)}`)
    if (mayBeTaken && !neverLeft(said.cause))
      return new NetworkFault(
        'unknown',
        `${network} gave no clear answer; whether it has the post is not known.`,
      )
    return new NetworkFault('later', `${network} cannot be reached, or fails at the moment.`, after)
  })()
  fault.cause = said.cause
  return fault
}

/**
 * One call to a network: ends within the signal and throws nothing but `NetworkFault`. `work` says `mark()` just before
 * the post itself is sent; `read` gives what is known of anything else that it throws.
 */
export async function calling<T>(
  call: Calling,
  signal: AbortSignal,
  read: (cause: unknown) => Said,
  work: (mark: () => void) => Promise<T>,
): Promise<T> {
  let mayBeTaken = false
  const ended = new AbortController()
  try {
    signal.throwIfAborted()
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: ended.signal })
    })
    return await Promise.race([work(() => (mayBeTaken = true)), stopped])
  } catch (cause) {
    if (cause instanceof NetworkFault) throw cause
    throw faultOf(call, signal.aborted ? { status: undefined, cause } : read(cause), mayBeTaken)
  } finally {
    ended.abort()
  }
}

/** Milliseconds that the network asks us to wait: Retry-After, or the moment when its limit is lifted. */
export function waitAsked(said: Said, now: string): number | null {
  const asked = said.header?.('retry-after')
  if (asked && /^\d+$/.test(asked.trim())) return Number(asked) * 1000
  const lifted = asked ?? said.header?.('ratelimit-reset') ?? said.header?.('x-ratelimit-reset')
  if (!lifted) return null
  // Seconds since 1970 (Bluesky), or a date (Mastodon; HTTP's own form).
  const at = /^\d+$/.test(lifted) ? Number(lifted) * 1000 : Date.parse(lifted)
  return Number.isNaN(at) ? null : Math.max(1000, at - Date.parse(now))
}

function waitSentence(network: string, after: number | null): string {
  const wait = after === null ? 'a while' : `${Math.ceil(after / 1000)} seconds`
  return `${network} asks us to wait ${wait}.`
}

/** Codes of faults that come before a byte of the request is sent. */
const before =
  /^(?:ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|SELF_SIGNED)/

function neverLeft(cause: unknown): boolean {
  return someCause(cause, (error) => {
    if (error instanceof OutboundRefusal) return error.kind === 'unreached'
    return 'code' in error && before.test(String(error.code))
  })
}

const isBarred = (cause: unknown): boolean =>
  someCause(cause, (error) => error instanceof OutboundRefusal && error.kind === 'barred')

function someCause(cause: unknown, test: (error: Error) => boolean): boolean {
  for (let error = cause, depth = 0; error instanceof Error && depth < 6; error = error.cause, depth++)
    if (test(error)) return true
  return false
}

/** A network's own words, for a sentence: one line, ended, no longer than 200 characters. */
function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  const cut = line.length > 200 ? `${line.slice(0, 199).toWellFormed()}…` : line
  return /[.!?…]$/.test(cut) ? cut : `${cut}.`
}
