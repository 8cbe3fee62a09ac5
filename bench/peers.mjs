import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import { text as alexText } from 'alex'
import AhoCorasick from 'modern-ahocorasick'
import { RegExpMatcher, englishDataset, englishRecommendedTransformers } from 'obscenity'
import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextProfanities from 'retext-profanities'
import { unified } from 'unified'
import { VFile } from 'vfile'

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers })
export const obscenityHasMatch = (text) => Number(matcher.hasMatch(text))
export const obscenityAllMatches = (text) => matcher.getAllMatches(text).length

const processor = unified().use(retextEnglish).use(retextProfanities).use(retextEquality).freeze()
export function retext(text) {
  const file = new VFile(text)
  processor.runSync(processor.parse(file), file)
  return file.messages.length
}

export const alex = (text) => alexText(text).messages.length

export function ahoCorasick(phrases) {
  const automaton = new AhoCorasick(phrases, { boundary: 'ascii' })
  return (text) => automaton.search(text.toLowerCase()).length
}

const facts = Array.from({ length: 12 }, (_, k) => `fact${k}`)

export function cedar() {
  const staticPolicies = {}
  for (let k = 0; k < 50; k++)
    staticPolicies[`p${k}`] =
      `${k % 3 === 0 ? 'permit' : 'forbid'}(principal, action == Action::"post", resource) when ` +
      `{ context.${facts[k % 12]} && context.${facts[(k * 5 + 1) % 12]} || context.capacity == "c${k}" };`
  const parsed = preparsePolicySet('order', { staticPolicies })
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed))
  return (text) => {
    const context = { capacity: 'personal' }
    facts.forEach((fact, k) => (context[fact] = (text.length >> k) % 2 === 1))
    const answer = statefulIsAuthorized({
      principal: { type: 'Member', id: 'alvarez' },
      action: { type: 'Action', id: 'post' },
      resource: { type: 'Post', id: 'act' },
      context,
      preparsedPolicySetId: 'order',
      entities: [],
    })
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer))
    return answer.response.decision === 'allow' ? 1 : 0
  }
}
