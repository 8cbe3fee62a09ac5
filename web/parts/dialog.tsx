import { useEffect, useId, useRef, type ReactNode } from 'react'

interface DialogProps {
  title: string
  isOpen: boolean
  /** Escape, or a press outside: nothing is done. */
  onClose: () => void
  children: ReactNode
}

/** The browser's own dialog: it holds the focus while it is open and gives it back after. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps): ReactNode {
  const place = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = place.current
    if (isOpen && dialog?.open === false) dialog.showModal()
    if (!isOpen && dialog?.open === true) dialog.close()
  }, [isOpen])
  return (
    <dialog ref={place} className="usa-modal" aria-labelledby={id} onClose={onClose}>
      {isOpen && (
        <div className="usa-modal__content">
          <div className="usa-modal__main">
            <h2 className="usa-modal__heading" id={id}>
              {title}
            </h2>
            {children}
          </div>
        </div>
      )}
    </dialog>
  )
}
