import type { ReactNode } from 'react'
import type { OrderReader } from '../../src/adoption/schema.ts'
import { CheckField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'
import { postKinds } from './asking.ts'
import { requestFormWords } from './form-words.ts'

/** What a request without exact words is to cover: provisions that the matter can cure, and kinds of acts. */
export function Covers({
  order,
  matter,
  start,
}: {
  order: OrderReader
  matter: string
  start: readonly string[]
}): ReactNode {
  const words = useWords(requestFormWords)
  const provisions = order.provisions.filter(({ path, judged }) => judged && path?.matter === matter)
  return (
    <details open={start.length > 0 || matter === 'duty-use'}>
      <summary>{words.covers}</summary>
      <p className="usa-hint">{words.coversHint}</p>
      {provisions.map(({ citation, gist }) => (
        <CheckField
          key={citation}
          name="covers"
          value={citation}
          label={
            <>
              {citation}: <span lang="en">{gist}</span>
            </>
          }
          start={start.includes(citation)}
        />
      ))}
      {postKinds.map((kind) => (
        <CheckField
          key={kind}
          name="covers"
          value={kind}
          label={words.coversKind(words.kinds[kind])}
          start={start.includes(kind)}
        />
      ))}
    </details>
  )
}
