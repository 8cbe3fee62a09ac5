import { Button } from '@trussworks/react-uswds'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { acknowledgementSchema, answersSchema } from '../../src/adoption/schema.ts'
import { Form } from '../parts/form.tsx'
import { RadioField } from '../parts/field.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { acknowledgeWords } from './words.ts'

type Mine = z.infer<typeof acknowledgementSchema>
type Answers = z.infer<typeof answersSchema>['answers']

/** What was answered so far, and the question that is open. */
export interface Answered {
  answers: Answers
  place: number
}

interface QuestionsProps {
  mine: Mine
  /** Where somebody goes on who left before the end. */
  start: Answered | null
  onChange: (answered: Answered) => void
  onSend: (answers: Answers) => Promise<void>
}

/** The questions of one attempt, one at a time; they are sent together. */
export function Questions({ mine, start, onChange, onSend }: QuestionsProps): ReactNode {
  const { questions, passMark, attempts } = mine
  const words = useWords(acknowledgeWords)
  const { outcome } = useWords(shared).ruling
  const [place, setPlace] = useState(start?.place ?? 0)
  const [answers, setAnswers] = useState<Answers>(start?.answers ?? [])
  const question = questions[place]
  const last = attempts.at(-1)
  if (!question) return undefined
  const { questionId, story, text, choices } = question
  const given = answers.find((one) => one.questionId === questionId)?.outcome
  const answer = async (chosen: string): Promise<void> => {
    const found = choices.find((choice) => choice.outcome === chosen)
    if (!found) return
    const next = [
      ...answers.filter((one) => one.questionId !== questionId),
      { questionId, outcome: found.outcome },
    ]
    setAnswers(next)
    const isLast = place + 1 === questions.length
    onChange({ answers: next, place: isLast ? place : place + 1 })
    if (isLast) await onSend(next)
    else setPlace(place + 1)
  }
  return (
    <section className="question">
      <Heading key={`heading ${questionId}`}>{words.question(place + 1, questions.length)}</Heading>
      <p className="quiet">
        {words.pass(passMark, questions.length)}{' '}
        {place === 0 && last && words.attemptsBefore(last.right, last.of)}
      </p>
      <div lang="en">
        {story.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {text !== null && (
        <figure>
          <figcaption>{words.says}</figcaption>
          <blockquote lang="en">{text}</blockquote>
        </figure>
      )}
      <Form
        key={questionId}
        submit={place + 1 < questions.length ? words.next : words.send}
        onSubmit={(filled) => answer(filled.text('outcome'))}
        beside={
          place > 0 && (
            <Button type="button" outline onClick={() => setPlace(place - 1)}>
              {words.back}
            </Button>
          )
        }
      >
        <RadioField
          name="outcome"
          label={words.what}
          required
          start={given ?? ''}
          choices={choices.map((choice) => ({ value: choice.outcome, label: outcome[choice.outcome] }))}
        />
      </Form>
    </section>
  )
}

/** The heading of a question takes the focus, so that the next one is read from its beginning. */
function Heading({ children }: { children: string }): ReactNode {
  const place = useRef<HTMLHeadingElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <h3 ref={place} tabIndex={-1}>
      {children}
    </h3>
  )
}
