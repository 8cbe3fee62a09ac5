import { readOrder, type Order } from '../../src/policy/order.ts'
import { readVocabulary } from '../../src/policy/vocabulary.ts'
import { judgeDraft } from './judge-draft.ts'
import type { Asked, Learnt, OrderData, Said } from './judged.ts'

// The judge at work beside the page, so that typing never waits for it. It is sent the draft by the page and by nobody
// else, answers the page, and asks nobody anything: it has no fetch of its own.
let order: Order | undefined

addEventListener('message', (event: MessageEvent<Asked>) => {
  const asked = event.data
  if ('order' in asked) say({ learnt: learn(asked.order) })
  else if (order) {
    const { number, act, answers } = asked
    say({ number, ...judgeDraft(order, act, answers, () => performance.now()) })
  }
})

function say(what: Said): void {
  postMessage(what)
}

function learn({ order: identity, provisions, facts }: OrderData): Learnt {
  const { vocabulary } = readVocabulary(facts)
  const read = readOrder(identity, provisions, vocabulary)
  const [problem] = read.problems
  if (!read.order || problem) throw new Error(`the order does not read: ${problem?.at} ${problem?.problem}`)
  order = read.order
  const { agency, number, title, effective } = order.identity
  return {
    agency,
    number,
    title,
    effective,
    gists: Object.fromEntries(order.provisions.map(({ citation, gist }) => [citation, gist])),
    undercover: provisions
      .filter(({ rules }) => JSON.stringify(rules ?? []).includes('"author.undercover"'))
      .flatMap(({ citation }) => (typeof citation === 'string' ? [citation] : [])),
  }
}
