import type { ReactNode } from 'react'

/** Stands here until its page is written, minutes later. */
export function ImportsPage(): ReactNode {
  return undefined
}
