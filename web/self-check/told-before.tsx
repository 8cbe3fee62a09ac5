import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useMemo, type ReactNode } from 'react'
import type { z } from 'zod'
import type { opinionsSchema } from '../../src/permissions/schema.ts'
import { get } from '../api.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Draft } from './draft.ts'
import { isFor } from './permitted.ts'
import { selfCheckWords } from './words.ts'

type Opinions = z.infer<typeof opinionsSchema>

/**
 * What the department said in advance of these very words and pictures: it is held to it. Read once for whoever is
 * signed in; the draft is compared with it here.
 */
export function ToldBefore({ draft, memberId }: { draft: Draft; memberId: string }): ReactNode {
  const words = useWords(selfCheckWords).toldBefore
  const dates = useDates()
  const { data } = useQuery({
    queryKey: ['self-check', 'opinions', memberId],
    queryFn: ({ signal }) => get<Opinions>('/api/opinions', signal),
    staleTime: Infinity,
    gcTime: Infinity,
  })
  const told = useMemo(
    () =>
      (data?.items ?? []).filter(
        (one) =>
          (one.content.text ?? '') === draft.text.trim() && hasPictures(draft, one) && isFor(draft, one),
      ),
    [data, draft],
  )
  return told.map(({ requestId, answer, at, office, reason }) => (
    <Alert
      key={requestId}
      type={answer === 'not-allowed' ? 'warning' : 'success'}
      className="told-before"
      noIcon
    >
      <AlertText>
        {words.said(dates.day(at), office, words.answers[answer])}{' '}
        <Link to="/requests/$requestId" params={{ requestId }}>
          {words.see}
        </Link>
      </AlertText>
      {reason !== null && <blockquote>{reason}</blockquote>}
    </Alert>
  ))
}

/** Pictures without words are known by themselves: every one of them was weighed. */
function hasPictures(draft: Draft, { content }: Opinions['items'][number]): boolean {
  return draft.pictures.every(({ id }) => content.pictures.some(({ sha256 }) => sha256 === id))
}
