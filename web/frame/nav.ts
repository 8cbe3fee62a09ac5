import type { LinkProps } from '@tanstack/react-router'
import type { Role } from '../../src/members/access.ts'
import type { en } from '../words/en.ts'

interface Entry {
  to: NonNullable<LinkProps['to']>
  word: keyof typeof en.pages
  /** Whose menu it stands in. The page itself says who may open it, in `routes.tsx`. */
  for: readonly Role[]
}

/** The menu, in its order. A new page is one line here and one in `routes.tsx`. */
export const nav: readonly Entry[] = [
  { to: '/', word: 'waiting', for: ['member'] },
  { to: '/requests', word: 'requests', for: ['member'] },
  { to: '/register', word: 'register', for: ['member'] },
  { to: '/posts', word: 'posts', for: ['member'] },
  { to: '/notices', word: 'notices', for: ['member'] },
  { to: '/accounts', word: 'accounts', for: ['member'] },
  { to: '/comments', word: 'comments', for: ['member'] },
  { to: '/records', word: 'records', for: ['member'] },
  {
    to: '/records-requests',
    word: 'recordsRequests',
    for: ['records-custodian', 'chief', 'counsel'],
  },
  { to: '/order', word: 'order', for: ['member'] },
  { to: '/acknowledge', word: 'acknowledge', for: ['member'] },
  { to: '/roster', word: 'roster', for: ['member'] },
  { to: '/self-check', word: 'selfCheck', for: ['visitor', 'member'] },
  { to: '/adopt', word: 'adopt', for: ['chief', 'administrator'] },
  { to: '/ledger', word: 'ledger', for: ['visitor', 'member'] },
]

/** What a member does about themselves; stands beside their name. */
export const mine: readonly Entry[] = [
  { to: '/opened', word: 'opened', for: ['member'] },
  { to: '/settings', word: 'settings', for: ['member'] },
]
