import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { VersionBrief } from '../../src/adoption/schema.ts'
import { Rows } from '../parts/table.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { adoptWords } from './words.ts'

interface VersionRowsProps {
  versions: readonly VersionBrief[]
  /** For those who prepare orders a draft leads to its preparation. */
  mayPrepare?: boolean
}

/** The versions of an order, with who approved each and when it held. */
export function VersionRows({ versions, mayPrepare = false }: VersionRowsProps): ReactNode {
  const words = useWords(adoptWords)
  const dates = useDates()
  const { columns } = words
  return (
    <Rows<VersionBrief>
      caption={words.caption}
      rows={versions}
      keyOf={({ versionId }) => versionId}
      columns={[
        {
          head: columns.order,
          cell: ({ versionId, number, title, adoptedAt }) => {
            const name = `${number}, ${title}`
            if (adoptedAt === null || mayPrepare)
              return (
                <Link to="/adopt/$versionId" params={{ versionId }}>
                  {name}
                </Link>
              )
            return (
              <Link to="/order" search={{ version: versionId }}>
                {name}
              </Link>
            )
          },
        },
        { head: columns.standing, cell: ({ standing }) => <Tag>{words.standings[standing]}</Tag> },
        { head: columns.from, cell: ({ effective }) => effective !== null && dates.day(effective) },
        { head: columns.until, cell: ({ supersededOn }) => supersededOn !== null && dates.day(supersededOn) },
        {
          head: columns.adopted,
          cell: ({ adoptedAt, adoptedBy, approvingBody }) =>
            adoptedAt !== null && (
              <>
                {approvingBody}
                <br />
                <span className="quiet">{words.adoptedBy(adoptedBy ?? '', dates.day(adoptedAt))}</span>
              </>
            ),
        },
      ]}
    />
  )
}
