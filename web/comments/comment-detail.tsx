import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { marked, type Stretch } from '../../src/policy/explain.ts'
import type { CommentView } from '../../src/comments/schema.ts'
import type { Wellness } from '../../src/comments/settings.ts'
import { Failure, inSentence } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { BlockForm } from './block-form.tsx'
import { Covered } from './covered.tsx'
import { commentQuery } from './data.ts'
import { Hidings } from './hidings.tsx'
import { HideForm } from './hide-form.tsx'
import { Moves } from './moves.tsx'
import type { Moved } from './outcome.tsx'
import { Marks } from './queue-list.tsx'
import { commentWords } from './words.ts'

interface DetailProps {
  commentId: string
  wellness: Wellness | undefined
  isHiding: boolean
  /** Was it opened by a key or by the button before? Then the keyboard goes along. */
  takesFocus: boolean
  onHiding: (isHiding: boolean) => void
  onNext: () => void
  onBack: () => void
  onKept: (kept: Moved['done'][number]) => void
}

/** One comment beside the queue: its words and context, what may be done, and what was done. */
export function CommentDetail({
  commentId,
  wellness,
  isHiding,
  takesFocus,
  onHiding,
  onNext,
  onBack,
  onKept,
}: DetailProps): ReactNode {
  const words = useWords(commentWords)
  const comment = useQuery(commentQuery(commentId))
  const [byHand, setByHand] = useState<string>()
  const [conflict, setConflict] = useState<unknown>()
  const place = useRef<HTMLElement>(null)
  const isRead = comment.data !== undefined
  useEffect(() => {
    if (!isRead) return
    if (takesFocus) place.current?.focus({ preventScroll: true })
    // On a narrow page it takes the place of the list, which may have been scrolled far.
    if (!matchMedia('(min-width: 64em)').matches) place.current?.scrollIntoView()
  }, [isRead, takesFocus])
  if (comment.isError) return <Failure error={comment.error} again={() => void comment.refetch()} />
  if (!comment.data) return <Loading />
  const { data } = comment
  const mayHide = data.moves.some(({ move }) => move === 'hide')
  return (
    <article ref={place} tabIndex={-1} className="queue__one stack" aria-labelledby="comment-writer">
      <p className="queue__back">
        <Button type="button" unstyled onClick={onBack}>
          {words.one.back}
        </Button>
      </p>
      <h2 id="comment-writer">
        {words.one.by} {data.writer}
      </h2>
      <p className="queue__marks">
        <Marks comment={data} />
      </p>
      {conflict !== undefined && <Failure error={conflict} />}
      {data.under.text !== null && (
        <div className="queue__under">
          <p className="quiet">{words.one.under}</p>
          <p className="queue__words">{data.under.text}</p>
        </div>
      )}
      {data.parent && (
        <blockquote className="card">
          <p className="quiet">{words.one.answers(data.parent.writer)}</p>
          <p>{data.parent.text}</p>
        </blockquote>
      )}
      <Covered isUgly={data.isUgly} wellness={wellness}>
        <Text comment={data} />
        <Media comment={data} isGrey={wellness?.grey ?? true} />
      </Covered>
      {data.isCritical && (
        <Alert type="info" slim>
          <AlertText>{words.one.critical}</AlertText>
        </Alert>
      )}
      {byHand !== undefined && (
        <Alert type="warning" slim role="status">
          <AlertText>
            <span lang="en">{inSentence(byHand)}</span>
          </AlertText>
        </Alert>
      )}
      <section className="card">
        <h3>{isHiding && mayHide ? words.hide.title : words.one.moves}</h3>
        {isHiding && mayHide ? (
          <HideForm
            comment={data}
            onStop={() => onHiding(false)}
            onDone={(left) => {
              setByHand(left)
              onHiding(false)
              place.current?.focus()
            }}
            onConflict={setConflict}
          />
        ) : (
          <Moves
            comment={data}
            onHide={() => onHiding(true)}
            onByHand={setByHand}
            onKept={({ version }) => onKept({ commentId, version, n: data.latest })}
            onConflict={setConflict}
          />
        )}
        <p className="queue__skip">
          <Button type="button" unstyled onClick={onNext}>
            {words.one.next}
          </Button>
        </p>
      </section>
      <About comment={data} />
      <Hidings comment={data} />
      {data.mayBlock && <BlockForm comment={data} />}
      <Versions comment={data} wellness={wellness} />
    </article>
  )
}

