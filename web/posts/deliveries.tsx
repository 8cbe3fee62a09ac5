import { Button, Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { DeliveryView, PostView } from '../../src/posts/schema.ts'
import { networkTitles } from '../accounts/networks.ts'
import { Rows } from '../parts/table.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Settle } from './settle.tsx'
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
