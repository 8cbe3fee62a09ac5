import type { z } from 'zod'
import type { refusalSchema } from '../src/platform/refused.ts'

type RefusalBody = z.infer<typeof refusalSchema>['error']

/** What the server refused, in its own sentence, with the provision it rests on. */
export class Refused extends Error {
  readonly code: string
  readonly citation: string | undefined
  readonly reference: string | undefined

  constructor({ code, sentence, citation, reference }: RefusalBody) {
    super(sentence)
    this.name = 'Refused'
    this.code = code
    this.citation = citation
    this.reference = reference
  }
}

/** No answer came: the network is down, or the server is. */
export class Unreachable extends Error {
  constructor() {
    super('the server does not answer')
    this.name = 'Unreachable'
  }
}

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
interface Asking {
  /** Called with 401: the session is over. */
  onSignedOut: () => void
  /** Asks who it is once more; `true` when they confirmed, and the request is sent again. */
  onUnconfirmed: () => Promise<boolean>
}
let asking: Asking = { onSignedOut: () => {}, onUnconfirmed: () => Promise.resolve(false) }

/** Tells what to do when the server wants to know who it is; the frame calls it once. */
export function whenAsked(what: Asking): void {
  asking = what
}

let answeredAt = performance.now()

/** Milliseconds since the server last answered: the server counts a session's idleness from no later. */
export function quietFor(): number {
  return performance.now() - answeredAt
}

/** What is to happen when the session is over, however one learned of it. */
export function signedOut(): void {
  asking.onSignedOut()
}

/** Reads; gives the answer of the route, whose type the caller names by its schema. */
export async function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return answerOf<Answer>(await reach(path, signal ? { signal } : {}))
}

/** A writing request that is under way or got no answer, by its content, with its key. */
const unanswered = new Map<string, string>()

/**
 * Writes, once: the idempotency key belongs to the content until an answer came, so that a retry after a lost answer
 * (ours, or a second press of the button) has no second effect.
 */
export async function send<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  // A form and a file go as they are; the browser names their type.
  const isForm = body instanceof FormData || body instanceof Blob
  const written = isForm || body === undefined ? '' : JSON.stringify(body)
  const content = `${method} ${path} ${written}`
  const key = (isForm ? undefined : unanswered.get(content)) ?? crypto.randomUUID()
  if (!isForm) unanswered.set(content, key)
  const init: RequestInit = {
    method,
    headers: {
      'Idempotency-Key': key,
      ...(isForm || body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(isForm ? { body } : body === undefined ? {} : { body: written }),
  }
  const response = await reach(path, init)
  if (response.status !== 503) unanswered.delete(content)
  try {
    return await answerOf<Answer>(response)
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'unconfirmed')) throw error
    if (!(await asking.onUnconfirmed())) throw error
    return answerOf<Answer>(await reach(path, init))
  }
}

const pauses = [300, 1_200]

/** Sends, and again after a pause when nobody answered; everything sent bears a key, or only reads. */
async function reach(path: string, init: RequestInit): Promise<Response> {
  for (const pause of [...pauses, undefined]) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each try waits for the one before
      const response = await fetch(path, { ...init, credentials: 'same-origin' })
      answeredAt = performance.now()
      if (response.status !== 503 || pause === undefined) return response
    } catch (error) {
      if (init.signal?.aborted) throw error
      if (pause === undefined) throw new Unreachable()
    }
    // oxlint-disable-next-line no-await-in-loop -- the pause is the point
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  throw new Unreachable()
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return response.status === 204 ? JSON.parse('null') : response.json()
  const refused = await refusalOf(response)
  if (refused.code === 'unauthenticated' && !response.url.includes('/api/sign-in')) asking.onSignedOut()
  throw refused
}

async function refusalOf(response: Response): Promise<Refused> {
  return refusedIn(await response.json().catch(() => undefined), response.status)
}

/** The refusal in an answer's body; a fault where it has none. */
export function refusedIn(body: unknown, status: number): Refused {
  return new Refused(
    isRefusal(body) ? body.error : { code: 'fault', sentence: `the server answered ${status}` },
  )
}

function isRefusal(body: unknown): body is z.infer<typeof refusalSchema> {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false
  const { error } = body
  return (
    typeof error === 'object' &&
    error !== null &&
    'sentence' in error &&
    typeof error.sentence === 'string' &&
    'code' in error &&
    typeof error.code === 'string'
  )
}
