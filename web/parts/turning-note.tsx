import type { ReactNode } from 'react'
import { turningIn } from '../../src/policy/turning.ts'
import { inBoth, useWords } from '../words/words.ts'

const noteWords = inBoth(
  {
    turning: (control: string) =>
      `It holds the invisible character ${control}: what you read here may stand in another order than it was written.`,
  },
  {
    turning: (control: string) =>
      `Contiene el carácter invisible ${control}: lo que lee aquí puede estar en otro orden del que se escribió.`,
  },
)

/** Words of others are kept as they came; this says of them that a page can show them as other words. */
export function TurningNote({ of }: { of: readonly (string | null)[] }): ReactNode {
  const words = useWords(noteWords)
  const turning = turningIn(of.join('\n'))
  return turning === undefined ? undefined : <p className="quiet">{words.turning(turning)}</p>
}
