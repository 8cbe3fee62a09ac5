import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { PostContent } from '../../src/posts/content.ts'
import type { PostView } from '../../src/posts/schema.ts'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useWords } from '../words/words.ts'
import type { FormMedia } from './content.ts'
import { postQuery, useForgetPosts } from './data.ts'
import { postFormWords } from './form-words.ts'
import { KeptForm } from './kept-form.tsx'
import { postWords } from './words.ts'

/** Changes a post; whatever was said of it is void, and the page says so before. */
export function EditPage(): ReactNode {
  const { postId = '' } = useParams({ strict: false })
  const words = useWords(postWords)
  const form = useWords(postFormWords)
  // What somebody is writing is not pulled away from under them.
  const post = useQuery({ ...postQuery(postId), refetchInterval: false, refetchOnWindowFocus: false })
  return (
    <Page title={form.editTitle} lead={words.one.sealSays}>
      {post.isError && <Failure error={post.error} again={() => void post.refetch()} />}
      {post.isPending && <Loading />}
      {post.data && <Edit post={post.data} />}
    </Page>
  )
}

function Edit({ post }: { post: PostView }): ReactNode {
  const navigate = useNavigate()
  const forget = useForgetPosts()
  // The version that this form was begun with; another one is a conflict that says who.
  const [seen] = useState(post)
  const save = async (content: PostContent): Promise<void> => {
    const { postId, version } = seen
    await send('PUT', `/api/posts/${postId}`, { version, content })
    await forget()
    await navigate({ to: '/posts/$postId', params: { postId } })
  }
  return (
    <KeptForm
      of={`edit ${seen.postId}`}
      version={seen.version}
      start={seen.content}
      media={mediaOf(seen)}
      onSave={save}
    />
  )
}

function mediaOf({ content, media }: PostView): FormMedia[] {
  return content.media.flatMap((one) => {
    const known = media.find(({ sha256 }) => sha256 === one.sha256)
    return known
      ? [{ ...one, mediaId: known.mediaId, kind: known.kind, removed: [], kept: [], regions: [] }]
      : []
  })
}
