import { useEffect, useState } from 'react'
import { emptyDraft, type Draft } from './draft.ts'

// The draft outlives the page while the window stands (to sign in and come back), and nothing more. It belongs to
// whoever was signed in: the next one at the same window does not find it.
let held: { draft: Draft; memberId: string | undefined } | undefined

/** The draft, held in memory. What nobody signed in has written, whoever signs in takes along. */
export function useDraft(memberId: string | undefined): [Draft, (change: (draft: Draft) => Draft) => void] {
  const [draft, setDraft] = useState(() =>
    held && (held.memberId === undefined || held.memberId === memberId) ? held.draft : emptyDraft,
  )
  useEffect(() => {
    held = { draft, memberId }
  }, [draft, memberId])
  return [draft, setDraft]
}
