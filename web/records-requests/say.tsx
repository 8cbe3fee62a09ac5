import { useQuery } from '@tanstack/react-query'
import { Button, Fieldset } from '@trussworks/react-uswds'
import { use, useEffect, useRef, type ReactNode } from 'react'
import type { Law } from '../../src/records/requests/law.ts'
import type { RequestView } from '../../src/records/requests/schema.ts'
import { Failure } from '../parts/failure.tsx'
import { CheckField, Field, LongField, SelectField } from '../parts/field.tsx'
import type { Filled } from '../parts/form.tsx'
import { wordOf } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { LanguageContext, useWords } from '../words/words.ts'
import { settingsQuery } from './data.ts'
import { KeptForm, type Start } from './kept-form.tsx'
import { useGoesOut } from './letter-language.ts'
import { deskMoveWords } from './move-words.ts'
import { deskWords } from './words.ts'

interface SayProps {
  request: RequestView
  move: RequestView['moves'][number]
  onStop: () => void
  onSay: (said: object) => Promise<void>
}

/** What a move must carry, by the table's needs: words for the requester, the fee, exemptions, an outcome, a ground. */
export function Say(props: SayProps): ReactNode {
  const found = useQuery(settingsQuery)
  if (found.isError) return <Failure error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  return <SayBy {...props} law={found.data.law} />
}

function SayBy({ request, move, law, onStop, onSay }: SayProps & { law: Law }): ReactNode {
  const words = useWords(deskMoveWords)
  const place = useRef<HTMLDivElement>(null)
  const check = useCheck(move.needs, law)
  useEffect(() => place.current?.focus(), [])
  const title = words.moves.says(move.move, move.says)
  const explained = wordOf({ ...words.explain }, move.move)
  return (
    <div ref={place} tabIndex={-1} className="rr-say" role="group" aria-label={title}>
      <h3>{title}</h3>
      {explained !== move.move && <p>{explained}</p>}
      <KeptForm
        name={`records-requests/${request.requestId}/${move.move}`}
        submit={title}
        check={check}
        onSubmit={(filled) => onSay(saidIn(filled, move, law))}
        beside={
          <Button type="button" unstyled onClick={onStop}>
            {words.say.stop}
          </Button>
        }
      >
        {(start) => <Needed request={request} move={move} law={law} start={start} />}
      </KeptForm>
    </div>
  )
}

function Needed({
  request,
  move: { move, needs, hasLetter },
  law,
  start,
}: Pick<SayProps, 'request' | 'move'> & { law: Law; start: Start }): ReactNode {
  const { say, moves } = useWords(deskMoveWords)
  const language = use(LanguageContext)
  const { appeal } = useWords(deskWords)
  const goesOut = useGoesOut(request)
  const asks = (need: string): boolean => needs.includes(need)
  const label = wordOf({ ...say.words }, move)
  return (
    <>
      {asks('outcome') && (
        <SelectField
          name="outcome"
          label={say.outcome}
          required
          empty={say.choose}
          start={start.text('outcome')}
          choices={Object.entries(appeal.outcomes).map(([value, text]) => ({ value, label: text }))}
        />
      )}
      {asks('waiver') && (
        <SelectField
          name="waiver"
          label={say.waiver}
          required
          empty={say.choose}
          start={start.text('waiver')}
          choices={law.fees.waivers.map(({ title, citation }) => {
            return { value: `${title.en} (${citation})`, label: `${title[language]} (${citation})` }
          })}
        />
      )}
      {asks('fee') && <FeeLines law={law} start={start} />}
      {asks('exemptions') && <Exemptions law={law} start={start} />}
      {(asks('words') || hasLetter) && (
        <LongField
          name="words"
          label={label === move ? say.words.other : label}
          {...(hasLetter && goesOut !== undefined ? { hint: goesOut } : {})}
          required={asks('words')}
          rows={5}
          maxLength={4_000}
          start={start.text('words')}
        />
      )}
      {move === 'appeal' && (
        <Field name="docket" label={appeal.docket} maxLength={200} start={start.text('docket')} />
      )}
      {releases.has(move) && (
        <LongField
          name="evenSo"
          label={say.evenSo}
          hint={say.evenSoHint}
          rows={2}
          maxLength={1_000}
          start={start.text('evenSo')}
        />
      )}
      {move === 'release' && <p className="usa-hint">{moves.graveHint}</p>}
    </>
  )
}

