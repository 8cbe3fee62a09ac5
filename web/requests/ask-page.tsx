import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { OrderReader } from '../../src/adoption/schema.ts'
import type { Moved } from '../../src/permissions/schema.ts'
import { Refused, send } from '../api.ts'
import { useReader } from '../order/reader.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useQuestion } from '../question.ts'
import { takeOver, type HandedOver } from '../self-check/handed-over.ts'
import { useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { blank, contentOf } from './asking.ts'
import { useForgetRequests } from './data.ts'
import { addPictures } from './pictures-field.tsx'
import { RequestForm, type Asked } from './request-form.tsx'
import { requestWords } from './words.ts'

/** A new request: what the self-check handed over, or a blank one. */
export function AskPage(): ReactNode {
  const words = useWords(requestWords).form
  const order = useReader()
  const start = useStart()
  const isNone = order.error instanceof Refused && order.error.code === 'notFound'
  return (
    <Page title={words.title} lead={words.lead}>
      {isNone && <Empty>{words.noOrder}</Empty>}
      {order.isError && !isNone && <Failure error={order.error} again={() => void order.refetch()} />}
      {start.error && <Failure error={start.error} />}
      {(order.isPending || start.isPending) && <Loading />}
      {order.data && start.data && <Ask order={order.data} start={start.data} />}
    </Page>
  )
}

function Ask({ order, start }: { order: OrderReader; start: Asked }): ReactNode {
  const words = useWords(requestWords).form
  const navigate = useNavigate()
  const forget = useForgetRequests()
  const save = async ({ matter, content, isPublicMatter }: Asked): Promise<void> => {
    const { requestId } = await send<Moved>('POST', '/api/requests', {
      ...(matter === 'opinion' ? { kind: 'opinion' } : { kind: 'permission', matter }),
      content,
      isPublicMatter,
    })
    await forget()
    await navigate({ to: '/requests/$requestId', params: { requestId } })
  }
  return <RequestForm order={order} start={start} isBegun={false} submit={words.save} onSave={save} />
}

/** What the form begins with; pictures that were handed over are sent to the server first. */
function useStart(): { data: Asked | undefined; isPending: boolean; error: Error | null } {
  const today = useDates().today(useNow())
  const [{ matter = '' }] = useQuestion()
  const [handed] = useState(takeOver)
  const pictures = useQuery({
    queryKey: ['handed over', handed?.act.text, handed?.pictures.length],
    queryFn: () => picturesOf(handed),
    staleTime: Infinity,
    gcTime: 0,
  })
  if (!pictures.data) return { data: undefined, isPending: pictures.isPending, error: pictures.error }
  const data = handed
    ? {
        matter: handed.kind === 'opinion' ? 'opinion' : (handed.matter ?? ''),
        content: contentOf(handed.act, pictures.data, today),
        isPublicMatter: false,
      }
    : { matter, content: blank(today), isPublicMatter: false }
  return { data, isPending: false, error: null }
}

async function picturesOf(handed: HandedOver | undefined): Promise<Asked['content']['pictures']> {
  const shown = handed?.pictures ?? []
  const hashes = await addPictures(shown.map(({ file }) => file))
  return shown.flatMap(({ alt, shows }, place) => {
    const sha256 = hashes[place]
    return sha256 === undefined ? [] : [{ sha256, alt, shows: [...shows] }]
  })
}
