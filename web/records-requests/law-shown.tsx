import { use, type ReactNode } from 'react'
import type { Law, LawDays } from '../../src/records/requests/law.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { dollars } from './facts.tsx'
import { settingsWords } from './settings-words.ts'

/** The law as data: what is counted, what silence means, who hears an appeal, the exemptions and the fees. */
export function LawShown({ law }: { law: Law }): ReactNode {
  const words = useWords(settingsWords).shown
  const language = use(LanguageContext)
  const { answer, acknowledgement, silence, clock, appeal, personnel, exemptions, fees } = law
  const daysOf = ({ days, count, citation }: LawDays): string =>
    `${words.days[count](days)}${citation === null ? '' : ` (${citation})`}`
  const facts: (readonly [string, string, string?])[] = [
    [words.answer, daysOf(answer), answer.gist[language]],
    [words.personnelAnswer, daysOf(answer.personnel)],
    [words.acknowledgement, daysOf(acknowledgement)],
    [words.silence, silence.isDenial ? words.isDenial : words.isNoDenial, silence.gist[language]],
    [words.clarifying, words.clocks[clock.clarifying], clock.gist[language]],
    [words.fee, words.clocks[clock.fee]],
    [words.appeal, `${daysOf(appeal)}, ${appeal.to.name}`, appeal.gist[language]],
    [words.objection, daysOf(personnel.objection.received), personnel.gist[language]],
    [words.bars, '', personnel.bars[language]],
  ]
  return (
    <section>
      <h2>{words.title(law.name)}</h2>
      <p>{words.lead}</p>
      <p>{law.note[language]}</p>
      <dl className="facts">
        {facts.map(([term, value, gist]) => (
          <div key={term} className="fact">
            <dt>{term}</dt>
            <dd>
              {value}
              {value !== '' && gist !== undefined && <br />}
              {gist !== undefined && <span className="quiet">{gist}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{words.exemptions}</h3>
      <dl className="rr-law">
        {exemptions.map(({ id, citation, title, gist, test }) => (
          <div key={id}>
            <dt>
              {title[language]} <span className="quiet">{citation}</span>
            </dt>
            <dd>
              {gist[language]} {test?.[language]}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{words.fees}</h3>
      <dl className="rr-law">
        {fees.list.map(({ id, title, mostCents, per, citation }) => (
          <div key={id}>
            <dt>
              {title[language]} <span className="quiet">{citation}</span>
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
