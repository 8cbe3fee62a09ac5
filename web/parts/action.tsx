import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import { Failure } from './failure.tsx'

interface ActionProps {
  /** What a press does; what it throws is shown beneath the button. */
  run: () => Promise<unknown>
  children: ReactNode
  look?: 'outline' | 'unstyled' | 'filled'
}

/** A button that does one thing, once at a time, and says when that did not work. */
export function Action({ run, children, look = 'outline' }: ActionProps): ReactNode {
  const [error, setError] = useState<unknown>()
  const [isBusy, setIsBusy] = useState(false)
  const press = async (): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    setError(undefined)
    try {
      await run()
    } catch (thrown) {
      // The reader closed the browser's own window for passkeys: nothing went wrong.
      if (!(thrown instanceof DOMException && thrown.name === 'NotAllowedError')) setError(thrown)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <>
      <Button
        type="button"
        outline={look === 'outline'}
        unstyled={look === 'unstyled'}
        aria-disabled={isBusy}
        onClick={() => void press()}
      >
        {children}
      </Button>
      {error !== undefined && <Failure error={error} />}
    </>
  )
}
