import { useId, type ReactNode } from 'react'
import type { z } from 'zod'
import type { lineSchema } from '../../src/records/keeping/schema.ts'
import { SaidInLine } from '../parts/failure.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Paged } from '../parts/table.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useDays, type Disposition } from './data.ts'
import { dispositionWords } from './disposition-words.ts'
import { RecordInRow } from './record-in-row.tsx'
import { recordWords } from './words.ts'

type Line = z.infer<typeof lineSchema>

interface LinesProps {
  list: Disposition
  chosen: ReadonlySet<string>
  /** Absent where nothing may be left out. */
  onChoose: ((thing: string) => void) | undefined
}

/** What stands on a list, and what fell out of it and why. */
export function DispositionLines({ list, chosen, onChoose }: LinesProps): ReactNode {
  const { one: words } = useWords(dispositionWords)
  const { kinds } = useWords(recordWords)
  const dates = useDates()
  const { dispositionId, version } = list
  const { columns } = words
  const days = useDays()
  return (
    <section>
      <h2>{words.lines}</h2>
      <Paged<Line>
        // What stands on it changes with each step.
        queryKey={['dispositions', 'lines', dispositionId, version]}
        path={`/api/dispositions/${dispositionId}/lines`}
        caption={words.lines}
        empty={words.noLines}
        keyOf={({ thing }) => thing}
        columns={[
          {
            head: columns.thing,
            cell: ({ thing, kind, first, because, record }) => {
              const name = wordOf(kinds, kind)
              return (
                <div className="record-choice">
                  {onChoose && because === null && (
                    <Choice
                      label={words.leave(name, dates.day(first))}
                      isChosen={chosen.has(thing)}
                      onChoose={() => onChoose(thing)}
                    />
                  )}
                  <RecordInRow record={record} name={name} />
                </div>
              )
            },
          },
          { head: columns.records, cell: ({ records }) => records },
          {
            head: columns.days,
            cell: ({ first, last }) => days(first, last),
          },
          { head: columns.over, cell: ({ over }) => dates.day(over) },
          {
            head: columns.because,
            cell: ({ because }) =>
              because === null ? (
                words.stands
              ) : (
                <>
                  <strong>{words.fell}</strong> <SaidInLine sentence={because} />
                </>
              ),
          },
        ]}
      />
    </section>
  )
}

function Choice(props: { label: string; isChosen: boolean; onChoose: () => void }): ReactNode {
  const { label, isChosen, onChoose } = props
  const id = useId()
  return (
    <>
      <input id={id} className="usa-checkbox__input" type="checkbox" checked={isChosen} onChange={onChoose} />
      <label className="usa-checkbox__label" htmlFor={id}>
        <span className="usa-sr-only">{label}</span>
      </label>
    </>
  )
}
