import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { ShowMore } from '../parts/show-more.tsx'
import { toggled } from '../parts/toggled.ts'
import { useQuestion } from '../question.ts'
import { holdsAny, useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { ByHand } from './by-hand.tsx'
import { askedIn, recordsQuery, type Asked } from './data.ts'
import { More } from './more.tsx'
import { NothingFound } from './nothing-found.tsx'
import { RecordLine } from './record-line.tsx'
import { holders } from './roles.ts'
import { Saved } from './saved.tsx'
import { SearchForm } from './search-form.tsx'
import { recordWords } from './words.ts'

/** The search over all records that the reader may see, newest first. */
export function RecordsPage(): ReactNode {
  const words = useWords(recordWords)
  const [question] = useQuestion()
  const asked = askedIn(question)
  const key = JSON.stringify(asked)
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      <SearchForm key={`form ${key}`} />
      <Saved asked={asked} />
      <Found key={`found ${key}`} asked={asked} />
    </Page>
  )
}

/** So many may be chosen one by one: their ids go to the next page in its address. */
const mostChosen = 100

function Found({ asked }: { asked: Asked }): ReactNode {
  const words = useWords(recordWords)
  const mayHold = holdsAny(useMember(), holders)
  const list = useInfiniteQuery(recordsQuery(asked))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const first = list.data?.pages[0]
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const choose = (recordId: string): void => {
    setChosen(toggled(chosen, recordId))
  }
  if (list.isPending) return <Loading />
  if (list.isError && !first) return <Failure error={list.error} again={() => void list.refetch()} />
  return (
    <section aria-label={words.list.label}>
      {first?.count && (
        <p className="record-count" role="status">
          {words.list.count(first.count.n, first.count.isExact)}
        </p>
      )}
      {first && first.behind > 0 && (
        <Alert type="info" slim>
          <AlertText>{words.list.behind(first.behind)}</AlertText>
        </Alert>
      )}
      {items.length === 0 && <NothingFound asked={asked} />}
      {mayHold && items.length > 0 && (
        <Chosen chosen={chosen} asked={asked} onClear={() => setChosen(new Set())} />
      )}
      <ol className="record-list">
        {items.map((record) => (
          <RecordLine
            key={record.recordId}
            record={record}
            sought={asked.words ?? ''}
            isChosen={chosen.has(record.recordId)}
            // What was disposed of is kept by nothing.
            onChoose={mayHold && record.disposedIn === null ? choose : undefined}
          />
        ))}
      </ol>
      {list.isFetchNextPageError && <Failure error={list.error} again={() => void list.fetchNextPage()} />}
      <ShowMore list={list} />
    </section>
  )
}

interface ChosenProps {
  chosen: ReadonlySet<string>
  asked: Asked
  onClear: () => void
}

/** What may be done with those that were chosen, or with all that was found. */
function Chosen({ chosen, asked, onClear }: ChosenProps): ReactNode {
  const { chosen: words } = useWords(recordWords)
  const isSearch = Object.keys(asked).length > 0
  if (chosen.size === 0 && !isSearch) return undefined
  return (
    <section className="record-chosen" aria-label={words.title}>
      {chosen.size > 0 && (
        <>
          <span role="status">{words.count(chosen.size)}</span>
          {chosen.size > mostChosen ? (
            <span>{words.tooMany}</span>
          ) : (
            <Link to="/records/holds/new" search={{ records: [...chosen].join(',') }}>
              {words.hold}
            </Link>
          )}
          <Button type="button" unstyled onClick={onClear}>
            {words.clear}
          </Button>
        </>
      )}
      {isSearch && (
        <Link to="/records/holds/new" search={{ on: 'search', ...asked }}>
          {words.all}
        </Link>
      )}
      {chosen.size > 0 && chosen.size <= mostChosen && <ByHand recordIds={[...chosen]} />}
    </section>
  )
}
