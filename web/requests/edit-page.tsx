import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { RequestView } from '../../src/permissions/schema.ts'
import { send } from '../api.ts'
import { useReader } from '../order/reader.ts'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { forgetIn, keepIn, keptIn } from '../parts/keeping.ts'
import { KeptNote } from '../parts/kept-note.tsx'
import { Page } from '../parts/page.tsx'
import { useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { requestQuery, useForgetRequests } from './data.ts'
import { requestFormWords } from './form-words.ts'
import { RequestForm, type Asked } from './request-form.tsx'

/** A draft or a returned request, to be changed. */
export function EditPage(): ReactNode {
  const { requestId = '' } = useParams({ strict: false })
  const words = useWords(requestFormWords)
  const order = useReader()
  const request = useQuery({ ...requestQuery(requestId), refetchOnWindowFocus: false })
  const error = request.error ?? order.error
  return (
    <Page title={words.editTitle} lead={words.editLead}>
      {error && <Failure error={error} />}
      {!error && !(order.data && request.data) && <Loading />}
      {order.data && request.data && (
        <Edit key={request.data.version} request={request.data} order={order.data} />
      )}
    </Page>
  )
}

type EditProps = { request: RequestView; order: Parameters<typeof RequestForm>[0]['order'] }

function Edit({ request, order }: EditProps): ReactNode {
  const words = useWords(requestFormWords)
  const navigate = useNavigate()
  const forget = useForgetRequests()
  const { requestId, version, matter, content, isPublicMatter, state, steps } = request
  const said = state === 'returned' ? steps.findLast(({ move }) => move === 'return') : undefined
  const { memberId } = useMember()
  // Changes to an older version are not laid over a newer one.
  const form = `requests/${requestId} ${version}`
  const [kept, setKept] = useState<Asked | null>(() => keptIn(memberId, form))
  const save = async (asked: Asked): Promise<void> => {
    await send('PUT', `/api/requests/${requestId}`, {
      version,
      content: asked.content,
      isPublicMatter: asked.isPublicMatter,
    })
    forgetIn(memberId, form)
    await forget()
    await navigate({ to: '/requests/$requestId', params: { requestId } })
  }
  const anew = (): void => {
    forgetIn(memberId, form)
    setKept(null)
  }
  return (
    <>
      <p>
        <Link to="/requests/$requestId" params={{ requestId }}>
          {words.back}
        </Link>
      </p>
      {said && (
        <figure>
          <figcaption>{words.returned(said.by?.name ?? '')}</figcaption>
          <blockquote>{said.remarks}</blockquote>
        </figure>
      )}
      {kept && <KeptNote onAnew={anew} />}
      <RequestForm
        key={kept ? 'kept' : 'anew'}
        order={order}
        start={kept ?? { matter, content, isPublicMatter }}
        isBegun
        submit={words.saveChanges}
        onChange={(asked) => keepIn(memberId, form, asked)}
        onSave={save}
      />
    </>
  )
}
