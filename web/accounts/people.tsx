import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { AccountView } from '../../src/accounts/schema.ts'
import { send } from '../api.ts'
import { Dialog } from '../parts/dialog.tsx'
import { LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { AdministratorsField } from './administrators-field.tsx'
import { useForgetAccounts } from './data.ts'
import { accountWords } from './words.ts'

/** Who runs a page, who of them holds its key, and the way to name a successor. */
export function People({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  const [isOpen, setIsOpen] = useState(false)
  const { administrators, may } = account
  return (
    <section className="card">
      <h2>{words.people}</h2>
      <ul className="people">
        {administrators.map(({ memberId, name, holdsKey, serves }) => (
          <li key={memberId}>
            <strong>{name}</strong>
            <span className="quiet">{serves ? (holdsKey ? words.holds : words.holdsNot) : words.left}</span>
          </li>
        ))}
      </ul>
      {may.includes('change-administrators') && (
        <Button type="button" outline onClick={() => setIsOpen(true)}>
          {words.changePeople}
        </Button>
      )}
      <Dialog title={words.changePeople} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Change account={account} onDone={() => setIsOpen(false)} />
      </Dialog>
    </section>
  )
}

function Change({ account, onDone }: { account: AccountView; onDone: () => void }): ReactNode {
  const words = useWords(accountWords).one
  const forget = useForgetAccounts()
  const { accountId, version } = account
  const [named, setNamed] = useState<AccountView['page']['administrators']>(
    account.administrators
      .filter(({ serves }) => serves)
      .map(({ memberId, holdsKey }) => ({ memberId, holdsKey })),
  )
  return (
    <Form
      submit={words.changePeople}
      beside={
        <Button type="button" unstyled onClick={onDone}>
          {words.stop}
        </Button>
      }
      onSubmit={async (filled) => {
        const sent = { version, administrators: named, because: filled.text('because') }
        await send('PUT', `/api/accounts/${accountId}/administrators`, sent)
        onDone()
        await forget()
      }}
    >
      <AdministratorsField legend={words.people} named={named} onChange={setNamed} />
      <LongField name="because" label={words.because} required rows={2} maxLength={1_000} />
    </Form>
  )
}
