import { useQuery } from '@tanstack/react-query'
import { use, type ReactNode } from 'react'
import type { NoticeContent } from '../../src/posts/notices/content.ts'
import type { NoticeView } from '../../src/posts/notices/schema.ts'
import { WordDiff } from '../parts/word-diff.tsx'
import { useDates } from '../words/dates.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { noticeLanguages, type NoticeLanguage } from './content.ts'
import { templatesQuery, useMap } from './data.ts'
import { noticeFormWords } from './form-words.ts'
import { MapPicture } from './map-picture.tsx'
import { noticeWords } from './words.ts'

/** What a notice says in each language with its map and picture; where an update is prepared, what it changes. */
export function Says({ notice }: { notice: NoticeView }): ReactNode {
  const words = useWords(noticeWords).one
  const { out, outHash, content, contentHash, endedAs } = notice
  // A person who was found is named to nobody who need not know.
  const shown = out ?? content
  const isRevised = out !== null && outHash !== contentHash && notice.endedAt === null
  return (
    <>
      <section>
        <h2>{out === null ? words.saysDraft : words.says}</h2>
        {isRevised && <p className="quiet">{words.revisedSays}</p>}
        {isRevised ? <Revised before={out} after={content} /> : <Texts content={shown} />}
      </section>
      <Where content={isRevised ? content : shown} isDrawn={endedAs !== 'found'} />
      <Picture picture={(isRevised ? content : shown).picture} />
      <Fields notice={notice} />
    </>
  )
}

function Texts({ content: { texts } }: { content: NoticeContent }): ReactNode {
  const words = useWords(noticeFormWords).inLanguage
  return (
    <div className="notice-texts">
      {noticeLanguages.map((language) => {
        const said = texts[language]
        return (
          said && (
            <article key={language} className="card">
              <p className="quiet">{words[language]}</p>
              <div lang={language}>
                <h3>{said.headline}</h3>
                <p className="notice-texts__words">{said.description}</p>
                {said.instruction !== '' && (
                  <p>
                    <strong>{said.instruction}</strong>
                  </p>
                )}
              </div>
            </article>
          )
        )
      })}
    </div>
  )
}

/** What is out, and beside it what would be in its place. */
function Revised({ before, after }: { before: NoticeContent; after: NoticeContent }): ReactNode {
  const words = useWords(noticeWords)
  const dates = useDates()
  const changed = noticeLanguages.filter((language) => textIn(before, language) !== textIn(after, language))
  const times = [
    [words.one.begins, before.effective, after.effective],
    [words.one.ends, before.expires, after.expires],
  ] as const
  const otherTimes = times.filter(([, one, other]) => one !== other)
  return (
    <>
      {changed.length === 0 && <p>{words.one.sameWords}</p>}
      {changed.map((language) => (
        <WordDiff
          key={language}
          before={{ title: words.one.before[language], text: textIn(before, language) }}
          after={{ title: words.one.after[language], text: textIn(after, language) }}
        />
      ))}
      {otherTimes.map(([name, one, other]) => (
        <p key={name}>
          {name}: <del>{dates.zoned(one)}</del> <ins>{dates.zoned(other)}</ins>
        </p>
      ))}
    </>
  )
}

function textIn({ texts }: NoticeContent, language: NoticeLanguage): string | null {
  const said = texts[language]
  return said ? [said.headline, said.description, said.instruction].filter(Boolean).join('\n\n') : null
}

function Where({ content: { area }, isDrawn }: { content: NoticeContent; isDrawn: boolean }): ReactNode {
  const words = useWords(noticeWords).one
  const language = use(LanguageContext)
  const { data } = useMap(area, language)
  const said = area.words[language] || area.words.en || area.words.es
  if (!isDrawn || (said === '' && area.circle === null && area.polygon === null)) return undefined
  return (
    <section>
      <h2>{words.area}</h2>
      <p>{said}</p>
      {data?.svg && <MapPicture svg={data.svg} says={data.words} title={words.map} />}
    </section>
  )
}

function Picture({ picture }: Pick<NoticeContent, 'picture'>): ReactNode {
  const words = useWords(noticeWords).one
  const language = use(LanguageContext)
  if (!picture) return undefined
  const alt = picture.alt[language] || picture.alt.en || picture.alt.es
  return (
    <section>
      <h2>{words.picture}</h2>
      <figure className="notice-map">
        <img src={`/api/media/${picture.sha256}`} alt={alt} />
        <figcaption>{alt}</figcaption>
      </figure>
    </section>
  )
}

/** What was filled in, that which is not published too. */
function Fields({ notice: { kind, content } }: { notice: NoticeView }): ReactNode {
  const words = useWords(noticeWords)
  const form = useWords(noticeFormWords)
  const language = use(LanguageContext)
  const dates = useDates()
  const { data } = useQuery(templatesQuery)
  const template = data?.templates.find((one) => one.kind === kind)
  if (!template) return undefined
  const rows = template.fields.flatMap((field) => {
    const value = content.fields[field.name] ?? null
    const choice = (code: string): string =>
      field.choices?.find((one) => one.value === code)?.words[language] ?? code
    const said =
      typeof value === 'boolean'
        ? value
          ? form.yes
          : ''
        : typeof value === 'number'
          ? String(value)
          : typeof value === 'string'
            ? field.kind === 'moment'
              ? dates.moment(value)
              : field.kind === 'day'
                ? dates.day(value)
                : choice(value)
            : Array.isArray(value)
              ? value.map(choice).join(', ')
              : value === null
                ? ''
                : value[language] || value.en || value.es
    return said === '' ? [] : [{ name: field.name, label: field.label[language], said }]
  })
  if (rows.length === 0) return undefined
  return (
    <details>
      <summary>{words.one.fields}</summary>
      <dl className="facts">
        {rows.map(({ name, label, said }) => (
          <div key={name} className="fact">
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
