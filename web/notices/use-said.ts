import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoticeContent } from '../../src/posts/notices/content.ts'
import { isSame, noticeLanguages, type NoticeLanguage, type Said } from './content.ts'
import { proposed, useProposal, wordsAsked } from './data.ts'

interface SaidNow {
  said: Readonly<Record<NoticeLanguage, Said>>
  /** The languages whose words are a person's own. */
  own: ReadonlySet<NoticeLanguage>
  change: (language: NoticeLanguage, said: Said) => void
  propose: (language: NoticeLanguage) => void
  /** The words of this very content, though the template's were asked for a moment ago. */
  settled: (content: NoticeContent) => Promise<Readonly<Record<NoticeLanguage, Said>>>
}

const nothing: Said = { headline: '', description: '', instruction: '' }

/**
 * The words of a notice while it is written. They follow what the template proposes until somebody changes them; those
 * that a notice began with follow it too, as long as they are what was proposed then.
 */
export function useSaid(start: NoticeContent, content: NoticeContent): SaidNow {
  const [typed, setTyped] = useState<Partial<Record<NoticeLanguage, Said | 'proposed'>>>({})
  const proposal = useProposal(wordsAsked(content)).data
  const isNew = Object.keys(start.texts).length === 0
  const first = useQuery({
    queryKey: ['notices', 'words', JSON.stringify(wordsAsked(start))],
    queryFn: () => proposed(wordsAsked(start)),
    enabled: !isNew,
    staleTime: Infinity,
    retry: false,
  }).data
  const ownIn = (language: NoticeLanguage): Said | undefined => {
    const now = typed[language]
    if (now === 'proposed') return undefined
    if (now !== undefined) return now
    const before = start.texts[language]
    return before === undefined || isSame(before, first?.[language]) ? undefined : before
  }
  const saidIn = (language: NoticeLanguage): Said =>
    ownIn(language) ?? proposal?.[language] ?? start.texts[language] ?? nothing
  return {
    said: { en: saidIn('en'), es: saidIn('es') },
    own: new Set(noticeLanguages.filter((language) => ownIn(language) !== undefined)),
    change: (language, said) => setTyped((before) => ({ ...before, [language]: said })),
    propose: (language) => setTyped((before) => ({ ...before, [language]: 'proposed' })),
    settled: async (asked) => {
      const fresh = await proposed(wordsAsked(asked))
      return { en: ownIn('en') ?? fresh.en, es: ownIn('es') ?? fresh.es }
    },
  }
}
