import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoticeContent } from '../../src/posts/notices/content.ts'
import { ownOf, type NoticeLanguage, type Said } from './content.ts'
import { proposed, useProposal, wordsAsked } from './data.ts'

interface SaidNow {
  said: Readonly<Record<NoticeLanguage, Said>>
  /** What of it is a person's own. */
  own: Readonly<Record<NoticeLanguage, Partial<Said>>>
  change: (language: NoticeLanguage, said: Partial<Said>) => void
  propose: (language: NoticeLanguage) => void
  /** The words of this very content, though the template's were asked for a moment ago. */
  settled: (content: NoticeContent) => Promise<Readonly<Record<NoticeLanguage, Said>>>
}

const nothing: Said = { headline: '', description: '', instruction: '' }

/**
 * The words of a notice while it is written. Each follows what the template proposes until somebody changes it; those
 * that a notice began with follow it too, as far as they are what was proposed then.
 */
export function useSaid(start: NoticeContent, content: NoticeContent): SaidNow {
  const [typed, setTyped] = useState<Readonly<Record<NoticeLanguage, Partial<Said>>>>({ en: {}, es: {} })
  const [anew, setAnew] = useState<readonly NoticeLanguage[]>([])
  const proposal = useProposal(wordsAsked(content)).data
  const isNew = Object.keys(start.texts).length === 0
  const first = useQuery({
    queryKey: ['notices', 'words', JSON.stringify(wordsAsked(start))],
    queryFn: () => proposed(wordsAsked(start)),
    enabled: !isNew,
    staleTime: Infinity,
    retry: false,
  }).data
  const ownIn = (language: NoticeLanguage): Partial<Said> => {
    const before = start.texts[language]
    if (before === undefined || anew.includes(language)) return typed[language]
    // Until it is known what was proposed, all of it may be somebody's own.
    return { ...(first ? ownOf(before, first[language]) : before), ...typed[language] }
  }
  const saidIn = (language: NoticeLanguage): Said => ({
    ...(proposal?.[language] ?? nothing),
    ...ownIn(language),
  })
  return {
    said: { en: saidIn('en'), es: saidIn('es') },
    own: { en: ownIn('en'), es: ownIn('es') },
    change: (language, said) =>
      setTyped((before) => ({ ...before, [language]: { ...before[language], ...said } })),
    propose: (language) => {
      setTyped((before) => ({ ...before, [language]: {} }))
      setAnew((before) => [...before, language])
    },
    settled: async (asked) => {
      const fresh = await proposed(wordsAsked(asked))
      return { en: { ...fresh.en, ...ownIn('en') }, es: { ...fresh.es, ...ownIn('es') } }
    },
  }
}
