import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { AccountView } from '../../src/accounts/schema.ts'
import { send } from '../api.ts'
import { Dialog } from '../parts/dialog.tsx'
import { LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { useForgetAccounts } from './data.ts'
import { accountWords } from './words.ts'

/** The end of a page. */
export function Closing({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  const forget = useForgetAccounts()
  const [isOpen, setIsOpen] = useState(false)
  const { accountId, version, may } = account
  if (!may.includes('close')) return undefined
  return (
    <section className="card">
      <h2>{words.close}</h2>
      <Button type="button" outline onClick={() => setIsOpen(true)}>
        {words.close}
      </Button>
      <Dialog title={words.close} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <p>{words.closeLead}</p>
        <Form
          submit={words.close}
          beside={
            <Button type="button" unstyled onClick={() => setIsOpen(false)}>
              {words.stop}
            </Button>
          }
          onSubmit={async (filled) => {
            await send('POST', `/api/accounts/${accountId}/close`, {
              version,
              because: filled.text('because'),
            })
            setIsOpen(false)
            await forget()
          }}
        >
          <LongField name="because" label={words.closeWhy} required rows={3} maxLength={2_000} />
        </Form>
      </Dialog>
    </section>
  )
}
