import { Button } from '@trussworks/react-uswds'
import { useRef, useState, type CSSProperties, type PointerEvent, type ReactNode } from 'react'

/** A rectangle in parts of its picture's width and height. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}
const sides = ['x', 'y', 'width', 'height'] as const
/** The least side of a box, as a part of the picture's. */
const least = 0.005

interface PictureBoxesProps {
  address: string
  boxes: readonly Box[]
  onDraw: (box: Box) => void
}

/** A picture with boxes on it; a pointer that is drawn over it makes another. Keys use the fields beneath. */
export function PictureBoxes({ address, boxes, onDraw }: PictureBoxesProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<{ x: number; y: number }>()
  const [drawn, setDrawn] = useState<Box>()
  const at = (event: PointerEvent): { x: number; y: number } => {
    const frame = place.current?.getBoundingClientRect()
    if (!frame) return { x: 0, y: 0 }
    const [x, y] = [(event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height]
    return { x: between(x, 0, 1), y: between(y, 0, 1) }
  }
  const end = (): void => {
    if (drawn && drawn.width > least && drawn.height > least) onDraw(drawn)
    setFrom(undefined)
    setDrawn(undefined)
  }
  return (
    <div
      ref={place}
      className="picture-boxes"
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
          width: Math.abs(to.x - from.x),
          height: Math.abs(to.y - from.y),
        })
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <img src={address} alt="" draggable={false} />
      {[...boxes, ...(drawn ? [drawn] : [])].map((box, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- boxes have no other name than their place
        <span key={n} className="picture-boxes__box" style={placed(box)} />
      ))}
    </div>
  )
}

interface BoxFieldsProps {
  legend: ReactNode
  labels: Readonly<Record<keyof Box, string>>
  box: Box
  onChange: (box: Box) => void
  drop: string
  onDrop: () => void
}

/** The sides of a box in percent, and a button that takes it away. */
export function BoxFields({ legend, labels, box, onChange, drop, onDrop }: BoxFieldsProps): ReactNode {
  return (
    <fieldset className="usa-fieldset box-fields">
      <legend>{legend}</legend>
      {sides.map((side) => (
        <label key={side}>
          {labels[side]}
          <input
            className="usa-input"
            type="number"
            min={0}
            max={100}
            step={0.5}
            value={Math.round(box[side] * 1_000) / 10}
            onChange={({ target }) => onChange(within({ ...box, [side]: (target.valueAsNumber || 0) / 100 }))}
          />
        </label>
      ))}
      <Button type="button" unstyled onClick={onDrop}>
        {drop}
      </Button>
    </fieldset>
  )
}

/** Where a box lies on its picture. */
export function placed({ x, y, width, height }: Box): CSSProperties {
  return { left: share(x), top: share(y), width: share(width), height: share(height) }
}

function share(part: number): string {
  return `${part * 100}%`
}

/** A box keeps within its picture, and has a width and a height. */
function within({ x, y, width, height }: Box): Box {
  const left = between(x, 0, 1 - least)
  const top = between(y, 0, 1 - least)
  return { x: left, y: top, width: between(width, least, 1 - left), height: between(height, least, 1 - top) }
}

function between(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value))
}
