import type { ReactNode } from 'react'
import type { CommentView, HidingView } from '../../src/comments/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useForgetComments } from './data.ts'
import { commentWords } from './words.ts'

/** What was done about a comment, the newest first. */
export function Hidings({ comment }: { comment: CommentView }): ReactNode {
  const words = useWords(commentWords)
  return (
    <section aria-label={words.one.history}>
      <h3>{words.one.history}</h3>
      {comment.hidings.length === 0 && <p className="quiet">{words.one.nothing}</p>}
      <ol className="queue__history">
        {comment.hidings.map((hiding) => (
          <li key={hiding.hidingId} className="card">
            <One hiding={hiding} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function One({ hiding }: { hiding: HidingView }): ReactNode {
  const words = useWords(commentWords)
  const dates = useDates()
  const forget = useForgetComments()
  const { hidingId, moderator, ground, citation, reason, notForCriticism, askedAt, hiddenAt } = hiding
  const { counsel, counselWord, way, handDoneAt, ended, appeal } = hiding
  const says = hiddenAt === null ? words.hiding.asked : words.hiding.hidden
  return (
    <>
      <p>
        <strong>{says(moderator.name, words.grounds[ground])}</strong> ({citation}),{' '}
        {dates.moment(hiddenAt ?? askedAt)}
      </p>
      <p>{reason}</p>
      {notForCriticism !== null && (
        <p>
          {words.hide.notFor}: {notForCriticism}
        </p>
      )}
      {counsel && (
        <p>
          {words.hiding.counsel(counsel.name)} {counselWord}
        </p>
      )}
      {appeal && (
        <p>
          {words.hiding.appeal} {words.hiding.appealStates[appeal.state]} {appeal.reason}
        </p>
      )}
      {ended && (
        <p>
          {words.hiding.ended(ended.by?.name ?? 'Decorum')} {ended.because}
        </p>
      )}
      {way === 'hand' && handDoneAt === null && (
        <>
          <p>{words.byHand.title}</p>
          <Action
            run={async () => {
              await send('POST', `/api/hidings/${hidingId}/done-by-hand`, {})
              await forget()
            }}
          >
            {words.byHand.done}
          </Action>
        </>
      )}
    </>
  )
}
