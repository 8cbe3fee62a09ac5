import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, AlertHeading, AlertText, Tag } from '@trussworks/react-uswds'
import { use, useState, type ReactNode } from 'react'
import type { PostView } from '../../src/posts/schema.ts'
import { Facts } from '../parts/facts.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { detailWords, questionIn, shownWords } from '../self-check/fact-words.ts'
import { useDates } from '../words/dates.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { Changed } from './changed.tsx'
import { postQuery, useRuling } from './data.ts'
import { Deliveries } from './deliveries.tsx'
import { answerTo, givenIn } from './facts.ts'
import { postFormWords } from './form-words.ts'
import { Against, OrderSays } from './margin.tsx'
import { Moves } from './moves.tsx'
import { History, Recalls, Related } from './post-beside.tsx'
import { Previews } from './previews.tsx'
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
      <div className="post-page">
        <div className="stack">
          <Head post={data} />
          <Emergency post={data} />
        </div>
        <div className="stack post-page__side">
          <Moves key={data.version} post={data} onConflict={setConflict} />
          <Recalls post={data} />
          <Related post={data} />
        </div>
        <div className="stack">
          <Previews previews={data.previews} media={shownMedia(data)} corrects={data.content.corrects} />
          <Media post={data} />
          <Changed post={data} />
          <section className="stack">
            <h2>{words.one.ruling}</h2>
            {data.ruling ? (
              <OrderSays text={data.rulingText} ruling={data.ruling} />
            ) : data.mayEdit ? (
              <Expected content={data.content} />
            ) : (
              <p className="quiet">{words.one.noRuling}</p>
            )}
            <Answers facts={data.content.facts} />
          </section>
          <Deliveries post={data} />
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
            ? content.at === null
              ? words.one.asApproved
              : dates.clocks(content.at)
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
      <Facts lines={facts} />
      <details>
        <summary>{words.one.seal}</summary>
        <p>{words.one.sealSays}</p>
        <code>{post.contentHash}</code>
      </details>
    </>
  )
}

/** What stands against handing it in, and what the order would say: the answers of the form, asked anew. */
function Expected({ content }: { content: PostView['content'] }): ReactNode {
  const { data, error } = useRuling(content)
  if (error) return <Failure error={error} />
  if (!data) return <Loading />
  return (
    <>
      <Against asked={data} />
      <OrderSays text={data.text} ruling={data.ruling} />
    </>
  )
}

/** What the author told the order, which the approver is to know. */
function Answers({ facts }: { facts: PostView['content']['facts'] }): ReactNode {
  const words = useWords(postWords)
  const form = useWords(postFormWords)
  const language = use(LanguageContext)
  const details: Readonly<Record<string, string>> = useWords(detailWords)
  const given = givenIn(facts)
  if (given.length === 0) return undefined
  return (
    <>
      <h3>{words.one.answers}</h3>
      <dl className="facts">
        {given.map(({ fact, detail, question }) => {
          const { text, lang } = questionIn(language, {
            fact,
            question,
            ...(detail === undefined ? {} : { detail }),
          })
          const said = answerTo(facts, { fact, detail })
          return (
            <div key={question} className="fact">
              <dt lang={lang}>{text}</dt>
              <dd>{typeof said === 'string' ? (details[said] ?? said) : said ? form.yes : form.no}</dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}

function shownMedia({
  content,
  media,
}: PostView): { sha256: string; kind: 'image' | 'video'; alt: string }[] {
  return content.media.map(({ sha256, alt }) => ({
    sha256,
    alt,
    kind: media.find((one) => one.sha256 === sha256)?.kind ?? 'image',
  }))
}

function Emergency({ post: { emergency, approvedAt } }: { post: PostView }): ReactNode {
  const words = useWords(postWords).one
  const dates = useDates()
  if (!emergency) return undefined
  const { signedBy, because, reviewDueAt, reviewedBy, reviewedAt, reviewedAs } = emergency
  const isDone = reviewedBy !== null && reviewedAs !== null && reviewedAt !== null
  return (
    <Alert type={isDone ? 'info' : 'warning'}>
      <AlertHeading level="h2">{words.emergency}</AlertHeading>
      <AlertText>
        {words.signed(signedBy.name, dates.moment(approvedAt ?? reviewDueAt))} <q>{because}</q>{' '}
        {isDone
          ? words.reviewed[reviewedAs](reviewedBy.name, dates.moment(reviewedAt))
          : words.reviewBy(dates.moment(reviewDueAt))}
      </AlertText>
    </Alert>
  )
}

/** Whose the pictures and films are, what is seen in them, and what is heard. */
function Media({ post: { content } }: { post: PostView }): ReactNode {
  const words = useWords(postWords)
  const form = useWords(postFormWords)
  const shown: Readonly<Record<string, string>> = useWords(shownWords)
  if (content.media.length === 0) return undefined
  return (
    <section>
      <h2>{words.one.media}</h2>
      <ul className="plain-list">
        {content.media.map(({ sha256, alt, rights, source, captions, shows }) => (
          <li key={sha256}>
            <p lang="en">{alt}</p>
            <p className="quiet">
              {form.rightsOf[rights]}
              {source !== null && `. ${words.one.source(source)}`}
              {shows.length > 0 &&
                `. ${words.one.shows(shows.map((fact) => shown[fact] ?? fact).join(', '))}`}
            </p>
            {captions !== null && (
              <details>
                <summary>{words.one.captions}</summary>
                <pre>{captions}</pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
