import { Button, Checkbox, ErrorMessage, Fieldset, FormGroup, Label } from '@trussworks/react-uswds'
import { useId, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { Content } from '../../src/permissions/content.ts'
import type { pictureAddedSchema } from '../../src/permissions/schema.ts'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { useProblem } from '../parts/form.tsx'
import { shownFacts } from '../self-check/draft.ts'
import { shownWords } from '../self-check/fact-words.ts'
import { useWords } from '../words/words.ts'
import { requestFormWords } from './form-words.ts'
import { requestWords } from './words.ts'

export type Picture = Content['pictures'][number]

/** Sends pictures to the server, each known from then on by its hash. */
export async function addPictures(files: readonly Blob[]): Promise<string[]> {
  const added = await Promise.all(
    files.map((file) => send<z.infer<typeof pictureAddedSchema>>('POST', '/api/blobs', file)),
  )
  return added.map(({ sha256 }) => sha256)
}

interface PicturesFieldProps {
  pictures: readonly Picture[]
  onChange: (change: (before: readonly Picture[]) => readonly Picture[]) => void
}

/** The pictures of a request, each with what it says to those who cannot see it. */
export function PicturesField({ pictures, onChange }: PicturesFieldProps): ReactNode {
  const words = useWords(requestFormWords)
  const [adding, setAdding] = useState(0)
  const [error, setError] = useState<unknown>()
  const id = useId()
  const add = async (files: readonly File[]): Promise<void> => {
    setAdding(files.length)
    setError(undefined)
    try {
      const added = await addPictures(files)
      onChange((before) => [
        ...before,
        ...added
          .filter((sha256) => before.every((one) => one.sha256 !== sha256))
          .map((sha256) => ({ sha256, alt: '', shows: [] })),
      ])
    } catch (thrown) {
      setError(thrown)
    } finally {
      setAdding(0)
    }
  }
  return (
    <Fieldset legend={words.pictures}>
      <Label htmlFor={id} className="usa-sr-only">
        {words.pictures}
      </Label>
      <span className="usa-hint" id={`${id}-hint`}>
        {words.picturesHint}
      </span>
      <input
        className="file"
        id={id}
        type="file"
        multiple
        accept="image/png,image/jpeg,image/webp"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          void add([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <p role="status" className="quiet">
        {adding > 0 ? words.uploading(adding) : ''}
      </p>
      {error !== undefined && <Failure error={error} />}
      {pictures.map((picture, place) => (
        <One
          key={picture.sha256}
          picture={picture}
          number={place + 1}
          onChange={(change) =>
            onChange((before) =>
              before.map((one) => (one.sha256 === picture.sha256 ? { ...one, ...change } : one)),
            )
          }
          onRemove={() => onChange((before) => before.filter(({ sha256 }) => sha256 !== picture.sha256))}
        />
      ))}
    </Fieldset>
  )
}

interface OneProps {
  picture: Picture
  number: number
  onChange: (change: Partial<Picture>) => void
  onRemove: () => void
}

function One({ picture, number, onChange, onRemove }: OneProps): ReactNode {
  const words = useWords(requestWords)
  const form = useWords(requestFormWords)
  const shown = useWords(shownWords)
  const name = `alt-${picture.sha256}`
  const problem = useProblem(name)
  const id = useId()
  return (
    <div className="card asked-picture" role="group" aria-label={words.one.picture(number)}>
      <img src={`/api/blobs/${picture.sha256}`} alt={picture.alt} />
      <div>
        <FormGroup error={problem !== undefined}>
          <Label htmlFor={id} error={problem !== undefined}>
            {form.pictureAlt}
          </Label>
          {problem !== undefined && <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>}
          <input
            className="usa-input"
            id={id}
            name={name}
            required
            value={picture.alt}
            data-label={`${words.one.picture(number)}: ${form.pictureAlt}`}
            aria-describedby={problem === undefined ? undefined : `${id}-error`}
            onChange={({ target }) => onChange({ alt: target.value })}
          />
        </FormGroup>
        <details>
          <summary>{form.shows}</summary>
          <div className="shown">
            {shownFacts.map((fact) => (
              <Checkbox
                key={fact}
                id={`${id}-${fact}`}
                name={`shows-${picture.sha256}`}
                value={fact}
                label={shown[fact]}
                checked={picture.shows.includes(fact)}
                onChange={({ target }) =>
                  onChange({
                    shows: target.checked
                      ? [...picture.shows, fact]
                      : picture.shows.filter((one) => one !== fact),
                  })
                }
              />
            ))}
          </div>
        </details>
        <Button type="button" unstyled onClick={onRemove}>
          {form.removePicture(number)}
        </Button>
      </div>
    </div>
  )
}
