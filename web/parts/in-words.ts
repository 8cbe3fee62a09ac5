import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'

/** The words of codes that the server sends; a code without words of its own is shown as it is. */
export interface InWords {
  matter: (code: string) => string
  /** `the Chief or a designee of the Chief` */
  givers: (codes: readonly string[]) => string
  form: (code: string) => string
  /** A citation as people read it: a line of an order's head by what it tells. */
  citation: (code: string) => string
}

export function useInWords(): InWords {
  const { matters, givers, forms, heads, or } = useWords(shared)
  return {
    matter: (code) => wordOf(matters, code),
    givers: (codes) => {
      const all = codes.map((code) => wordOf(givers, code))
      const last = all.pop() ?? ''
      return all.length === 0 ? last : or(all.join(', '), last)
    },
    form: (code) => wordOf(forms, code),
    citation: (code) => wordOf(heads, code),
  }
}

/** A word of a dictionary by a code that may be unknown. */
export function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}
