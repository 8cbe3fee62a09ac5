import { useId, type ReactNode } from 'react'
import { authorKinds } from '../../src/policy/act.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { choicesOf, Folded, InSight } from './controls.tsx'
import { audiences, deviceKinds, draftKinds, duties, spokenFor, whose, type Draft } from './draft.ts'
import type { Learnt } from './judged.ts'
import { selfCheckWords } from './words.ts'

interface HowProps {
  draft: Draft
  learnt: Learnt | undefined
  onChange: (change: Partial<Draft>) => void
}

/** Who would post it, where, when and from what. */
export function How({ draft, learnt, onChange }: HowProps): ReactNode {
  const words = useWords(selfCheckWords).how
  const kinds = useWords(shared).kinds
  const id = useId()
  const people = { ...kinds, visitor: words.visitor }
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <div className="how">
        <Folded
          label={words.kind}
          choices={choicesOf(draftKinds, words.kinds)}
          value={draft.kind}
          onChoose={(kind) => onChange({ kind })}
        />
        <Folded
          label={words.who}
          choices={choicesOf(authorKinds, people)}
          value={draft.who}
          onChoose={(who) => onChange({ who })}
        />
        {draft.who !== 'visitor' && (
          <InSight
            label={words.capacity}
            choices={choicesOf(spokenFor, words.capacities)}
            value={draft.capacity}
            onChoose={(capacity) => onChange({ capacity })}
          />
        )}
        <InSight
          label={words.audience}
          choices={choicesOf(audiences, words.audiences)}
          value={draft.audience}
          onChoose={(audience) => onChange({ audience })}
        />
        <InSight
          label={words.duty}
          choices={choicesOf(duties, words.duties)}
          value={draft.duty}
          onChoose={(duty) => onChange({ duty })}
        />
        <InSight
          label={words.owner}
          choices={choicesOf(whose, words.owners)}
          value={draft.owner}
          onChoose={(owner) => onChange({ owner })}
        />
        <Folded
          label={words.device}
          choices={choicesOf(deviceKinds, words.devices)}
          value={draft.device}
          onChoose={(device) => onChange({ device })}
        />
      </div>
      {draft.who !== 'visitor' && (
        <details className="undercover">
          <summary>{words.undercover}</summary>
          <p>{words.undercoverMore}</p>
          <ul className="usa-list">
            {learnt?.undercover.map((citation) => (
              <li key={citation}>
                <strong>{citation}</strong> <span lang="en">{learnt.gists[citation]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
