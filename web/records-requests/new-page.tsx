import { Link } from '@tanstack/react-router'
import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { putDownDoneSchema, readMailSchema } from '../../src/records/requests/schema.ts'
import { send } from '../api.ts'
import { momentIn, shownIn } from '../notices/zone.ts'
import { Action } from '../parts/action.tsx'
import { Field, LongField, RadioField, SelectField } from '../parts/field.tsx'
import type { Filled } from '../parts/form.tsx'
import { forgetIn, keepIn, keptIn } from '../parts/keeping.ts'
import { Page } from '../parts/page.tsx'
import { useMember, useNow, useSession } from '../session.ts'
import { useWords } from '../words/words.ts'
import { requestsAt, useForget } from './data.ts'
import { KeptForm, type Start } from './kept-form.tsx'
import { More } from './records-requests-page.tsx'
import { takeWords } from './take-words.ts'
import { deskWords } from './words.ts'

type Done = z.infer<typeof putDownDoneSchema>
type MailRead = z.infer<typeof readMailSchema>

const form = 'records-requests/new'
const pasted = 'records-requests/pasted'

/** A request that came over the counter, by letter or by e-mail is put down. */
export function NewPage(): ReactNode {
  const words = useWords(takeWords)
  const forget = useForget()
  const check = useCheck()
  const { zone } = useSession().agency
  const { memberId } = useMember()
  const [done, setDone] = useState<Done>()
  const [times, setTimes] = useState(0)
  const save = async (filled: Filled): Promise<void> => {
    const text = (name: string): string | null => filled.maybe(name) ?? null
    const way = filled.text('way')
    setDone(
      await send<Done>('POST', requestsAt, {
        way,
        requester: {
          name: text('name'),
          email: text('email'),
          address: text('address'),
          phone: text('phone'),
        },
        language: filled.text('language'),
        wants: filled.text('wants'),
        receivedAt: momentIn(zone, filled.text('receivedAt')),
        original: way === 'e-mail' ? text('original') : null,
      }),
    )
    await forget()
  }
  const read = async (text: string): Promise<void> => {
    const mail = await send<MailRead>('POST', `${requestsAt}/read-mail`, { text })
    const { requester, sentAt, subject, wants } = mail
    keepIn(memberId, form, {
      way: ['e-mail'],
      name: [requester.name ?? ''],
      email: [requester.email ?? ''],
      wants: [[subject, wants].filter(Boolean).join('\n\n')],
      original: [text],
      ...(sentAt === null ? {} : { receivedAt: [shownIn(zone, sentAt)] }),
    })
    setTimes(times + 1)
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      {done ? (
        <TakenIn done={done} onAnother={() => setDone(undefined)} />
      ) : (
        <>
          <Paste onRead={read} />
          <KeptForm key={times} name={form} submit={words.submit} check={check} onSubmit={save}>
            {(start) => <Fields start={start} />}
          </KeptForm>
        </>
      )}
    </Page>
  )
}

function useCheck(): (filled: Filled) => Record<string, string | undefined> {
  const words = useWords(takeWords)
  const { zone } = useSession().agency
  const now = useNow()
  return (filled) => {
    const at = momentIn(zone, filled.text('receivedAt'))
    return { receivedAt: at === undefined ? words.noTime : Date.parse(at) > now ? words.future : undefined }
  }
}

function Fields({ start }: { start: Start }): ReactNode {
  const words = useWords(deskWords)
  const take = useWords(takeWords)
  const { zone } = useSession().agency
  const now = useNow()
  const [today] = useState(() => shownIn(zone, new Date(now).toISOString()))
  const ways = (['counter', 'letter', 'e-mail'] as const).map((way) => ({
    value: way,
    label: words.ways[way],
  }))
  return (
    <>
      <RadioField name="way" label={take.way} required start={start.text('way', 'counter')} choices={ways} />
      <Field
        name="receivedAt"
        label={take.received}
        hint={take.receivedHint(zone)}
        type="datetime-local"
        required
        start={start.text('receivedAt', today)}
      />
      <LongField
        name="wants"
        label={take.wants}
        hint={take.wantsHint}
        required
        maxLength={4_000}
        start={start.text('wants')}
      />
      <p className="usa-hint">{take.nobodyMust}</p>
      <div className="fields">
        <Field name="name" label={take.name} maxLength={200} start={start.text('name')} />
        <Field name="email" label={take.email} type="email" maxLength={200} start={start.text('email')} />
        <Field name="phone" label={take.phone} maxLength={200} start={start.text('phone')} />
        <SelectField
          name="language"
          label={take.language}
          required
          start={start.text('language', 'en')}
          choices={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
        />
      </div>
      <LongField name="address" label={take.address} rows={3} maxLength={500} start={start.text('address')} />
      <input type="hidden" name="original" defaultValue={start.text('original')} />
      {start.text('original') !== '' && <p className="quiet">{take.keptWhole}</p>}
    </>
  )
}

/** An e-mail as it came; what can be read in it fills the form beneath, and a person looks at it. */
function Paste({ onRead }: { onRead: (text: string) => Promise<void> }): ReactNode {
  const words = useWords(takeWords)
  const { memberId } = useMember()
  const [text, setText] = useState<string>(() => keptIn(memberId, pasted) ?? '')
  return (
    <details open={text !== ''}>
      <summary>{words.paste}</summary>
      <LongField
        name="paste"
        label={words.pasted}
        hint={words.pastedHint}
        rows={8}
        maxLength={100_000}
        value={text}
        onChange={(typed) => {
          setText(typed)
          keepIn(memberId, pasted, typed)
        }}
      />
      <p className="row-of-buttons">
        <Action
          run={async () => {
            if (text.trim() === '') return
            await onRead(text)
            forgetIn(memberId, pasted)
            setText('')
          }}
        >
          {words.read}
        </Action>
      </p>
    </details>
  )
}

/** The number and the code, which is shown this once. */
function TakenIn({ done, onAnother }: { done: Done; onAnother: () => void }): ReactNode {
  const words = useWords(takeWords)
  const { requestId, number, code, link } = done
  return (
    <>
      <Alert type="success" role="status">
        <AlertHeading level="h2">{words.done(number)}</AlertHeading>
        <AlertText>{words.doneSays}</AlertText>
      </Alert>
      <dl className="facts">
        <div className="fact">
          <dt>{words.code}</dt>
          <dd>
            <code>{code}</code>
          </dd>
        </div>
        <div className="fact">
          <dt>{words.link}</dt>
          <dd>
            <a className="rr-link" href={link}>
              {new URL(link, location.href).href}
            </a>
          </dd>
        </div>
      </dl>
      <div className="row-of-buttons">
        <Link className="usa-button" to="/records-requests/$requestId" params={{ requestId }}>
          {words.open}
        </Link>
        <Button type="button" outline onClick={() => globalThis.print()}>
          {words.print}
        </Button>
        <Button type="button" unstyled onClick={onAnother}>
          {words.another}
        </Button>
      </div>
    </>
  )
}
