import { Button } from '@trussworks/react-uswds'
import { useEffect, useId, useState, type ReactNode } from 'react'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { emptyDraft, isEmpty, type Draft } from './draft.ts'
import { findKept, forget, keep } from './keeping.ts'
import { selfCheckWords } from './words.ts'

interface KeptProps {
  draft: Draft
  now: () => string
  onDraft: (change: (draft: Draft) => Draft) => void
}

type State = 'not' | 'kept' | 'failed' | 'cleared'

/** Keeps the draft on this device when its writer asks, and clears everything when they ask. */
export function Kept({ draft, now, onDraft }: KeptProps): ReactNode {
  const words = useWords(selfCheckWords).keeping
  const dates = useDates()
  const id = useId()
  const [state, setState] = useState<State>('not')
  const [foundAt, setFoundAt] = useState<string>()
  useEffect(() => {
    let isWanted = true
    void findKept().then((kept) => {
      if (!kept || !isWanted) return
      onDraft((before) => (isEmpty(before) ? kept.draft : before))
      setFoundAt(kept.at)
      setState('kept')
    })
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the page opens
  }, [])
  useEffect(() => {
    if (state !== 'kept') return undefined
    const timer = setTimeout(() => void keep({ draft, at: now() }).catch(() => setState('failed')), 400)
    return () => clearTimeout(timer)
  }, [draft, state, now])
  const stop = (then: State): void => void forget().then(() => setState(then))
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      {foundAt !== undefined && state === 'kept' && <p>{words.found(dates.moment(foundAt))}</p>}
      <p role="status">
        {state === 'kept' && words.kept}
        {state === 'failed' && words.failed}
        {state === 'cleared' && words.cleared}
      </p>
      <div className="row-of-buttons">
        {state === 'kept' ? (
          <Button type="button" outline onClick={() => stop('not')}>
            {words.stop}
          </Button>
        ) : (
          <Button type="button" outline aria-describedby={`${id}-hint`} onClick={() => setState('kept')}>
            {words.keep}
          </Button>
        )}
        <Button
          type="button"
          outline
          onClick={() => {
            onDraft(() => emptyDraft)
            setFoundAt(undefined)
            stop('cleared')
          }}
        >
          {words.clear}
        </Button>
      </div>
      <p className="quiet" id={`${id}-hint`}>
        {words.keepHint} {draft.owner === 'department' && words.keepOnTheirs}
      </p>
    </section>
  )
}
