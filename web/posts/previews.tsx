import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PostContent } from '../../src/posts/content.ts'
import type { PostRuling } from '../../src/posts/schema.ts'
import { accountsQuery } from '../accounts/data.ts'
import { networkTitles } from '../accounts/networks.ts'
import { useWords } from '../words/words.ts'
import { postWords } from './words.ts'

interface ShownMedia {
  sha256: string
  kind: 'image' | 'video'
  alt: string
}

interface PreviewsProps {
  previews: PostRuling['previews']
  media: readonly ShownMedia[]
  corrects: PostContent['corrects']
}

/** A post as each page says it, with its pictures and with what its network counts. */
export function Previews({ previews, media, corrects }: PreviewsProps): ReactNode {
  const words = useWords(postWords)
  if (previews.length === 0) return undefined
  return (
    <section className="stack">
      <h2>{words.margin.previews}</h2>
      {previews.map((preview) => (
        <Preview key={preview.accountId} preview={preview} media={media} corrects={corrects} />
      ))}
    </section>
  )
}

function Preview({
  preview: { accountId, text, languages, length, most, problems },
  media,
  corrects,
}: Omit<PreviewsProps, 'previews'> & { preview: PreviewsProps['previews'][number] }): ReactNode {
  const words = useWords(postWords)
  const account = useQuery(accountsQuery).data?.items.find((one) => one.accountId === accountId)
  const [language] = languages
  return (
    <figure className="post-preview">
      <figcaption>
        {account && (
          <>
            <strong>{account.handle}</strong> <span className="quiet">{networkTitles[account.network]}</span>
            <br />
          </>
        )}
        <span className={length > most ? 'post-preview__over' : 'quiet'}>
          {words.margin.count(length, most)}
          {length > most && `: ${words.margin.over(length - most)}`}
        </span>
      </figcaption>
      <div className="post-preview__card">
        {corrects !== null && <p className="quiet">{words.margin.answers[corrects.how]}</p>}
        <blockquote {...(languages.length === 1 ? { lang: language } : {})}>
          <Linked text={text} />
        </blockquote>
        {media.length > 0 && (
          <ul className="post-preview__media">
            {media.map(({ sha256, kind, alt }) => (
              <li key={sha256}>
                {kind === 'image' ? (
                  <img src={`/api/media/${sha256}`} alt={alt} />
                ) : (
                  // oxlint-disable-next-line jsx-a11y/media-has-caption -- its captions stand where the film does
                  <video src={`/api/media/${sha256}`} controls preload="metadata" aria-label={alt} />
                )}
                <span className="quiet">{alt === '' ? words.margin.noAlt : `ALT: ${alt}`}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {problems.length > 0 && (
        <ul className="plain-list post-preview__over" lang="en">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </figure>
  )
}

const link = /(https?:\/\/[^\s<>"']+|(?<![\p{L}\p{N}])[#@][\p{L}\p{N}_][\p{L}\p{N}_.-]*)/u

/** Words as a network shows them: addresses, names and tags are links there. */
function Linked({ text }: { text: string }): ReactNode {
  let at = 0
  return text.split(link).map((part, place) => {
    const key = at
    at += part.length
    return place % 2 === 0 ? (
      <span key={key}>{part}</span>
    ) : (
      <span key={`link ${key}`} className="post-preview__link">
        {part}
      </span>
    )
  })
}
