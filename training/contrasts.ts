import { moodEmoji } from '../src/policy/words/bias-emoji.ts'
import { groupNames, peopleNouns } from '../src/policy/words/bias-groups.ts'
import { roleWords } from '../src/policy/words/bias-roles.ts'
import { slurs } from '../src/policy/words/bias-slurs.ts'
import { assertions, clauses, harmless, hateful, kindClauses, rebuttals } from './contrast-templates.ts'
import { harmlessPictures, hatefulPictures } from './picture-templates.ts'

/** What tells a sentence with a picture. */
const picture = /[\u2190-\uffff]/

/** A made sentence, its label, and the template it came from. */
export interface Contrast {
  text: string
  hateful: boolean
  template: string
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

function lists(block: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const line of block.trim().split('\n')) {
    const colon = line.indexOf(':')
    const words = line.slice(colon + 1).split(',')
    found.set(
      line.slice(0, colon),
      words.map((word) => word.trim()),
    )
  }
  return found
}

/** The lists of all classes together, by form. */
function byForm(block: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [head, words] of lists(block)) {
    const form = head.split(' ')[1] ?? ''
    found.set(form, [...(found.get(form) ?? []), ...words])
  }
  return found
}

const roles = lists(roleWords)
const people = lists(peopleNouns)
const pictures = lists(moodEmoji.replaceAll(' ', ',').replaceAll(':,', ':').replaceAll('sign,', 'sign '))
const named = byForm(groupNames)
const slurred = byForm(slurs)
const plainSlurs = slurred.get('plain') ?? []
const special = new Map<string, readonly string[]>([
  [
    'sign',
    '👳🏾 👳 🧕🏽 🧕 ♿ 🏳🌈 🌈 👩🏿 👨🏿 👨🏾 👩🏽 🧑🏿 👦🏾 ✡ 🕌 🕍 ☪ 👬 👭 👨❤👨 👩❤👩 👩 👵 👴 🇵🇰 🇨🇳 🇮🇳 🇲🇽 🇳🇬 🚺'.split(
      ' ',
    ),
  ],
  ['plain', plainSlurs],
  ['reclaimed', slurred.get('reclaimed') ?? []],
  ['slurs', plainSlurs.filter((word) => word.endsWith('s'))],
  ['slur', plainSlurs.filter((word) => !word.endsWith('s'))],
])
const kinds = [...(named.get('kind') ?? []), 'black', 'white', 'brown', 'deaf', 'blind']
const before =
  'those kinds of,these kinds of,that type of,these,all these,those,all,all of these,such,you,those damn'.split(
    ',',
  )
const after =
  'like you,like them,like these,like him,around here,in this country,in this town,combined'.split(',')

/** Slots that may stand inside a choice of several words. */
const inner =
  /\b(?:(?<!how |so |too |of )many(?! of| more)|(?<!no |one |every |the first |only )one(?! of| more| wants| is)|kind(?! of)|vile|dirt|evil|fool|slain|expelled|gift|loath|slurs|plain|slay|expel|object|others|bigots)\b/g

function linesOf(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

function isSlot(name: string): boolean {
  return special.has(name) || named.has(name) || roles.has(name)
}

/**
 * Fills templates by chance. A slot in braces is a choice (`{a|b}`), a form of group or slur (`many`, `one`, `kind`,
 * `slurs`), or a role, whose place a picture of the same role sometimes takes.
 */
class Filler {
  private readonly next: () => number

  constructor(seed: number) {
    this.next = chance(seed)
  }

  pick(words: readonly string[] | undefined): string {
    return words?.[Math.floor(this.next() * words.length)] ?? ''
  }

  fill(template: string): string {
    let text = template
    while (text.includes('{')) text = text.replace(/\{([^{}]+)\}/, (_, name: string) => this.slot(name))
    return text.replace(/\s+/g, ' ').trim()
  }

  private slot(name: string): string {
    if (name.includes('|')) {
      const choice = this.pick(name.split('|'))
      return isSlot(choice) ? this.slot(choice) : this.fillInside(choice)
    }
    if (name === 'many') return this.many()
    if (name === 'one')
      return this.next() < 0.35
        ? `${this.pick(kinds)} ${this.pick(people.get('one'))}`
        : this.pick(named.get('one'))
    if (name === 'kind') return this.pick(named.get(this.next() < 0.3 ? 'maybe' : 'kind'))
    const words = special.get(name) ?? named.get(name) ?? roles.get(name)
    if (!words) return this.fillInside(name)
    const signs = pictures.get(name)
    return signs && this.next() < 0.18 ? this.pick(signs) : this.pick(words)
  }

  private fillInside(choice: string): string {
    return choice.replace(inner, (word) => this.slot(word))
  }

  private many(): string {
    const many =
      this.next() < 0.35
        ? `${this.pick(kinds)} ${this.pick(people.get('many'))}`
        : this.pick(named.get('many'))
    const die = this.next()
    if (die < 0.12) return `${many} ${this.pick(after)}`
    return die < 0.24 ? `${this.pick(before)} ${many}` : many
  }
}

/** Sentences of our own from every template, and clauses in every kind of frame. */
export function contrasts(seed: number, perTemplate: number): Contrast[] {
  const filler = new Filler(seed)
  const made: Contrast[] = []
  const seen = new Set<string>()
  const put = (text: string, isHateful: boolean, template: string): void => {
    if (seen.has(text)) return
    seen.add(text)
    made.push({ text, hateful: isHateful, template })
  }
  const framed = (frames: string, inside: string, isHateful: boolean, times: number): void => {
    const filling = linesOf(inside)
    for (const template of linesOf(frames))
      for (let k = 0; k < times; k++)
        put(filler.fill(filler.fill(template).replace('CLAUSE', filler.pick(filling))), isHateful, template)
  }
  framed(assertions, clauses, true, perTemplate * 4)
  framed(assertions, kindClauses, false, perTemplate * 4)
  framed(rebuttals, clauses, false, perTemplate * 4)
  framed('CLAUSE', clauses, true, perTemplate * 16)
  framed('CLAUSE', kindClauses, false, perTemplate * 16)
  const filled = (block: string, isHateful: boolean, isWanted = /./): void => {
    for (const template of linesOf(block))
      for (let k = 0; k < perTemplate; k++) {
        const text = filler.fill(template)
        if (isWanted.test(text)) put(text, isHateful, template)
      }
  }
  filled(hateful, true)
  filled(harmless, false)
  filled(hatefulPictures, true, picture)
  filled(harmlessPictures, false, picture)
  return made
}
