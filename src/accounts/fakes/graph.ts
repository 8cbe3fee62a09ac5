import { bearerOf, type Answer, type Call, type FakeNetwork } from './fake.ts'
import type { WallPost } from './wall.ts'

/** An account of a department on a fake of Meta's. */
export interface FakePage {
  /** A page of Facebook, or a professional account of Instagram: its number. */
  id: string
  handle: string
  name: string
  about: string
  website: string
  accessToken: string
  /** When the token ends, seconds since 1970; 0 is never. */
  expiresAt?: number
}

/** How Graph API v25.0 refuses. */
export function refuses(
  message: string,
  { status = 400, code = 100, subcode, type = 'OAuthException' }: RefusedBy = {},
): Answer {
  const error = {
    message,
    type,
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    fbtrace_id: 'A',
  }
  return { status, body: { error } }
}
interface RefusedBy {
  status?: number
  code?: number
  subcode?: number
  type?: string
}

export const missing = (id: string): Answer =>
  refuses(
    `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
    { code: 100, subcode: 33, type: 'GraphMethodException' },
  )
export const expired = (): Answer =>
  refuses('Error validating access token: Session has expired.', { status: 401, code: 190, subcode: 463 })

/** Meta's 429: its code says so, and its header the minutes that it asks for. */
export function limitedBy(page: string, type: string): FakeNetwork['says']['limited'] {
  return (seconds) => ({
    ...refuses('(#32) Page request limit reached', { status: 400, code: 32 }),
    headers: {
      'x-business-use-case-usage': JSON.stringify({
        [page]: [
          {
            type,
            call_count: 100,
            total_cputime: 1,
            total_time: 1,
            estimated_time_to_regain_access: seconds / 60,
          },
        ],
      }),
    },
  })
}
export const internal: Answer = refuses('An unknown error has occurred.', { status: 500, code: 1 })

/** The parameters of a call, from wherever Meta takes them, and its file. */
export async function paramsOf(call: Call): Promise<{ params: Map<string, string>; file: File | undefined }> {
  const params = new Map(call.query)
  let file: File | undefined
  const type = call.headers['content-type'] ?? ''
  if (/^(?:multipart\/form-data|application\/x-www-form-urlencoded)/.test(type) && call.body.length > 0) {
    const headers = { 'content-type': type }
    const form = await new Response(new Uint8Array(call.body), { headers }).formData()
    for (const [name, value] of form) {
      if (typeof value === 'string') params.set(name, value)
      else file = value
    }
  }
  return { params, file }
}

/** Whose token a call bears, in its header or as a parameter. */
export function pageBy(
  call: Call,
  params: ReadonlyMap<string, string>,
  pages: readonly FakePage[],
): FakePage | undefined {
  const token = bearerOf(call) ?? params.get('access_token')
  return pages.find(({ accessToken }) => accessToken === token)
}

/** One page of a list, by cursors. */
export function paged(
  params: ReadonlyMap<string, string>,
  rows: readonly { id: string }[],
  most: number,
): Answer {
  const limit = Math.min(Number(params.get('limit') ?? 25), most)
  const after = params.get('after')
  const from = after === undefined ? 0 : Number(Buffer.from(after, 'base64url').toString())
  const data = rows.slice(from, from + limit)
  const end = from + data.length
  const cursors = { after: Buffer.from(String(end)).toString('base64url') }
  const next = end < rows.length ? { next: 'https://graph.facebook.com/a-page-that-nobody-follows' } : {}
  return { status: 200, body: { data, ...(data.length === 0 ? {} : { paging: { cursors, ...next } }) } }
}

/** A moment as Meta writes it. */
export const momentOf = (at: string): string => at.replace(/(?:\.\d+)?Z$/, '+0000')

/** Only the fields that were asked for, and the id; Meta gives no others. */
export function only(
  fields: string | undefined,
  whole: { id: string; [name: string]: unknown },
): { id: string } {
  const asked = new Set((fields ?? '').replaceAll(/\{[^{}]*\}/g, '').split(','))
  return Object.assign(
    { id: whole.id },
    Object.fromEntries(
      Object.entries(whole).filter(([name, value]) => asked.has(name) && value !== undefined),
    ),
  )
}

/** Made since the moment that a call names, in seconds. */
export function isSinceAsked(params: ReadonlyMap<string, string>, post: WallPost): boolean {
  return Date.parse(post.at) >= Number(params.get('since') ?? 0) * 1000
}
