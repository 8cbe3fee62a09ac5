import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Keys, useKeys } from '../parts/keys.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { ShowMore } from '../parts/show-more.tsx'
import { toggled } from '../parts/toggled.ts'
import { useQuestion } from '../question.ts'
import { useWords } from '../words/words.ts'
import { Bulk } from './bulk.tsx'
import { CommentDetail } from './comment-detail.tsx'
import { queueQuery, useForgetComments, wellnessQuery } from './data.ts'
import { Filters } from './filters.tsx'
import { Outcome, type Moved } from './outcome.tsx'
import { usePause } from './pause.tsx'
import { QueueList } from './queue-list.tsx'
import { commentWords } from './words.ts'

/** The queue beside the comment that is read. */
export function CommentsPage(): ReactNode {
  const words = useWords(commentWords)
  const [{ comment: openId, state, account, ground, language }, ask] = useQuestion()
  const asked = { state, account, ground, language }
  const list = useInfiniteQuery(queueQuery(asked))
  const wellness = useQuery(wellnessQuery)
  const pause = usePause(wellness.data)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [isHiding, setIsHiding] = useState(false)
  const [isByKey, setIsByKey] = useState(false)
  const [moved, setMoved] = useState<Moved>()
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const first = list.data?.pages[0]
  const open = (commentId: string | undefined, byKey = false): void => {
    setIsHiding(false)
    setIsByKey(byKey)
    const comment = items.find((one) => one.commentId === commentId)
    if (comment) pause.opened(comment)
    ask({ comment: commentId })
  }
  const step = (by: number): void => {
    const here = items.findIndex(({ commentId }) => commentId === openId)
    open(items[here === -1 ? 0 : Math.min(Math.max(here + by, 0), items.length - 1)]?.commentId, true)
  }
  /** What comes after one that was left up: the one behind it, or the one before where it was the last. */
  const onward = (commentId: string): void => {
    const here = items.findIndex((one) => one.commentId === commentId)
    open((items[here + 1] ?? items[here - 1])?.commentId, true)
  }
  const choose = (commentId: string): void => {
    setChosen(toggled(chosen, commentId))
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    s: () => step(1),
    h: () => setIsHiding(true),
    r: () => document.querySelector<HTMLElement>('[data-key="r"] button')?.click(),
    u: () => document.querySelector<HTMLElement>('[data-key="u"] button')?.click(),
    l: () => document.querySelector<HTMLElement>('[data-key="l"] button')?.click(),
    x: () => openId !== undefined && choose(openId),
    '?': () => setIsHelpOpen(true),
  })
  const isFiltered = Object.values(asked).some((one) => one !== undefined)
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      <Filters
        key={JSON.stringify(asked)}
        beside={
          <>
            <LookNow />
            <Button type="button" unstyled onClick={() => setIsHelpOpen(true)}>
              {words.keys.open}
            </Button>
          </>
        }
      />
      <Keys words={words.keys} isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {pause.dialog}
      {moved && (
        <Outcome
          key={moved.done.map(({ commentId }) => commentId).join(' ')}
          moved={moved}
          onUndone={([commentId]) => {
            setMoved(undefined)
            open(commentId, true)
          }}
        />
      )}
      {first && (
        <div className={openId === undefined ? 'queue' : 'queue queue--reading'}>
          <section className="queue__side" aria-label={words.list}>
            <p className="quiet" role="status">
              {words.count(first.count, first.isCapped)}
            </p>
            {items.length === 0 && <Empty>{isFiltered ? words.noneSuch : words.empty}</Empty>}
            <QueueList
              items={items}
              wellness={wellness.data}
              openId={openId}
              chosen={chosen}
              onOpen={open}
              onChoose={choose}
            />
            <ShowMore list={list} />
            {chosen.size > 0 && (
              <Bulk
                comments={items.filter(({ commentId }) => chosen.has(commentId))}
                onClear={() => setChosen(new Set())}
                onMoved={(now) => {
                  setMoved(now)
                  setChosen(new Set(now.refused.map(({ commentId }) => commentId)))
                }}
              />
            )}
          </section>
          {openId === undefined ? (
            <p className="quiet queue__none">{words.one.none}</p>
          ) : (
            <CommentDetail
              key={openId}
              commentId={openId}
              wellness={wellness.data}
              isHiding={isHiding}
              takesFocus={isByKey}
              onHiding={setIsHiding}
              onNext={() => step(1)}
              onBack={() => open(undefined)}
              onKept={(kept) => {
                setMoved({ move: 'keep', done: [kept], refused: [] })
                onward(kept.commentId)
              }}
            />
          )}
        </div>
      )}
    </Page>
  )
}

/** The other pages about comments. */
export function More(): ReactNode {
  const { links } = useWords(commentWords)
  return (
    <nav aria-label={links.name}>
      <ul className="beside-links">
        <li>
          <Link to="/comments" activeOptions={{ exact: true, includeSearch: false }}>
            {links.queue}
          </Link>
        </li>
        <li>
          <Link to="/comments/appeals">{links.appeals}</Link>
        </li>
        <li>
          <Link to="/comments/filters">{links.filters}</Link>
        </li>
        <li>
          <Link to="/comments/neutrality">{links.neutrality}</Link>
        </li>
        <li>
          <Link to="/comments/settings">{links.settings}</Link>
        </li>
        <li>
          <a href="/public/moderation">{links.log}</a>
        </li>
      </ul>
    </nav>
  )
}

function LookNow(): ReactNode {
  const words = useWords(commentWords)
  const forget = useForgetComments()
  const [captured, setCaptured] = useState<number>()
  return (
    <>
      <Action
        run={async () => {
          const found = await send<{ captured: number }>('POST', '/api/comments/look', {})
          setCaptured(found.captured)
          await forget()
        }}
      >
        {words.look}
      </Action>
      <span className="queue__looked" role="status">
        {captured !== undefined && words.looked(captured)}
      </span>
    </>
  )
}
