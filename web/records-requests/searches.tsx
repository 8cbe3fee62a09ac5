import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { RequestView } from '../../src/records/requests/schema.ts'
import type { responsiveDoneSchema } from '../../src/records/requests/set-schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field, LongField } from '../parts/field.tsx'
import { Loading } from '../parts/loading.tsx'
import { ShowMore } from '../parts/show-more.tsx'
import { toggled } from '../parts/toggled.ts'
import { useQuestion } from '../question.ts'
import { askedIn, recordsQuery, searchOf, type Asked } from '../records/data.ts'
import { RecordLine } from '../records/record-line.tsx'
import { SearchForm } from '../records/search-form.tsx'
import { recordWords } from '../records/words.ts'
import { useWords } from '../words/words.ts'
import { requestsAt, useForget } from './data.ts'
import { KeptForm } from './kept-form.tsx'
import { KeptSearches } from './kept-searches.tsx'
import { useGoesOut } from './letter-language.ts'
import { useIsCustodian } from './roles.ts'
import { setWords } from './set-words.ts'

type Added = z.infer<typeof responsiveDoneSchema>

/** Where somebody looked for what is asked: in Decorum and elsewhere. What is put down stays as evidence. */
export function Searches({ request }: { request: RequestView }): ReactNode {
  const words = useWords(setWords).search
  const [question] = useQuestion()
  const asked = askedIn(question)
  const isAsked = Object.keys(asked).length > 0
  if (!useIsCustodian()) return <KeptSearches request={request} />
  return (
    <div className="beside">
      <div className="stack">
        <h2>{words.here}</h2>
        <p>{words.hereLead}</p>
        <blockquote className="rr-text" lang={request.language}>
          {request.wants}
        </blockquote>
        <SearchForm key={JSON.stringify(asked)} />
        {isAsked && <Found key={`found ${JSON.stringify(asked)}`} request={request} asked={asked} />}
      </div>
      <div className="stack">
        <KeptSearches request={request} />
        <Elsewhere request={request} />
      </div>
    </div>
  )
}

/** What a search finds, and the way from there into the set; whatever is added, the search is put down first. */
function Found({ request, asked }: { request: RequestView; asked: Asked }): ReactNode {
  const words = useWords(setWords).search
  const { list: listWords, none } = useWords(recordWords)
  const list = useInfiniteQuery(recordsQuery(asked))
  const forget = useForget()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isContext, setIsContext] = useState(false)
  const [searchId, setSearchId] = useState<string>()
  const [said, setSaid] = useState('')
  const { requestId, version } = request
  const putDown = async (): Promise<string> => {
    if (searchId !== undefined) return searchId
    const path = `${requestsAt}/${requestId}/searches`
    const kept = await send<{ searchId: string }>('PUT', path, { query: searchOf(asked) })
    setSearchId(kept.searchId)
    return kept.searchId
  }
  const add = async (what: (id: string) => object): Promise<void> => {
    try {
      const body = { version, context: isContext, ...what(await putDown()) }
      const done = await send<Added>('POST', `${requestsAt}/${requestId}/responsive`, body)
      setSaid(words.added(done.added, done.responsive))
      setChosen(new Set())
    } finally {
      await forget()
    }
  }
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  if (!list.data) return <Loading />
  const items = list.data.pages.flatMap((page) => page.items)
  const count = list.data.pages[0]?.count
  const behind = list.data.pages[0]?.behind ?? 0
  return (
    <section aria-labelledby="found">
      <h3 id="found">{count ? listWords.count(count.n, count.isExact) : listWords.label}</h3>
      {behind > 0 && <p className="quiet">{listWords.behind(behind)}</p>}
      <div className="row-of-buttons">
        <Action
          look={items.length === 0 ? 'filled' : 'outline'}
          run={async () => {
            await putDown()
            setSaid(words.isPutDown)
            await forget()
          }}
        >
          {words.putDown}
        </Action>
        {items.length > 0 && (
          <>
            <Action run={() => add((search) => ({ search }))}>{words.addAll}</Action>
            {chosen.size > 0 && (
              <Action look="filled" run={() => add(() => ({ add: [...chosen] }))}>
                {words.addChosen(chosen.size)}
              </Action>
            )}
          </>
        )}
      </div>
      {items.length > 0 && (
        <label className="rr-check">
          <input
            type="checkbox"
            checked={isContext}
            onChange={({ target }) => setIsContext(target.checked)}
          />{' '}
          {words.asContext}
        </label>
      )}
      <p role="status">{said}</p>
      {items.length === 0 && <Empty>{`${none.nothing} ${words.noneIsEvidence}`}</Empty>}
      <ol className="record-list">
        {items.map((record) => (
          <RecordLine
            key={record.recordId}
            record={record}
            sought={asked.words ?? ''}
            isChosen={chosen.has(record.recordId)}
            onChoose={(recordId) => setChosen(toggled(chosen, recordId))}
          />
        ))}
      </ol>
      <ShowMore list={list} />
      <p>
        <Link
          to="/records-requests/$requestId"
          params={{ requestId: request.requestId }}
          search={{ part: 'set' }}
        >
          {words.toSet(request.counts.responsive)}
        </Link>
      </p>
    </section>
  )
}

/** A look at a place outside Decorum: the paper files, a shared drive, somebody's telephone. */
function Elsewhere({ request }: { request: RequestView }): ReactNode {
  const { requestId } = request
  const words = useWords(setWords).search
  const goesOut = useGoesOut(request)
  const forget = useForget()
  return (
    <section>
      <h2>{words.elsewhere}</h2>
      <KeptForm
        name={`records-requests/${requestId}/elsewhere`}
        submit={words.putElsewhere}
        check={(filled) => ({
          found: /^\d*$/.test(filled.text('found')) ? undefined : words.wholeNumber,
        })}
        onSubmit={async (filled) => {
          const found = filled.maybe('found')
          await send('PUT', `${requestsAt}/${requestId}/searches`, {
            query: null,
            elsewhere: filled.text('elsewhere'),
            found: found === undefined ? null : Number(found),
          })
          await forget()
        }}
      >
        {(start) => (
          <>
            <LongField
              name="elsewhere"
              label={words.where}
              hint={
                goesOut === undefined ? words.whereHint : `${words.whereHint} ${words.whereListed} ${goesOut}`
              }
              required
              rows={3}
              maxLength={1_000}
              start={start.text('elsewhere')}
            />
            <Field name="found" label={words.foundThere} inputMode="numeric" start={start.text('found')} />
          </>
        )}
      </KeptForm>
    </section>
  )
}
