import { Button, Fieldset, Label } from '@trussworks/react-uswds'
import { useId, useState, type ReactNode } from 'react'
import type { NoticeContent } from '../../src/posts/notices/content.ts'
import type { MediaAddedView } from '../../src/posts/schema.ts'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Blur } from '../posts/blur.tsx'
import { asFormMedia, type FormMedia } from '../posts/content.ts'
import { useWords } from '../words/words.ts'
import { noticeLanguages } from './content.ts'
import { noticeFormWords } from './form-words.ts'

type Picture = NonNullable<NoticeContent['picture']>

interface PictureFieldProps {
  picture: Picture | null
  onChange: (picture: Picture | null) => void
}

const nothing = { en: '', es: '' }

/** At most one picture, with what it shows in both languages; faces and plates blurred by hand where asked. */
export function PictureField({ picture, onChange }: PictureFieldProps): ReactNode {
  const words = useWords(noticeFormWords)
  const [added, setAdded] = useState<FormMedia>()
  const [isAdding, setIsAdding] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = useId()
  const add = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setIsAdding(true)
    setError(undefined)
    try {
      const form = new FormData()
      form.append('file', file)
      const media = asFormMedia(await send<MediaAddedView>('POST', '/api/media', form))
      setAdded(media)
      onChange({ sha256: media.sha256, alt: picture?.alt ?? nothing })
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsAdding(false)
    }
  }
  return (
    <Fieldset legend={words.picture} legendStyle="large">
      <Label htmlFor={id} className="usa-sr-only">
        {words.picture}
      </Label>
      <span className="usa-hint" id={`${id}-hint`}>
        {words.pictureHint}
      </span>
      <input
        className="file"
        id={id}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          void add(target.files?.[0])
          target.value = ''
        }}
      />
      <p role="status" className="quiet">
        {isAdding ? words.adding : ''}
      </p>
      {error !== undefined && <Failure error={error} />}
      {picture && (
        <div className="card notice-picture">
          <img src={`/api/media/${picture.sha256}`} alt="" />
          <div>
            {added && added.removed.length > 0 && (
              <p className="quiet">
                {words.removed} <span lang="en">{added.removed.join(', ')}</span>
              </p>
            )}
            {noticeLanguages.map((language) => (
              <Field
                key={language}
                name={`alt-${language}`}
                label={words.alt[language]}
                hint={words.altHint}
                start={picture.alt[language]}
                maxLength={2_000}
              />
            ))}
            {added && (
              <Blur
                picture={added}
                onBlurred={(sha256, regions) => {
                  setAdded({ ...added, sha256, regions })
                  onChange({ ...picture, sha256 })
                }}
              />
            )}
            <Button type="button" unstyled onClick={() => onChange(null)}>
              {words.leaveOut}
            </Button>
          </div>
        </div>
      )}
    </Fieldset>
  )
}
