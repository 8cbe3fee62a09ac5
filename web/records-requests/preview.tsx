import type { ReactNode } from 'react'
import { placed } from '../parts/picture-boxes.tsx'
import type { Law } from '../../src/records/requests/law.ts'
import { useWords } from '../words/words.ts'
import { boxOf } from './cut-picture.tsx'
import { GroundSays, useFieldName } from './cut-words.tsx'
import { mediumAt, type UnderReview } from './data.ts'
import { isUndecided, isWordless, shownOf, type Draft } from './draft.ts'
import { reviewWords } from './review-words.ts'

interface PreviewProps {
  requestId: string
  law: Law
  one: UnderReview
  draft: Draft
}

/** What the requester will see of a record: its words with labels where they were cut, its pictures with black boxes. */
export function Preview({ requestId, law, one, draft }: PreviewProps): ReactNode {
  const words = useWords(reviewWords).preview
  const nameOf = useFieldName()
  const { record, fields, media } = one
  const { state, regions, keptBack } = draft
  return (
    <section className="rr-preview" aria-labelledby="preview">
      <h3 id="preview">{words.title}</h3>
      {state === '' && <p className="quiet">{words.undecided}</p>}
      {state === 'withhold' && (
        <p>
          {words.withheld} <GroundSays law={law} exemption={draft.exemption} reason={draft.reason} />
        </p>
      )}
      {state !== 'withhold' && state !== '' && (
        <>
          {isWordless(one) && <p>{words.wordless}</p>}
          <dl>
            {shownOf(law, fields, draft).map(
              ({ field, text }) =>
                text !== '' && (
                  <div key={field}>
                    <dt>{nameOf(field)}</dt>
                    <dd className="rr-text" data-testid={`preview-${field}`}>
                      {text}
                    </dd>
                  </div>
                ),
            )}
          </dl>
          {media.map((medium) => {
            const { sha256, isPicture, mediaType } = medium
            const kept = keptBack.find((other) => other.sha256 === sha256)
            if (kept)
              return (
                <p key={sha256}>
                  {words.keptBack} <GroundSays law={law} {...kept} />
                </p>
              )
            if (!isPicture)
              return (
                <p key={sha256}>
                  {isUndecided(draft, medium) ? words.fileOpen : words.file} {mediaType}
                </p>
              )
            return (
              <div key={sha256} className="rr-picture">
                <img src={mediumAt(requestId, record.recordId, sha256)} alt={words.picture} />
                {regions
                  .filter((region) => region.sha256 === sha256)
                  .map((region, n) => (
                    // oxlint-disable-next-line react/no-array-index-key -- boxes have no other name than their place
                    <span key={n} className="rr-black" style={placed(boxOf(region))} />
                  ))}
              </div>
            )
          })}
        </>
      )}
    </section>
  )
}
