import { useEffect, useState } from 'react'
import type { PostContent } from '../../src/posts/content.ts'
import type { FormMedia } from './content.ts'

/** What somebody wrote and did not save. */
export interface Kept {
  /** The version of the post that the form was begun with; null for a new one. */
  version: number | null
  content: PostContent
  media: readonly FormMedia[]
}

// It lies in this window alone, and is gone with it; each writer has their own. The number is of its form.
const prefix = 'decorum-post-1'

/** Where the unsaved words of a member lie: of a post, of a correction of one, or of a new one. */
export function keptPlace(memberId: string, of: string): string {
  return `${prefix} ${memberId} ${of}`
}

export function keptAt(place: string): Kept | undefined {
  const written = sessionStorage.getItem(place)
  return written === null ? undefined : JSON.parse(written)
}

export function forgetKept(place: string): void {
  sessionStorage.removeItem(place)
}

/** Whoever leaves takes their unsaved words along. */
export function forgetAllKept(): void {
  const places = Array.from({ length: sessionStorage.length }, (_, place) => sessionStorage.key(place))
  for (const place of places) if (place?.startsWith(prefix) === true) sessionStorage.removeItem(place)
}

/** Keeps what stands in a form from the first change on. */
export function useKeeping(place: string, kept: Kept): void {
  const written = JSON.stringify(kept)
  const [begun] = useState(written)
  useEffect(() => {
    if (written === begun && sessionStorage.getItem(place) === null) return
    try {
      sessionStorage.setItem(place, written)
    } catch {
      // A window that has no room left keeps what it has; the form itself is not touched.
    }
  }, [place, written, begun])
}
