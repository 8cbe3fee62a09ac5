import { Button, Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { DeliveryView, PostView } from '../../src/posts/schema.ts'
import { send } from '../api.ts'
import { networkTitles } from '../accounts/networks.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field, RadioField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Rows } from '../parts/table.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useForgetPosts } from './data.ts'
import { postWords } from './words.ts'

/** What became of a post on each network; a person settles what nobody could find out. */
export function Deliveries({ post: { deliveries, maySettle } }: { post: PostView }): ReactNode {
  const words = useWords(postWords).one
  const [open, setOpen] = useState<DeliveryView>()
  const columns = words.deliveryColumns
  return (
    <section className="titled">
      <h2>{words.deliveries}</h2>
      {deliveries.length === 0 ? (
        <p className="quiet">{words.noDeliveries}</p>
      ) : (
        <Rows<DeliveryView>
          caption={words.deliveryCaption}
          rows={deliveries}
          keyOf={({ deliveryId }) => deliveryId}
          columns={[
            {
              head: columns.page,
              cell: ({ handle, network }) => (
                <>
                  {handle}
                  <br />
                  <span className="quiet">{networkTitles[network]}</span>
                </>
              ),
            },
            { head: columns.does, cell: ({ does }) => words.does[does] },
            { head: columns.state, cell: ({ state }) => <Tag>{words.deliveryStates[state]}</Tag> },
            {
              head: columns.says,
              cell: (one) => (
                <Known
                  delivery={one}
                  onSettle={
                    maySettle && (one.state === 'parked' || one.state === 'refused')
                      ? () => setOpen(one)
                      : undefined
                  }
                />
              ),
            },
          ]}
        />
      )}
      {open && <Settle delivery={open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

function Known({
  delivery,
  onSettle,
}: {
  delivery: DeliveryView
  onSettle: (() => void) | undefined
}): ReactNode {
  const words = useWords(postWords).one
  const dates = useDates()
  const { url, sentence, dueAt, doneAt, removedAt, settledBy } = delivery
  return (
    <>
      {sentence !== null && <p lang="en">{sentence}</p>}
      {doneAt !== null && <p>{dates.moment(doneAt)}</p>}
      {dueAt !== null && <p className="quiet">{words.nextTry(dates.moment(dueAt))}</p>}
      {removedAt !== null && <p>{words.isRemoved(dates.moment(removedAt))}</p>}
      {settledBy !== null && <p className="quiet">{words.settledBy(settledBy.name)}</p>}
      {url !== null && removedAt === null && (
        <p>
          <a href={url} target="_blank" rel="noreferrer">
            {words.see}
          </a>
        </p>
      )}
      {onSettle && (
        <Button type="button" outline onClick={onSettle}>
          {words.settle}
        </Button>
      )}
    </>
  )
}

/** What somebody saw who looked at the page itself. */
function Settle({ delivery, onClose }: { delivery: DeliveryView; onClose: () => void }): ReactNode {
  const words = useWords(postWords).settling
  const forget = useForgetPosts()
  const { deliveryId, version } = delivery
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      <p>{words.lead}</p>
      <Form
        submit={words.save}
        onSubmit={async (filled) => {
          const there = filled.text('there') === 'yes' ? (filled.maybe('address') ?? null) : null
          await send('POST', `/api/deliveries/${deliveryId}/settle`, {
            version,
            there,
            again: filled.text('what') === 'again',
          })
          await forget()
          onClose()
        }}
        check={(filled) => ({
          address:
            filled.text('there') === 'yes' && filled.maybe('address') === undefined
              ? words.address
              : undefined,
        })}
      >
        <RadioField
          name="there"
          label={words.title}
          required
          choices={[
            { value: 'yes', label: words.there },
            { value: 'no', label: words.notThere },
          ]}
        />
        <Field name="address" label={words.address} type="url" maxLength={2_000} />
        <RadioField
          name="what"
          label={words.what}
          required
          start="again"
          choices={[
            { value: 'again', label: words.again },
            { value: 'leave', label: words.leave },
          ]}
        />
      </Form>
    </Dialog>
  )
}
