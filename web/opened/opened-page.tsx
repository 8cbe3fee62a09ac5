import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { openedListSchema } from '../../src/members/schema.ts'
import { Page } from '../parts/page.tsx'
import { Paged } from '../parts/table.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { openedWords } from './words.ts'

type Opening = z.infer<typeof openedListSchema>['items'][number]

/** Who opened something sensitive about the reader, when and why, each with its entry in the ledger. */
export function OpenedPage(): ReactNode {
  const words = useWords(openedWords)
  const dates = useDates()
  const { columns } = words
  return (
    <Page title={words.title} lead={words.lead}>
      <Paged<Opening>
        caption={words.caption}
        queryKey={['opened']}
        path="/api/me/opened"
        empty={words.none}
        keyOf={({ entryId }) => entryId}
        columns={[
          { head: columns.at, cell: ({ at }) => dates.moment(at) },
          {
            head: columns.by,
            cell: ({ by }) => (by ? [by.rank, by.name].filter(Boolean).join(' ') : words.unknown),
          },
          { head: columns.what, cell: ({ subject }) => thing(subject, words.what.undercover) },
          { head: columns.why, cell: ({ purpose }) => purpose },
          {
            head: columns.entry,
            cell: ({ entryId }) => (
              <Link to="/ledger" search={{ entry: entryId }}>
                {words.check} <span className="mono">{entryId.slice(0, 8)}</span>
              </Link>
            ),
          },
        ]}
      />
    </Page>
  )
}

/** `<member>/undercover` is the flag; anything else is named as its module does. */
function thing(subject: string, undercover: string): string {
  return subject.endsWith('/undercover') ? undercover : subject
}
