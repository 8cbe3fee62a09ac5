import { Fieldset } from '@trussworks/react-uswds'
import { useQuery } from '@tanstack/react-query'
import { use, useId, useMemo, useState, type ReactNode } from 'react'
import type { NoticeArea } from '../../src/posts/notices/content.ts'
import { Field, LongField, RadioField } from '../parts/field.tsx'
import { Failure } from '../parts/failure.tsx'
import { LanguageContext, useWords } from '../words/words.ts'
import { knownPlaces, shapes, type AreaDraft } from './area.ts'
import { noticeLanguages, type NoticeLanguage } from './content.ts'
import { townMapQuery, useMap } from './data.ts'
import { noticeFormWords } from './form-words.ts'
import { MapPicture } from './map-picture.tsx'

interface AreaFieldProps {
  /** How the form began: its words. */
  start: NoticeArea
  draft: AreaDraft
  /** The language whose words of the area may not lack. */
  needed: NoticeLanguage | undefined
  /** What of the draft can be drawn, with the words as they are now. */
  area: NoticeArea
  onChange: (change: Partial<AreaDraft>) => void
}

/** Where a notice counts: in words in both languages, and as a circle or a shape on the town's map. */
export function AreaField({ start, draft, needed, area, onChange }: AreaFieldProps): ReactNode {
  const words = useWords(noticeFormWords)
  const { shape } = draft
  // The choice below is drawn anew when the page itself makes it, and keeps the focus when a person does.
  const [times, setTimes] = useState(0)
  return (
    <Fieldset legend={words.area} legendStyle="large">
      <div className="fields">
        {noticeLanguages.map((language) => (
          <Field
            key={language}
            name={`area-${language}`}
            label={words.areaWords[language]}
            hint={words.areaHint}
            required={language === needed}
            start={start.words[language]}
            maxLength={2_000}
          />
        ))}
      </div>
      <KnownPlace
        onChoose={(known) => {
          onChange(known)
          setTimes(times + 1)
        }}
      />
      <RadioField
        key={times}
        name="shape"
        label={words.shape}
        required
        start={shape}
        choices={shapes.map((value) => ({ value, label: words.shapes[value] }))}
      />
      {shape === 'circle' && <Circle draft={draft} onChange={onChange} />}
      {shape === 'polygon' && (
        <LongField
          name="corners"
          label={words.corners}
          hint={words.cornersHint}
          required
          rows={5}
          maxLength={8_000}
          value={draft.corners}
          onChange={(corners) => onChange({ corners })}
        />
      )}
      {shape !== 'none' && <Drawn area={area} />}
    </Fieldset>
  )
}

function Circle({ draft, onChange }: Pick<AreaFieldProps, 'draft' | 'onChange'>): ReactNode {
  const words = useWords(noticeFormWords)
  return (
    <>
      <div className="fields">
        <Field
          name="latitude"
          label={words.latitude}
          hint={words.latitudeHint}
          required
          maxLength={20}
          value={draft.latitude}
          onChange={(latitude) => onChange({ latitude })}
        />
        <Field
          name="longitude"
          label={words.longitude}
          hint={words.longitudeHint}
          required
          maxLength={20}
          value={draft.longitude}
          onChange={(longitude) => onChange({ longitude })}
        />
      </div>
      <Field
        name="radius"
        label={words.radius}
        required
        inputMode="decimal"
        maxLength={10}
        value={draft.radius}
        onChange={(radius) => onChange({ radius })}
      />
    </>
  )
}

/** A named part of the town's map, for those who do not carry degrees in their heads. */
function KnownPlace({ onChoose }: { onChoose: (draft: AreaDraft) => void }): ReactNode {
  const words = useWords(noticeFormWords)
  const { data } = useQuery(townMapQuery)
  const known = useMemo(() => knownPlaces(data?.features ?? []), [data])
  const id = useId()
  if (known.length === 0) return undefined
  return (
    <div className="usa-form-group notice-place">
      <label className="usa-label" htmlFor={id}>
        {words.place}
      </label>
      <span className="usa-hint" id={`${id}-hint`}>
        {words.placeHint}
      </span>
      <select
        className="usa-select"
        id={id}
        aria-describedby={`${id}-hint`}
        defaultValue=""
        onChange={({ target }) => {
          const chosen = known.find(({ name }) => name === target.value)
          if (chosen) onChoose(chosen.draft)
        }}
      >
        <option value="">{words.placeChoose}</option>
        {known.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  )
}

function Drawn({ area }: { area: NoticeArea }): ReactNode {
  const words = useWords(noticeFormWords)
  const language = use(LanguageContext)
  const { data, error } = useMap(area, language)
  const isDrawn = area.circle !== null || area.polygon !== null
  return (
    <div aria-live="polite">
      {error && <Failure error={error} />}
      {isDrawn && data?.svg ? (
        <MapPicture svg={data.svg} says={data.words} title={words.map} />
      ) : (
        <p className="quiet">{words.noMap}</p>
      )}
    </div>
  )
}
