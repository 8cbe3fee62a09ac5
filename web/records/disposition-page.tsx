import type { ReactNode } from 'react'

/** Stands here until its page is written, minutes later. */
export function DispositionPage(): ReactNode {
  return undefined
}
