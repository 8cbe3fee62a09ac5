import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'

interface ShowMoreProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}

/** Below a list of which there is more: loads the next page of it. */
export function ShowMore({ list }: ShowMoreProps): ReactNode {
  const { more } = useWords(shared).list
  if (!list.hasNextPage) return undefined
  return (
    <Button
      type="button"
      outline
      disabled={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {more}
    </Button>
  )
}
