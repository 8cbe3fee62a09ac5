import { useNavigate, useSearch } from '@tanstack/react-router'

/** What stands in the address after `?`, and the way to change it without leaving the page. */
export function useQuestion(): [
  Record<string, string | undefined>,
  (next: Record<string, string | undefined>) => void,
] {
  const question: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  return [question, (next) => void navigate({ to: '.', search: { ...question, ...next }, replace: true })]
}
