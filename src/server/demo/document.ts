import { loadOrder } from '../../adoption/order-shelf.ts'
import type { Provision } from '../../policy/order.ts'

/** The pack that Riverton's order is fitted to. */
export const pack = 'hartford-3-01a'

const headings: Readonly<Record<string, string>> = {
  I: 'Policy',
  II: 'Purpose',
  III: 'Definitions',
  IV: 'Procedures',
  'IV.A': 'Members as private people',
  'IV.B': 'Members who speak for the Department',
  'IV.C': 'What the Department uses networks for',
  'IV.D': 'How to ask',
}

/** What Riverton says otherwise since its second version. */
const reworded: Readonly<Record<string, string>> = {
  'IV.A.12':
    'Whoever learns of a post or page that breaks this order tells a supervisor by the end of the shift.',
  'IV.A.10':
    'Privacy settings shift, and friends take pictures of screens; a post for friends is not therefore safe.',
  'IV.B.5':
    'Every page says that it is watched over, that comments off its topic may be hidden, and how to object.',
}
const added = 'Whoever is refused may ask the Town Manager to look at it once more.'

/**
 * Riverton's own order, written at run time in our words: the gists of the pack, under its citations. `revision` 2
 * has other words in three places and one provision of Riverton's own.
 */
export function rivertonOrder(revision: 1 | 2, effective: string): string {
  const { provisions } = loadOrder(pack)
  const lines = [
    'RIVERTON POLICE DEPARTMENT',
    '',
    'GENERAL ORDER',
    '',
    `ORDER NUMBER: 7-${revision === 1 ? '12' : '12 (revised)'}`,
    `EFFECTIVE DATE: ${effective}`,
    `ISSUANCE DATE: ${effective}`,
    'PAGE: 1 of 5',
    'REFERENCE: Bulletin 9: Posting with Care',
    `RESCINDS: ${revision === 1 ? 'none' : '7-12'}`,
    "CHIEF'S SIGNATURE: Dan Diaz, Chief of Police",
    '',
    'Use of Social Media by Members of the Department',
  ]
  const closing: string[] = []
  let section = ''
  let part = ''
  for (const provision of provisions) {
    const words = revision === 2 ? (reworded[provision.citation] ?? wordsOf(provision)) : wordsOf(provision)
    const [first = '', ...rest] = provision.citation.split('.')
    if (first === 'META') continue
    if (first === 'CLOSING') {
      closing.push(words)
      continue
    }
    if (first !== section) lines.push('', `## ${first}. ${headings[first] ?? ''}`, '')
    section = first
    const here = `${first}.${rest[0]}`
    if (first === 'IV' && here !== part) lines.push('', `### ${rest[0]}. ${headings[here] ?? ''}`, '')
    part = here
    if (first === 'III') lines.push(`${rest[0]} - ${words}`)
    else if (first === 'IV') lines.push(`${'   '.repeat(rest.length - 2)}${rest.at(-1)}. ${words}`)
    else lines.push(words)
  }
  if (revision === 2) lines.push(`3. ${added}`)
  return [...lines, '', closing.join(' '), ''].join('\n')
}

function wordsOf({ gist }: Provision): string {
  return gist.trim().replace(/\s+/g, ' ').replaceAll('Hartford', 'Riverton')
}
