import { Button } from '@trussworks/react-uswds'
import { useRef, useState, type PointerEvent, type ReactNode } from 'react'
import type { MediaAddedView } from '../../src/posts/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { useWords } from '../words/words.ts'
import type { FormMedia, Region } from './content.ts'
import { postWords } from './words.ts'

const sides = ['x', 'y', 'width', 'height'] as const
type Numbered = Region & { key: number }

interface BlurProps {
  picture: FormMedia
  onBlurred: (sha256: string, regions: readonly Region[]) => void
}

/** Rectangles over what nobody is to recognise: drawn with a pointer, or set in percent. */
export function Blur({ picture, onBlurred }: BlurProps): ReactNode {
  const words = useWords(postWords).form.blur
  const [regions, setRegions] = useState<readonly Numbered[]>(
    picture.regions.map((region, key) => ({ ...region, key })),
  )
  const [isDone, setIsDone] = useState(false)
  const next = useRef(regions.length)
  const put = (region: Region): void => {
    setIsDone(false)
    setRegions((before) => [...before, { ...region, key: next.current++ }])
  }
  const blur = async (): Promise<void> => {
    const plain = regions.map(({ x, y, width, height }) => ({ x, y, width, height }))
    const path = `/api/media/${picture.mediaId}/blur`
    const { sha256 } = await send<MediaAddedView>('POST', path, { regions: plain })
    onBlurred(sha256, plain)
    setIsDone(true)
  }
  return (
    <details className="blur">
      <summary>{words.title}</summary>
      <p className="usa-hint">{words.hint}</p>
      <Canvas picture={picture} regions={regions} onDraw={put} />
      {regions.map(({ key, ...region }, place) => (
        <fieldset key={key} className="usa-fieldset blur__one">
          <legend>{words.one(place + 1)}</legend>
          {sides.map((side) => (
            <label key={side}>
              {words[side]}
              <input
                className="usa-input"
                type="number"
                min={0}
                max={100}
                step={0.5}
                value={Math.round(region[side] * 1_000) / 10}
                onChange={({ target }) => {
                  setIsDone(false)
                  const value = Math.min(100, Math.max(0, target.valueAsNumber || 0)) / 100
                  setRegions((before) =>
                    before.map((one) => (one.key === key ? { ...one, [side]: value } : one)),
                  )
                }}
              />
            </label>
          ))}
          <Button
            type="button"
            unstyled
            onClick={() => {
              setIsDone(false)
              setRegions((before) => before.filter((one) => one.key !== key))
            }}
          >
            {words.drop(place + 1)}
          </Button>
        </fieldset>
      ))}
      <div className="row-of-buttons">
        <Button type="button" outline onClick={() => put({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 })}>
          {words.add}
        </Button>
        <Action run={blur}>{words.go}</Action>
      </div>
      <p role="status" className="quiet">
        {isDone ? words.done : ''}
      </p>
    </details>
  )
}

function part(value: number, of: number): number {
  return Math.min(1, Math.max(0, value / of))
}

interface CanvasProps {
  picture: FormMedia
  regions: readonly Numbered[]
  onDraw: (region: Region) => void
}

/** The picture with its rectangles; a pointer that is drawn over it makes another. Keys use the fields below. */
function Canvas({ picture, regions, onDraw }: CanvasProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<{ x: number; y: number }>()
  const [drawn, setDrawn] = useState<Region>()
  const at = (event: PointerEvent): { x: number; y: number } => {
    const box = place.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0 }
    return { x: part(event.clientX - box.left, box.width), y: part(event.clientY - box.top, box.height) }
  }
  const end = (): void => {
    if (drawn && drawn.width > 0.005 && drawn.height > 0.005) onDraw(drawn)
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
          width: Math.abs(to.x - from.x),
          height: Math.abs(to.y - from.y),
        })
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <img src={`/api/media/${picture.sha256}`} alt="" draggable={false} />
      {[...regions, ...(drawn ? [{ ...drawn, key: -1 }] : [])].map(({ key, ...region }) => (
        <span
          key={key}
          className="blur__region"
          style={Object.fromEntries(
            Object.entries({ left: region.x, top: region.y, width: region.width, height: region.height }).map(
              ([side, share]) => [side, `${share * 100}%`],
            ),
          )}
        />
      ))}
    </div>
  )
}
