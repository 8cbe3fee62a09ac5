import { Button } from '@trussworks/react-uswds'
import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { useWords } from '../words/words.ts'
import { commentWords } from './words.ts'

/** Calls what a key stands for, while no field, dialog or button has the keyboard's words. */
export function useKeys(calls: Readonly<Record<string, () => unknown>>): void {
  const latest = useRef(calls)
  useEffect(() => {
    latest.current = calls
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, metaKey, altKey } = event
      const isBusy =
        ctrlKey ||
        metaKey ||
        altKey ||
        document.querySelector('dialog[open]') !== null ||
        (target instanceof HTMLElement && target.closest('input, textarea, select') !== null)
      const call = latest.current[key]
      if (isBusy || !call) return
      event.preventDefault()
      call()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}

/** What the keys do. */
export function Keys({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const { keys } = useWords(commentWords)
  return (
    <Dialog title={keys.title} isOpen={isOpen} onClose={onClose}>
      <p>{keys.lead}</p>
      <dl className="keys">
        {keys.all.split('; ').map((line) => {
          const [key = '', does = ''] = line.split(': ')
          return (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          )
        })}
      </dl>
      <Button type="button" onClick={onClose}>
        {keys.close}
      </Button>
    </Dialog>
  )
}
