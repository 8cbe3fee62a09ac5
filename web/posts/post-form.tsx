import { Fieldset } from '@trussworks/react-uswds'
import { useRef, useState, type ReactNode } from 'react'
import type { PostContent } from '../../src/posts/content.ts'
import { Field, RadioField, SelectField } from '../parts/field.tsx'
import { Form, filledIn } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { AccountsField } from './accounts-field.tsx'
import { contentIn, type FormMedia, type FormPerson, type Lists } from './content.ts'
import { useRuling } from './data.ts'
import { postFormWords } from './form-words.ts'
import { forgetKept, useKeeping } from './kept.ts'
import { Margin, Verdict } from './margin.tsx'
import { MediaField } from './media-field.tsx'
import { PeopleField } from './people-field.tsx'
import { TextsField } from './texts-field.tsx'
import { WhenField } from './when-field.tsx'
import { postWords } from './words.ts'

interface PostFormProps {
  /** Where its words are kept until they are saved. */
  place: string
  version: number | null
  start: PostContent
  media: readonly FormMedia[]
  onSave: (content: PostContent) => Promise<void>
}

/** Everything that a post says, with what the order says of it beside. */
export function PostForm({
  place: kept,
  version,
  start,
  media: startMedia,
  onSave,
}: PostFormProps): ReactNode {
  const words = useWords(postWords)
  const formWords = useWords(postFormWords)
  const place = useRef<HTMLDivElement>(null)
  const [fields, setFields] = useState<PostContent>(start)
  const [media, setMedia] = useState(startMedia)
  const [people, setPeople] = useState<readonly FormPerson[]>(
    start.people.map((person, key) => ({ ...person, key })),
  )
  const [at, setAt] = useState(start.at)
  const [facts, setFacts] = useState(start.facts)
  const lists: Lists = { media, people, at, facts, corrects: start.corrects }
  const look = (): void => {
    const form = place.current?.closest('form')
    if (form) setFields(contentIn(filledIn(new FormData(form)), lists))
  }
  const content = withLists(fields, lists)
  const asked = useRuling(content)
  useKeeping(kept, { version, content, media })
  const save = async (said: PostContent): Promise<void> => {
    await onSave(said)
    forgetKept(kept)
  }
  return (
    <div className="beside">
      <Form
        submit={formWords.save}
        check={(filled) => {
          const said = contentIn(filled, lists)
          const nobody = said.byline.words === null && said.byline.reason === null
          return { reason: nobody ? formWords.bylineHint : undefined }
        }}
        onSubmit={(filled) => save(contentIn(filled, lists))}
      >
        <div ref={place} className="stack" onChange={look}>
          <SelectField
            name="category"
            label={formWords.category}
            required
            start={start.category}
            choices={Object.entries(words.categories).map(([value, label]) => ({ value, label }))}
          />
          {start.corrects && (
            <RadioField
              name="how"
              label={formWords.how}
              required
              start={start.corrects.how}
              choices={[
                { value: 'reply', label: formWords.reply },
                { value: 'edit', label: formWords.edit },
              ]}
            />
          )}
          <TextsField start={start.texts} beneath={<Verdict data={asked.data} content={content} />} />
          <AccountsField start={start} />
          <MediaField media={media} onChange={(change) => setMedia((before) => change(before))} />
          <PeopleField people={people} onChange={(change) => setPeople((before) => change(before))} />
          <WhenField
            at={at}
            offers={asked.data?.offers ?? []}
            moment={asked.data?.moment ?? null}
            onChange={setAt}
          />
          <Fieldset legend={formWords.byline} legendStyle="large">
            <Field
              name="byline"
              label={formWords.byline}
              hint={formWords.bylineHint}
              start={start.byline.words ?? ''}
              maxLength={200}
            />
            <Field
              name="reason"
              label={formWords.reason}
              start={start.byline.reason ?? ''}
              maxLength={1_000}
            />
            <Field
              name="audience"
              label={formWords.audience}
              required
              start={start.audience}
              maxLength={400}
            />
          </Fieldset>
        </div>
      </Form>
      <Margin asked={asked} content={content} media={media} onFacts={setFacts} />
    </div>
  )
}

/** What the fields say, with the lists as they are now. */
function withLists(fields: PostContent, lists: Lists): PostContent {
  const nothing = { text: () => '', maybe: () => undefined, isOn: () => false, all: () => [] }
  const { media, people } = contentIn(nothing, lists)
  return { ...fields, media, people, at: lists.at, facts: lists.facts }
}
