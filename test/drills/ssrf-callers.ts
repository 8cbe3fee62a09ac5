import { NetworkFault, type Access, type Network } from '../../src/accounts/networks/network.ts'
import { makeNetworks } from '../../src/accounts/networks/networks.ts'
import { now } from '../../src/platform/clock.ts'

/** What Decorum asks a server at an address that somebody typed into a page's form. */
const asks: Readonly<Record<string, (network: Network, access: Access) => Promise<unknown>>> = {
  page: (network, access) => network.page(access, patience()),
  key: (network, access) => network.check(access, patience()),
  comments: (network, access) => network.comments(access, '1', patience()),
  post: (network, access) =>
    network.publish(access, { text: 'post', languages: ['en'], media: [], replyTo: null }, key, patience()),
}
const key = '019aa6a4-0000-7000-8000-000000000000'
const patience = (): AbortSignal => AbortSignal.timeout(3_000)

/** Every network but the department's own site, whose page is asked of nobody. */
export function outerNetworks(fetch: typeof globalThis.fetch): Network[] {
  return Object.values(makeNetworks(fetch, now)).filter(({ name }) => name !== 'site')
}

/** Asks each network's page, key, comments and for a post at a server's address; gives how often, and each that was answered. */
export async function askAll(
  fetch: typeof globalThis.fetch,
  service: string,
): Promise<{ tried: number; faults: string[] }> {
  const faults: string[] = []
  let tried = 0
  for (const network of outerNetworks(fetch)) {
    const secrets = Object.fromEntries(Object.keys(network.secrets).map((name) => [name, 'secret']))
    for (const [what, ask] of Object.entries(asks)) {
      tried++
      const told = `${network.name}, its ${what}, at ${service}`
      try {
        await ask(network, { service, handle: 'riverton', secrets })
        faults.push(`${told}: answered`)
      } catch (error) {
        if (!(error instanceof NetworkFault)) faults.push(`${told}: ${String(error)}`)
        else if (error.sentence.includes('secret')) faults.push(`${told}: its words hold the key`)
      }
    }
  }
  return { tried, faults }
}
