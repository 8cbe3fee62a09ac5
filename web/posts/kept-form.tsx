import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { PostContent } from '../../src/posts/content.ts'
import { WordDiff } from '../parts/word-diff.tsx'
import { useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { languages, type FormMedia } from './content.ts'
import { forgetKept, keptAt, keptPlace, type Kept } from './kept.ts'
import { PostForm } from './post-form.tsx'
import { postWords } from './words.ts'

interface KeptFormProps {
  /** Which post is written: its id, `new`, or what it corrects. */
  of: string
  version: number | null
  start: PostContent
  media: readonly FormMedia[]
  onSave: (content: PostContent) => Promise<void>
}

/** The form of a post, with what was written and not saved in it again: a reload or a lost session loses no words. */
export function KeptForm({ of, version, start, media, onSave }: KeptFormProps): ReactNode {
  const words = useWords(postWords).kept
  const place = keptPlace(useMember().memberId, of)
  const [kept] = useState(() => keptAt(place))
  // Words that belong to an earlier version do not take the place of what somebody wrote since, unless they are told to.
  const [from, setFrom] = useState<Kept | undefined>(kept?.version === version ? kept : undefined)
  const [isSettled, setIsSettled] = useState(false)
  const begin = (): void => {
    forgetKept(place)
    setFrom(undefined)
    setIsSettled(true)
  }
  const isOlder = kept !== undefined && kept.version !== version
  return (
    <>
      {kept && !isSettled && (
        <Alert type={isOlder ? 'warning' : 'info'} className="post-kept">
          <AlertHeading level="h2">{isOlder ? words.older : words.title}</AlertHeading>
          <AlertText>{isOlder ? words.olderSays : words.says}</AlertText>
          <p className="row-of-buttons">
            {isOlder && (
              <Button
                type="button"
                onClick={() => {
                  setFrom({ ...kept, version })
                  setIsSettled(true)
                }}
              >
                {words.take}
              </Button>
            )}
            <Button type="button" outline onClick={begin}>
              {isOlder ? words.leave : words.anew}
            </Button>
          </p>
        </Alert>
      )}
      {kept && isOlder && !isSettled && <Both now={start} mine={kept.content} />}
      {(!isOlder || isSettled) && (
        <PostForm
          key={from ? 'kept' : 'fresh'}
          place={place}
          version={version}
          start={from?.content ?? start}
          media={from?.media ?? media}
          onSave={onSave}
        />
      )}
    </>
  )
}

/** What somebody else wrote since, and what was not saved, language by language. */
function Both({ now, mine }: { now: PostContent; mine: PostContent }): ReactNode {
  const words = useWords(postWords).kept
  return languages.flatMap((language) => {
    const [before, after] = [now.texts[language] ?? null, mine.texts[language] ?? null]
    if (before === after) return []
    return (
      <WordDiff
        key={language}
        before={{ title: words.theirs, text: before }}
        after={{ title: words.mine, text: after }}
      />
    )
  })
}
