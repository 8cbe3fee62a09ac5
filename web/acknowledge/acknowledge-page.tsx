import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText, StepIndicator, StepIndicatorStep } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { acknowledgementSchema, markedSchema, VersionBrief } from '../../src/adoption/schema.ts'
import { get, send } from '../api.ts'
import { Deadline } from '../parts/deadline.tsx'
import { EnglishWords } from '../parts/english-words.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { CheckField } from '../parts/field.tsx'
import { Focused } from '../parts/focused.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { forgetIn, keepIn, keptIn } from '../parts/keeping.ts'
import { Page } from '../parts/page.tsx'
import { holdsAny, useMember } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Changes } from './changes.tsx'
import { Questions, type Answered } from './questions.tsx'
import { Result } from './result.tsx'
import { acknowledgeWords } from './words.ts'

type Mine = z.infer<typeof acknowledgementSchema>
type Marked = z.infer<typeof markedSchema>

/** A member reads what is new, answers questions, and acknowledges. */
export function AcknowledgePage(): ReactNode {
  const words = useWords(acknowledgeWords)
  const mine = useQuery({
    queryKey: ['acknowledgement'],
    queryFn: ({ signal }) => get<Mine>('/api/acknowledgement', signal),
    // Nothing changes under somebody who is answering.
    refetchOnWindowFocus: false,
  })
  const commands = holdsAny(useMember(), ['commander', 'chief', 'administrator'])
  return (
    <Page title={words.title}>
      {commands && (
        <p>
          <Link to="/acknowledge/members">{words.toMembers}</Link>
        </p>
      )}
      {mine.isPending && <Loading />}
      {mine.isError && <Failure error={mine.error} again={() => void mine.refetch()} />}
      {mine.data?.version === null && <Empty>{words.none}</Empty>}
      {mine.data?.version && <Way mine={mine.data} version={mine.data.version} />}
    </Page>
  )
}

type Step = 'read' | 'questions' | 'result' | 'acknowledge'
const steps = ['read', 'questions', 'acknowledge'] as const

function Way({ mine, version }: { mine: Mine; version: VersionBrief }): ReactNode {
  const words = useWords(acknowledgeWords)
  const dates = useDates()
  const client = useQueryClient()
  const { memberId } = useMember()
  const form = `acknowledge ${version.versionId} ${mine.attempt}`
  const [kept] = useState<Answered | null>(() => keptIn(memberId, form))
  const [step, setStep] = useState<Step>(kept && !mine.passed ? 'questions' : 'read')
  const [marked, setMarked] = useState<{ of: Marked; questions: Mine['questions'] }>()
  const [isDone, setIsDone] = useState(false)
  const { acknowledgedAt, deadline } = mine
  const { effective } = version
  const heading = words.heading(version.number, version.title, effective === null ? '' : dates.day(effective))
  const again = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['acknowledgement'] })
    setStep('questions')
  }
  const done = (when: string): ReactNode => (
    <Alert type="success" slim role="status">
      <AlertText>{words.done(dates.moment(when))}</AlertText>
    </Alert>
  )
  if (acknowledgedAt !== null)
    return (
      <>
        <p>{heading}</p>
        {isDone ? <Focused>{done(acknowledgedAt)}</Focused> : done(acknowledgedAt)}
        <ToOrder versionId={version.versionId} />
      </>
    )
  return (
    <>
      <p>
        {heading} <Deadline at={deadline} />
      </p>
      <EnglishWords />
      <Steps step={step} />
      {step === 'read' && (
        <Read
          mine={mine}
          version={version}
          onRead={() => setStep(mine.passed ? 'acknowledge' : 'questions')}
        />
      )}
      {step === 'questions' && (
        <Questions
          key={mine.attempt}
          mine={mine}
          start={keptIn(memberId, form)}
          onChange={(answered) => keepIn(memberId, form, answered)}
          onSend={async (answers) => {
            const { attempt, questions } = mine
            const sent = { versionId: version.versionId, attempt, answers }
            setMarked({ of: await send<Marked>('POST', '/api/acknowledgement/answers', sent), questions })
            forgetIn(memberId, form)
            setStep('result')
          }}
        />
      )}
      {step === 'result' && marked && (
        <Result
          marked={marked.of}
          versionId={version.versionId}
          questions={marked.questions}
          onGo={marked.of.passed ? () => setStep('acknowledge') : again}
        />
      )}
      {step === 'acknowledge' && <Acknowledge version={version} onDone={() => setIsDone(true)} />}
    </>
  )
}

function Steps({ step }: { step: Step }): ReactNode {
  const words = useWords(acknowledgeWords)
  const now = steps.findIndex((one) => one === (step === 'result' ? 'questions' : step))
  return (
    <StepIndicator headingLevel="h2" aria-label={words.stepsLabel} counters="default">
      {steps.map((one, place) => (
        <StepIndicatorStep
          key={one}
          label={words.steps[one]}
          status={place < now ? 'complete' : place === now ? 'current' : 'incomplete'}
        />
      ))}
    </StepIndicator>
  )
}

interface ReadProps {
  mine: Mine
  version: VersionBrief
  onRead: () => void
}

function Read({ mine, version: { versionId }, onRead }: ReadProps): ReactNode {
  const words = useWords(acknowledgeWords)
  const dates = useDates()
  return (
    <Form submit={words.toQuestions} onSubmit={onRead}>
      {mine.since === null ? (
        <p>{words.first}</p>
      ) : (
        <>
          <h3>{words.changes(dates.day(mine.since.effective))}</h3>
          {mine.changes.length === 0 ? (
            <p>{words.noChanges}</p>
          ) : (
            <Changes changes={mine.changes} before={mine.since.versionId} now={versionId} />
          )}
        </>
      )}
      <ToOrder versionId={versionId} />
      <CheckField name="read" label={words.read} required />
    </Form>
  )
}

/** To the version that is acknowledged, which need not be the one in force. */
function ToOrder({ versionId }: { versionId: string }): ReactNode {
  const words = useWords(acknowledgeWords)
  return (
    <p>
      <Link to="/order" search={{ version: versionId }} target="_blank">
        {words.toOrder}
      </Link>
    </p>
  )
}

interface AcknowledgeProps {
  version: VersionBrief
  onDone: () => void
}

function Acknowledge({ version, onDone }: AcknowledgeProps): ReactNode {
  const words = useWords(acknowledgeWords)
  const { name } = useMember()
  const client = useQueryClient()
  const { versionId, digest } = version
  return (
    <Form
      submit={words.acknowledge}
      onSubmit={async () => {
        await send('POST', '/api/acknowledgement', { versionId, digest, read: true })
        onDone()
        await Promise.all(
          ['acknowledgement', 'waiting'].map((first) => client.invalidateQueries({ queryKey: [first] })),
        )
      }}
    >
      <Focused>
        <p>{words.acknowledgeLead(name)}</p>
      </Focused>
      <p>
        {words.seal}: <code>{digest?.replaceAll(/.{8}(?=.)/g, '$& ')}</code>
      </p>
    </Form>
  )
}
