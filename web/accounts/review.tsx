import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AccountView } from '../../src/accounts/schema.ts'
import type { OutOnPage } from '../../src/server/page-out.ts'
import { get, send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useForgetAccounts } from './data.ts'
import { accountWords } from './words.ts'

/** When what stands on a page is to be looked through, what that is, and what was found before. */
export function Review({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  const dates = useDates()
  const { reviewDue, reviews, may } = account
  return (
    <section>
      <h2>{words.review}</h2>
      <p className="quiet">{words.reviewLead}</p>
      {reviewDue !== null && (
        <p>
          {words.reviewDue} {dates.day(reviewDue)}
        </p>
      )}
      {may.includes('review') && account.state === 'live' && <Look account={account} />}
      {reviews.length === 0 ? (
        <p>{words.noReviews}</p>
      ) : (
        <ul className="history">
          {reviews.map(({ reviewId, at, by, remarks }) => (
            <li key={reviewId}>
              <p>
                <strong>{by.name}</strong>, {dates.moment(at)}
              </p>
              <blockquote>{remarks}</blockquote>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Look({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  const forget = useForgetAccounts()
  const { accountId } = account
  const out = useQuery({
    queryKey: ['accounts', accountId, 'out'],
    queryFn: ({ signal }) => get<OutOnPage>(`/api/accounts/${accountId}/out`, signal),
  })
  if (out.isError) return <Failure error={out.error} again={() => void out.refetch()} />
  if (!out.data) return undefined
  const { total, items } = out.data
  return (
    <details>
      <summary>{total === 0 ? words.reviewEmpty : words.reviewOut(String(total))}</summary>
      <OutList items={items} />
      {total > items.length && <p>{words.reviewMore(String(items.length))}</p>}
      <Form
        submit={words.reviewed}
        onSubmit={async (filled) => {
          await send('POST', `/api/accounts/${accountId}/review`, {
            remarks: filled.text('remarks'),
            lookedAt: items.map(({ url, subject }) => url ?? `${subject.kind} ${subject.id}`),
          })
          await forget()
        }}
      >
        <LongField name="remarks" label={words.remarks} required rows={3} maxLength={4_000} />
      </Form>
    </details>
  )
}

function OutList({ items }: { items: OutOnPage['items'] }): ReactNode {
  const words = useWords(accountWords).one
  const dates = useDates()
  return (
    <ul className="usa-list">
      {items.map(({ deliveryId, url, at, subject }) => (
        <li key={deliveryId}>
          {dates.moment(at)}{' '}
          {url === null ? (
            <a href={`/${subject.kind}s/${subject.id}`}>{words.open}</a>
          ) : (
            <a href={url} className="anywhere">
              {url}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
