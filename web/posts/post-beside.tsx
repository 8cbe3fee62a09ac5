import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { PostView } from '../../src/posts/schema.ts'
import { Deadline } from '../parts/deadline.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { postMoveWords } from './move-words.ts'
import { postWords } from './words.ts'

/** Why it is taken back or corrected, and by when. */
export function Recalls({ post: { recalls } }: { post: PostView }): ReactNode {
  const words = useWords(postWords)
  const dates = useDates()
  if (recalls.length === 0) return undefined
  return (
    <section className="card">
      <h2>{words.one.recalls}</h2>
      <ul className="plain-list">
        {recalls.map(({ recallId, name, status, reason, does, toldBy, deadline, closedAt }) => (
          <li key={recallId}>
            <strong>{words.one.recall(name, words.statuses[status])}</strong>{' '}
            {closedAt === null
              ? `${words.one.recallDoes[does]}: ${words.one.recallOpen}`
              : `${words.one.recallDoes[does]}, ${words.one.recallDone(dates.moment(closedAt))}`}
            {closedAt === null && (
              <p>
                <Deadline at={deadline} />
              </p>
            )}
            <blockquote>{reason}</blockquote>
            {toldBy !== null && (
              <Link to="/posts/$postId" params={{ postId: toldBy }}>
                {words.one.told}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What it corrects, and what corrects it. */
export function Related({ post: { corrects, corrections } }: { post: PostView }): ReactNode {
  const words = useWords(postWords)
  return (
    <>
      {corrects !== null && (
        <p>
          <Link to="/posts/$postId" params={{ postId: corrects }}>
            {words.one.corrects}
          </Link>
        </p>
      )}
      {corrections.length > 0 && (
        <section>
          <h2>{words.one.corrections}</h2>
          <ul className="plain-list">
            {corrections.map(({ postId, title, state }) => (
              <li key={postId}>
                <Link to="/posts/$postId" params={{ postId }} lang="en">
                  {title}
                </Link>{' '}
                <Tag>{words.states[state]}</Tag>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Every step, the last first. */
export function History({ steps }: { steps: PostView['steps'] }): ReactNode {
  const words = useWords(postWords)
  const moveWords = useWords(postMoveWords)
  const dates = useDates()
  return (
    <section>
      <h2>{words.one.history}</h2>
      <ol className="history">
        {steps.toReversed().map(({ version, move, says, by, remarks, at }) => (
          <li key={version}>
            <p>
              <strong>{moveWords.move.says(move, says)}</strong>{' '}
              <span className="quiet">
                {by?.name ?? words.one.nobody}, <time dateTime={at}>{dates.moment(at)}</time>
              </span>
            </p>
            {remarks !== null && <blockquote>{remarks}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  )
}
