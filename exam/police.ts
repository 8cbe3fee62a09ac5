import { breachFacts, factsOf, hasBreach } from './facts.ts'
import type { Figure } from './figure.ts'
import { share } from './measures.ts'
import { guiltStatements, ordinaryPosts } from './police-posts.ts'

const ended = /\b(?:convicted|conviction|found guilty|pleaded guilty|guilty verdict|sentenced|sentences)\b/i
const pending =
  /\b(?:charge[ds]?|charges|arrest(?:ed|s)?|alleged(?:ly)?|allege|accused|custody|indicted|suspects?)\b/i

function says(text: string): boolean {
  return factsOf(text).has('speech.guilt')
}

function rate(posts: readonly string[], raised: (text: string) => boolean): number {
  return 100 * share(posts.map(raised))
}

/** Our own made-up posts: false alarms on the ordinary ones, and guilt statements told from court news. */
export function policePosts(): Figure[] {
  const convictions = ordinaryPosts.filter((post) => ended.test(post))
  const charges = ordinaryPosts.filter((post) => pending.test(post) && !ended.test(post))
  return [
    {
      measure: 'Ordinary police posts, any breach fact',
      value: rate(ordinaryPosts, hasBreach),
      rows: ordinaryPosts.length,
      goal: { 'at-most': 1 },
    },
    ...[...breachFacts]
      .map((fact) => ({
        measure: `Ordinary police posts, ${fact}`,
        value: rate(ordinaryPosts, (post) => factsOf(post).has(fact)),
        rows: ordinaryPosts.length,
      }))
      .filter(({ value }) => value > 0),
    {
      measure: 'Guilt statements, recall',
      value: rate(guiltStatements, says),
      rows: guiltStatements.length,
      goal: { 'at-least': 80 },
    },
    {
      measure: 'Guilt, false alarms on charged, arrested, alleged',
      value: rate(charges, says),
      rows: charges.length,
      goal: { 'at-most': 2 },
    },
    {
      measure: 'Guilt, false alarms on convictions and sentences',
      value: rate(convictions, says),
      rows: convictions.length,
      goal: { 'at-most': 5 },
    },
  ]
}
