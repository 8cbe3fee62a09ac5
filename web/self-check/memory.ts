import { useEffect, useRef, useState } from 'react'
import { emptyDraft, type Draft } from './draft.ts'

// The draft outlives the page while the window stands (to sign in and come back), and nothing more. It belongs to
// whoever was signed in when it was written: nobody else at the same window finds it, signed in or not.
let held: { draft: Draft; memberId: string | undefined } | undefined

/** The draft, held in memory. What nobody signed in has written, whoever signs in takes along. */
export function useDraft(memberId: string | undefined): [Draft, (change: (draft: Draft) => Draft) => void] {
  const [draft, setDraft] = useState(() =>
    held && (held.memberId === undefined || held.memberId === memberId) ? held.draft : emptyDraft,
  )
  // A session that ends while somebody writes takes no draft away, and gives it to nobody.
  const owner = useRef(memberId)
  useEffect(() => {
    owner.current = memberId ?? owner.current
    held = { draft, memberId: owner.current }
  }, [draft, memberId])
  return [draft, setDraft]
}
