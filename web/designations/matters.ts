import { useInWords } from '../parts/in-words.ts'
import { useWords } from '../words/words.ts'
import { designationsWords } from './words.ts'

/** Approving official posts is no permission of the order: the Chief may always name somebody for it. */
export const officialPost = 'official-post'

/** The words of what somebody may be designated for. */
export function useMatterWords(): (code: string) => string {
  const words = useWords(designationsWords)
  const { matter } = useInWords()
  return (code) => (code === officialPost ? words.officialPost : matter(code))
}
