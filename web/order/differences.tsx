import type { ReactNode } from 'react'
import type { OrderReader, ReaderProvision } from '../../src/adoption/schema.ts'
import { useInWords } from '../parts/in-words.ts'
import { Rows } from '../parts/table.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { orderWords } from './words.ts'

type Difference = ReaderProvision['others'][number]['differences'][number]

/** The plainest acts that another order answers otherwise, its answer beside ours. */
export function Differences({ others }: { others: ReaderProvision['others'] }): ReactNode {
  const words = useWords(orderWords)
  if (others.length === 0) return undefined
  return (
    <details>
      <summary>
        {words.differs}: {others.map(({ agency }) => agency).join('; ')}
      </summary>
      {others.map(({ order, agency, differences }) => (
        <Other key={order} agency={agency} differences={differences} />
      ))}
    </details>
  )
}

/** What one other order answers otherwise; what it answers alike by another way is only counted. */
function Other({ agency, differences }: { agency: string; differences: readonly Difference[] }): ReactNode {
  const words = useWords(orderWords)
  const { outcome } = useWords(shared).ruling
  const other = differences.filter(({ here, there }) => here !== there)
  const alike = differences.length - other.length
  return (
    <>
      {other.length > 0 && (
        <Rows<Difference>
          caption={words.differsFrom(agency)}
          rows={other}
          keyOf={({ act, there, citations }) => `${act} ${there} ${citations.join(' ')}`}
          columns={[
            { head: words.act, cell: ({ act }) => <span lang="en">{act}</span> },
            { head: words.here, cell: ({ here }) => outcome[here] },
            {
              head: words.there,
              cell: ({ there, citations }) => (
                <>
                  {outcome[there]}
                  {citations.length > 0 && (
                    <>
                      <br />
                      <span className="quiet">{words.by(citations.join(', '))}</span>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {alike > 0 && <p className="quiet">{words.alike(agency, alike)}</p>}
    </>
  )
}

/** Where other orders let somebody else permit a matter. */
export function Paths({ paths }: { paths: OrderReader['paths'] }): ReactNode {
  const words = useWords(orderWords)
  const inWords = useInWords()
  if (paths.length === 0) return undefined
  return (
    <section>
      <h2>{words.paths}</h2>
      <p>{words.pathsLead}</p>
      <Rows<OrderReader['paths'][number]>
        caption={words.paths}
        rows={paths}
        keyOf={({ order, matter }) => `${order} ${matter}`}
        columns={[
          { head: words.matter, cell: ({ matter }) => inWords.matter(matter) },
          { head: words.order, cell: ({ order }) => order },
          { head: words.here, cell: ({ here }) => <span lang="en">{here}</span> },
          { head: words.there, cell: ({ there }) => <span lang="en">{there}</span> },
        ]}
      />
    </section>
  )
}
