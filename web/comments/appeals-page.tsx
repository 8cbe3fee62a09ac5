import { useQuery } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { AppealBrief, appealDecidedSchema, appealsSchema } from '../../src/comments/schema.ts'
import { get, send } from '../api.ts'
import { Deadline } from '../parts/deadline.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure, inSentence } from '../parts/failure.tsx'
import { LongField, RadioField, SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useQuestion } from '../question.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { appealWords } from './appeal-words.ts'
import { More } from './comments-page.tsx'
import { useForgetComments } from './data.ts'
import { commentWords } from './words.ts'

type Appeals = z.infer<typeof appealsSchema>
type Decided = z.infer<typeof appealDecidedSchema>

/** Appeals of writers; whoever had no part in the decision decides. */
export function AppealsPage(): ReactNode {
  const words = useWords(commentWords)
  const appeals = useWords(appealWords)
  const [{ state = 'waiting' }, ask] = useQuestion()
  const [byHand, setByHand] = useState<string>()
  const list = useQuery({
    queryKey: ['appeals', state],
    queryFn: ({ signal }) => get<Appeals>(`/api/appeals?state=${state}&limit=200`, signal),
  })
  return (
    <Page title={appeals.title} lead={appeals.lead}>
      <More />
      <Form submit={words.filter.go} onSubmit={(filled) => ask({ state: filled.maybe('state') })}>
        <div className="filters">
          <SelectField
            name="state"
            label={words.filter.state}
            isFilter
            start={state}
            choices={[
              { value: 'waiting', label: appeals.waiting },
              { value: 'decided', label: appeals.decided },
            ]}
          />
        </div>
      </Form>
      {byHand !== undefined && (
        <Alert type="warning" slim role="status">
          <AlertText>
            <span lang="en">{inSentence(byHand)}</span>
          </AlertText>
        </Alert>
      )}
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data?.items.length === 0 && (
        <Empty>{state === 'waiting' ? appeals.none : appeals.noneDecided}</Empty>
      )}
      <div className="stack">
        {list.data?.items.map((appeal) => (
          <One key={appeal.appealId} appeal={appeal} onByHand={setByHand} />
        ))}
      </div>
    </Page>
  )
}

interface OneProps {
  appeal: AppealBrief
  onByHand: (left: string | undefined) => void
}

function One({ appeal, onByHand }: OneProps): ReactNode {
  const words = useWords(commentWords)
  const appeals = useWords(appealWords)
  const dates = useDates()
  const { appealId, kind, account, ground, citation, moderator, about, reason, decided, whyNot } = appeal
  return (
    <article className="card" aria-labelledby={appealId}>
      <h2 id={appealId}>{account}</h2>
      <p>{appeals.by(moderator.name, words.grounds[ground], citation)}</p>
      <h3>{kind === 'hiding' ? appeals.about : appeals.aboutBlock}</h3>
      <blockquote className="queue__text">{about}</blockquote>
      <h3>{appeals.reason}</h3>
      <p>{reason}</p>
      <h3>{appeals.words}</h3>
      <blockquote className="queue__text">{appeal.words}</blockquote>
      <p className="quiet">
        {appeals.made} {dates.moment(appeal.madeAt)}
      </p>
      {appeal.state === 'waiting' && (
        <p>
          <Deadline at={appeal.dueAt} />
        </p>
      )}
      {decided && (
        <p>
          <strong>{appeals.states[appeal.state]}.</strong> {appeals.outcome(decided.by.name)} {decided.reason}
        </p>
      )}
      {whyNot !== null && (
        <p className="quiet" lang="en">
          {whyNot}
        </p>
      )}
      {appeal.mayDecide && <Decide appeal={appeal} onByHand={onByHand} />}
    </article>
  )
}

function Decide({ appeal, onByHand }: OneProps): ReactNode {
  const appeals = useWords(appealWords)
  const forget = useForgetComments()
  const { appealId, version } = appeal
  return (
    <Form
      submit={appeals.submit}
      onSubmit={async (filled) => {
        const said = { version, outcome: filled.text('outcome'), reason: filled.text('reason') }
        const { byHand } = await send<Decided>('POST', `/api/appeals/${appealId}/decide`, said)
        onByHand(byHand ?? undefined)
        await forget()
      }}
    >
      <RadioField
        name="outcome"
        label={appeals.decide}
        required
        choices={[
          { value: 'uphold', label: appeals.uphold },
          { value: 'restore', label: appeals.restore },
        ]}
      />
      <LongField
        name="reason"
        label={appeals.why}
        hint={appeals.whyHint}
        required
        rows={3}
        maxLength={2_000}
      />
    </Form>
  )
}