/** Its words, with those marked that the detectors see or that a hiding rests on. */
function Text({ comment }: { comment: CommentView }): ReactNode {
  const running = comment.hidings.find(({ state }) => state === 'hidden' || state === 'with-counsel')
  const spans = running ? running.spans : comment.seen.facts.flatMap((fact) => fact.spans)
  return (
    <p className="ruling__text queue__text" lang={comment.language ?? ''} data-testid="comment-words">
      {placed(marked(comment.text, spans)).map(({ at, stretch }) =>
        stretch.isMarked ? <mark key={at}>{stretch.text}</mark> : <span key={at}>{stretch.text}</span>,
      )}
    </p>
  )
}

/** Stretches, each with where it begins. */
function placed(stretches: readonly Stretch[]): { at: number; stretch: Stretch }[] {
  let at = 0
  return stretches.map((stretch) => {
    const begins = at
    at += stretch.text.length
    return { at: begins, stretch }
  })
}

function Media({ comment, isGrey }: { comment: CommentView; isGrey: boolean }): ReactNode {
  const words = useWords(commentWords).one
  const newest = comment.versions.findLast(({ media }) => media.length > 0)
  const [isOpen, setIsOpen] = useState(false)
  if (!newest) return undefined
  return (
    <section aria-label={words.media}>
      {newest.media.map(({ number, sha256, alt, mediaType, because }) => {
        const address = `/api/comments/${comment.commentId}/media/${sha256}`
        if (because !== null)
          return (
            <p key={number} className="quiet">
              {words.notKept} <span lang="en">{because}</span>
            </p>
          )
        if (sha256 === null || !mediaType.startsWith('image/'))
          return (
            <p key={number}>{sha256 === null ? alt : <a href={address}>{alt === '' ? mediaType : alt}</a>}</p>
          )
        return (
          <button
            key={number}
            type="button"
            className={isGrey && !isOpen ? 'queue__picture queue__picture--grey' : 'queue__picture'}
            aria-pressed={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <img src={address} alt={alt === '' ? mediaType : alt} />
          </button>
        )
      })}
    </section>
  )
}

function About({ comment }: { comment: CommentView }): ReactNode {
  const words = useWords(commentWords)
  const dates = useDates()
  const { under, url, writtenAt, capturedAt, account, seen, filters } = comment
  const address: string = under.kind === 'notice' ? `/notices/${under.id}` : `/posts/${under.id}`
  const facts = [...new Set(seen.facts.map(({ because }) => because))]
  return (
    <dl className="facts">
      <div className="fact">
        <dt>{words.one.on}</dt>
        <dd>{account}</dd>
      </div>
      <div className="fact">
        <dt>{words.one.when}</dt>
        <dd>{dates.moment(writtenAt)}</dd>
      </div>
      <div className="fact">
        <dt>{words.one.captured}</dt>
        <dd>{dates.moment(capturedAt)}</dd>
      </div>
      <div className="fact">
        <dt>{words.one.post}</dt>
        <dd>
          <Link to={address}>{words.one.whole}</Link>
          {url !== null && (
            <>
              {' · '}
              <a href={url} rel="noreferrer">
                {words.one.network}
              </a>
            </>
          )}
        </dd>
      </div>
      <div className="fact">
        <dt>{words.one.seen}</dt>
        <dd>{facts.length === 0 ? words.one.seenNone : <span lang="en">{facts.join('; ')}</span>}</dd>
      </div>
      {filters.length > 0 && (
        <div className="fact">
          <dt>{words.one.filters}</dt>
          <dd>{filters.map((filter) => filter.words).join(', ')}</dd>
        </div>
      )}
    </dl>
  )
}

function Versions({
  comment,
  wellness,
}: {
  comment: CommentView
  wellness: Wellness | undefined
}): ReactNode {
  const words = useWords(commentWords).one
  const dates = useDates()
  return (
    <details>
      <summary>{words.versions}</summary>
      <ol className="usa-list">
        {comment.versions.map(({ n, kind, text, capturedAt, hash }) => (
          <li key={n}>
            <p>
              {words.kinds[kind]}, {dates.moment(capturedAt)}
            </p>
            <Covered isUgly={comment.isUgly} wellness={wellness}>
              <p className="queue__text">{text}</p>
            </Covered>
            <p className="quiet queue__hash">SHA-256 {hash}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}
