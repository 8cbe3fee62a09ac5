import type { ReactNode } from 'react'
import type { Law, LawDays } from '../../src/records/requests/law.ts'
import { EnglishWords } from '../parts/english-words.tsx'
import { useWords } from '../words/words.ts'
import { dollars } from './facts.tsx'
import { settingsWords } from './settings-words.ts'

/** The law as data: what is counted, what silence means, who hears an appeal, the exemptions and the fees. */
export function LawShown({ law }: { law: Law }): ReactNode {
  const words = useWords(settingsWords).shown
  const { answer, acknowledgement, silence, clock, appeal, personnel, exemptions, fees } = law
  const daysOf = ({ days, count, citation }: LawDays): string =>
    `${words.days[count](days)}${citation === null ? '' : ` (${citation})`}`
  const facts: (readonly [string, string, string?])[] = [
    [words.answer, daysOf(answer), answer.gist],
    [words.personnelAnswer, daysOf(answer.personnel)],
    [words.acknowledgement, daysOf(acknowledgement)],
    [words.silence, silence.isDenial ? words.isDenial : words.isNoDenial, silence.gist],
    [words.clarifying, words.clocks[clock.clarifying], clock.gist],
    [words.fee, words.clocks[clock.fee]],
    [words.appeal, `${daysOf(appeal)}, ${appeal.to.name}`, appeal.gist],
    [words.objection, daysOf(personnel.objection.received), personnel.gist],
    [words.bars, '', personnel.bars],
  ]
  return (
    <section>
      <h2>{words.title(law.name)}</h2>
      <p>{words.lead}</p>
      <EnglishWords />
      <p lang="en">{law.note}</p>
      <dl className="facts">
        {facts.map(([term, value, gist]) => (
          <div key={term} className="fact">
            <dt>{term}</dt>
            <dd>
              {value}
              {value !== '' && gist !== undefined && <br />}
              {gist !== undefined && (
                <span className="quiet" lang="en">
                  {gist}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{words.exemptions}</h3>
      <dl className="rr-law">
        {exemptions.map(({ id, citation, title, gist, test }) => (
          <div key={id} lang="en">
            <dt>
              {title} <span className="quiet">{citation}</span>
            </dt>
            <dd>
              {gist} {test}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{words.fees}</h3>
      <dl className="rr-law">
        {fees.list.map(({ id, title, mostCents, per, citation }) => (
          <div key={id}>
            <dt>
              <span lang="en">{title}</span> <span className="quiet">{citation}</span>
            </dt>
            <dd>{mostCents === null ? words.atCost : words.most(dollars(mostCents), words.per[per])}</dd>
          </div>
        ))}
      </dl>
      {fees.prepayment && (
        <p>{words.prepayment(dollars(fees.prepayment.fromCents), fees.prepayment.citation)}</p>
      )}
    </section>
  )
}
