import type { ReactNode } from 'react'
import { SaidInLine } from '../parts/failure.tsx'

interface MayNotProps<Move extends string> {
  mayNot: readonly { move: Move; because: string }[]
  /** The words on the buttons. */
  words: Readonly<Record<Move, string>>
}

/** What may not be done and why, each reason once. */
export function MayNot<Move extends string>({ mayNot, words }: MayNotProps<Move>): ReactNode {
  const reasons = [...new Set(mayNot.map(({ because }) => because))]
  return reasons.map((reason) => (
    <p key={reason} className="quiet">
      {mayNot
        .filter(({ because }) => because === reason)
        .map(({ move }) => words[move])
        .join(', ')}
      : <SaidInLine sentence={reason} />
    </p>
  ))
}
