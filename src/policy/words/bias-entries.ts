import type { Entry } from '../lexicon.ts'
import { persons, professions } from './bias-emoji.ts'
import { groupSigns, misspellings, names, realWords, shortNoise } from './bias-senses.ts'

/** Words that are run together with the name of a group: "allwomen", "womenare". */
const before =
  'all any the these those many of like for to hate you you every typical stupid dirty fucking fuck kill no only my such with from as'.split(
    ' ',
  )
const after =
  'are is like should can people person who and in lives scum trash filth vermin behaviour behavior will must think have do never all'.split(
    ' ',
  )
const beforeSlurs = 'the you these those many all fucking typical'.split(' ')
const afterSlurs = 'are is like just behaviour behavior'.split(' ')
const heads =
  'women woman females female girls muslims muslim jews jew gays gay lesbians blacks black trans disabled immigrants immigrant migrants refugees foreigners mexicans asians africans bitch bitches faggot faggots fags nigger niggers nigga tranny trannies retard retards cripple cripples slut sluts whore whores cunt cunts queers paki pakis'.split(
    ' ',
  )

/**
 * The phrases that wake the bias detector: groups, slurs and group emoji, also with a letter lost or two swapped, and the
 * commonest run together with a neighbour. The cost of a lexicon does not grow with its size.
 */
export function biasEntries(): Entry[] {
  const found = new Map<string, Entry>()
  const put = (phrase: string, tag: string, about: string): void => {
    if (!found.has(phrase)) found.set(phrase, { phrase, tag, about })
  }
  const listed = [...names()]
  for (const [phrase, { role, about }] of listed) {
    put(phrase, tagOf(role), about)
    if (/[\u2190-\uffff]/.test(phrase)) put(phrase.replaceAll(' ', ''), tagOf(role), about)
  }
  for (const [sign, { about }] of groupSigns()) put(sign, 'bias.sign', about)
  for (const sign of persons + professions) put(sign, 'bias.sign', '')
  for (const [phrase, { role, about }] of listed) {
    if (role === 'group maybe' || role === 'slur homonym') continue
    for (const noisy of misspellings(phrase)) if (!realWords.has(noisy)) put(noisy, tagOf(role), about)
  }
  for (const [noisy, word] of shortNoise)
    put(noisy, word === 'gay' ? 'bias.group' : 'bias.maybe', word === 'gay' ? 'orientation' : 'race')
  for (const [word, { role, about }] of listed)
    if ((role === 'slur plain' || role === 'slur reclaimed') && /^[a-z]{3,}$/.test(word)) {
      for (const near of beforeSlurs) put(near + word, 'bias.slur', about)
      for (const near of afterSlurs) put(word + near, 'bias.slur', about)
    }
  for (const head of heads) {
    const { tag, about = '' } = found.get(head) ?? { tag: 'bias.group' }
    for (const word of before) put(word + head, tag, about)
    for (const word of after) put(head + word, tag, about)
  }
  return [...found.values()]
}

function tagOf(role: string): string {
  if (role.startsWith('slur')) return 'bias.slur'
  return role === 'group maybe' ? 'bias.maybe' : 'bias.group'
}
