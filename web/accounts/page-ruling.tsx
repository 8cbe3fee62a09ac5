import { useQuery } from '@tanstack/react-query'
import { Tag } from '@trussworks/react-uswds'
import { useEffect, useState, type ReactNode } from 'react'
import type { PageRuling, PageTried } from '../../src/accounts/schema.ts'
import type { Ruling } from '../../src/policy/ruling.ts'
import { send } from '../api.ts'
import { useSaying } from '../order/reader.ts'
import { EnglishWords } from '../parts/english-words.tsx'
import { Failure, SaidInLine } from '../parts/failure.tsx'
import { useInWords } from '../parts/in-words.ts'
import { ProvisionView } from '../parts/ruling-view.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { accountFormWords } from './form-words.ts'

type Told = Pick<PageRuling, 'lacks'> & { ruling: Ruling }

/** So long nothing is typed before the order is asked, in milliseconds. */
const pause = 400

/** What the order says of a page as its form stands, and what still lacks. */
export function PageRulingView({ page }: { page: PageTried }): ReactNode {
  const words = useWords(accountFormWords)
  const outcomes = useWords(shared).ruling.outcome
  const inWords = useInWords()
  const saying = useSaying()
  const asked = useSettled(JSON.stringify(page))
  const told = useQuery({
    queryKey: ['page-ruling', asked],
    queryFn: () => send<Told>('POST', '/api/accounts/ruling', { page: JSON.parse(asked) }),
    placeholderData: (before) => before,
  })
  if (told.isError) return <Failure error={told.error} />
  if (!told.data) return <p className="quiet">{words.judging}</p>
  const { ruling, lacks } = told.data
  const bearing = ruling.provisions.filter(({ outcome }) => outcome !== 'clear')
  const decider = bearing.find(({ path }) => path?.matter === 'page')?.path
  // What lacks says already what its provision asks.
  const said = new Set(lacks.map(({ citation }) => citation))
  const others = bearing.filter(({ path, citation }) => path?.matter !== 'page' && !said.has(citation))
  return (
    <>
      {others.length > 0 && <EnglishWords />}
      {others.length > 0 && (
        <ul className={`ruling ruling--${ruling.outcome} ruling__provisions`}>
          {others.map((provision) => (
            <li key={provision.citation}>
              <ProvisionView provision={provision} saying={saying(provision.citation)} />
            </li>
          ))}
        </ul>
      )}
      <h3>{words.lacks}</h3>
      {lacks.length === 0 && <p>{words.lacksNothing}</p>}
      <ul className={`ruling ruling--${ruling.outcome} ruling__provisions`}>
        {lacks.map(({ field, sentence, citation }) => (
          <li key={`${field} ${sentence}`}>
            {citation !== null && (
              <p>
                <span className="ruling__citation">{citation}</span>
                <Tag>{outcomes[bearing.find((one) => one.citation === citation)?.outcome ?? 'advised']}</Tag>
              </p>
            )}
            <p>
              <SaidInLine sentence={sentence} />
            </p>
          </li>
        ))}
      </ul>
      {decider && <p>{words.approve(inWords.givers(decider.by.split(' or ')), decider.cites)}</p>}
    </>
  )
}

/** A value once it has stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