const releases = new Set(['release', 'release-part'])

function FeeLines({ law, start }: { law: Law; start: Start }): ReactNode {
  const { say } = useWords(deskMoveWords)
  const language = use(LanguageContext)
  return law.fees.list.map(({ id, title, per, mostCents, citation }) => (
    <Fieldset key={id} legend={`${title[language]} (${citation})`}>
      <div className="fields">
        <Field
          name={`count-${id}`}
          label={say.count[per]}
          inputMode="numeric"
          start={start.text(`count-${id}`)}
        />
        <Field
          name={`dollars-${id}`}
          label={say.dollars}
          {...(mostCents === null ? {} : { hint: say.most(`$${(mostCents / 100).toFixed(2)}`) })}
          inputMode="decimal"
          start={start.text(`dollars-${id}`, mostCents === null ? '' : (mostCents / 100).toFixed(2))}
        />
      </div>
    </Fieldset>
  ))
}

function Exemptions({ law, start }: { law: Law; start: Start }): ReactNode {
  const { say } = useWords(deskMoveWords)
  const language = use(LanguageContext)
  return (
    <details open>
      <summary>{say.exemptions}</summary>
      <div className="rr-exemptions">
        {law.exemptions.map(({ id, citation, title, gist }) => (
          <CheckField
            key={id}
            name="exemptions"
            value={id}
            label={`${title[language]} (${citation})`}
            hint={gist[language]}
            start={start.isOn('exemptions', id)}
          />
        ))}
      </div>
    </details>
  )
}

/** Whole numbers for what is counted, dollars for what it costs, and at least one line, or one exemption. */
function useCheck(
  needs: readonly string[],
  law: Law,
): (filled: Filled) => Record<string, string | undefined> {
  const { say } = useWords(deskMoveWords)
  return (filled) => {
    if (needs.includes('exemptions'))
      return { exemptions: filled.all('exemptions').length === 0 ? say.noExemption : undefined }
    if (!needs.includes('fee')) return {}
    const wrong: Record<string, string | undefined> = {}
    for (const { id } of law.fees.list) {
      const [count, price] = [filled.text(`count-${id}`), filled.text(`dollars-${id}`)]
      if (!/^\d*$/.test(count)) wrong[`count-${id}`] = say.wholeNumber
      if (count !== '' && !/^\d+([.,]\d{1,2})?$/.test(price)) wrong[`dollars-${id}`] = say.noMoney
    }
    const [first] = law.fees.list
    if (first && law.fees.list.every(({ id }) => filled.text(`count-${id}`) === ''))
      wrong[`count-${first.id}`] = say.noFee
    return wrong
  }
}

function saidIn(filled: Filled, { needs }: SayProps['move'], law: Law): object {
  const plain = Object.fromEntries(
    ['words', 'outcome', 'waiver', 'docket', 'evenSo'].flatMap((name) => {
      const value = filled.maybe(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const lines = law.fees.list.flatMap(({ id }) => {
    const count = filled.maybe(`count-${id}`)
    if (count === undefined) return []
    const cents = Math.round(Number(filled.text(`dollars-${id}`).replace(',', '.')) * 100)
    return [{ feeId: id, count: Number(count), cents }]
  })
  return {
    ...plain,
    ...(needs.includes('exemptions') ? { exemptions: filled.all('exemptions') } : {}),
    ...(needs.includes('fee') ? { fee: { lines } } : {}),
  }
}
