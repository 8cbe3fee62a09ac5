import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { use, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { NoticeContent } from '../../src/posts/notices/content.ts'
import type { noticeMovedSchema } from '../../src/posts/notices/schema.ts'
import { accountsQuery } from '../accounts/data.ts'
import { send } from '../api.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { postWords } from '../posts/words.ts'
import { useQuestion } from '../question.ts'
import { useNow } from '../session.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { blankNotice } from './content.ts'
import { templatesQuery, useForgetNotices, type Template } from './data.ts'
import { NoticeForm } from './notice-form.tsx'
import { noticeWords } from './words.ts'

/** A new notice: first its kind, then the form that its template makes. */
export function NewPage(): ReactNode {
  const words = useWords(noticeWords)
  const [{ kind }] = useQuestion()
  const language = use(LanguageContext)
  const list = useQuery(templatesQuery)
  const template = list.data?.templates.find((one) => one.kind === kind)
  return (
    <Page
      title={template ? template.title[language] : words.choose.title}
      lead={
        template
          ? template.isTimeSensitive
            ? words.choose.urgentSays
            : words.choose.outreachSays
          : words.choose.lead
      }
    >
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data && !template && <Chooser templates={list.data.templates} />}
      {template && (
        <>
          <p>
            <Link to="/notices/new">{words.choose.other}</Link>
          </p>
          <Write key={template.kind} template={template} />
        </>
      )}
    </Page>
  )
}

function Chooser({ templates }: { templates: readonly Template[] }): ReactNode {
  const words = useWords(noticeWords).choose
  const lanes = [
    { title: words.urgent, says: words.urgentSays, isTimeSensitive: true },
    { title: words.outreach, says: words.outreachSays, isTimeSensitive: false },
  ]
  return lanes.map(({ title, says, isTimeSensitive }) => (
    <section key={title}>
      <h2>{title}</h2>
      <p>{says}</p>
      <ul className="notice-kinds">
        {templates
          .filter((one) => one.isTimeSensitive === isTimeSensitive)
          .map((template) => (
            <Kind key={template.kind} template={template} />
          ))}
      </ul>
    </section>
  ))
}

function Kind({ template: { kind, title, hours, recognised } }: { template: Template }): ReactNode {
  const words = useWords(noticeWords).choose
  const language = use(LanguageContext)
  return (
    <li className="card">
      <h3>
        <Link to="/notices/new" search={{ kind }}>
          {title[language]}
        </Link>
      </h3>
      <p>{words.stands(hours <= 72 ? words.hours(hours) : words.days(hours / 24))}</p>
      {recognised.length > 0 && (
        <p className="quiet">{words.rests(recognised.map(({ citation }) => citation).join(', '))}</p>
      )}
    </li>
  )
}

function Write({ template }: { template: Template }): ReactNode {
  const words = useWords(postWords)
  const list = useQuery(accountsQuery)
  const navigate = useNavigate()
  const forget = useForgetNotices()
  if (list.isPending) return <Loading />
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  const pages = list.data.items.filter(({ state }) => state === 'live')
  if (pages.length === 0)
    return (
      <Empty>
        <p>{words.noAccounts}</p>
        <Link to="/accounts/new">{words.proposePage}</Link>
      </Empty>
    )
  const save = async (content: NoticeContent): Promise<void> => {
    const { noticeId } = await send<z.infer<typeof noticeMovedSchema>>('POST', '/api/notices', { content })
    await forget()
    await navigate({ to: '/notices/$noticeId', params: { noticeId } })
  }
  return <Blank template={template} pages={pages} onSave={save} />
}

/** Holds what the form began with: its first moment stays while the page's clock moves on. */
function Blank(props: Pick<Parameters<typeof NoticeForm>[0], 'template' | 'pages' | 'onSave'>): ReactNode {
  const now = useNow()
  const { template, pages } = props
  const [start] = useState(() =>
    blankNotice(
      template,
      pages.map(({ accountId }) => accountId),
      now,
    ),
  )
  return <NoticeForm {...props} start={start} hasBegun={false} />
}
