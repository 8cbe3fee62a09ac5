import { fewestHolders } from './account.ts'
import { addressFault } from './address.ts'
import type { PageTried } from './schema.ts'

/** What a page's form still lacks besides its notices, a sentence for each field. Pure. */
export function lacksOf(
  page: PageTried,
  allow: readonly string[],
): { field: string; sentence: string; citation: null }[] {
  const { network, address, administrators = [], custody } = page
  const found: { field: string; sentence: string; citation: null }[] = []
  const lack = (field: string, sentence: string): void => void found.push({ field, sentence, citation: null })
  for (const field of ['handle', 'address', 'purpose', 'audience', 'site', 'contact'] as const)
    if ((page[field] ?? '') === '') lack(field, sentences[field])
  if (network !== undefined && address !== undefined && address !== '') {
    const fault = addressFault({ network, address }, allow)
    if (fault !== undefined) lack('address', fault)
  }
  const holders = administrators.filter(({ holdsKey }) => holdsKey).length
  if (holders < fewestHolders)
    lack(
      'administrators',
      `${holders} of ${fewestHolders} who hold the key are named; one may be ill, or leave`,
    )
  if (custody?.by === 'other' && (custody.determinedBy === null || custody.determinedOn === null))
    lack('custody', 'say who determined that another unit runs it, and when')
  return found
}

const sentences = {
  handle: 'give the name of the account on its network',
  address: 'give the address of the page, https://…',
  purpose: 'say what the page is for',
  audience: 'say for whom the page is made',
  site: 'give the address of the department’s official site',
  contact: 'say how the department is reached',
} as const
