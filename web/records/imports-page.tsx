import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { accountsQuery } from '../accounts/data.ts'
import { upload } from '../adopt/upload.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { SelectField } from '../parts/field.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { Progress } from '../parts/progress.tsx'
import { ShowMore } from '../parts/show-more.tsx'
import { useWords } from '../words/words.ts'
import { importsQuery, useForgetRecords } from './data.ts'
import { ImportCard } from './import-card.tsx'
import { importWords } from './import-words.ts'
import { More } from './more.tsx'

/** The API takes no more: 512 MB. */
const mostBytes = 512 * 1024 ** 2

/** What the accounts held before: brought as a file, read while one watches. */
export function ImportsPage(): ReactNode {
  const words = useWords(importWords)
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      <Bring />
      <Brought />
    </Page>
  )
}

function Bring(): ReactNode {
  const words = useWords(importWords)
  const accounts = useQuery(accountsQuery).data?.items ?? []
  const forget = useForgetRecords()
  const [file, setFile] = useState<File>()
  const [sent, setSent] = useState<number>()
  // A file that was taken leaves the form empty for the next.
  const [taken, setTaken] = useState(0)
  return (
    <Form
      key={taken}
      submit={words.submit}
      check={() => ({ file: file && file.size > mostBytes ? words.tooBig : undefined })}
      onSubmit={async (filled) => {
        if (!file) return
        const account = filled.maybe('account')
        const form = new FormData()
        form.set('file', file)
        setSent(0)
        try {
          await upload(`/api/imports${account === undefined ? '' : `?account=${account}`}`, form, setSent)
        } finally {
          setSent(undefined)
        }
        setFile(undefined)
        await forget()
        setTaken(taken + 1)
      }}
    >
      <FileField
        name="file"
        label={words.file}
        hint={words.fileHint}
        accept=".zip,.warc,.gz,.wacz"
        onChoose={setFile}
      />
      <SelectField
        key={accounts.length}
        name="account"
        label={words.account}
        hint={words.accountHint}
        empty={words.none}
        choices={accounts.map(({ accountId, handle, network }) => ({
          value: accountId,
          label: `${handle} · ${network}`,
        }))}
      />
      {sent !== undefined && <Progress label={words.sending(Math.floor(sent * 100))} done={sent} of={1} />}
    </Form>
  )
}

function Brought(): ReactNode {
  const words = useWords(importWords)
  const list = useInfiniteQuery(importsQuery)
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section>
      <h2>{words.list}</h2>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data && items.length === 0 && <Empty>{words.empty}</Empty>}
      <div className="stack">
        {items.map((one) => (
          <ImportCard key={one.importId} brought={one} />
        ))}
      </div>
      <ShowMore list={list} />
    </section>
  )
}
