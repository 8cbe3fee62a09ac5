import { detectors } from '../src/policy/detect.ts'

/** Numbers that look random and are the same on every run. */
export function dice(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000
}

const speech = /^(?:speech|bias|offence|attack|profane|obscene|violence)/

/**
 * `count` phrases of one to three words: single words of the detectors, runs of two and three words as the posts
 * have them (hits: two or three a post, the hard case), such runs turned round (near misses), and made-up ones.
 */
export function phraseList(count: number, posts: readonly string[]): string[] {
  const list = new Set<string>()
  const own = detectors.flatMap(({ entries }) => entries.filter(({ tag }) => speech.test(tag)))
  for (const { phrase } of own) if (/^[a-z]{3,}$/.test(phrase) && list.size < 400) list.add(phrase)
  const runs = runsOf(posts)
  for (const run of runs.slice(0, 150)) list.add(run)
  for (const run of runs) if (list.size < count / 2) list.add(run.split(' ').toReversed().join(' '))
  const roll = dice(5)
  const vocabulary = [...new Set(runs.flatMap((run) => run.split(' ')))]
  const pick = () => vocabulary[Math.floor(roll() * vocabulary.length)] ?? 'word'
  while (list.size < count) list.add(`${pick()} ${pick()}${roll() < 0.5 ? ` ${pick()}` : ''}`)
  return [...list].slice(0, count)
}

function runsOf(posts: readonly string[]): string[] {
  const runs = new Set<string>()
  for (const post of posts) {
    const words = post.toLowerCase().match(/[a-z]+(?: [a-z]+)+/g) ?? []
    for (const stretch of words) {
      const parts = stretch.split(' ')
      for (let at = 0; at + 1 < parts.length; at += 2) runs.add(parts.slice(at, at + 2 + (at % 2)).join(' '))
    }
  }
  return [...runs]
}

/** The same phrases as one alternation, sorted, which is how V8 does best. */
export function alternation(phrases: readonly string[]): (post: string) => number {
  const pattern = new RegExp(String.raw`\b(?:${phrases.toSorted().join('|')})\b`, 'gi')
  return (post) => {
    let found = 0
    pattern.lastIndex = 0
    for (let match = pattern.exec(post); match !== null; match = pattern.exec(post))
      found += 1 + (match.index & 1)
    return found
  }
}
