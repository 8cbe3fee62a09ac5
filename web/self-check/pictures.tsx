import { Alert, Button, Checkbox, Label, TextInput, Textarea } from '@trussworks/react-uswds'
import { useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { shownFacts, type Picture, type ShownFact } from './draft.ts'
import { shownWords } from './fact-words.ts'
import { readWords } from './reading-words.ts'
import { selfCheckWords } from './words.ts'

interface PicturesProps {
  pictures: readonly Picture[]
  onChange: (change: (pictures: readonly Picture[]) => readonly Picture[]) => void
}

/** Pictures and videos, what they show, and the words in them. */
export function Pictures({ pictures, onChange }: PicturesProps): ReactNode {
  const words = useWords(selfCheckWords).pictures
  const id = useId()
  const [refused, setRefused] = useState<readonly string[]>([])
  const add = async (files: readonly File[]): Promise<void> => {
    const opens = await Promise.all(files.map(canOpen))
    setRefused(files.filter((_, at) => !opens[at]).map(({ name }) => name))
    const added = await Promise.all(files.filter((_, at) => opens[at]).map(pictureOf))
    onChange((before) => [
      ...before,
      ...added.filter(({ id: hash }) => before.every((one) => one.id !== hash)),
    ])
  }
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.title}</h2>
      <Label htmlFor={id}>{words.add}</Label>
      <span className="usa-hint" id={`${id}-hint`}>
        {words.addHint}
      </span>
      <input
        className="file"
        id={id}
        type="file"
        multiple
        accept="image/*,video/*"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          void add([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <div role="status" translate="no">
        {refused.map((name) => (
          <Alert key={name} type="error" slim noIcon>
            {words.refused(name)}
          </Alert>
        ))}
      </div>
      {pictures.map((picture, place) => (
        <One
          key={picture.id}
          picture={picture}
          number={place + 1}
          onChange={(change) =>
            onChange((before) => before.map((one) => (one.id === picture.id ? { ...one, ...change } : one)))
          }
          onRemove={() => onChange((before) => before.filter((one) => one.id !== picture.id))}
        />
      ))}
    </section>
  )
}

/** Whatever a file is called, a picture is what this browser can show. A film is taken unseen: some play elsewhere only. */
async function canOpen(file: File): Promise<boolean> {
  if (isVideo(file)) return true
  const address = URL.createObjectURL(file)
  const image = new Image()
  image.src = address
  return await image
    .decode()
    .then(
      () => true,
      () => false,
    )
    .finally(() => URL.revokeObjectURL(address))
}

function isVideo({ type }: File): boolean {
  return type.startsWith('video/')
}

/** A picture is known by the SHA-256 of its bytes, by which a permission names it. */
async function pictureOf(file: File): Promise<Picture> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return {
    id: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    file,
    kind: isVideo(file) ? 'video' : 'image',
    alt: '',
    words: '',
    shows: [],
  }
}

interface OneProps {
  picture: Picture
  number: number
  onChange: (change: Partial<Picture>) => void
  onRemove: () => void
}

function One({ picture, number, onChange, onRemove }: OneProps): ReactNode {
  const words = useWords(selfCheckWords).pictures
  const shown = useWords(shownWords)
  const id = useId()
  const reading = useReading(picture, onChange)
  const toggle = (fact: ShownFact): void => {
    const isShown = picture.shows.includes(fact)
    onChange({ shows: isShown ? picture.shows.filter((one) => one !== fact) : [...picture.shows, fact] })
  }
  return (
    <fieldset className="usa-fieldset card picture" translate="no">
      <legend className="usa-legend">
        {picture.kind === 'image' ? words.one(number) : words.video(number)}
      </legend>
      {picture.kind === 'image' && <Preview file={picture.file} alt={picture.alt} />}
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">{words.shows}</legend>
        <div className="picture__shown">
          {shownFacts.map((fact) => (
            <Checkbox
              key={fact}
              id={`${id}-${fact}`}
              name={fact}
              label={shown[fact]}
              checked={picture.shows.includes(fact)}
              onChange={() => toggle(fact)}
            />
          ))}
        </div>
      </fieldset>
      <Label htmlFor={`${id}-alt`}>{words.alt}</Label>
      <TextInput
        id={`${id}-alt`}
        name="alt"
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={picture.alt}
        onChange={({ target }) => onChange({ alt: target.value })}
      />
      <Label htmlFor={`${id}-words`}>{words.words}</Label>
      <span className="usa-hint" id={`${id}-reading`} role="status">
        {said(words, picture, reading)}
      </span>
      <Textarea
        id={`${id}-words`}
        name="words"
        className="picture__words"
        rows={3}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-reading`}
        value={picture.words}
        onChange={({ target }) => onChange({ words: target.value })}
      />
      <Button type="button" outline onClick={onRemove}>
        {words.remove(number)}
      </Button>
    </fieldset>
  )
}

type Reading = number | 'read' | 'none' | 'unread'

function said(
  words: ReturnType<typeof useWords<(typeof selfCheckWords)['en']>>['pictures'],
  { kind }: Picture,
  reading: Reading,
): string {
  if (kind === 'video') return words.video1
  return typeof reading === 'number' ? words.reading(Math.round(reading * 100)) : words[reading]
}

/** Reads the words of a picture once, when it is added. */
function useReading(picture: Picture, onChange: (change: Partial<Picture>) => void): Reading {
  const { file, kind } = picture
  const [reading, setReading] = useState<Reading>(picture.words === '' ? 0 : 'read')
  useEffect(() => {
    if (kind === 'video' || picture.words !== '') return undefined
    let isWanted = true
    readWords(file, (part) => isWanted && setReading(part)).then(
      (text) => {
        if (!isWanted) return
        setReading(text === '' ? 'none' : 'read')
        if (text !== '') onChange({ words: text })
      },
      () => isWanted && setReading('unread'),
    )
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the picture is read once, whatever is typed beside it since
  }, [file])
  return reading
}

function Preview({ file, alt }: { file: File; alt: string }): ReactNode {
  const address = useMemo(() => URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return <img className="picture__preview" src={address} alt={alt} />
}
