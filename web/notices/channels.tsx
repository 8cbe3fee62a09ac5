import type { ReactNode } from 'react'
import type { NoticeView } from '../../src/posts/notices/schema.ts'
import { wordOf } from '../parts/in-words.ts'
import { Rows } from '../parts/table.tsx'
import { Deliveries } from '../posts/deliveries.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { noticeWords } from './words.ts'

const feeds = [
  ['Atom', '/public/feeds/notices.atom'],
  ['RSS', '/public/feeds/notices.rss'],
  ['JSON Feed', '/public/feeds/notices.json'],
] as const

/** Where a notice is: its public page, its CAP file, the feeds, and what became of it on each page. */
export function Channels({ notice }: { notice: NoticeView }): ReactNode {
  const words = useWords(noticeWords).one
  const { noticeId, address, messages } = notice
  if (address === null)
    return (
      <section>
        <h2>{words.channels}</h2>
        <p className="quiet">{words.notOut}</p>
      </section>
    )
  const here = `/public/notices/${noticeId}`
  return (
    <>
      <section>
        <h2>{words.channels}</h2>
        <ul className="plain-list">
          <li>
            <a href={here}>{words.publicPage}</a> <span className="quiet anywhere">{address}</span>
          </li>
          <li>
            <a href={`${here}?lang=es`} hrefLang="es">
              {words.publicPageEs}
            </a>
          </li>
          <li>
            <a href={`${here}/cap.xml`}>{words.capFile}</a>
          </li>
          <li>
            {words.feeds}:{' '}
            {feeds.map(([name, path], place) => (
              <span key={name}>
                {place > 0 && ', '}
                <a href={path}>{name}</a>
              </span>
            ))}
          </li>
        </ul>
      </section>
      <Deliveries post={notice} />
      <Messages messages={messages} />
    </>
  )
}

function Messages({ messages }: Pick<NoticeView, 'messages'>): ReactNode {
  const words = useWords(noticeWords).one
  const dates = useDates()
  const columns = words.messageColumns
  return (
    <section className="titled">
      <h2>{words.messages}</h2>
      <Rows<NoticeView['messages'][number]>
        caption={words.messages}
        rows={messages}
        keyOf={({ number }) => String(number)}
        columns={[
          {
            head: columns.type,
            cell: ({ number, type }) => `${number}. ${wordOf({ ...words.messageTypes }, type)}`,
          },
          { head: columns.sent, cell: ({ sent }) => dates.moment(sent) },
        ]}
      />
    </section>
  )
}
