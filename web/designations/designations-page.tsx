import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Designation, designationsSchema } from '../../src/members/schema.ts'
import { get, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { Rows } from '../parts/table.tsx'
import { holdsAny, useMember, useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Designate } from './designate.tsx'
import { useMatterWords } from './matters.ts'
import { designationsWords } from './words.ts'

type Designations = z.infer<typeof designationsSchema>

/** Whom the Chief named for what; for the Chief, the way to name and to end. */
export function DesignationsPage(): ReactNode {
  const words = useWords(designationsWords)
  const isChief = holdsAny(useMember(), ['chief'])
  const list = useQuery({
    queryKey: ['designations'],
    queryFn: ({ signal }) => get<Designations>('/api/designations', signal),
  })
  return (
    <Page title={words.title} lead={words.lead}>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <Empty>{words.none}</Empty>}
      {list.data && list.data.items.length > 0 && <List designations={list.data} isChief={isChief} />}
      {isChief && <Designate />}
    </Page>
  )
}

function List({ designations, isChief }: { designations: Designations; isChief: boolean }): ReactNode {
  const words = useWords(designationsWords)
  const inWords = useMatterWords()
  const dates = useDates()
  const today = dates.today(useNow())
  const client = useQueryClient()
  const nameOf = (memberId: string): string =>
    designations.people.find((one) => one.memberId === memberId)?.name ?? memberId
  const end = async (designationId: string): Promise<void> => {
    await send('POST', `/api/designations/${designationId}/end`, { on: today })
    await client.invalidateQueries({ queryKey: ['designations'] })
  }
  const { columns } = words
  return (
    <Rows<Designation>
      caption={words.caption}
      rows={designations.items.toSorted((one, other) => other.at.localeCompare(one.at))}
      keyOf={({ designationId }) => designationId}
      columns={[
        { head: columns.who, cell: ({ memberId }) => nameOf(memberId) },
        { head: columns.matters, cell: ({ matters }) => matters.map(inWords).join('; ') },
        { head: columns.by, cell: ({ by }) => nameOf(by) },
        {
          head: columns.runs,
          cell: ({ from, to }) => words.runs(dates.day(from), to === null ? undefined : dates.day(to)),
        },
        ...(isChief
          ? [
              {
                head: columns.end,
                cell: ({ designationId, to }: Designation) =>
                  (to === null || to > today) && (
                    <Action look="unstyled" run={() => end(designationId)}>
                      {words.end}
                    </Action>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
