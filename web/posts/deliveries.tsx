import { Button, Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { DeliveryView, PostView } from '../../src/posts/schema.ts'
import { networkTitles } from '../accounts/networks.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Settle } from './settle.tsx'
import { postWords } from './words.ts'

/** What became of a post on each network; a person settles what nobody could find out. */
export function Deliveries({
  post: { deliveries, maySettle },
}: {
  post: Pick<PostView, 'deliveries' | 'maySettle'>
}): ReactNode {
  const words = useWords(postWords).one
  const [open, setOpen] = useState<DeliveryView>()
  return (
    <section>
      <h2>{words.deliveries}</h2>
      {deliveries.length === 0 ? (
        <p className="quiet">{words.noDeliveries}</p>
      ) : (
        <ul className="plain-list post-deliveries">
          {deliveries.map((one) => (
            <li key={one.deliveryId}>
              <p>
                <strong>{one.handle}</strong> <span className="quiet">{networkTitles[one.network]}</span>{' '}
                {words.does[one.does]} <Tag>{words.deliveryStates[one.state]}</Tag>
              </p>
              <Known
                delivery={one}
                onSettle={
                  maySettle && (one.state === 'parked' || one.state === 'refused')
                    ? () => setOpen(one)
                    : undefined
                }
              />
            </li>
          ))}
        </ul>
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
      {doneAt !== null && <p className="quiet">{dates.moment(doneAt)}</p>}
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
