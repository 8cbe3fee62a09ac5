import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type {
  acknowledgementsSchema,
  acknowledgingSchema,
  remindedSchema,
} from '../../src/adoption/schema.ts'
import { get, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { Progress } from '../parts/progress.tsx'
import { Paged } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { acknowledgeWords } from './words.ts'

type Acknowledging = z.infer<typeof acknowledgingSchema>
type Acknowledgements = z.infer<typeof acknowledgementsSchema>
const choices = ['all', 'open', 'overdue', 'acknowledged'] as const

/** For those who command: who has acknowledged, who is late, and a reminder. */
export function MembersPage(): ReactNode {
  const words = useWords(acknowledgeWords)
  const client = useQueryClient()
  const [{ only = 'open' }, ask] = useQuestion()
  const [reminded, setReminded] = useState<number>()
  const counts = useQuery({
    queryKey: ['acknowledgements', 'counts'],
    queryFn: ({ signal }) => get<Acknowledgements>('/api/acknowledgements?limit=1', signal),
  })
  const remind = async (memberIds?: string[]): Promise<void> => {
    const { reminded: count } = await send<z.infer<typeof remindedSchema>>(
      'POST',
      '/api/acknowledgements/remind',
      memberIds ? { memberIds } : {},
    )
    setReminded(count)
    await client.invalidateQueries({ queryKey: ['acknowledgements'] })
  }
  const { members } = words
  if (counts.isPending) return <Loading />
  return (
    <Page title={members.title} lead={members.lead}>
      {counts.isError && <Failure error={counts.error} again={() => void counts.refetch()} />}
      {counts.data?.version === null && <Empty>{words.none}</Empty>}
      {counts.data?.version && (
        <>
          <Counts counts={counts.data} />
          {counts.data.acknowledged < counts.data.total && (
            <div className="row-of-buttons">
              <Action run={() => remind()}>{members.remindAll}</Action>
            </div>
          )}
          {reminded !== undefined && (
            <Alert type="success" slim role="status">
              <AlertText>{members.reminded(reminded)}</AlertText>
            </Alert>
          )}
          <Form key={only} submit={members.go} onSubmit={(filled) => ask({ only: filled.text('only') })}>
            <SelectField
              name="only"
              label={members.only}
              required
              start={only}
              choices={choices.map((value) => ({ value, label: members[value] }))}
            />
          </Form>
          <People only={only} onRemind={(memberId) => remind([memberId])} />
        </>
      )}
    </Page>
  )
}

function Counts({ counts: { acknowledged, total, overdue } }: { counts: Acknowledgements }): ReactNode {
  const { members } = useWords(acknowledgeWords)
  return <Progress label={members.counts(acknowledged, total, overdue)} done={acknowledged} of={total} />
}

interface PeopleProps {
  only: string
  onRemind: (memberId: string) => Promise<void>
}

function People({ only, onRemind }: PeopleProps): ReactNode {
  const { members } = useWords(acknowledgeWords)
  const dates = useDates()
  const { columns } = members
  const standing = ({ acknowledgedAt, overdueDays, deadline }: Acknowledging): ReactNode =>
    acknowledgedAt !== null ? (
      members.on(dates.day(acknowledgedAt))
    ) : overdueDays > 0 ? (
      <strong className="deadline--past">{members.late(overdueDays)}</strong>
    ) : (
      members.until(dates.day(deadline))
    )
  return (
    <Paged<Acknowledging>
      caption={members.caption}
      queryKey={['acknowledgements', only]}
      path={only === 'all' ? '/api/acknowledgements' : `/api/acknowledgements?only=${only}`}
      empty={members.none}
      keyOf={({ memberId }) => memberId}
      columns={[
        { head: columns.name, cell: ({ name, rank }) => [rank, name].filter(Boolean).join(' ') },
        { head: columns.unit, cell: ({ unit }) => unit },
        { head: columns.state, cell: standing },
        {
          head: columns.reminded,
          cell: ({ remindedAt }) => remindedAt !== null && dates.moment(remindedAt),
        },
        {
          head: columns.remind,
          cell: ({ memberId, name, acknowledgedAt }) =>
            acknowledgedAt === null && (
              <Action look="unstyled" run={() => onRemind(memberId)}>
                {members.remind(name)}
              </Action>
            ),
        },
      ]}
    />
  )
}
