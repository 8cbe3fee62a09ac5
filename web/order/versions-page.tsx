import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { VersionRows } from '../adopt/version-rows.tsx'
import { versionsQuery } from '../adopt/data.ts'
import { useWords } from '../words/words.ts'
import { orderWords } from './words.ts'

/** Every version of the order that was adopted, to read. */
export function VersionsPage(): ReactNode {
  const words = useWords(orderWords)
  const versions = useQuery(versionsQuery)
  const adopted = (versions.data?.items ?? []).filter(({ adoptedAt }) => adoptedAt !== null)
  return (
    <Page title={words.versions}>
      {versions.isPending && <Loading />}
      {versions.isError && <Failure error={versions.error} again={() => void versions.refetch()} />}
      {versions.data && adopted.length === 0 && <Empty>{words.none}</Empty>}
      {adopted.length > 0 && <VersionRows versions={adopted} />}
    </Page>
  )
}
