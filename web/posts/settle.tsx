import { Button } from '@trussworks/react-uswds'
import { useRef, useState, type ReactNode } from 'react'
import type { DeliveryView } from '../../src/posts/schema.ts'
import { send } from '../api.ts'
import { networkTitles } from '../accounts/networks.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field, RadioField } from '../parts/field.tsx'
import { filledIn, Form, type Filled } from '../parts/form.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useForgetPosts } from './data.ts'
import { postMoveWords } from './move-words.ts'
import { postWords } from './words.ts'

/** What is known of a delivery that nobody can be sure of, and what somebody saw who looked at the page itself. */
export function Settle({ delivery, onClose }: { delivery: DeliveryView; onClose: () => void }): ReactNode {
  const words = useWords(postWords)
  const moveWords = useWords(postMoveWords)
  const said = moveWords.settling
  const forget = useForgetPosts()
  const place = useRef<HTMLDivElement>(null)
  const [there, setThere] = useState('')
  const { deliveryId, version, does, handle, network } = delivery
  // What was to go is settled when it is gone, everything else when it is there.
  const isSettled = there !== '' && (does === 'remove') === (there === 'no')
  const save = async (filled: Filled): Promise<void> => {
    await send('POST', `/api/deliveries/${deliveryId}/settle`, {
      version,
      there: there === 'yes' ? (filled.maybe('address') ?? delivery.url) : null,
      again: filled.text('what') === 'again',
    })
    await forget()
    onClose()
  }
  return (
    <Dialog title={said.title} isOpen onClose={onClose}>
      <p>
        {said.lead} <strong>{handle}</strong> ({networkTitles[network]}): {words.one.does[does]}.
      </p>
      <Known delivery={delivery} />
      <Form
        submit={said.save}
        onSubmit={save}
        check={(filled) => ({
          address: there === 'yes' && filled.maybe('address') === undefined ? said.address : undefined,
        })}
        beside={
          <Button type="button" unstyled onClick={onClose}>
            {moveWords.move.stop}
          </Button>
        }
      >
        <div
          ref={place}
          className="stack"
          onChange={() => {
            const form = place.current?.closest('form')
            if (form) setThere(filledIn(new FormData(form)).text('there'))
          }}
        >
          <RadioField
            name="there"
            label={said.see}
            required
            choices={[
              { value: 'yes', label: said.there },
              { value: 'no', label: said.notThere },
            ]}
          />
          {there === 'yes' && (
            <Field name="address" label={said.address} type="url" required maxLength={2_000} />
          )}
          {there !== '' && !isSettled && (
            <RadioField
              name="what"
              label={said.what}
              required
              start="again"
              choices={[
                { value: 'again', label: said.again },
                { value: 'leave', label: said.leave },
              ]}
            />
          )}
        </div>
      </Form>
    </Dialog>
  )
}

function Known({ delivery: { sentence, tries, askedAt } }: { delivery: DeliveryView }): ReactNode {
  const words = useWords(postMoveWords).settling
  const dates = useDates()
  return (
    <>
      {sentence !== null && <blockquote lang="en">{sentence}</blockquote>}
      <p className="quiet">{words.tried(tries, dates.moment(askedAt))}</p>
    </>
  )
}
