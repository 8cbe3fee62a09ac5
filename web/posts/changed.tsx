import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PostContent } from '../../src/posts/content.ts'
import type { PostView } from '../../src/posts/schema.ts'
import { accountsQuery } from '../accounts/data.ts'
import { WordDiff } from '../parts/word-diff.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { postFormWords } from './form-words.ts'
import { postWords } from './words.ts'

/** What is otherwise than it was approved last: the words, language by language, and everything else that a yes binds. */
export function Changed({ post: { approvedBefore, content } }: { post: PostView }): ReactNode {
  const words = useWords(postWords).one
  const others = useOthers()
  if (!approvedBefore) return undefined
  const pairs = (['en', 'es'] as const).flatMap((language) => {
    const [before, after] = [approvedBefore.texts[language] ?? null, content.texts[language] ?? null]
    return before === after ? [] : [{ language, before, after }]
  })
  const [old, now] = [others(approvedBefore), others(content)]
  return (
    <section>
      <h2>{words.changed}</h2>
      {pairs.map(({ language, before, after }) => (
        <WordDiff
          key={language}
          before={{ title: words.before, text: before }}
          after={{ title: words.after, text: after }}
        />
      ))}
      {now.flatMap(({ name, said }, place) => {
        const before = old[place]?.said ?? ''
        return before === said
          ? []
          : [
              <p key={name}>
                {name}: {before !== '' && <del>{before}</del>} {said !== '' && <ins>{said}</ins>}
              </p>,
            ]
      })}
    </section>
  )
}

function useOthers(): (content: PostContent) => { name: string; said: string }[] {
  const words = useWords(postWords)
  const form = useWords(postFormWords)
  const accounts = useQuery(accountsQuery).data?.items ?? []
  const { one } = words
  const dates = useDates()
  const handleOf = (id: string): string =>
    accounts.find(({ accountId }) => accountId === id)?.handle ?? id.slice(0, 8)
  return ({ category, at, accounts: chosen, audience, byline, people, media, otherwise, facts }) => [
    { name: one.category, said: words.categories[category] },
    { name: one.goesOut, said: at === null ? one.asApproved : dates.clocks(at) },
    { name: form.accounts, said: chosen.map(handleOf).join(', ') },
    { name: one.audience, said: audience },
    { name: form.byline, said: byline.words ?? byline.reason ?? '' },
    {
      name: one.people,
      said: people
        .map(
          ({ name, status, inPicture }) =>
            `${name} (${words.statuses[status]}${inPicture ? `, ${one.inPicture}` : ''})`,
        )
        .join('; '),
    },
    {
      name: one.media,
      said: media
        .map(
          ({ alt, rights, source, captions, sha256 }) =>
            `${alt} (${[form.rightsOf[rights], source, captions === null ? null : one.captions, sha256.slice(0, 8)].filter((part) => part !== null).join(', ')})`,
        )
        .join('; '),
    },
    {
      name: one.otherWords,
      said: otherwise
        .map(({ accountId, texts }) => `${handleOf(accountId)}: ${Object.values(texts).join(' / ')}`)
        .join('; '),
    },
    {
      name: one.answers,
      said: Object.entries(facts)
        .map(([fact, said]) => `${fact}: ${JSON.stringify(said)}`)
        .join('; '),
    },
  ]
}
