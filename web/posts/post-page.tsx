import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, AlertHeading, AlertText, Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { PostView } from '../../src/posts/schema.ts'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { WordDiff } from '../parts/word-diff.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { postQuery } from './data.ts'
import { Deliveries } from './deliveries.tsx'
import { OrderSays, Previews } from './margin.tsx'
import { Moves } from './moves.tsx'
import { postWords } from './words.ts'

/** One post: what was approved, what became of it on each network, and what this reader may do. */
export function PostPage(): ReactNode {
  const { postId = '' } = useParams({ strict: false })
  const words = useWords(postWords)
  const post = useQuery(postQuery(postId))
  const [conflict, setConflict] = useState<unknown>()
  if (post.isError)
    return (
      <Page title={words.title}>
        <Failure error={post.error} again={() => void post.refetch()} />
      </Page>
    )
  if (!post.data) return <Loading />
  const { data } = post
  return (
    <Page title={data.title}>
      {conflict !== undefined && <Failure error={conflict} />}
      <div className="beside">
        <div className="stack">
          <Head post={data} />
          <Emergency post={data} />
          <Previews previews={data.previews} />
          <Media post={data} />
          <Changed post={data} />
          <section className="stack">
            <h2>{words.one.ruling}</h2>
            {data.ruling ? (
              <OrderSays text={data.rulingText} ruling={data.ruling} />
            ) : (
              <p className="quiet">{words.one.noRuling}</p>
            )}
          </section>
          <Deliveries post={data} />
        </div>
        <div className="stack">
          <Moves key={data.version} post={data} onConflict={setConflict} />
          <Recalls post={data} />
          <Related post={data} />
          <History steps={data.steps} />
        </div>
      </div>
    </Page>
  )
}

function Head({ post }: { post: PostView }): ReactNode {
  const words = useWords(postWords)
  const dates = useDates()
  const { author, editor, state, category, approvedBy, publishAt, publishedAt, content, removedBecause } =
    post
  const facts: (readonly [string, ReactNode])[] = [
    [words.one.state, <Tag key="state">{words.states[state]}</Tag>],
    [words.one.category, words.categories[category]],
    [words.one.by, author.name],
    ...(editor.memberId === author.memberId ? [] : [[words.one.editor, editor.name] as const]),
    ...(approvedBy ? [[words.one.approved, approvedBy.name] as const] : []),
    publishedAt === null
      ? [
          words.one.goesOut,
          publishAt === null
            ? (content.at?.replace('T', ' ') ?? words.one.asApproved)
            : dates.moment(publishAt),
        ]
      : [words.one.wentOut, dates.moment(publishedAt)],
    ...(removedBecause === null ? [] : [[words.one.removed, removedBecause] as const]),
    [words.one.audience, content.audience],
    ...(content.people.length === 0
      ? []
      : [
          [
            words.one.people,
            content.people
              .map(
                ({ name, status, inPicture }) =>
                  `${name} (${words.statuses[status]}${inPicture ? `, ${words.one.inPicture}` : ''})`,
              )
              .join('; '),
          ] as const,
        ]),
  ]
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{words.one.seal}</summary>
        <p>{words.one.sealSays}</p>
        <code>{post.contentHash}</code>
      </details>
    </>
  )
}

function Emergency({ post: { emergency } }: { post: PostView }): ReactNode {
  const words = useWords(postWords).one
  const dates = useDates()
  if (!emergency) return undefined
  const { signedBy, because, reviewDueAt, reviewedBy, reviewedAt, reviewedAs } = emergency
  const isDone = reviewedBy !== null && reviewedAs !== null && reviewedAt !== null
  return (
    <Alert type={isDone ? 'info' : 'warning'}>
      <AlertHeading level="h2">{words.emergency}</AlertHeading>
      <AlertText>
        {words.signed(signedBy.name, dates.moment(reviewedAt ?? reviewDueAt))} <q>{because}</q>{' '}
        {isDone
          ? words.reviewed[reviewedAs](reviewedBy.name, dates.moment(reviewedAt))
          : words.reviewBy(dates.moment(reviewDueAt))}
      </AlertText>
    </Alert>
  )
}

function Media({ post: { content, media } }: { post: PostView }): ReactNode {
  const words = useWords(postWords).one
  if (content.media.length === 0) return undefined
  return (
    <section>
      <h2>{words.media}</h2>
      {content.media.map(({ sha256, alt, source, captions }) => {
        const kind = media.find((one) => one.sha256 === sha256)?.kind
        return (
          <figure key={sha256} className="card post-media">
            {kind === 'video' ? (
              // oxlint-disable-next-line jsx-a11y/media-has-caption -- its captions stand beside it, in full
              <video src={`/api/media/${sha256}`} controls preload="metadata" aria-label={alt} />
            ) : (
              <img src={`/api/media/${sha256}`} alt={alt} />
            )}
            <figcaption>
              <p lang="en">{alt}</p>
              {source !== null && <p className="quiet">{words.source(source)}</p>}
              {captions !== null && (
                <details>
                  <summary>{words.captions}</summary>
                  <pre>{captions}</pre>
                </details>
              )}
            </figcaption>
          </figure>
        )
      })}
    </section>
  )
}

/** What is otherwise than it was approved last, language by language. */
function Changed({ post: { approvedBefore, content } }: { post: PostView }): ReactNode {
  const words = useWords(postWords).one
  if (!approvedBefore) return undefined
  const pairs = (['en', 'es'] as const).flatMap((language) => {
    const [before, after] = [approvedBefore.texts[language] ?? null, content.texts[language] ?? null]
    return before === after ? [] : [{ language, before, after }]
  })
  return (
    <section>
      <h2>{words.changed}</h2>
      {pairs.map(({ language, before, after }) => (
        <WordDiff
          key={language}
          before={{ title: words.before, text: before }}
          after={{ title: words.after, text: after }}
        />
      ))}
      {approvedBefore.at !== content.at && (
        <p>
          {words.goesOut}: <del>{approvedBefore.at?.replace('T', ' ') ?? words.asApproved}</del>{' '}
          <ins>{content.at?.replace('T', ' ') ?? words.asApproved}</ins>
        </p>
      )}
    </section>
  )
}

function Recalls({ post: { recalls } }: { post: PostView }): ReactNode {
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
              ? `${words.one.recallDoes[does]}: ${words.one.recallOpen}, ${dates.moment(deadline)}`
              : `${words.one.recallDoes[does]}, ${words.one.recallDone(dates.moment(closedAt))}`}
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

function Related({ post: { corrects, corrections } }: { post: PostView }): ReactNode {
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

function History({ steps }: { steps: PostView['steps'] }): ReactNode {
  const words = useWords(postWords)
  const dates = useDates()
  return (
    <section>
      <h2>{words.one.history}</h2>
      <ol className="history">
        {steps.toReversed().map(({ version, move, says, by, remarks, at }) => (
          <li key={version}>
            <p>
              <strong>{words.move.says(move, says)}</strong>{' '}
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
