import type { PostSeats } from '../post.ts'
import { seatsFor, type PostGround } from '../seats.ts'
import type { NoticeContent } from './content.ts'

/** Who may speak for a notice: for what is worked on, and for the pages that what is out stands on. */
export function noticeSeats(
  ground: PostGround,
  { content, out }: { content: NoticeContent; out: NoticeContent | null },
): PostSeats {
  const pages = [...content.accounts, ...(out?.accounts ?? [])]
  return seatsFor(ground, { accounts: pages })
}
