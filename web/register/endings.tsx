import { useNavigate } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { Moved, PermissionView } from '../../src/permissions/schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { CitationField } from '../parts/citation-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field, LongField } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { useForgetRequests } from '../requests/data.ts'
import { useWords } from '../words/words.ts'
import { registerWords } from './words.ts'

interface EndingsProps {
  permission: PermissionView
  onEnded: () => void
}

/** What the reader may do about a permission: ask for it anew, give it up, revoke it. */
export function Endings({ permission, onEnded }: EndingsProps): ReactNode {
  const words = useWords(registerWords).one
  const navigate = useNavigate()
  const forget = useForgetRequests()
  const [open, setOpen] = useState<'withdraw' | 'revoke'>()
  const { permissionId, version, may } = permission
  if (may.length === 0) return undefined
  const path = `/api/permissions/${permissionId}`
  const renew = async (): Promise<void> => {
    const { requestId } = await send<Moved>('POST', `${path}/renew`)
    await forget()
    await navigate({ to: '/requests/$requestId', params: { requestId } })
  }
  const end = async (how: 'withdraw' | 'revoke', said: object): Promise<void> => {
    await send('POST', `${path}/${how}`, { version, ...said })
    setOpen(undefined)
    await forget()
    onEnded()
  }
  const stop = (
    <Button type="button" unstyled onClick={() => setOpen(undefined)}>
      {words.stop}
    </Button>
  )
  return (
    <section className="card">
      <h2>{words.may}</h2>
      {may.includes('renew') && <p className="quiet">{words.renewHint}</p>}
      <div className="row-of-buttons">
        {may.includes('renew') && (
          <Action look="filled" run={renew}>
            {words.renew}
          </Action>
        )}
        {may.includes('withdraw') && (
          <Button type="button" outline onClick={() => setOpen('withdraw')}>
            {words.withdraw}
          </Button>
        )}
        {may.includes('revoke') && (
          <Button type="button" outline onClick={() => setOpen('revoke')}>
            {words.revoke}
          </Button>
        )}
      </div>
      <Dialog title={words.withdraw} isOpen={open === 'withdraw'} onClose={() => setOpen(undefined)}>
        <Form submit={words.withdraw} beside={stop} onSubmit={() => end('withdraw', {})}>
          <p>{words.withdrawLead}</p>
        </Form>
      </Dialog>
      <Dialog title={words.revoke} isOpen={open === 'revoke'} onClose={() => setOpen(undefined)}>
        <p>{words.revokeLead}</p>
        <Form submit={words.revoke} beside={stop} onSubmit={(filled) => end('revoke', reasonIn(filled))}>
          <LongField name="because" label={words.because} required rows={4} maxLength={4_000} />
          <CitationField name="citation" label={words.citation} />
          <Field name="from" label={words.from} hint={words.fromHint} type="date" />
        </Form>
      </Dialog>
    </section>
  )
}

function reasonIn(filled: Filled): object {
  const from = filled.maybe('from')
  return {
    because: filled.text('because'),
    citation: filled.text('citation'),
    ...(from === undefined ? {} : { from }),
  }
}
