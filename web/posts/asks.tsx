import { use, useState, type ReactNode } from 'react'
import type { PostContent } from '../../src/posts/content.ts'
import type { PostRuling } from '../../src/posts/schema.ts'
import { InSight } from '../self-check/controls.tsx'
import { detailWords, questionIn } from '../self-check/fact-words.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { answerTo, answered, givenIn, isOfForm, keyOf, type Facts } from './facts.ts'
import { postFormWords } from './form-words.ts'
import { postWords } from './words.ts'

type Ask = PostRuling['ruling']['asks'][number]

interface AsksProps {
  asks: readonly Ask[]
  facts: Facts
  onFacts: (facts: PostContent['facts']) => void
}

/** The questions of the order, and those that were answered, which can be answered otherwise. */
export function Asks({ asks, facts, onFacts }: AsksProps): ReactNode {
  const words = useWords(postWords).margin
  const [seen, setSeen] = useState<readonly Ask[]>([])
  const open = asks.filter((ask) => !isOfForm(ask.fact))
  const fresh = [...givenIn(facts), ...open].filter((ask) => seen.every((one) => keyOf(one) !== keyOf(ask)))
  // A question keeps its place once it was seen, so that nothing jumps under the pointer or the keyboard.
  if (fresh.length > 0) setSeen([...seen, ...fresh])
  const shown = seen.filter(
    (ask) => answerTo(facts, ask) !== undefined || open.some((one) => keyOf(one) === keyOf(ask)),
  )
  if (shown.length === 0) return undefined
  return (
    <section className="card" aria-label={words.asks}>
      <h2>{words.asks}</h2>
      {shown.map((ask) => (
        <Question
          key={keyOf(ask)}
          ask={asks.find((one) => keyOf(one) === keyOf(ask)) ?? ask}
          facts={facts}
          onFacts={onFacts}
        />
      ))}
    </section>
  )
}

function Question({ ask, facts, onFacts }: { ask: Ask } & Omit<AsksProps, 'asks'>): ReactNode {
  const words = useWords(postFormWords)
  const language = use(LanguageContext)
  const details: Readonly<Record<string, string>> = useWords(detailWords)
  const { fact, detail, question, choices } = ask
  const { text, lang } = questionIn(language, { fact, question, ...(detail === undefined ? {} : { detail }) })
  const given = answerTo(facts, ask)
  const values =
    detail === undefined ? ['yes', 'no'] : (choices ?? (typeof given === 'string' ? [given] : []))
  const said: Readonly<Record<string, string>> = { yes: words.yes, no: words.no, ...details }
  return (
    <InSight
      label={text}
      lang={lang}
      choices={[
        ...values.map((value) => ({ value, label: said[value] ?? value })),
        { value: 'open', label: words.open },
      ]}
      value={given === undefined ? 'open' : typeof given === 'string' ? given : given ? 'yes' : 'no'}
      onChoose={(chosen) => {
        const value = chosen === 'open' ? undefined : detail === undefined ? chosen === 'yes' : chosen
        onFacts(answered(facts, ask, value))
      }}
    />
  )
}
