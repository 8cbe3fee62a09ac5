import { useNavigate, useSearch } from '@tanstack/react-router'

/**
 * What stands in the address after `?`, and the way to change it without leaving the page, which then begins at its
 * top, unless it is told to stay.
 */
export function useQuestion(): [
  Record<string, string | undefined>,
  (next: Record<string, string | undefined>, stays?: boolean) => void,
] {
  const question: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  return [
    question,
    (next, stays = false) =>
      void navigate({ to: '.', search: { ...question, ...next }, replace: true, resetScroll: !stays }),
  ]
}
