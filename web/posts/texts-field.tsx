import { Fieldset } from '@trussworks/react-uswds'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { PostContent } from '../../src/posts/content.ts'
import { LongField } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'
import { languages, type PostLanguage } from './content.ts'
import { postFormWords } from './form-words.ts'

/** The words of a post, a tab for each language. Both stay in the form, whichever is in sight. */
export function TextsField({
  start,
  beneath,
}: {
  start: PostContent['texts']
  beneath: ReactNode
}): ReactNode {
  const words = useWords(postFormWords)
  const [open, setOpen] = useState<PostLanguage>(
    start.en === undefined && start.es !== undefined ? 'es' : 'en',
  )
  const tabs = useRef(new Map<PostLanguage, HTMLButtonElement>())
  const id = useId()
  const step = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = languages[(languages.indexOf(open) + by + languages.length) % languages.length] ?? 'en'
    setOpen(next)
    tabs.current.get(next)?.focus()
  }
  return (
    <Fieldset legend={words.texts} legendStyle="large">
      <p className="usa-hint">{words.textsHint}</p>
      <div className="tabs" role="tablist" aria-label={words.texts}>
        {languages.map((language) => (
          <button
            key={language}
            ref={(tab) => {
              if (tab) tabs.current.set(language, tab)
            }}
            type="button"
            role="tab"
            id={`${id}-${language}`}
            aria-selected={open === language}
            aria-controls={`${id}-${language}-panel`}
            tabIndex={open === language ? 0 : -1}
            onClick={() => setOpen(language)}
            onKeyDown={step}
          >
            {words.text[language]}
          </button>
        ))}
      </div>
      {languages.map((language) => (
        <div
          key={language}
          role="tabpanel"
          id={`${id}-${language}-panel`}
          aria-labelledby={`${id}-${language}`}
          hidden={open !== language}
          lang={language}
        >
          <LongField
            name={`text-${language}`}
            label={words.textLabel[language]}
            rows={8}
            start={start[language] ?? ''}
            maxLength={10_000}
          />
        </div>
      ))}
      {beneath}
    </Fieldset>
  )
}
