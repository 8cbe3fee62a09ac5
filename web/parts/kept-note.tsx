import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'

/** Says that a form begins with what its writer left in it, and offers to begin anew. */
export function KeptNote({ onAnew }: { onAnew: () => void }): ReactNode {
  const words = useWords(shared).form
  return (
    <Alert type="info" slim noIcon role="status">
      <AlertText>
        {words.kept}{' '}
        <Button type="button" unstyled onClick={onAnew}>
          {words.beginAnew}
        </Button>
      </AlertText>
    </Alert>
  )
}
