import { Checkbox, Fieldset } from '@trussworks/react-uswds'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactNode } from 'react'
import type { AccountBrief } from '../../src/accounts/schema.ts'
import type { PostContent } from '../../src/posts/content.ts'
import { accountsQuery } from '../accounts/data.ts'
import { networkTitles } from '../accounts/networks.ts'
import { Failure } from '../parts/failure.tsx'
import { LongField } from '../parts/field.tsx'
import { Loading } from '../parts/loading.tsx'
import { useWords } from '../words/words.ts'
import { languages } from './content.ts'
import { postFormWords } from './form-words.ts'
import { postWords } from './words.ts'

/** The pages that a post goes to, each with words of its own where its network takes fewer. */
export function AccountsField({ start }: { start: PostContent }): ReactNode {
  const words = useWords(postWords)
  const form = useWords(postFormWords)
  const list = useQuery(accountsQuery)
  if (!list.data)
    return (
      <>
        {list.isError ? <Failure error={list.error} again={() => void list.refetch()} /> : <Loading />}
        <Unshown start={start} />
      </>
    )
  const shown = list.data.items.filter(
    ({ state, accountId }) => state === 'live' || start.accounts.includes(accountId),
  )
  return (
    <Fieldset legend={form.accounts} legendStyle="large">
      {shown.length === 0 && (
        <p>
          {words.noAccounts} <Link to="/accounts/new">{words.proposePage}</Link>
        </p>
      )}
      {shown.map((account) => (
        <One key={account.accountId} account={account} start={start} />
      ))}
    </Fieldset>
  )
}

/** What was chosen stays chosen while the list of pages is not there. */
function Unshown({ start: { accounts, otherwise } }: { start: PostContent }): ReactNode {
  const said = otherwise.flatMap(({ accountId, texts }) =>
    Object.entries(texts).map(([language, text]) => [`other-${accountId}-${language}`, text] as const),
  )
  return [...accounts.map((accountId) => ['accounts', accountId] as const), ...said].map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
}

function One({ account, start }: { account: AccountBrief; start: PostContent }): ReactNode {
  const words = useWords(postFormWords)
  const { accountId, handle, network } = account
  const [isChosen, setIsChosen] = useState(start.accounts.includes(accountId))
  const own = start.otherwise.find((one) => one.accountId === accountId)?.texts ?? {}
  const id = useId()
  return (
    <>
      <Checkbox
        id={id}
        name="accounts"
        value={accountId}
        label={`${handle} (${networkTitles[network]})`}
        defaultChecked={isChosen}
        onChange={({ target }) => setIsChosen(target.checked)}
      />
      {isChosen && (
        <details className="post-other">
          <summary>{words.other(handle)}</summary>
          <p className="usa-hint">{words.otherHint}</p>
          {languages
            .filter((language) => account.languages.includes(language))
            .map((language) => (
              <div key={language} lang={language}>
                <LongField
                  name={`other-${accountId}-${language}`}
                  label={words.otherLabel[language](handle)}
                  rows={4}
                  start={own[language] ?? ''}
                  maxLength={10_000}
                />
              </div>
            ))}
        </details>
      )}
    </>
  )
}
