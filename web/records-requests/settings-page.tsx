import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field, LongField, SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { office } from '../records/roles.ts'
import { holdsAny, useMember, useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import {
  archiveAt,
  archiveQuery,
  holidaysAt,
  holidaysQuery,
  settingsAt,
  settingsQuery,
  useForget,
  type SettingsView,
} from './data.ts'
import { KeptForm } from './kept-form.tsx'
import { LawShown } from './law-shown.tsx'
import { useIsCustodian } from './roles.ts'
import { More } from './records-requests-page.tsx'
import { settingsWords } from './settings-words.ts'

/** Who answers, the days on which the department is closed, and the law that everything is counted by. */
export function SettingsPage(): ReactNode {
  const words = useWords(settingsWords)
  const isOffice = holdsAny(useMember(), office)
  const found = useQuery({ ...settingsQuery, enabled: isOffice })
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      {isOffice && found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.data && <Answering found={found.data} />}
      <Holidays />
      {isOffice && <Archive />}
      {found.data && <LawShown law={found.data.law} />}
    </Page>
  )
}

function Answering({ found }: { found: SettingsView }): ReactNode {
  const words = useWords(settingsWords)
  const forget = useForget()
  const mayChange = useIsCustodian()
  const { version, settings, laws } = found
  const { custodian } = settings
  const [isSaved, setIsSaved] = useState(false)
  if (!mayChange)
    return (
      <section>
        <h2>{words.who}</h2>
        <p>{[custodian.title, custodian.email, custodian.phone].filter(Boolean).join(', ')}</p>
        <p className="rr-text">{custodian.address}</p>
      </section>
    )
  return (
    <section>
      <h2>{words.who}</h2>
      <p>{words.whoLead}</p>
      <KeptForm
        name="records-requests/settings"
        submit={words.save}
        check={(filled) => {
          const days = Number(filled.text('patienceDays'))
          return {
            patienceDays:
              Number.isInteger(days) && days >= 5 && days <= 365 ? undefined : words.patienceWrong,
          }
        }}
        onSubmit={async (filled) => {
          try {
            await send('PUT', settingsAt, {
              version,
              settings: {
                lawId: filled.text('law'),
                custodian: {
                  title: filled.text('title'),
                  address: filled.text('address'),
                  email: filled.text('email'),
                  phone: filled.text('phone'),
                },
                patienceDays: Number(filled.text('patienceDays')),
              },
            })
            setIsSaved(true)
          } finally {
            await forget()
          }
        }}
      >
        {(start) => (
          <>
            <div className="fields">
              <Field
                name="title"
                label={words.custodian}
                required
                maxLength={200}
                start={start.text('title', custodian.title)}
              />
              <Field
                name="email"
                label={words.email}
                type="email"
                maxLength={200}
                start={start.text('email', custodian.email)}
              />
              <Field
                name="phone"
                label={words.phone}
                maxLength={60}
                start={start.text('phone', custodian.phone)}
              />
              <Field
                name="patienceDays"
                label={words.patience}
                hint={words.patienceHint}
                inputMode="numeric"
                required
                start={start.text('patienceDays', String(settings.patienceDays))}
              />
            </div>
            <LongField
              name="address"
              label={words.address}
              rows={3}
              maxLength={500}
              start={start.text('address', custodian.address)}
            />
            <SelectField
              name="law"
              label={words.law}
              hint={words.lawHint}
              required
              start={start.text('law', settings.lawId)}
              choices={laws.map((law) => ({ value: law, label: law }))}
            />
          </>
        )}
      </KeptForm>
      <p role="status">{isSaved && words.saved}</p>
    </section>
  )
}

/** Whether the public finds released productions and official posts by itself. */
function Archive(): ReactNode {
  const words = useWords(settingsWords).archive
  const forget = useForget()
  const mayChange = useIsCustodian()
  const archive = useQuery(archiveQuery)
  if (archive.isError) return <Failure error={archive.error} again={() => void archive.refetch()} />
  if (!archive.data) return <Loading />
  const { version, isOpen } = archive.data
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <p>
        <strong>{isOpen ? words.isOpen : words.isClosed}</strong>{' '}
        {isOpen && <a href="/public/archive">{words.see}</a>}
      </p>
      {mayChange && (
        <Action
          run={async () => {
            try {
              await send('PUT', archiveAt, { version, isOpen: !isOpen })
            } finally {
              await forget()
            }
          }}
        >
          {isOpen ? words.close : words.open}
        </Action>
      )}
    </section>
  )
}

function Holidays(): ReactNode {
  const words = useWords(settingsWords).holidays
  const dates = useDates()
  const forget = useForget()
  const list = useQuery(holidaysQuery)
  const today = dates.today(useNow())
  const [times, setTimes] = useState(0)
  const mayChange = holdsAny(useMember(), ['records-custodian', 'chief', 'administrator'])
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  if (!list.data) return <Loading />
  const { items } = list.data
  const isUsedUp = !items.some(({ day }) => day > today)
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {items.length === 0 && <Empty>{words.none}</Empty>}
      {items.length > 0 && isUsedUp && <Empty>{words.usedUp}</Empty>}
      <ul className="rr-holidays">
        {items.map(({ day, name }) => (
          <li key={day}>
            <time dateTime={day}>{dates.day(day)}</time>: {name}{' '}
            {mayChange && (
              <Action
                look="unstyled"
                run={async () => {
                  await send('DELETE', `${holidaysAt}/${day}`)
                  await forget()
                }}
              >
                {words.remove} <span className="usa-sr-only">{name}</span>
              </Action>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Form
          key={times}
          submit={words.add}
          onSubmit={async (filled) => {
            await send('POST', holidaysAt, { day: filled.text('day'), name: filled.text('name') })
            setTimes(times + 1)
            await forget()
          }}
        >
          <div className="fields">
            <Field name="day" label={words.day} type="date" required />
            <Field name="name" label={words.name} required maxLength={200} />
          </div>
        </Form>
      )}
    </section>
  )
}
