import { MastoHttpError, MastoUnexpectedError, type mastodon } from 'masto'
import { createActionProxy, HttpActionDispatcher } from 'masto/adapters/action/index.js'
import { HttpActionDispatcherHookMastodon } from 'masto/adapters/action/dispatcher-http-hook-mastodon.js'
import { HttpConfigImpl } from 'masto/adapters/config/index.js'
import { BaseHttp } from 'masto/adapters/http/index.js'
import { getEncoding } from 'masto/adapters/http/get-encoding.js'
import { SerializerNativeImpl } from 'masto/adapters/serializers/index.js'
import { z } from 'zod'
import type { Said } from './faults.ts'
import type { Access } from './network.ts'

type Fetch = typeof globalThis.fetch
type Asked = Parameters<BaseHttp['request']>[0]

/**
 * The library's client with our own way out: it knows Mastodon's paths and words, but would call the global `fetch`. One
 * is made for each call, and ends with its signal.
 */
export function mastodonClient(access: Access, fetch: Fetch, signal: AbortSignal): mastodon.rest.Client {
  const http = new OwnHttp(access, fetch, signal)
  return createActionProxy(new HttpActionDispatcher(http, new HttpActionDispatcherHookMastodon(http)), {
    context: ['api'],
  })
}

class OwnHttp extends BaseHttp {
  readonly #serializer = new SerializerNativeImpl()
  readonly #made: HttpConfigImpl
  readonly #fetch: Fetch

  constructor({ service, secrets }: Access, fetch: Fetch, signal: AbortSignal) {
    super()
    this.#fetch = fetch
    const accessToken = secrets['accessToken'] ?? ''
    this.#made = new HttpConfigImpl({ url: service, accessToken, requestInit: { signal } }, this.#serializer)
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- so the library declares it
  override async request<T>(asked: Asked): Promise<{ headers: Headers; data: T }> {
    const { method, path, search, encoding = 'json', requestInit = {} } = asked
    const init = this.#made.mergeRequestInitWithDefaults(requestInit)
    const headers = new Headers(init.headers)
    if (encoding === 'json' && asked.body !== undefined) headers.set('content-type', 'application/json')
    const body = asked.body === undefined ? null : this.#bodyOf(encoding, asked.body)
    const url = this.#made.resolvePath(path, search)
    const answer = await this.#fetch(url, { signal: init.signal ?? null, method, headers, body })
    const text = await answer.text()
    if (!answer.ok) throw new MastoHttpError(refusalIn(answer.status, text), { cause: answer })
    if (getEncoding(answer.headers) !== 'json')
      throw new MastoUnexpectedError('This is no answer of Mastodon.')
    return { headers: answer.headers, data: this.#serializer.deserialize<T>('json', text) }
  }

  /** A form for media, JSON for all else. */
  #bodyOf(encoding: Asked['encoding'], body: NonNullable<Asked['body']>): string | FormData {
    if (encoding !== 'multipart-form') return this.#serializer.serialize('json', body)
    const form = new FormData()
    for (const [name, value] of Object.entries(body))
      if (value instanceof Blob) form.append(name, value, 'media')
      else if (typeof value === 'string') form.append(name, value)
    return form
  }
}

const refusal = z.object({ error: z.string() })

/** Mastodon refuses as JSON; what stands before it (a proxy, a page of maintenance) as anything. */
function refusalIn(statusCode: number, text: string): { statusCode: number; message: string } {
  try {
    return { statusCode, message: refusal.parse(JSON.parse(text)).error }
  } catch {
    return { statusCode, message: `code ${statusCode}` }
  }
}

/** What the library's own error says of a call. */
export function readMasto(cause: unknown): Said {
  if (!(cause instanceof MastoHttpError)) return { status: undefined, cause }
  const { statusCode: status, message, cause: answer } = cause
  return {
    status,
    message,
    header: (name) => (answer instanceof Response ? answer.headers.get(name) : undefined),
    cause,
  }
}

export function isGone(cause: unknown): boolean {
  return cause instanceof MastoHttpError && (cause.statusCode === 404 || cause.statusCode === 410)
}
