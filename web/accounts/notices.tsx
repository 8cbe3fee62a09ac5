import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import { use, type ReactNode } from 'react'
import type { AccountView } from '../../src/accounts/schema.ts'
import { useDates } from '../words/dates.ts'
import { LanguageContext, useWords } from '../words/words.ts'
import { checklistQuery } from './data.ts'
import { accountWords } from './words.ts'

type Notice = AccountView['page']['notices'][number]

/** The notices of a page: the approved words, how strictly the order asks for them, and whether they are there. */
export function Notices({ account }: { account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  return (
    <section>
      <h2>{words.notices}</h2>
      <p className="quiet">{words.noticesLead}</p>
      <ul className="notices-of">
        {account.page.notices.map((notice) => (
          <li key={notice.fact}>
            <One notice={notice} account={account} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ notice, account }: { notice: Notice; account: AccountView }): ReactNode {
  const words = useWords(accountWords).one
  const dates = useDates()
  const nameOf = useNoticeNames()
  const { fact, wording, reason } = notice
  const required = account.requirements.find((one) => one.fact === fact)
  const found = account.checks[0]?.found.filter((one) => one.fact === fact) ?? []
  const lacking = found.find(({ isFound }) => !isFound)
  return (
    <>
      <h3>{nameOf(fact)}</h3>
      <p>
        {required ? (required.force === 'barred' ? words.required : words.advised) : words.unasked}
        {required && (
          <>
            {' '}
            <Link to="/order" hash={required.citation}>
              {required.citation}
            </Link>
          </>
        )}{' '}
        {found.length > 0 && (
          <Tag>{lacking ? (lacking.wasThere ? words.lost : words.lacking) : words.there}</Tag>
        )}{' '}
        {lacking?.lostSince != null && words.since(dates.moment(lacking.lostSince))}
      </p>
      {Object.entries(wording).map(([language, said]) => (
        <blockquote key={language} lang={language}>
          {said}
        </blockquote>
      ))}
      {reason !== null && (
        <p>
          {words.waived} {reason}
        </p>
      )}
    </>
  )
}

/** What notices are called in the reader's language. */
export function useNoticeNames(): (fact: string) => string {
  const language = use(LanguageContext)
  const { data } = useQuery(checklistQuery)
  return (fact) => data?.notices.find((one) => one.fact === fact)?.name[language] ?? fact
}
