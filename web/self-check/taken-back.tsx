import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { standing, type Replaced } from './replaced.ts'
import { withoutEdges } from './safer-words.tsx'
import { selfCheckWords } from './words.ts'

interface TakenBackProps {
  taken: readonly Replaced[]
  text: string
  onUndo: (before: string) => void
}

/** Tells which words a suggestion has replaced, and puts them back; what was written on since goes back by Ctrl-Z. */
export function TakenBack({ taken, text, onUndo }: TakenBackProps): ReactNode {
  const words = useWords(selfCheckWords).safer
  const { last, isBack } = standing(taken, text)
  return (
    <div className="draft__taken" translate="no">
      <span role="status">{isBack ? words.undone : last && toldOf(words, last)}</span>
      {last && (
        <Button type="button" outline onClick={() => onUndo(last.before)}>
          {words.undo}
        </Button>
      )}
    </div>
  )
}

function toldOf(words: (typeof selfCheckWords)['en']['safer'], { said, instead }: Replaced): string {
  return instead === '' ? words.leftOut(withoutEdges(said)) : words.used(said, instead)
}
