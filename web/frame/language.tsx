import { Button } from '@trussworks/react-uswds'
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { useSession } from '../session.ts'
import { LanguageContext, languages, type Language } from '../words/words.ts'

const ChooseLanguage = createContext<(language: Language) => void>(() => {})

const kept = 'decorum.language'
const names = { en: 'English', es: 'Español' } as const satisfies Record<Language, string>

/** The reader's language: chosen on this device, else the one of their roster line, else the browser's. */
export function InLanguage({ children }: { children: ReactNode }): ReactNode {
  const { member } = useSession()
  const [chosen, setChosen] = useState(() => languages.find((one) => one === localStorage.getItem(kept)))
  const language = chosen ?? member?.language ?? (navigator.language.startsWith('es') ? 'es' : 'en')
  const memberId = member?.memberId
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choose = useCallback(
    (next: Language) => {
      localStorage.setItem(kept, next)
      setChosen(next)
      // The page has changed already; that the roster learns of it matters only for the next device.
      if (memberId !== undefined) send('PUT', '/api/me/language', { language: next }).catch(() => {})
    },
    [memberId],
  )
  return (
    <LanguageContext value={language}>
      <ChooseLanguage value={choose}>{children}</ChooseLanguage>
    </LanguageContext>
  )
}

/** The two languages, each by its own name. */
export function LanguageSwitch({ label }: { label: string }): ReactNode {
  const current = use(LanguageContext)
  const choose = use(ChooseLanguage)
  return (
    <div className="languages" role="group" aria-label={label}>
      {languages.map((language) => (
        <Button
          key={language}
          type="button"
          unstyled
          lang={language}
          aria-pressed={language === current}
          onClick={() => choose(language)}
        >
          {names[language]}
        </Button>
      ))}
    </div>
  )
}
