import { Button, Checkbox, Fieldset, Label, Select, Textarea } from '@trussworks/react-uswds'
import { useId, useState, type ReactNode } from 'react'
import type { MediaAddedView } from '../../src/posts/schema.ts'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { shownFacts } from '../self-check/draft.ts'
import { shownWords } from '../self-check/fact-words.ts'
import { useWords } from '../words/words.ts'
import { Blur } from './blur.tsx'
import { asFormMedia, type FormMedia } from './content.ts'
import { postFormWords } from './form-words.ts'

const rights = ['own', 'licensed', 'public-domain', 'permission'] as const

interface MediaFieldProps {
  media: readonly FormMedia[]
  onChange: (change: (before: readonly FormMedia[]) => readonly FormMedia[]) => void
}

/** Pictures and films, each with its words, its captions and whose work it is. */
export function MediaField({ media, onChange }: MediaFieldProps): ReactNode {
  const words = useWords(postFormWords)
  const [isAdding, setIsAdding] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = useId()
  const add = async (files: readonly File[]): Promise<void> => {
    setIsAdding(true)
    setError(undefined)
    try {
      for (const file of files) {
        const form = new FormData()
        form.append('file', file)
        // oxlint-disable-next-line no-await-in-loop -- one after the other, in the order they were chosen
        const added = await send<MediaAddedView>('POST', '/api/media', form)
        onChange((before) => [...before, asFormMedia(added)])
      }
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsAdding(false)
    }
  }
  return (
    <Fieldset legend={words.media} legendStyle="large">
      <Label htmlFor={id} className="usa-sr-only">
        {words.media}
      </Label>
      <p className="usa-hint" id={`${id}-hint`}>
        {words.mediaHint}
      </p>
      <input
        className="file"
        id={id}
        type="file"
        multiple
        accept="image/png,image/jpeg,image/webp,video/mp4,video/webm"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          void add([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <p role="status" className="quiet">
        {isAdding ? words.adding : ''}
      </p>
      {error !== undefined && <Failure error={error} />}
      {media.map((one, place) => (
        <One
          key={one.mediaId}
          media={one}
          number={place + 1}
          onChange={(change) =>
            onChange((before) =>
              before.map((other) => (other.mediaId === one.mediaId ? { ...other, ...change } : other)),
            )
          }
          onRemove={() => onChange((before) => before.filter(({ mediaId }) => mediaId !== one.mediaId))}
        />
      ))}
    </Fieldset>
  )
}

interface OneProps {
  media: FormMedia
  number: number
  onChange: (change: Partial<FormMedia>) => void
  onRemove: () => void
}

function One({ media, number, onChange, onRemove }: OneProps): ReactNode {
  const words = useWords(postFormWords)
  const { sha256, kind, alt, captions, rights: whose, source, shows, removed, kept } = media
  const id = useId()
  return (
    <div className="card post-media" role="group" aria-label={words.mediaOne(number)}>
      {kind === 'image' ? (
        <img src={`/api/media/${sha256}`} alt={alt} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- the captions are what is asked for beside it
        <video src={`/api/media/${sha256}`} controls preload="metadata" aria-label={alt} />
      )}
      <div className="stack">
        {removed.length > 0 && (
          <p className="quiet">
            {words.removed} <span lang="en">{removed.join(', ')}</span>
          </p>
        )}
        {kept.length > 0 && (
          <p className="quiet">
            {words.kept} <span lang="en">{kept.join(', ')}</span>
          </p>
        )}
        <div>
          <Label htmlFor={`${id}-alt`}>{words.alt}</Label>
          <input
            className="usa-input"
            id={`${id}-alt`}
            value={alt}
            maxLength={2_000}
            onChange={({ target }) => onChange({ alt: target.value })}
          />
        </div>
        {kind === 'video' && (
          <div>
            <Label htmlFor={`${id}-captions`}>{words.captions}</Label>
            <Textarea
              id={`${id}-captions`}
              name={`${id}-captions`}
              rows={5}
              value={captions ?? ''}
              onChange={({ target }) => onChange({ captions: target.value === '' ? null : target.value })}
            />
          </div>
        )}
        <div>
          <Label htmlFor={`${id}-rights`}>{words.rights}</Label>
          <Select
            id={`${id}-rights`}
            name={`${id}-rights`}
            value={whose}
            onChange={({ target }) =>
              onChange({ rights: rights.find((one) => one === target.value) ?? 'own' })
            }
          >
            {rights.map((one) => (
              <option key={one} value={one}>
                {words.rightsOf[one]}
              </option>
            ))}
          </Select>
        </div>
        {whose !== 'own' && (
          <div>
            <Label htmlFor={`${id}-source`}>{words.source}</Label>
            <input
              className="usa-input"
              id={`${id}-source`}
              value={source ?? ''}
              maxLength={500}
              onChange={({ target }) => onChange({ source: target.value === '' ? null : target.value })}
            />
          </div>
        )}
        <Shows id={id} shows={shows} onChange={onChange} />
        {kind === 'image' && (
          <Blur picture={media} onBlurred={(blurred, regions) => onChange({ sha256: blurred, regions })} />
        )}
        <Button type="button" unstyled onClick={onRemove}>
          {words.removeMedia(number)}
        </Button>
      </div>
    </div>
  )
}

interface ShowsProps {
  id: string
  shows: readonly string[]
  onChange: (change: Partial<FormMedia>) => void
}

/** What of interest to the order is seen in it; whose work it is stands in a field of its own. */
function Shows({ id, shows, onChange }: ShowsProps): ReactNode {
  const words = useWords(postFormWords)
  const said = useWords(shownWords)
  return (
    <details>
      <summary>{words.shows(shows.length)}</summary>
      <div className="shown">
        {shownFacts
          .filter((fact) => fact !== 'media.borrowed')
          .map((fact) => (
            <Checkbox
              key={fact}
              id={`${id}-${fact}`}
              name={`${id}-shows`}
              value={fact}
              label={said[fact]}
              checked={shows.includes(fact)}
              onChange={({ target }) =>
                onChange({
                  shows: target.checked ? [...shows, fact] : shows.filter((one) => one !== fact),
                })
              }
            />
          ))}
      </div>
    </details>
  )
}
