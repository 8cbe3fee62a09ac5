import { use, useId, useState, type ReactNode } from 'react'
import type { Ask } from '../../src/policy/ruling.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { InSight } from './controls.tsx'
import { keyOf, openAsks, type Answer, type Draft } from './draft.ts'
import { detailWords, questionIn } from './fact-words.ts'
import { selfCheckWords } from './words.ts'

/** No more than these are put at once. */
const mostAsked = 2

interface QuestionsProps {
  asks: readonly Ask[]
  draft: Draft
  onAnswer: (ask: Ask, value: Answer['value'] | undefined) => void
}

/** The questions whose answers can change the ruling, and those that were answered, which can be answered otherwise. */
export function Questions({ asks, draft, onAnswer }: QuestionsProps): ReactNode {
  const words = useWords(selfCheckWords).asks
  const id = useId()
  const [seen, setSeen] = useState<readonly string[]>([])
  const given = draft.answers.map(({ ask }) => ask)
  const isGiven = (ask: Ask): boolean => given.some((one) => keyOf(one) === keyOf(ask))
  const open = openAsks(asks)
    .filter((ask) => !isGiven(ask))
    .slice(0, mostAsked)
  const fresh = [...given, ...open].map(keyOf).filter((key) => !seen.includes(key))
  // A question keeps its place once it was seen, so that nothing jumps under the pointer or the keyboard.
  if (fresh.length > 0) setSeen([...seen, ...fresh])
  const shown = [...given, ...open].toSorted((a, b) => seen.indexOf(keyOf(a)) - seen.indexOf(keyOf(b)))
  if (shown.length === 0) return undefined
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      {shown.map((ask) => (
        <Question key={keyOf(ask)} ask={ask} draft={draft} onAnswer={(value) => onAnswer(ask, value)} />
      ))}
    </section>
  )
}

interface QuestionProps {
  ask: Ask
  draft: Draft
  onAnswer: (value: Answer['value'] | undefined) => void
}

function Question({ ask, draft, onAnswer }: QuestionProps): ReactNode {
  const language = use(LanguageContext)
  const words = useWords(selfCheckWords).asks
  const details: Readonly<Record<string, string>> = useWords(detailWords)
  const { text, lang } = questionIn(language, ask)
  const given = draft.answers.find((one) => keyOf(one.ask) === keyOf(ask))?.value
  const choices = ask.choices
    ? ask.choices.map((value) => ({ value, label: details[value] ?? value }))
    : [
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ]
  const value = given === undefined ? 'open' : typeof given === 'string' ? given : given ? 'yes' : 'no'
  return (
    <InSight
      label={text}
      lang={lang}
      choices={[...choices, { value: 'open', label: words.open }]}
      value={value}
      onChoose={(chosen) => {
        if (chosen === 'open') onAnswer(undefined)
        else onAnswer(ask.choices ? chosen : chosen === 'yes')
      }}
    />
  )
}
