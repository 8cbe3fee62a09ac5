import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { PostContent } from '../../src/posts/content.ts'
import type { postMovedSchema } from '../../src/posts/schema.ts'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useQuestion } from '../question.ts'
import { useSession } from '../session.ts'
import { useWords } from '../words/words.ts'
import { blankPost, correctionOf } from './content.ts'
import { postQuery, useForgetPosts } from './data.ts'
import { postFormWords } from './form-words.ts'
import { KeptForm } from './kept-form.tsx'

/** A new post; with `?corrects=` a correction of one that is out. */
export function NewPage(): ReactNode {
  const words = useWords(postFormWords)
  const { agency } = useSession()
  const [{ corrects }] = useQuestion()
  const original = useQuery({ ...postQuery(corrects ?? ''), enabled: corrects !== undefined })
  const start = corrects === undefined ? blankPost(agency.name) : original.data && correctionOf(original.data)
  return (
    <Page title={words.title} lead={corrects === undefined ? words.lead : words.correctLead}>
      {original.isError && <Failure error={original.error} again={() => void original.refetch()} />}
      {start ? <Write key={corrects} start={start} /> : !original.isError && <Loading />}
    </Page>
  )
}

function Write({ start }: { start: PostContent }): ReactNode {
  const navigate = useNavigate()
  const forget = useForgetPosts()
  const save = async (content: PostContent): Promise<void> => {
    const { postId } = await send<z.infer<typeof postMovedSchema>>('POST', '/api/posts', { content })
    await forget()
    await navigate({ to: '/posts/$postId', params: { postId } })
  }
  const of = start.corrects?.postId ?? 'new'
  return <KeptForm of={`write ${of}`} version={null} start={start} media={[]} onSave={save} />
}
