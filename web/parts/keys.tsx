import { Button } from '@trussworks/react-uswds'
import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog } from './dialog.tsx'

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

interface KeysProps {
  /** `all` says each key and what it does: `j: the next; k: the one before`. */
  words: Readonly<Record<'title' | 'lead' | 'all' | 'close', string>>
  isOpen: boolean
  onClose: () => void
}

/** What the keys do. */
export function Keys({ words, isOpen, onClose }: KeysProps): ReactNode {
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose}>
      <p>{words.lead}</p>
      <dl className="keys">
        {words.all.split('; ').map((line) => {
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
        {words.close}
      </Button>
    </Dialog>
  )
}
