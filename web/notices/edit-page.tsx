import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { NoticeContent } from '../../src/posts/notices/content.ts'
import type { NoticeView } from '../../src/posts/notices/schema.ts'
import { accountsQuery } from '../accounts/data.ts'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useWords } from '../words/words.ts'
import { noticeQuery, templatesQuery, useForgetNotices } from './data.ts'
import { noticeFormWords } from './form-words.ts'
import { NoticeForm } from './notice-form.tsx'

/** Changes a notice; what is before the public stays there until somebody says yes to this. */
export function EditPage(): ReactNode {
  const { noticeId = '' } = useParams({ strict: false })
  const words = useWords(noticeFormWords)
  // What somebody is writing is not pulled away from under them.
  const notice = useQuery({ ...noticeQuery(noticeId), refetchInterval: false, refetchOnWindowFocus: false })
  const isOut = notice.data !== undefined && notice.data.out !== null
  return (
    <Page title={words.editTitle} lead={isOut ? words.editLead : words.editDraftLead}>
      {notice.isError && <Failure error={notice.error} again={() => void notice.refetch()} />}
      {notice.isPending && <Loading />}
      {notice.data && <Edit notice={notice.data} />}
    </Page>
  )
}

function Edit({ notice }: { notice: NoticeView }): ReactNode {
  const navigate = useNavigate()
  const forget = useForgetNotices()
  const templates = useQuery(templatesQuery)
  const accounts = useQuery(accountsQuery)
  // The version that this form was begun with; another one is a conflict that says who.
  const [seen] = useState(notice)
  const { noticeId, version, content: start, out } = seen
  const failed = [templates, accounts].find(({ isError }) => isError)
  if (failed) return <Failure error={failed.error} again={() => void failed.refetch()} />
  const template = templates.data?.templates.find(({ kind }) => kind === seen.kind)
  if (!template || !accounts.data) return <Loading />
  const save = async (content: NoticeContent): Promise<void> => {
    await send('PUT', `/api/notices/${noticeId}`, { version, content })
    await forget()
    await navigate({ to: '/notices/$noticeId', params: { noticeId } })
  }
  const pages = accounts.data.items.filter(
    ({ state, accountId }) => state === 'live' || start.accounts.includes(accountId),
  )
  return <NoticeForm template={template} start={start} pages={pages} hasBegun={out !== null} onSave={save} />
}
