import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { use, type ReactNode } from 'react'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { Rows } from '../parts/table.tsx'
import { recordWords } from '../records/words.ts'
import { useDates } from '../words/dates.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { withheldQuery, type Withheld } from './data.ts'
import { reviewWords } from './review-words.ts'

/** What stays back, item by item, each with its ground in the law and the reason. */
export function WithheldList({ requestId }: { requestId: string }): ReactNode {
  const words = useWords(reviewWords).withheld
  const { kinds } = useWords(recordWords)
  const language = use(LanguageContext)
  const dates = useDates()
  const list = useQuery(withheldQuery(requestId))
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  if (!list.data) return <Loading />
  const { items } = list.data
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {items.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <>
          <Rows<Withheld>
            caption={words.title}
            rows={items}
            keyOf={({ number, how, citation, reason }) => `${number} ${how} ${citation} ${reason}`}
            columns={[
              {
                head: words.columns.item,
                cell: ({ number, recordId, kind, at }) => (
                  <>
                    <Link
                      to="/records-requests/$requestId"
                      params={{ requestId }}
                      search={{ part: 'review', record: recordId }}
                    >
                      {number}. {wordOf(kinds, kind)}
                    </Link>
                    <br />
                    <span className="quiet">{dates.moment(at)}</span>
                  </>
                ),
              },
              {
                head: words.columns.how,
                cell: ({ how, times }) => (times > 1 ? `${words.hows[how]} × ${times}` : words.hows[how]),
              },
              {
                head: words.columns.ground,
                cell: ({ citation, title }) => (
                  <>
                    {citation}
                    <br />
                    <span className="quiet">{title[language]}</span>
                  </>
                ),
              },
              { head: words.columns.reason, cell: ({ reason }) => reason },
            ]}
          />
          <p className="no-print">
            <Button type="button" unstyled onClick={() => globalThis.print()}>
              {words.print}
            </Button>
          </p>
        </>
      )}
    </section>
  )
}
