import type { ReactNode } from 'react'
import { placed } from '../parts/picture-boxes.tsx'
import { useWords } from '../words/words.ts'
import { boxOf } from './cut-picture.tsx'
import { useFieldName } from './cut-words.tsx'
import { mediumAt, type UnderReview } from './data.ts'
import { isWordless } from './draft.ts'
import { reviewWords } from './review-words.ts'

interface AsItIsProps {
  requestId: string
  one: UnderReview
  children?: ReactNode
}

/** The record as it is, with what was cut from it struck through. */
export function AsItIs({ requestId, one, children }: AsItIsProps): ReactNode {
  const words = useWords(reviewWords)
  const nameOf = useFieldName()
  const { record, fields, media } = one
  const { review } = record
  return (
    <section aria-labelledby="as-it-is">
      <h3 id="as-it-is">{words.preview.asItIs}</h3>
      {isWordless(one) && <p className="quiet">{words.preview.wordless}</p>}
      <dl>
        {fields.map(
          ({ field, text }) =>
            text !== '' && (
              <div key={field}>
                <dt>{nameOf(field)}</dt>
                <dd className="rr-text">
                  <Struck
                    text={text}
                    cuts={(review?.redactions ?? []).filter((cut) => cut.field === field)}
                  />
                </dd>
              </div>
            ),
        )}
      </dl>
      {media.map(({ sha256, isPicture, mediaType, alt }) =>
        isPicture ? (
          <div key={sha256} className="rr-picture">
            <img
              src={mediumAt(requestId, record.recordId, sha256)}
              alt={alt === '' ? words.picture.noAlt : alt}
            />
            {(review?.regions ?? [])
              .filter((region) => region.sha256 === sha256)
              .map((region, n) => (
                // oxlint-disable-next-line react/no-array-index-key -- boxes have no other name than their place
                <span key={n} className="picture-boxes__box" style={placed(boxOf(region))} />
              ))}
          </div>
        ) : (
          <p key={sha256}>
            <a href={mediumAt(requestId, record.recordId, sha256)} target="_blank" rel="noreferrer">
              {alt === '' ? mediaType : alt}
            </a>
          </p>
        ),
      )}
      {children}
    </section>
  )
}

function Struck({
  text,
  cuts,
}: {
  text: string
  cuts: readonly { start: number; end: number }[]
}): ReactNode {
  const points = Array.from(text)
  const parts: ReactNode[] = []
  let done = 0
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    parts.push(points.slice(done, start).join(''))
    parts.push(
      <del key={start} className="rr-cut">
        {points.slice(start, end).join('')}
      </del>,
    )
    done = end
  }
  return [...parts, points.slice(done).join('')]
}
