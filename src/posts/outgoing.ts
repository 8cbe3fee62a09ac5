import type { Account } from '../accounts/store.ts'
import { postLanguages, type PostContent, type PostLanguage } from './content.ts'

/** The words of a post on one account, with the languages they are in. */
export interface AccountWords {
  text: string
  languages: PostLanguage[]
}

/**
 * What an account says: its own words where it has some, in the languages of its page, one below the other, and below
 * them who speaks. A page whose languages the post does not have gets all that there is.
 */
export function wordsFor(
  content: PostContent,
  account: Pick<Account, 'accountId' | 'languages'>,
): AccountWords {
  const own = content.otherwise.find(({ accountId }) => accountId === account.accountId)?.texts
  const texts = { ...content.texts, ...own }
  const said = postLanguages.filter((language) => (texts[language] ?? '') !== '')
  const wanted = said.filter((language) => account.languages.includes(language))
  const languages = wanted.length > 0 ? wanted : said
  const parts = languages.map((language) => texts[language] ?? '')
  const { words } = content.byline
  return { text: [...parts, ...(words === null ? [] : [words])].join('\n\n'), languages }
}

/** Everything that a post says anywhere, each text once: what the order is asked about. */
export function wholeText(content: PostContent): string {
  const texts = [
    ...postLanguages.map((language) => content.texts[language]),
    ...content.otherwise.flatMap(({ texts: own }) => postLanguages.map((language) => own[language])),
    content.byline.words ?? undefined,
  ]
  return [...new Set(texts.filter((text) => text !== undefined && text !== ''))].join('\n\n')
}
