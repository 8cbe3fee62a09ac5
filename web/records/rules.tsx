import { useQuery } from '@tanstack/react-query'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { SeriesRule } from '../../src/records/keeping/schema.ts'
import { accountsQuery } from '../accounts/data.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { wordOf } from '../parts/in-words.ts'
import { useWords } from '../words/words.ts'
import { useForgetRecords, type SeriesList } from './data.ts'
import { RuleForm } from './rule-form.tsx'
import { retentionWords } from './retention-words.ts'
import { recordWords } from './words.ts'

/** Which records belong to which series; changed as a whole, in their order. */
export function Rules({ list, onSaved }: { list: SeriesList; onSaved: () => void }): ReactNode {
  const { rules: words } = useWords(retentionWords)
  const [rules, setRules] = useState<readonly SeriesRule[]>(list.rules)
  const [open, setOpen] = useState<number>()
  const forget = useForgetRecords()
  const isChanged = JSON.stringify(rules) !== JSON.stringify(list.rules)
  const put = (place: number, rule: SeriesRule): void => {
    setRules(rules.toSpliced(place, 1, rule))
    setOpen(undefined)
  }
  const raise = (place: number): void => {
    const [one, other] = [rules[place - 1], rules[place]]
    if (one && other) setRules(rules.toSpliced(place - 1, 2, other, one))
  }
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {rules.length === 0 && <Empty>{list.items.length === 0 ? words.first : words.none}</Empty>}
      <ol className="record-steps">
        {rules.map((rule, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a rule is its place: two may say the same
          <li key={place} className="record-rule">
            {open === place ? (
              <RuleForm list={list} rule={rule} onDone={(next) => put(place, next)} />
            ) : (
              <Said list={list} rule={rule} n={place + 1} />
            )}
            {list.mayChange && open === undefined && (
              <div className="row-of-buttons">
                <Button type="button" unstyled onClick={() => setOpen(place)}>
                  {words.change(place + 1)}
                </Button>
                {place > 0 && (
                  <Button type="button" unstyled onClick={() => raise(place)}>
                    {words.up(place + 1)}
                  </Button>
                )}
                <Button type="button" unstyled onClick={() => setRules(rules.toSpliced(place, 1))}>
                  {words.drop(place + 1)}
                </Button>
              </div>
            )}
          </li>
        ))}
        {open === rules.length && (
          <li className="record-rule">
            <RuleForm list={list} rule={undefined} onDone={(next) => put(rules.length, next)} />
          </li>
        )}
      </ol>
      {list.mayChange && open === undefined && list.items.length > 0 && (
        <div className="row-of-buttons">
          <Button type="button" outline onClick={() => setOpen(rules.length)}>
            {words.add}
          </Button>
          {isChanged && (
            <>
              <Action
                look="filled"
                run={async () => {
                  await send('PUT', '/api/series/rules', { version: list.version, rules })
                  onSaved()
                  await forget()
                }}
              >
                {words.save}
              </Action>
              <Button type="button" unstyled onClick={() => setRules(list.rules)}>
                {words.undo}
              </Button>
            </>
          )}
        </div>
      )}
      {isChanged && (
        <Alert type="info" slim role="status">
          <AlertText>{words.unsaved}</AlertText>
        </Alert>
      )}
    </section>
  )
}

function Said({ list, rule, n }: { list: SeriesList; rule: SeriesRule; n: number }): ReactNode {
  const { rules: words } = useWords(retentionWords)
  const { kinds, sources } = useWords(recordWords)
  const accounts = useQuery(accountsQuery).data?.items ?? []
  const title = list.items.find(({ seriesId }) => seriesId === rule.seriesId)?.title ?? ''
  const or = (all: readonly string[]): string => (all.length === 0 ? words.anything : all.join(', '))
  const handleOf = (id: string): string =>
    accounts.find(({ accountId }) => accountId === id)?.handle ?? id.slice(0, 8)
  return (
    <>
      <h3>
        {words.rule(n)}: {rule.seriesId} {title}
      </h3>
      <dl className="facts">
        <dt>{words.kinds}</dt>
        <dd>{or(rule.kinds.map((kind) => wordOf(kinds, kind)))}</dd>
        <dt>{words.sources}</dt>
        <dd>{or(rule.sources.map((source) => wordOf(sources, source)))}</dd>
        <dt>{words.accounts}</dt>
        <dd>{or(rule.accounts.map(handleOf))}</dd>
        <dt>{words.because}</dt>
        <dd>{rule.because}</dd>
      </dl>
    </>
  )
}
