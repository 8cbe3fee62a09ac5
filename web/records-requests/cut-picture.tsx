import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { Law } from '../../src/records/requests/law.ts'
import type { Region } from '../../src/records/requests/review-schema.ts'
import { BoxFields, PictureBoxes, type Box } from '../parts/picture-boxes.tsx'
import { useWords } from '../words/words.ts'
import { GroundSays } from './cut-words.tsx'
import type { UnderReview } from './data.ts'
import { hasGround, type Draft } from './draft.ts'
import { reviewWords } from './review-words.ts'

type Medium = UnderReview['media'][number]

interface CutPictureProps {
  law: Law
  address: string
  medium: Medium
  draft: Draft
  onChange: (draft: Draft) => void
}

/** A picture's parts are cut by drawing over them with a pointer, or by boxes whose sides are typed in percent. */
export function CutPicture({ law, address, medium, draft, onChange }: CutPictureProps): ReactNode {
  const words = useWords(reviewWords).picture
  const [said, setSaid] = useState('')
  const { sha256 } = medium
  const mine = draft.regions.filter((one) => one.sha256 === sha256)
  const put = ({ width: w, height: h, ...from }: Box): void => {
    setSaid(hasGround(draft) ? '' : words.noGround)
    if (!hasGround(draft)) return
    const region = { sha256, ...from, w, h, exemption: draft.exemption, reason: draft.reason.trim() }
    onChange({ ...draft, state: 'redact', regions: [...draft.regions, region] })
  }
  const change = (region: Region, { width: w, height: h, ...from }: Box): void =>
    onChange({
      ...draft,
      regions: draft.regions.map((one) => (one === region ? { ...one, ...from, w, h } : one)),
    })
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{medium.alt === '' ? words.noAlt : medium.alt}</legend>
      <p className="usa-hint">{words.hint}</p>
      <PictureBoxes address={address} boxes={mine.map(boxOf)} onDraw={put} />
      <p role="status">{said}</p>
      {mine.map((region, place) => (
        <BoxFields
          // oxlint-disable-next-line react/no-array-index-key -- boxes have no other name than their place
          key={place}
          legend={
            <>
              {words.one(place + 1)} <GroundSays law={law} {...region} />
            </>
          }
          labels={words.sides}
          box={boxOf(region)}
          onChange={(box) => change(region, box)}
          drop={words.drop(place + 1)}
          onDrop={() => onChange({ ...draft, regions: draft.regions.filter((one) => one !== region) })}
        />
      ))}
      <div className="row-of-buttons">
        <Button type="button" outline onClick={() => put({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 })}>
          {words.add}
        </Button>
        <Button type="button" outline onClick={() => put({ x: 0, y: 0, width: 1, height: 1 })}>
          {words.all}
        </Button>
      </div>
    </fieldset>
  )
}

/** The box that a region is. */
export function boxOf({ x, y, w, h }: Region): Box {
  return { x, y, width: w, height: h }
}
