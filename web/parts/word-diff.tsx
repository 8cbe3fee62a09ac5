import { useMemo, type ReactNode } from 'react'
import { wordDiff, type Run } from './diff.ts'

interface Side {
  title: string
  /** Null where this side has nothing. */
  text: string | null
}

/** Two texts side by side, each with the words marked that the other does not have. */
export function WordDiff({ before, after }: { before: Side; after: Side }): ReactNode {
  const runs = useMemo(() => wordDiff(before.text ?? '', after.text ?? ''), [before.text, after.text])
  return (
    <div className="sides">
      {before.text !== null && (
        <Text title={before.title} runs={after.text === null ? whole(before.text) : runs.before} mark="del" />
      )}
      {after.text !== null && (
        <Text title={after.title} runs={before.text === null ? whole(after.text) : runs.after} mark="ins" />
      )}
    </div>
  )
}

function whole(text: string): Run[] {
  return [{ text, isOther: false }]
}

function Text({ title, runs, mark: Mark }: { title: string; runs: Run[]; mark: 'del' | 'ins' }): ReactNode {
  const placed = runs.map((run, place) => ({ ...run, key: `${place} ${run.text.slice(0, 20)}` }))
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <blockquote lang="en">
        {placed.map(({ key, text, isOther }) =>
          isOther ? <Mark key={key}>{text}</Mark> : <span key={key}>{text}</span>,
        )}
      </blockquote>
    </figure>
  )
}
