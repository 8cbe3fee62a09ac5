import type { Limits } from '../../accounts/networks/network.ts'
import { lengthOf } from '../limits.ts'
import { noticeLanguages, type NoticeContent, type NoticeLanguage } from './content.ts'
import type { Said } from './wording.ts'

export interface FittedWords {
  text: string
  languages: NoticeLanguage[]
  /** Is anything left out that the public page says? */
  isShortened: boolean
}

/** What stands before a message that changes an earlier one. */
export const leads = {
  first: { en: '', es: '' },
  update: { en: 'UPDATE: ', es: 'ACTUALIZACIÓN: ' },
  cancel: { en: 'CANCELLED: ', es: 'CANCELADO: ' },
  over: { en: 'OVER: ', es: 'TERMINADO: ' },
} as const
export type Lead = keyof typeof leads

/**
 * A notice within the limits of one network, in the languages of the page, always with the address where all of it
 * stands: whole where it fits, else without the particulars, else its headlines, the last of them cut.
 */
export function fittedTo(
  texts: NoticeContent['texts'],
  page: { languages: readonly string[] },
  limits: Limits['text'],
  address: string,
  lead: Lead = 'first',
): FittedWords {
  const said = noticeLanguages.filter((language) => texts[language] !== undefined)
  const wanted = said.filter((language) => page.languages.includes(language))
  const languages = wanted.length > 0 ? wanted : said
  const all = languages.flatMap((language) => {
    const one = texts[language]
    return one ? [{ ...one, headline: `${leads[lead][language]}${one.headline}` }] : []
  })
  const fits = (text: string): boolean => lengthOf(text, limits) <= limits.most
  const written = (parts: (one: Said) => readonly string[]): string =>
    [
      ...all.map((one) =>
        parts(one)
          .filter((part) => part !== '')
          .join('\n'),
      ),
      address,
    ].join('\n\n')
  const steps: ((one: Said) => readonly string[])[] =
    lead === 'cancel' || lead === 'over'
      ? [({ headline }) => [headline]]
      : [
          ({ headline, description, instruction }) => [headline, description, instruction],
          ({ headline, instruction }) => [headline, instruction],
          ({ headline }) => [headline],
        ]
  for (const [step, parts] of steps.entries()) {
    const text = written(parts)
    if (fits(text)) return { text, languages, isShortened: step > 0 }
  }
  return { text: shortened(all, address, fits), languages, isShortened: true }
}

/** Headlines cut by whole words until they fit, each as much as the other. */
function shortened(all: readonly Said[], address: string, fits: (text: string) => boolean): string {
  for (let most = 160; most > 10; most -= 5) {
    const cut = all.map(({ headline }) => cutTo(headline, most))
    const text = [...cut, address].join('\n\n')
    if (fits(text)) return text
  }
  return address
}

function cutTo(words: string, most: number): string {
  const signs = Array.from(words)
  if (signs.length <= most) return words
  const cut = signs.slice(0, most - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
