import { Button, Tag } from '@trussworks/react-uswds'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { CommentBrief } from '../../src/comments/schema.ts'
import type { Wellness } from '../../src/comments/settings.ts'
import { useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useCover } from './covered.tsx'
import { commentWords } from './words.ts'

interface QueueListProps {
  items: readonly CommentBrief[]
  wellness: Wellness | undefined
  openId: string | undefined
  chosen: ReadonlySet<string>
  onOpen: (commentId: string) => void
  onChoose: (commentId: string) => void
}

/** The queue, one line a comment; the one that is read is marked. */
export function QueueList({ items, ...rest }: QueueListProps): ReactNode {
  return (
    <ol className="queue__list">
      {items.map((comment) => (
        <Line key={comment.commentId} comment={comment} {...rest} />
      ))}
    </ol>
  )
}

function Line({
  comment,
  wellness,
  openId,
  chosen,
  onOpen,
  onChoose,
}: Omit<QueueListProps, 'items'> & { comment: CommentBrief }): ReactNode {
  const words = useWords(commentWords)
  const dates = useDates()
  const now = useNow()
  const id = useId()
  const place = useRef<HTMLLIElement>(null)
  const { commentId, writer, account, text, isUgly, language, writtenAt } = comment
  const isOpen = commentId === openId
  const cover = useCover(isUgly, wellness)
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <li ref={place} className={isOpen ? 'queue__line queue__line--open' : 'queue__line'}>
      <input
        id={id}
        className="usa-checkbox__input"
        type="checkbox"
        checked={chosen.has(commentId)}
        onChange={() => onChoose(commentId)}
      />
      <label className="usa-checkbox__label" htmlFor={id}>
        <span className="usa-sr-only">{words.choose(writer)}</span>
      </label>
      <div>
        <Button
          type="button"
          unstyled
          {...(isOpen ? { 'aria-current': true } : {})}
          onClick={() => onOpen(commentId)}
        >
          {cover ? (
            <span className="quiet">{writer}</span>
          ) : (
            <span lang={language ?? ''} className="queue__words">
              {text}
            </span>
          )}
        </Button>
        <p className="queue__marks">
          <Marks comment={comment} />
        </p>
        <p className="queue__about">
          {writer} · {account} · {dates.from(writtenAt, now)}
        </p>
      </div>
    </li>
  )
}

/** What is to be known of a comment at a glance, in words. */
export function Marks({ comment }: { comment: CommentBrief }): ReactNode {
  const words = useWords(commentWords)
  const { ground, isCritical, isUgly, isFiltered, isGone, hasMedia } = comment
  return (
    <>
      {ground !== null && <Tag>{words.grounds[ground]}</Tag>}
      {isCritical && <Tag className="tag--calm">{words.marks.critical}</Tag>}
      {isUgly && <Tag>{words.marks.ugly}</Tag>}
      {isFiltered && <Tag className="tag--calm">{words.marks.filtered}</Tag>}
      {hasMedia && <Tag className="tag--calm">{words.marks.media}</Tag>}
      {isGone && <Tag className="tag--calm">{words.marks.gone}</Tag>}
    </>
  )
}
