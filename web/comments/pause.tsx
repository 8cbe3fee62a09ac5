import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { CommentBrief } from '../../src/comments/schema.ts'
import type { Wellness } from '../../src/comments/settings.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useWords } from '../words/words.ts'
import { commentWords } from './words.ts'

/** Counts the ugly ones that are opened in a row, and offers a pause after so many. It is offered, never forced. */
export function usePause(wellness: Wellness | undefined): {
  opened: (comment: CommentBrief) => void
  dialog: ReactNode
} {
  const words = useWords(commentWords).pause
  const [row, setRow] = useState<readonly string[]>([])
  const [isOffered, setIsOffered] = useState(false)
  const opened = ({ commentId, isUgly }: CommentBrief): void => {
    if (row.includes(commentId)) return
    const next = isUgly ? [...row, commentId] : []
    setRow(next)
    const most = wellness?.pauseAfter ?? null
    if (most !== null && next.length >= most) setIsOffered(true)
  }
  const goOn = (): void => {
    setRow([])
    setIsOffered(false)
  }
  const dialog = (
    <Dialog title={words.title} isOpen={isOffered} onClose={goOn}>
      <p>{words.says(row.length)}</p>
      <Button type="button" onClick={goOn}>
        {words.on}
      </Button>
    </Dialog>
  )
  return { opened, dialog }
}
