import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import type { OrderReader } from '../../src/adoption/schema.ts'
import type { Moved } from '../../src/permissions/schema.ts'
import { Refused, send } from '../api.ts'
import { useReader } from '../order/reader.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { forgetIn, keepIn, keptIn } from '../parts/keeping.ts'
import { KeptNote } from '../parts/kept-note.tsx'
import { Page } from '../parts/page.tsx'
import { useQuestion } from '../question.ts'
import { takeOver, type HandedOver } from '../self-check/handed-over.ts'
import { useMember, useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { blank, contentOf } from './asking.ts'
import { useForgetRequests } from './data.ts'
import { requestFormWords } from './form-words.ts'
import { addPictures } from './pictures-field.tsx'
import { RequestForm, type Asked } from './request-form.tsx'

/** A new request: what the self-check handed over, or a blank one. */
export function AskPage(): ReactNode {
  const words = useWords(requestFormWords)
  const order = useReader()
  const start = useStart()
  const isNone = order.error instanceof Refused && order.error.code === 'notFound'
  return (
    <Page title={words.title} lead={words.lead}>
      {isNone && <Empty>{words.noOrder}</Empty>}
      {order.isError && !isNone && <Failure error={order.error} again={() => void order.refetch()} />}
      {start.error && <Failure error={start.error} />}
      {(order.isPending || start.isPending) && <Loading />}
      {order.data && start.data && <Begun order={order.data} start={start.data} isHanded={start.isHanded} />}
    </Page>
  )
}

const form = 'requests/new'

/** Begins with what was left in the form, unless something was handed over: that is newer. */
function Begun({ order, start, isHanded }: AskProps & { isHanded: boolean }): ReactNode {
  const { memberId } = useMember()
  const [kept, setKept] = useState<Asked | null>(() => (isHanded ? null : keptIn(memberId, form)))
  useEffect(() => {
    if (isHanded) keepIn(memberId, form, start)
  }, [isHanded, memberId, start])
  const anew = (): void => {
    forgetIn(memberId, form)
    setKept(null)
  }
  return (
    <>
      {kept && <KeptNote onAnew={anew} />}
      <Ask key={kept ? 'kept' : 'anew'} order={order} start={kept ?? start} />
    </>
  )
}

interface AskProps {
  order: OrderReader
  start: Asked
}

function Ask({ order, start }: AskProps): ReactNode {
  const words = useWords(requestFormWords)
  const navigate = useNavigate()
  const forget = useForgetRequests()
  const { memberId } = useMember()
  const save = async ({ matter, content, isPublicMatter }: Asked): Promise<void> => {
    const { requestId } = await send<Moved>('POST', '/api/requests', {
      ...(matter === 'opinion' ? { kind: 'opinion' } : { kind: 'permission', matter }),
      content,
      isPublicMatter,
    })
    forgetIn(memberId, form)
    await forget()
    await navigate({ to: '/requests/$requestId', params: { requestId } })
  }
  return (
    <RequestForm
      order={order}
      start={start}
      isBegun={false}
      submit={words.save}
      onChange={(asked) => keepIn(memberId, form, asked)}
      onSave={save}
    />
  )
}

/** What the form begins with; pictures that were handed over are sent to the server first. */
function useStart(): {
  data: Asked | undefined
  isHanded: boolean
  isPending: boolean
  error: Error | null
} {
  const today = useDates().today(useNow())
  const [{ matter = '' }] = useQuestion()
  const [handed] = useState(takeOver)
  const pictures = useQuery({
    queryKey: ['handed over', handed?.act.text, handed?.pictures.length],
    queryFn: () => picturesOf(handed),
    staleTime: Infinity,
    gcTime: 0,
  })
  const isHanded = handed !== undefined
  if (!pictures.data)
    return { data: undefined, isHanded, isPending: pictures.isPending, error: pictures.error }
  const data = handed
    ? {
        matter: handed.kind === 'opinion' ? 'opinion' : (handed.matter ?? ''),
        content: contentOf(handed.act, pictures.data, today),
        isPublicMatter: false,
      }
    : { matter, content: blank(today), isPublicMatter: false }
  return { data, isHanded, isPending: false, error: null }
}

async function picturesOf(handed: HandedOver | undefined): Promise<Asked['content']['pictures']> {
  const shown = handed?.pictures ?? []
  const hashes = await addPictures(shown.map(({ file }) => file))
  return shown.flatMap(({ alt, shows }, place) => {
    const sha256 = hashes[place]
    return sha256 === undefined ? [] : [{ sha256, alt, shows: [...shows] }]
  })
}
