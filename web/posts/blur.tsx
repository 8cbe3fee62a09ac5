import { Button } from '@trussworks/react-uswds'
import { useRef, useState, type ReactNode } from 'react'
import type { MediaAddedView } from '../../src/posts/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { BoxFields, PictureBoxes, type Box } from '../parts/picture-boxes.tsx'
import { useWords } from '../words/words.ts'
import type { FormMedia } from './content.ts'
import { postFormWords } from './form-words.ts'

type Numbered = Box & { key: number }

interface BlurProps {
  picture: FormMedia
  onBlurred: (sha256: string, regions: readonly Box[]) => void
}

/** Rectangles over what nobody is to recognise: drawn with a pointer, or set in percent. */
export function Blur({ picture, onBlurred }: BlurProps): ReactNode {
  const words = useWords(postFormWords).blur
  const [regions, setRegions] = useState<readonly Numbered[]>(
    picture.regions.map((region, key) => ({ ...region, key })),
  )
  const [isDone, setIsDone] = useState(false)
  const next = useRef(regions.length)
  const put = (box: Box): void => {
    setIsDone(false)
    setRegions((before) => [...before, { ...box, key: next.current++ }])
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
      <PictureBoxes address={`/api/media/${picture.sha256}`} boxes={regions} onDraw={put} />
      {regions.map(({ key, ...box }, place) => (
        <BoxFields
          key={key}
          legend={words.one(place + 1)}
          labels={words}
          box={box}
          onChange={(changed) => {
            setIsDone(false)
            setRegions((before) => before.map((one) => (one.key === key ? { ...changed, key } : one)))
          }}
          drop={words.drop(place + 1)}
          onDrop={() => {
            setIsDone(false)
            setRegions((before) => before.filter((one) => one.key !== key))
          }}
        />
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
