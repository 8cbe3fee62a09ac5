import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Emergencies, recallsSchema } from '../../src/posts/schema.ts'
import { get } from '../api.ts'
import { Deadline } from '../parts/deadline.tsx'
import { Rows } from '../parts/table.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { postWords } from './words.ts'

type RecallList = z.infer<typeof recallsSchema>
type Recall = RecallList['items'][number]

/** Recalls; only those who keep posts may read them, and for anybody else there are none. */
export function useRecalls(): readonly Recall[] | undefined {
  return useQuery({
    queryKey: ['posts', 'recalls'],
    queryFn: ({ signal }) => get<RecallList>('/api/posts/recalls?all=all', signal),
    retry: false,
  }).data?.items
}

function isDone({ posts }: Recall): boolean {
  return posts.every(({ closedAt }) => closedAt !== null)
}

/** The clocks that run because what is known of somebody has changed, and those that have stopped. */
export function Recalls({ recalls }: { recalls: readonly Recall[] }): ReactNode {
  const words = useWords(postWords)
  const dates = useDates()
  const said = words.recalls
  if (recalls.length === 0) return undefined
  return (
    <section className="titled">
      <h2>{words.one.recalls}</h2>
      <Rows<Recall>
        caption={said.caption}
        rows={recalls.toSorted((one, other) => Number(isDone(one)) - Number(isDone(other)))}
        keyOf={({ recallId }) => recallId}
        columns={[
          {
            head: said.who,
            cell: ({ name, status, reason }) => (
              <>
                {words.one.recall(name, words.statuses[status])}
                <br />
                <span className="quiet">{reason}</span>
              </>
            ),
          },
          {
            head: said.posts,
            cell: ({ posts }) => (
              <ul className="plain-list">
                {posts.map(({ postId, title, does, closedAt }) => (
                  <li key={postId}>
                    <Link to="/posts/$postId" params={{ postId }} lang="en">
                      {title}
                    </Link>
                    <br />
                    <span className="quiet">
                      {words.one.recallDoes[does]},{' '}
                      {closedAt === null
                        ? words.one.recallOpen
                        : words.one.recallDone(dates.moment(closedAt))}
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            head: words.columns.due,
            cell: (recall) => (isDone(recall) ? said.done : <Deadline at={recall.deadline} />),
          },
        ]}
      />
    </section>
  )
}

/** How often one sign-off sufficed, and whether somebody else looked at it in time. */
export function EmergencyFigures(): ReactNode {
  const words = useWords(postWords).emergencies
  const figures = useQuery({
    queryKey: ['posts', 'emergencies'],
    queryFn: ({ signal }) => get<Emergencies>('/api/posts/emergencies', signal),
  }).data
  if (!figures || figures.signed === 0) return undefined
  const { signed, waiting, late, confirmed, faulted } = figures
  const shown = { signed, waiting, late, confirmed, faulted }
  return (
    <section>
      <h2>{words.title}</h2>
      <dl className="facts">
        {(['signed', 'confirmed', 'faulted', 'waiting', 'late'] as const).map((name) => (
          <div key={name} className="fact">
            <dt>{words[name]}</dt>
            <dd>{shown[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
