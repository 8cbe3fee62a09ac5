import { Link } from '@tanstack/react-router'
import { Alert, AlertHeading, Button, Tag } from '@trussworks/react-uswds'
import { useEffect, useRef, type ReactNode } from 'react'
import type { z } from 'zod'
import type { markedSchema, Question } from '../../src/adoption/schema.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { acknowledgeWords } from './words.ts'

type Marked = z.infer<typeof markedSchema>

interface ResultProps {
  marked: Marked
  versionId: string
  questions: readonly Question[]
  onGo: () => void | Promise<void>
}

/** How many answers were right, and of each why, by its provision. */
export function Result({ marked, versionId, questions, onGo }: ResultProps): ReactNode {
  const words = useWords(acknowledgeWords)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  const { right, of, passMark, passed, explained } = marked
  return (
    <section>
      <div ref={place} tabIndex={-1}>
        <Alert type={passed ? 'success' : 'info'}>
          <AlertHeading level="h3">
            {passed ? words.passed(right, of) : words.failed(right, of, passMark)}
          </AlertHeading>
        </Alert>
      </div>
      <ol className="explained">
        {explained.map((one) => (
          <li key={one.questionId} className="card">
            <Explained
              one={one}
              versionId={versionId}
              question={questions.find(({ questionId }) => questionId === one.questionId)}
            />
          </li>
        ))}
      </ol>
      <Button type="button" onClick={() => void onGo()}>
        {passed ? words.toAcknowledge : words.again}
      </Button>
    </section>
  )
}

interface ExplainedProps {
  versionId: string
  one: Marked['explained'][number]
  question: Question | undefined
}

function Explained({ one, versionId, question }: ExplainedProps): ReactNode {
  const words = useWords(acknowledgeWords)
  const { outcome } = useWords(shared).ruling
  const { isRight, answered, provisions } = one
  return (
    <>
      <p>
        <Tag>{isRight ? words.right : words.wrong}</Tag>
      </p>
      <div lang="en">
        {question?.story.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {question?.text !== null && <blockquote>{question?.text}</blockquote>}
      </div>
      {!isRight && (
        <p>
          {words.you}: {outcome[answered]}.
        </p>
      )}
      <p>
        <strong>
          {words.answer}: {outcome[one.outcome]}.
        </strong>
      </p>
      <ul className="usa-list">
        {provisions.map(({ citation, gist, verbatim, remedy }) => (
          <li key={citation}>
            <Link to="/order" search={{ version: versionId }} hash={citation} target="_blank">
              {citation}
            </Link>{' '}
            <span lang="en">
              {verbatim ?? gist} {remedy}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
