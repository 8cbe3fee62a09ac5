import { createHmac, randomBytes } from 'node:crypto'

/** The four secrets of one account with one app: none of them ends by itself. */
export interface OAuth1Keys {
  consumerKey: string
  consumerSecret: string
  accessToken: string
  accessTokenSecret: string
}

export interface OAuth1Call {
  method: string
  /** With its query, which is signed. */
  url: URL
  /** Seconds since 1970. */
  timestamp: string
  nonce?: string
  /** Fields of an urlencoded body, which are signed too; of no other kind of body. */
  fields?: Readonly<Record<string, string>>
}

/** The header Authorization of OAuth 1.0a (RFC 5849), signed with HMAC-SHA1 as X asks for it. */
export function oauth1Header(keys: OAuth1Keys, call: OAuth1Call): string {
  const { method, url, timestamp, nonce = randomBytes(16).toString('hex'), fields = {} } = call
  const own = {
    oauth_consumer_key: keys.consumerKey,
    oauth_nonce: nonce,
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: timestamp,
    oauth_token: keys.accessToken,
    oauth_version: '1.0',
  }
  const parameters = [...url.searchParams, ...Object.entries({ ...fields, ...own })]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join('&')
  const base = [method.toUpperCase(), `${url.origin}${url.pathname}`, parameters].map(encoded).join('&')
  const signer = createHmac('sha1', `${encoded(keys.consumerSecret)}&${encoded(keys.accessTokenSecret)}`)
  const signed = { ...own, oauth_signature: signer.update(base).digest('base64') }
  return `OAuth ${Object.entries(signed)
    .map(([name, value]) => `${encoded(name)}="${encoded(value)}"`)
    .join(', ')}`
}

/** RFC 3986: only letters, digits and `-._~` stay. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
