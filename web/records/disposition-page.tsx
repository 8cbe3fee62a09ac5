import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Tag } from '@trussworks/react-uswds'
import { use, useState, type ReactNode } from 'react'
import { Failure } from '../parts/failure.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { toggled } from '../parts/toggled.ts'
import { useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { dispositionQuery, useDays, type Disposition } from './data.ts'
import { DispositionLines } from './disposition-lines.tsx'
import { DispositionMoves } from './disposition-moves.tsx'
import { dispositionWords } from './disposition-words.ts'
import { More } from './more.tsx'
import { periodIn } from './period.ts'
import { WhatWasDone } from './what-was-done.tsx'
import { recordWords } from './words.ts'

/** One list of records that are due: what stands on it, its signatures, its notice, and its end. */
export function DispositionPage(): ReactNode {
  const words = useWords(dispositionWords)
  const { dispositionId = '' } = useParams({ strict: false })
  const list = useQuery(dispositionQuery(dispositionId))
  return (
    <Page
      title={list.data ? words.one.title(list.data.number) : words.title}
      {...(list.data ? { lead: list.data.description } : {})}
    >
      <More />
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data && <One list={list.data} />}
    </Page>
  )
}

function One({ list }: { list: Disposition }): ReactNode {
  const words = useWords(dispositionWords)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const mayLeave = list.may.some(({ move }) => move === 'leave-out')
  return (
    <>
      <p className="record-marks">
        <Tag>{words.states[list.state]}</Tag>
      </p>
      <Steps list={list} />
      <div className="beside">
        <div>
          <Facts list={list} />
          <DispositionLines
            list={list}
            chosen={chosen}
            onChoose={mayLeave ? (thing) => setChosen(toggled(chosen, thing)) : undefined}
          />
        </div>
        <aside className="stack">
          <DispositionMoves list={list} chosen={chosen} onDone={() => setChosen(new Set())} />
          <Papers list={list} />
          <WhatWasDone
            title={words.one.history}
            steps={list.steps}
            said={(move, by) => words.doneBy(wordOf(words.done, move), by)}
          />
        </aside>
      </div>
    </>
  )
}

const way = ['proposed', 'signed', 'countersigned', 'notice-running', 'carried-out'] as const

function Steps({ list: { state, notice } }: { list: Disposition }): ReactNode {
  const { steps: words } = useWords(dispositionWords)
  if (state === 'withdrawn') return undefined
  // A list that was carried out without a notice never went that way.
  const steps = way.filter((step) => step !== 'notice-running' || notice !== null || state !== 'carried-out')
  return (
    <ol className="record-way" aria-label={words.name}>
      {steps.map((step, place) => (
        <li key={step}>
          <span {...(step === state ? { 'aria-current': 'step' } : {})}>
            {place + 1}. {words[step]}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Facts({ list }: { list: Disposition }): ReactNode {
  const { one: words } = useWords(dispositionWords)
  const language = use(LanguageContext)
  const dates = useDates()
  const days = useDays()
  const { seriesId, title, period, authority, proposedBy, proposedAt, records, things, fallenOut } = list
  return (
    <section>
      <h2>{words.what}</h2>
      <dl className="facts">
        <dt>{words.series}</dt>
        <dd>
          {seriesId} {title}
        </dd>
        <dt>{words.period}</dt>
        <dd>{periodIn(language, period)}</dd>
        <dt>{words.authority}</dt>
        <dd>{authority}</dd>
        <dt>{words.records}</dt>
        <dd>
          {words.counts(records, things)}
          {fallenOut > 0 && `; ${words.fallen(fallenOut)}`}
        </dd>
        {list.first !== '' && (
          <>
            <dt>{words.days}</dt>
            <dd>{days(list.first, list.last)}</dd>
          </>
        )}
        <dt>{words.made}</dt>
        <dd>{words.madeBy(proposedBy.name, dates.moment(proposedAt))}</dd>
      </dl>
      <Signatures list={list} />
    </section>
  )
}

function Signatures({ list }: { list: Disposition }): ReactNode {
  const { one: words } = useWords(dispositionWords)
  const dates = useDates()
  const now = useNow()
  const { signatures, notice, approval } = list
  return (
    <>
      <h3>{words.signatures}</h3>
      <div className="record-signatures">
        {(['custodian', 'second'] as const).map((as) => {
          const signed = signatures.find((one) => one.as === as)
          return (
            <div key={as} className="card">
              <p>
                <strong>{words[as]}</strong>
              </p>
              <p>{signed ? words.signed(signed.by.name, dates.moment(signed.at)) : words.unsigned}</p>
            </div>
          )
        })}
      </div>
      {notice && (
        <>
          <h3>{words.notice}</h3>
          <p>
            {words.noticeGiven(notice.to, dates.day(notice.on), notice.how)} ({notice.authority}){' '}
            {list.state === 'notice-running' && dates.today(now) <= notice.until
              ? words.noticeRuns(dates.day(notice.until), dates.from(notice.until, now))
              : words.noticeOver(dates.day(notice.until))}
          </p>
        </>
      )}
      {approval && (
        <>
          <h3>{words.approval}</h3>
          <p>{words.approved(approval.number, approval.by, dates.day(approval.on))}</p>
        </>
      )}
    </>
  )
}

function Papers({ list }: { list: Disposition }): ReactNode {
  const { one: words } = useWords(dispositionWords)
  const { print: toPrint } = useWords(recordWords).one
  const { dispositionId, state, entryId, blobsToRemove } = list
  return (
    <section className="card">
      <p>
        <a href={`/api/dispositions/${dispositionId}/rc-075.pdf`}>{words.form}</a>
      </p>
      {state === 'carried-out' && (
        <p>
          <a href={`/api/dispositions/${dispositionId}/certificate.pdf`}>{words.certificate}</a>
        </p>
      )}
      {entryId !== null && (
        <p>
          <Link to="/ledger" search={{ entry: entryId }}>
            {words.entry}
          </Link>
        </p>
      )}
      {blobsToRemove > 0 && <p role="status">{words.blobs(blobsToRemove)}</p>}
      <div className="row-of-buttons">
        <Button type="button" outline onClick={() => print()}>
          {toPrint}
        </Button>
      </div>
    </section>
  )
}
