import { z } from 'zod'
import type { Said } from './faults.ts'
import { NetworkFault, type Published } from './network.ts'

type Fetch = typeof globalThis.fetch

/** A call of an interface that answers in JSON. */
export interface Call<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: URL
  headers?: Readonly<Record<string, string>>
  body?: NonNullable<RequestInit['body']>
  /** What a good answer looks like; another one is no answer. */
  gives: z.ZodType<T>
}

/** An answer that is a refusal, or a fault of the network's. */
export interface Refused {
  status: number
  headers: Headers
  /** Its JSON; undefined where it has none. */
  body: unknown
}

export type Ask = <T>(call: Call<T>) => Promise<T>

/** What `calling` is told of a failed call: a refusal as its network means it, or silence. */
export class AnswerFault extends Error {
  readonly said: Said

  constructor(said: Omit<Said, 'cause'>) {
    super(said.message ?? `code ${said.status}`)
    this.name = 'AnswerFault'
    this.said = { ...said, cause: this }
  }
}

/** How `calling` reads what such calls throw. */
export function readAnswer(cause: unknown): Said {
  return cause instanceof AnswerFault ? cause.said : { status: undefined, cause }
}

/** Calls within a signal. A refusal is thrown as `reads` understands it; a good answer that is cut or malformed as silence. */
export function asking(
  fetch: Fetch,
  signal: AbortSignal,
  reads: (refused: Refused) => Omit<Said, 'cause'>,
): Ask {
  return async ({ method = 'GET', url, headers = {}, body, gives }) => {
    const answer = await fetch(url.href, {
      method,
      headers: { accept: 'application/json', ...headers },
      // What is published is sent to nobody else.
      redirect: 'error',
      signal,
      ...(body === undefined ? {} : { body }),
    })
    if (!answer.ok)
      throw new AnswerFault(
        reads({ status: answer.status, headers: answer.headers, body: jsonIn(await answer.text()) }),
      )
    const text = await answer.text()
    return gives.parse(text === '' ? undefined : JSON.parse(text))
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The headers of a refusal, by the names that `waitAsked` knows. */
export function headersOf(headers: Headers, more: Readonly<Record<string, string | null>> = {}) {
  return (name: string): string | null => more[name] ?? headers.get(name)
}

/** Removing what is gone already is no fault. */
export async function unlessGone(removing: Promise<unknown>): Promise<void> {
  try {
    await removing
  } catch (cause) {
    const { status } = readAnswer(cause)
    if (status !== 404 && status !== 410) throw cause
  }
}

/**
 * The one post of ours that a lost answer was about: none, and it surely was not taken as far as the network shows; more
 * than one, and a person has to look.
 */
export function theOne(network: string, found: readonly Published[]): Published | undefined {
  if (found.length > 1)
    throw new NetworkFault(
      'unknown',
      `${network} has ${found.length} posts with these words since then: ${found.map(({ url, remoteId }) => url ?? remoteId).join(', ')}.`,
    )
  return found[0]
}

/** Words as a network gives them back: it may trim them and change the kind of line end. */
export function isSameText(there: string | null | undefined, sent: string): boolean {
  return plain(there ?? '') === plain(sent)
}

const plain = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC').trim()

/** An address below the account's server. */
export function at(
  service: string,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): URL {
  const url = new URL(service.replace(/\/$/, '') + path)
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value)
  return url
}

/** Was it made since an attempt? Clocks of networks and ours differ a little, and posts bear whole seconds. */
export function isSince(made: string, since: string): boolean {
  return Date.parse(made) >= Date.parse(since) - slackMs
}
const slackMs = 5_000

/** The same moment in whole seconds since 1970, as networks ask for it. */
export function secondsBefore(since: string): string {
  return String(Math.floor((Date.parse(since) - slackMs) / 1000))
}
