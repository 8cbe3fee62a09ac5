import { Alert, AlertText } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { Focused } from './focused.tsx'

/** That it was saved, where the form that was sent is gone or empty again. */
export function Saved(): ReactNode {
  const { saved } = useWords(shared).form
  return (
    <Focused>
      <Alert type="success" role="status" slim>
        <AlertText>{saved}</AlertText>
      </Alert>
    </Focused>
  )
}
