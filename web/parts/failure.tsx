import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import { Suspense, use, type ReactNode } from 'react'
import { Refused, Unreachable } from '../api.ts'
import { shared } from '../words/es.ts'
import { spanishRefusals, withDays } from '../words/refusal-in.ts'
import { LanguageContext, useWords } from '../words/words.ts'

/** What was refused or went wrong, in the server's sentence, with what to do next. */
export function Failure({ error, again }: { error: unknown; again?: () => void }): ReactNode {
  const words = useWords(shared).failure
  const refused = error instanceof Refused ? error : undefined
  return (
    <Alert type={refused?.code === 'fault' || !refused ? 'error' : 'warning'} role="alert">
      <AlertHeading level="h2">{words.title}</AlertHeading>
      <AlertText>
        {refused ? (
          <Said sentence={refused.message} />
        ) : error instanceof Unreachable ? (
          words.unreachable
        ) : (
          words.ours
        )}
        {refused?.citation !== undefined &&
          // A provision of the order is one word, `IV.A.20.e`; a statute says which book it stands in.
          ` ${refused.citation.includes(' ') ? words.restsOnLaw(refused.citation) : words.rests(refused.citation)}`}
        {refused?.reference !== undefined && ` ${words.reference(refused.reference)}`}
      </AlertText>
      {again && (
        <p>
          <Button type="button" outline onClick={again}>
            {words.again}
          </Button>
        </p>
      )}
    </Alert>
  )
}

/** The server's sentence in the reader's language; one that is held in English alone is said to be, and read so. */
export function Said({ sentence }: { sentence: string }): ReactNode {
  const words = useWords(shared).failure
  return <InTheirs sentence={sentence} lead={`${words.inEnglish} `} />
}

/** The same as one line among many: what is held in English alone is only marked so. */
export function SaidInLine({ sentence }: { sentence: string }): ReactNode {
  return <InTheirs sentence={sentence} lead="" />
}

function InTheirs(said: { sentence: string; lead: string }): ReactNode {
  if (use(LanguageContext) === 'en') return inSentence(withDays('en', said.sentence))
  return (
    <Suspense>
      <InSpanish {...said} />
    </Suspense>
  )
}

function InSpanish({ sentence, lead }: { sentence: string; lead: string }): ReactNode {
  const translated = use(spanishRefusals())(sentence)
  if (translated !== undefined) return inSentence(translated)
  return (
    <>
      {lead}
      <span lang="en">{inSentence(withDays('en', sentence))}</span>
    </>
  )
}

/** The server's sentences begin small and end open, as parts of a line in a terminal do. */
export function inSentence(text: string): string {
  const [first = '', ...rest] = text
  return `${first.toUpperCase()}${rest.join('')}${/[.!?]$/.test(text) ? '' : '.'}`
}
