import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { NeutralityView } from '../../src/comments/neutrality-routes.ts'
import { get, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { Rows } from '../parts/table.tsx'
import { holdsAny, useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { More } from './comments-page.tsx'
import { useForgetComments } from './data.ts'
import { neutralityWords } from './neutrality-words.ts'
import { inPercent, Rates } from './rates.tsx'
import { Reread } from './reread.tsx'
import { commentWords } from './words.ts'

/** The neutrality meter: the blind re-reading, and what it tells. */
export function NeutralityPage(): ReactNode {
  const words = useWords(neutralityWords)
  const forget = useForgetComments()
  const member = useMember()
  const found = useQuery({
    queryKey: ['neutrality'],
    queryFn: ({ signal }) => get<NeutralityView>('/api/neutrality', signal),
  })
  const { now, mayDraw, published = [] } = found.data ?? {}
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      {found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      {typeof mayDraw === 'string' && (
        <Empty>
          <p>{words.notDrawn}</p>
          {holdsAny(member, ['chief', 'records-custodian']) && (
            <Action
              run={async () => {
                await send('POST', '/api/neutrality/draw', { quarter: mayDraw })
                await forget()
              }}
            >
              {words.draw(mayDraw)}
            </Action>
          )}
        </Empty>
      )}
      {found.data && <Reread />}
      {now && (
        <section>
          <h2>{words.now(now.quarter)}</h2>
          <p>{words.progress(now.read, now.sample)}</p>
          <FiguresOf name={now.quarter} figures={now.figures} />
          {now.byModerator.length > 0 && <Moderators now={now} />}
        </section>
      )}
      {found.data && (
        <section>
          <h2>{words.published}</h2>
          {published.length === 0 && <Empty>{words.noPublished}</Empty>}
          {published.map(({ quarter, figures }) => (
            <section key={quarter}>
              <h3>{quarter}</h3>
              <FiguresOf name={quarter} figures={figures} />
            </section>
          ))}
        </section>
      )}
    </Page>
  )
}

type Figures = NonNullable<NeutralityView['now']>['figures']

function FiguresOf({ name, figures }: { name: string; figures: Figures }): ReactNode {
  const words = useWords(neutralityWords)
  const said = useWords(commentWords).grounds
  const { byLabel, removed, kept, wouldHaveKept, wouldHaveRemoved } = figures
  const grounds = byLabel[0]?.byGround.map(({ ground }) => ground) ?? []
  const rows = [
    { name: words.all, shares: byLabel.map((one) => one.removed) },
    ...grounds.map((ground, place) => ({
      name: said[ground],
      shares: byLabel.map(({ byGround }) => byGround[place]?.removed ?? null),
    })),
  ]
  return (
    <>
      <p>{words.stands(removed, kept)}</p>
      <Rates figures={figures} name={name} />
      <Rows
        caption={`${words.rate}, ${name}`}
        rows={rows}
        keyOf={(row) => row.name}
        columns={[
          { head: words.ground, cell: (row) => row.name },
          ...byLabel.map(({ label }, place) => ({
            head: words.labels[label],
            cell: ({ shares }: (typeof rows)[number]) => inPercent(shares[place] ?? null) ?? words.notShown,
          })),
        ]}
      />
      <p>
        {words.keptInstead}: {inPercent(wouldHaveKept) ?? words.notShown}. {words.removedInstead}:{' '}
        {inPercent(wouldHaveRemoved) ?? words.notShown}.
      </p>
    </>
  )
}

function Moderators({ now }: { now: NonNullable<NeutralityView['now']> }): ReactNode {
  const words = useWords(neutralityWords)
  const labels = now.figures.byLabel.map(({ label }) => label)
  return (
    <section className="titled">
      <h3>{words.moderators}</h3>
      <Rows
        caption={words.moderators}
        rows={now.byModerator}
        keyOf={({ moderator }) => moderator.memberId}
        columns={[
          { head: words.moderator, cell: ({ moderator }) => moderator.name },
          ...labels.map((label, place) => ({
            head: words.labels[label],
            cell: ({ byLabel }: (typeof now.byModerator)[number]) =>
              inPercent(byLabel[place]?.removed ?? null) ?? words.notShown,
          })),
        ]}
      />
    </section>
  )
}
