import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { use, type ReactNode } from 'react'
import type { z } from 'zod'
import type { waitingListSchema } from '../../src/members/schema.ts'
import type { Waiting } from '../../src/members/waiting.ts'
import { get } from '../api.ts'
import { Deadline } from '../parts/deadline.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { useInWords } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { titleIn } from './titles-es.ts'
import { waitingWords } from './words.ts'

/** The first page of every member, whatever their role: what only they can move on. */
export function WaitingPage(): ReactNode {
  const words = useWords(waitingWords)
  const list = useQuery({
    queryKey: ['waiting'],
    queryFn: ({ signal }) => get<z.infer<typeof waitingListSchema>>('/api/waiting', signal),
  })
  return (
    <Page title={words.title} lead={words.lead}>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <Empty>{words.none}</Empty>}
      {list.data && list.data.items.length > 0 && (
        <ol className="waiting-list">
          {list.data.items.map((waiting) => (
            <One key={`${waiting.kind} ${waiting.subject}`} waiting={waiting} />
          ))}
        </ol>
      )}
    </Page>
  )
}

function One({ waiting }: { waiting: Waiting }): ReactNode {
  const words = useWords(waitingWords)
  const dates = useDates()
  const inWords = useInWords()
  const now = useNow()
  const language = use(LanguageContext)
  const what = words.what[waiting.kind]
  return (
    <li className="card">
      {what !== undefined && <p className="quiet">{what}</p>}
      <h2>
        <Link to={waiting.href}>
          {waiting.matter !== undefined && `${inWords.matter(waiting.matter)}: `}
          {titleIn(language, waiting.title)}
        </Link>
      </h2>
      <p>
        <Deadline at={waiting.deadline} />
      </p>
      <p className="quiet">{words.since(dates.from(waiting.since, now))}</p>
    </li>
  )
}
