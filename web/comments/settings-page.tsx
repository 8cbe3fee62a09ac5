import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { CheckField, Field, RadioField } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { holdsAny, useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { More } from './comments-page.tsx'
import { settingsQuery, wellnessQuery } from './data.ts'
import { commentSettingsWords } from './settings-words.ts'

/** How a moderator is spared; and for the Chief, what the department settled. */
export function CommentSettingsPage(): ReactNode {
  const words = useWords(commentSettingsWords)
  const member = useMember()
  return (
    <Page title={words.title} lead={words.lead}>
      <More />
      <Mine />
      {holdsAny(member, ['chief']) && <Agency />}
    </Page>
  )
}

function numberIn(filled: Filled, name: string): number | null {
  const text = filled.maybe(name)
  return text === undefined ? null : Number(text)
}

function useWholeNumbers(names: readonly string[]): (filled: Filled) => Record<string, string | undefined> {
  const words = useWords(commentSettingsWords)
  return (filled) =>
    Object.fromEntries(names.map((name) => [name, /^\d*$/.test(filled.text(name)) ? undefined : words.hours]))
}

function Mine(): ReactNode {
  const words = useWords(commentSettingsWords)
  const client = useQueryClient()
  const wellness = useQuery(wellnessQuery)
  const [isSaved, setIsSaved] = useState(false)
  const check = useWholeNumbers(['pauseAfter', 'from', 'to'])
  if (wellness.isError) return <Failure error={wellness.error} again={() => void wellness.refetch()} />
  if (!wellness.data) return <Loading />
  const { blur, grey, pauseAfter, hours } = wellness.data
  return (
    <section>
      <h2>{words.mine}</h2>
      <Form
        submit={words.save}
        check={check}
        onSubmit={async (filled) => {
          const [from, to] = [numberIn(filled, 'from'), numberIn(filled, 'to')]
          await send('PUT', '/api/me/wellness', {
            blur: filled.text('blur'),
            grey: filled.isOn('grey'),
            pauseAfter: numberIn(filled, 'pauseAfter'),
            hours: from === null || to === null ? null : { from, to },
          })
          await client.invalidateQueries({ queryKey: wellnessQuery.queryKey })
          setIsSaved(true)
        }}
      >
        <RadioField
          name="blur"
          label={words.blur}
          required
          start={blur}
          choices={Object.entries(words.blurs).map(([value, label]) => ({ value, label }))}
        />
        <CheckField name="grey" label={words.grey} start={grey} />
        <Field
          name="pauseAfter"
          label={words.pauseAfter}
          inputMode="numeric"
          start={pauseAfter === null ? '' : String(pauseAfter)}
        />
        <Field name="from" label={words.from} inputMode="numeric" start={hours ? String(hours.from) : ''} />
        <Field name="to" label={words.to} inputMode="numeric" start={hours ? String(hours.to) : ''} />
      </Form>
      <p role="status">{isSaved && words.saved}</p>
    </section>
  )
}

function Agency(): ReactNode {
  const words = useWords(commentSettingsWords)
  const client = useQueryClient()
  const found = useQuery(settingsQuery)
  const [isSaved, setIsSaved] = useState(false)
  const check = useWholeNumbers(['appealDays'])
  if (found.isError) return <Failure error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { version, settings } = found.data
  return (
    <section>
      <h2>{words.agency}</h2>
      <Form
        key={version}
        submit={words.save}
        check={check}
        onSubmit={async (filled) => {
          await send('PUT', '/api/comments/settings', {
            version,
            settings: {
              offTopicNeedsCounsel: filled.isOn('offTopic'),
              appealDays: Number(filled.text('appealDays')),
              repliesToWriter: filled.isOn('replies'),
            },
          })
          await client.invalidateQueries({ queryKey: settingsQuery.queryKey })
          setIsSaved(true)
        }}
      >
        <CheckField name="offTopic" label={words.offTopic} start={settings.offTopicNeedsCounsel} />
        <Field
          name="appealDays"
          label={words.appealDays}
          required
          inputMode="numeric"
          start={String(settings.appealDays)}
        />
        <CheckField name="replies" label={words.replies} start={settings.repliesToWriter} />
      </Form>
      <p role="status">{isSaved && words.saved}</p>
    </section>
  )
}
