import type { ReactNode } from 'react'
import type { Content } from '../../src/permissions/content.ts'
import { Facts } from '../parts/facts.tsx'
import { useEverybody } from '../parts/member-field.tsx'
import { wordOf } from '../parts/in-words.ts'
import { useDates } from '../words/dates.ts'
import { shownWords } from '../self-check/fact-words.ts'
import { useWords } from '../words/words.ts'
import { requestFormWords } from './form-words.ts'
import { requestWords } from './words.ts'

interface AskedForProps {
  title: string
  content: Content
  /** The SHA-256 of the content. */
  seal: string
}

/** The exact thing that is asked or permitted, and the seal that an approval binds. */
export function AskedFor({ title, content, seal }: AskedForProps): ReactNode {
  const words = useWords(requestWords).one
  const { text, pictures } = content
  return (
    <section className="asked">
      <h2>{title}</h2>
      {text !== null && (
        <figure className="asked__text">
          <figcaption>{words.text}</figcaption>
          <blockquote>{text}</blockquote>
        </figure>
      )}
      {pictures.map((picture, place) => (
        <Picture key={picture.sha256} picture={picture} number={place + 1} />
      ))}
      <Particulars content={content} />
      <h3>{words.seal}</h3>
      <p className="quiet">{words.sealSays}</p>
      <p>
        <code>{seal.replaceAll(/.{8}(?=.)/g, '$& ')}</code>
      </p>
    </section>
  )
}

function Picture({ picture, number }: { picture: Content['pictures'][number]; number: number }): ReactNode {
  const words = useWords(requestWords).one
  const shown = useWords(shownWords)
  return (
    <figure className="asked-picture card">
      <img src={`/api/blobs/${picture.sha256}`} alt={picture.alt} />
      <figcaption>
        <strong>{words.picture(number)}.</strong> {picture.alt}
        {picture.shows.length > 0 && (
          <>
            <br />
            {words.alt}: {picture.shows.map((fact) => wordOf(shown, fact)).join('; ')}
          </>
        )}
      </figcaption>
    </figure>
  )
}

function Particulars({ content }: { content: Content }): ReactNode {
  const words = useWords(requestWords)
  const dates = useDates()
  const everybody = useEverybody()
  const { page, device, act, covers, coworkers, from, to, why, text, pictures } = content
  const isShown = text !== null || pictures.length > 0
  const nameOf = (memberId: string): string =>
    everybody.find((one) => one.memberId === memberId)?.name ?? memberId
  const form = useWords(requestFormWords)
  const how = [form.kinds[act.kind], form.capacities[act.capacity], form.audiences[act.audience]]
  if (act.duty !== 'unknown') how.push(form.duties[act.duty])
  const lines = [
    [words.one.page, page],
    [words.one.device, device && `${form.devices[device.kind]}: ${device.describes}`],
    [words.one.covers, covers.map((one) => wordOf(form.kinds, one)).join(', ')],
    [words.one.act, isShown ? how.join(', ') : null],
    [form.colleagues, coworkers.map(nameOf).join(', ')],
    [words.one.period, words.one.from(dates.day(from), to === null ? undefined : dates.day(to))],
    [words.one.why, why],
  ] as const
  return <Facts lines={lines} />
}
