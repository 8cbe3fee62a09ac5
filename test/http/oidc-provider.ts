import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

export interface LocalProvider {
  name: string
  issuer: string
  clientId: string
  clientSecret: string
  /** Signs somebody in there as a browser would, and gives the address it sends back to. */
  signIn: (href: string, login: string) => Promise<string>
  close: () => void
}

/** A real OpenID Connect provider on this machine, whose accounts are their own subjects. */
export async function localProvider(
  redirectUri: string,
  accounts: { readonly [login: string]: { email: string; email_verified: boolean } },
): Promise<LocalProvider> {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const [clientId, clientSecret] = ['decorum', 'a-secret-between-two-servers']
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => Promise.resolve({ sub: accountId, ...accounts[accountId] }),
    }),
  })
  const server = provider.listen(port)
  return {
    name: 'Town sign-in',
    issuer,
    clientId,
    clientSecret,
    signIn: (href, login) => walk(href, login, redirectUri),
    close: () => server.close(),
  }
}

async function walk(href: string, login: string, until: string): Promise<string> {
  const jar = new Map<string, string>()
  let url = href
  let form: URLSearchParams | undefined
  for (let steps = 0; steps < 20 && !url.startsWith(until); steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    form = undefined
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const next = response.headers.get('location')
    if (next !== null) {
      url = new URL(next, url).href
      continue
    }
    const page = await response.text()
    url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url).href
    const prompt = /name="prompt"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? ''
    form = new URLSearchParams({ prompt, login, password: 'any' })
  }
  return url
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
