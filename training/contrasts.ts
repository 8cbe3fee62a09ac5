import { moodEmoji } from '../src/policy/words/bias-emoji.ts'
import { groupNames, peopleNouns } from '../src/policy/words/bias-groups.ts'
import { roleWords } from '../src/policy/words/bias-roles.ts'
import { slurs } from '../src/policy/words/bias-slurs.ts'
import { assertions, clauses, harmless, hateful, kindClauses, rebuttals } from './contrast-templates.ts'

/** A made sentence, its label, and the template it came from. */
export interface Contrast {
  text: string
  hateful: boolean
  template: string
}

function lists(block: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const line of block.trim().split('\n')) {
    const colon = line.indexOf(':')
    found.set(line.slice(0, colon), line.slice(colon + 1).split(',').map((word) => word.trim()))
  }
  return found
}

/** A small seeded generator (mulberry32), so that the same seed gives the same sentences. */
export function chance(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const roles = lists(roleWords)
const pictures = new Map([...lists(moodEmoji.replaceAll(' ', ',').replaceAll(':,', ':').replaceAll('sign,', 'sign '))])
const people = lists(peopleNouns)
const named = new Map<string, string[]>()
for (const [head, words] of lists(groupNames)) {
  const form = head.split(' ')[1] ?? ''
  named.set(form, [...(named.get(form) ?? []), ...words])
}
const slurred = new Map<string, string[]>()
for (const [head, words] of lists(slurs)) {
  const form = head.split(' ')[1] ?? ''
  slurred.set(form, [...(slurred.get(form) ?? []), ...words])
}

/** Slots that may stand inside a choice of several words. */
const inner =
  /\b(?:(?<!how |so |too |of )many(?! of| more)|(?<!no |one |every |the first |only )one(?! of| more| wants| is)|kind(?! of)|vile|dirt|evil|fool|slain|expelled|gift|loath|slurs|plain|slay|expel|object|others|bigots)\b/g

/** Sentences from each template: slots in braces are filled with listed words, `{a|b}` with one of the choices. */
export function contrasts(seed: number, perTemplate: number): Contrast[] {
  const next = chance(seed)
  const pick = (words: readonly string[] | undefined): string => words?.[Math.floor(next() * words.length)] ?? ''
  const slot = (name: string): string => {
    if (name.includes('|')) {
      const choice = pick(name.split('|'))
      return known(choice) ? slot(choice) : choice.replace(inner, (word) => slot(word))
    }
    if (name === 'many')
      return around(next() < 0.35 ? `${pick(kinds())} ${pick(people.get('many'))}` : pick(named.get('many')))
    if (name === 'one') return next() < 0.35 ? `${pick(kinds())} ${pick(people.get('one'))}` : pick(named.get('one'))
    if (name === 'kind') return next() < 0.3 ? pick(named.get('maybe')) : pick(named.get('kind'))
    if (name === 'plain' || name === 'reclaimed') return pick(slurred.get(name))
    if (name === 'slurs') return pick(slurred.get('plain')?.filter((word) => word.endsWith('s')))
    if (name === 'slur') return pick(slurred.get('plain')?.filter((word) => !word.endsWith('s')))
    const words = named.get(name) ?? roles.get(name)
    if (!words) return name.replace(inner, (word) => slot(word))
    const signs = pictures.get(name)
    if (signs && next() < 0.18) return pick(signs)
    if (words.length === 0) throw new Error(`no words for {${name}}`)
    return pick(words)
  }
  const around = (many: string): string => {
    const die = next()
    if (die < 0.12) return `${many} ${pick(['like you', 'like them', 'like these', 'like him', 'around here', 'in this country', 'in this town', 'combined'])}`
    if (die < 0.24) return `${pick(['those kinds of', 'these kinds of', 'that type of', 'these', 'all these', 'those', 'all', 'all of these', 'such', 'you', 'those damn'])} ${many}`
    return many
  }
  const known = (name: string): boolean =>
    ['many', 'one', 'kind', 'plain', 'reclaimed', 'slurs', 'slur'].includes(name) || named.has(name) || roles.has(name)
  const kinds = (): readonly string[] => [...(named.get('kind') ?? []), 'black', 'white', 'brown', 'deaf', 'blind']
  const made: Contrast[] = []
  const seen = new Set<string>()
  const linesOf = (block: string): string[] =>
    block.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  const fill = (template: string): string => {
    let text = template
    while (text.includes('{')) text = text.replace(/\{([^{}]+)\}/, (_, name: string) => slot(name))
    return text.replace(/\s+/g, ' ').trim()
  }
  const framed = (frames: string, inside: string, label: boolean, times: number): void => {
    const filling = linesOf(inside)
    for (const template of linesOf(frames))
      for (let k = 0; k < times; k++)
        made.push({ text: fill(fill(template).replace('CLAUSE', pick(filling))), hateful: label, template })
  }
  framed(assertions, clauses, true, perTemplate * 4)
  framed(assertions, kindClauses, false, perTemplate * 4)
  framed(rebuttals, clauses, false, perTemplate * 4)
  framed('CLAUSE', clauses, true, perTemplate * 16)
  framed('CLAUSE', kindClauses, false, perTemplate * 16)
  for (const [block, label] of [[hateful, true], [harmless, false]] as const)
    for (const template of linesOf(block))
      for (let k = 0; k < perTemplate; k++) {
        const text = fill(template)
        if (seen.has(text)) continue
        seen.add(text)
        made.push({ text, hateful: label, template })
      }
  return made
}
