import type { Content } from '../permissions/content.ts'
import { dayAfter } from '../permissions/deadlines.ts'
import { places } from './address.ts'
import { nameOf } from './notices.ts'
import type { PageSaid, Propose } from './schema.ts'

const languageNames = { en: 'English', es: 'Spanish' } as const

/**
 * The whole statement of a page, in words: what whoever approves it reads and binds. `accountId` makes it this page's
 * and no other's; `names` are the administrators' by their ids.
 */
export function statementOf(page: PageSaid, accountId: string, names: ReadonlyMap<string, string>): string {
  const { network, handle, address, service, custody } = page
  const people = page.administrators.map(
    ({ memberId, holdsKey }) => `${names.get(memberId) ?? memberId}${holdsKey ? ' (holds the key)' : ''}`,
  )
  const determined =
    custody.determinedBy === null
      ? ''
      : `, as ${custody.determinedBy} determined${custody.determinedOn === null ? '' : ` on ${custody.determinedOn}`}`
  const lines = [
    `Official page on ${places[network].title}: ${handle}`,
    `Address: ${address}`,
    ...(service === null ? [] : [`Server: ${service}`]),
    `Number in the register of pages: ${accountId}`,
    `Purpose: ${page.purpose}`,
    `Audience: ${page.audience}`,
    `Languages: ${page.languages.map((language) => languageNames[language]).join(', ')}`,
    `Comments of visitors: ${page.takesComments ? 'taken' : 'not taken'}`,
    `Imagery of the Department (logos, badges, vehicles, equipment): ${page.imagery ? 'a standing permission is asked for, which the Chief alone can give' : 'not asked for'}`,
    `Run by: ${custody.unit}${custody.by === 'it' ? ' (the Information Technology section)' : ''}${determined}`,
    `Administrators at first: ${people.join('; ')}`,
    `Official site: ${page.site}`,
    `Contact: ${page.contact}`,
    'Notices of the page:',
    ...page.notices.flatMap(({ fact, wording, reason }) => {
      const worded = Object.entries(wording).map(
        ([language, words]) => `- ${nameOf(fact)} (${language}): ${words}`,
      )
      return worded.length > 0
        ? worded
        : [`- ${nameOf(fact)}: not on the page. Reason: ${reason ?? 'none given'}`]
    }),
  ]
  return lines.join('\n')
}

/** The request for a page's licence; its exact words are the statement. */
export function contentFor(
  page: PageSaid,
  words: string,
  facts: Record<string, boolean>,
  asked: Pick<Propose, 'from' | 'to' | 'why'>,
): Content {
  return {
    text: words,
    pictures: [],
    page: page.address,
    device: null,
    act: { kind: 'page', capacity: 'official', audience: 'public', duty: 'on', facts },
    covers: [],
    coworkers: [],
    ...asked,
  }
}

/** The longest licence, in days; an order sets none, and a page is looked at anew once a year. */
export const longestLicence = 366

/** What is wrong with the period of a licence; undefined where nothing is. */
export function periodFault({ from, to }: { from: string; to: string }, today: string): string | undefined {
  if (to < from) return `the licence would end on ${to}, before it begins on ${from}`
  if (to < today) return `the licence would have ended on ${to} already`
  if (to > dayAfter(from, longestLicence))
    return `a licence runs for a year at most and is then asked for anew; choose ${dayAfter(from, longestLicence)} or a day before it`
  return undefined
}
