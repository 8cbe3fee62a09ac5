import type { ReactNode } from 'react'
import type { ProvisionRuling } from '../../src/policy/ruling.ts'
import { ProvisionView } from '../parts/ruling-view.tsx'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { shownFacts } from './draft.ts'
import { shownWords } from './fact-words.ts'
import { graveFirst } from './grave-first.ts'
import type { Judged, Learnt } from './judged.ts'
import { selfCheckWords } from './words.ts'

const grades = ['barred', 'needs-permission', 'needs-review', 'outside-the-order', 'advised'] as const

interface RulingPanelProps {
  judged: Judged
  learnt: Learnt
}

/** What the order says of the draft, the gravest first, each provision with the words and pictures it rests on. */
export function RulingPanel({ judged, learnt }: RulingPanelProps): ReactNode {
  const words = useWords(selfCheckWords).ruling
  const { ruling, act } = judged
  const common = useWords(shared).ruling
  const bearing = graveFirst(ruling.provisions)
  const permitted = ruling.provisions.filter((one) => one.permitted !== undefined)
  return (
    <div className={`ruling ruling--${ruling.outcome}`}>
      {bearing.length === 0 && (
        <>
          <p className="ruling__outcome">{common.outcome[ruling.outcome]}</p>
          <p>{act.capacity === 'visitor' ? words.visitor : common.none}</p>
        </>
      )}
      {ruling.note !== undefined && <p lang="en">{ruling.note}</p>}
      {grades.map((grade) => {
        const provisions = bearing.filter(({ outcome }) => outcome === grade)
        if (provisions.length === 0) return undefined
        return (
          <section key={grade}>
            <h3>{words.group[grade]}</h3>
            {grade === 'needs-review' && <p className="quiet">{words.reviewWhy}</p>}
            <List {...{ provisions, judged, learnt }} />
          </section>
        )
      })}
      {permitted.length > 0 && <List {...{ provisions: permitted, judged, learnt }} />}
    </div>
  )
}

function List({
  provisions,
  judged,
  learnt,
}: RulingPanelProps & { provisions: readonly ProvisionRuling[] }): ReactNode {
  return (
    <ul className="ruling__provisions">
      {provisions.map((provision) => (
        <li key={provision.citation}>
          <ProvisionView provision={provision} saying={learnt.gists[provision.citation]} />
          <Grounds provision={provision} judged={judged} />
        </li>
      ))}
    </ul>
  )
}

/** The words and pictures that a provision rests on. */
function Grounds({ provision, judged }: { provision: ProvisionRuling; judged: Judged }): ReactNode {
  const words = useWords(selfCheckWords).ruling
  const shown = useWords(shownWords)
  const { act, sightings } = judged
  const said = provision.because.flatMap((ground) => {
    const place = Number(ground.in?.split('.')[1] ?? 0)
    const text =
      ground.in === 'text'
        ? act.text
        : ground.in?.endsWith('.alt')
          ? act.media?.[place]?.alt
          : act.media?.[place]?.text
    const points = Array.from(text ?? '')
    const spans = ground.spans ?? []
    return spans.map(([start, end]) => ({
      quote: points.slice(start, end).join(''),
      picture: ground.in === 'text' ? undefined : place + 1,
      because:
        ground.in === 'text'
          ? sightings.find((one) => one.fact === ground.fact && one.start === start && one.end === end)
              ?.because
          : ground.because,
    }))
  })
  const pictured = provision.because.flatMap((ground) => {
    const fact = shownFacts.find((one) => one === ground.fact)
    return ground.from === 'media' && fact
      ? [{ fact, number: Number(ground.in?.split('.')[1] ?? 0) + 1 }]
      : []
  })
  const unique = said.filter(
    (one, at) =>
      said.findIndex(({ quote, picture }) => quote === one.quote && picture === one.picture) === at,
  )
  if (unique.length === 0 && pictured.length === 0) return undefined
  return (
    <ul className="grounds">
      {unique.map(({ quote, picture, because }) => (
        <li key={`${picture ?? ''} ${quote}`}>
          <mark translate="no">{quote}</mark>
          {picture !== undefined && ` (${words.inPicture(picture)})`}
          {because !== undefined && (
            <span className="quiet" lang="en">
              {' '}
              {because}
            </span>
          )}
        </li>
      ))}
      {pictured.map(({ fact, number }) => (
        <li key={`${number} ${fact}`}>{words.shownBy(number, shown[fact])}</li>
      ))}
    </ul>
  )
}
