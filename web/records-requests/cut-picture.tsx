import { Button } from '@trussworks/react-uswds'
import { useRef, useState, type CSSProperties, type PointerEvent, type ReactNode } from 'react'
import type { Law } from '../../src/records/requests/law.ts'
import type { Region } from '../../src/records/requests/schema.ts'
import { useWords } from '../words/words.ts'
import { GroundSays } from './cut-words.tsx'
import type { UnderReview } from './data.ts'
import { hasGround, type Draft } from './draft.ts'
import { reviewWords } from './review-words.ts'

type Medium = UnderReview['media'][number]
type Box = Pick<Region, 'x' | 'y' | 'w' | 'h'>
const sides = ['x', 'y', 'w', 'h'] as const

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
  const put = (box: Box): void => {
    setSaid(hasGround(draft) ? '' : words.noGround)
    if (!hasGround(draft)) return
    const region = { sha256, ...box, exemption: draft.exemption, reason: draft.reason.trim() }
    onChange({ ...draft, state: 'redact', regions: [...draft.regions, region] })
  }
  const change = (region: Region, box: Partial<Box>): void =>
    onChange({
      ...draft,
      regions: draft.regions.map((one) => (one === region ? { ...one, ...within({ ...one, ...box }) } : one)),
    })
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{medium.alt === '' ? words.noAlt : medium.alt}</legend>
      <p className="usa-hint">{words.hint}</p>
      <Canvas address={address} boxes={mine} onDraw={put} />
      <p role="status">{said}</p>
      {mine.map((region, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- boxes have no other name than their place
        <fieldset key={place} className="usa-fieldset blur__one">
          <legend>
            {words.one(place + 1)} <GroundSays law={law} {...region} />
          </legend>
          {sides.map((side) => (
            <label key={side}>
              {words.sides[side]}
              <input
                className="usa-input"
                type="number"
                min={0}
                max={100}
                step={0.5}
                value={Math.round(region[side] * 1_000) / 10}
                onChange={({ target }) => change(region, { [side]: (target.valueAsNumber || 0) / 100 })}
              />
            </label>
          ))}
          <Button
            type="button"
            unstyled
            onClick={() => onChange({ ...draft, regions: draft.regions.filter((one) => one !== region) })}
          >
            {words.drop(place + 1)}
          </Button>
        </fieldset>
      ))}
      <div className="row-of-buttons">
        <Button type="button" outline onClick={() => put({ x: 0.4, y: 0.4, w: 0.2, h: 0.2 })}>
          {words.add}
        </Button>
        <Button type="button" outline onClick={() => put({ x: 0, y: 0, w: 1, h: 1 })}>
          {words.all}
        </Button>
      </div>
    </fieldset>
  )
}

/** A box keeps within its picture, and has a width and a height. */
function within({ x, y, w, h }: Box): Box {
  const left = between(x, 0, 0.995)
  const top = between(y, 0, 0.995)
  return { x: left, y: top, w: between(w, 0.005, 1 - left), h: between(h, 0.005, 1 - top) }
}

function between(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

interface CanvasProps {
  address: string
  boxes: readonly Box[]
  onDraw: (box: Box) => void
}

/** The picture with its boxes; a pointer that is drawn over it makes another. Keys use the fields beneath. */
function Canvas({ address, boxes, onDraw }: CanvasProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<{ x: number; y: number }>()
  const [drawn, setDrawn] = useState<Box>()
  const at = (event: PointerEvent): { x: number; y: number } => {
    const box = place.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0 }
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
    return { x: between(x, 0, 1), y: between(y, 0, 1) }
  }
  const end = (): void => {
    if (drawn && drawn.w > 0.005 && drawn.h > 0.005) onDraw(drawn)
    setFrom(undefined)
    setDrawn(undefined)
  }
  return (
    <div
      ref={place}
      className="blur__canvas"
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom(at(event))
      }}
      onPointerMove={(event) => {
        if (!from) return
        const to = at(event)
        setDrawn({
          x: Math.min(from.x, to.x),
          y: Math.min(from.y, to.y),
          w: Math.abs(to.x - from.x),
          h: Math.abs(to.y - from.y),
        })
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <img src={address} alt="" draggable={false} />
      {[...boxes, ...(drawn ? [drawn] : [])].map((box, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- boxes have no other name than their place
        <span key={n} className="blur__region" style={placed(box)} />
      ))}
    </div>
  )
}

/** Where a box lies on its picture. */
export function placed({ x, y, w, h }: Box): CSSProperties {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` }
}
