import { Button } from '@trussworks/react-uswds'
import { use, useState, type ReactNode } from 'react'
import type { AccountView } from '../../src/accounts/schema.ts'
import { send } from '../api.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Facts } from '../parts/facts.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useDates } from '../words/dates.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { useForgetAccounts } from './data.ts'
import { accountWords } from './words.ts'

/** How the key of a page stands, what it may do, and the way to give a new one. It is never shown. */
export function Key({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  const language = use(LanguageContext)
  const dates = useDates()
  const [isOpen, setIsOpen] = useState(false)
  const { key, secrets, may, scope, closed } = account
  if (closed) return undefined
  return (
    <section className="card">
      <h2>{words.key}</h2>
      {secrets.length === 0 && <p>{words.keyNotNeeded}</p>}
      {secrets.length > 0 && !key && <p>{words.keyNone}</p>}
      {key && (
        <Facts
          lines={[
            [words.key, key.state === 'good' ? words.keyGood : words.keyOut],
            [words.keyUntil, key.until === null ? words.keyNoEnd : dates.day(key.until)],
            [words.keyChecked, dates.moment(key.checkedAt)],
            [words.keyGiven, `${key.givenBy.name}, ${dates.day(key.givenAt)}`],
          ]}
        />
      )}
      {may.includes('give-key') && (
        <Button type="button" outline onClick={() => setIsOpen(true)}>
          {key ? words.giveNewKey : words.giveKey}
        </Button>
      )}
      <Dialog title={key ? words.giveNewKey : words.giveKey} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <p>{words.keyLead}</p>
        <p>{scope[language]}</p>
        <Give account={account} onDone={() => setIsOpen(false)} />
      </Dialog>
    </section>
  )
}

function Give({ account, onDone }: { account: AccountView; onDone: () => void }): ReactNode {
  const words = useWords(accountWords).one
  const forget = useForgetAccounts()
  const { accountId, secrets } = account
  return (
    <Form
      submit={words.giveKey}
      beside={
        <Button type="button" unstyled onClick={onDone}>
          {words.stop}
        </Button>
      }
      onSubmit={async (filled) => {
        const given = Object.fromEntries(secrets.map(({ name }) => [name, filled.text(name)]))
        await send('POST', `/api/accounts/${accountId}/keys`, { secrets: given })
        onDone()
        await forget()
      }}
    >
      {secrets.map(({ name, asks }) => (
        <Field
          key={name}
          name={name}
          label={name}
          hint={<span lang="en">{asks}</span>}
          type="password"
          autoComplete="off"
          required
        />
      ))}
    </Form>
  )
}
