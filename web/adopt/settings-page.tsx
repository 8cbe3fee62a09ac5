import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Fieldset } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { Settings } from '../../src/adoption/settings.ts'
import type { VersionDetail } from '../../src/adoption/schema.ts'
import { send } from '../api.ts'
import { Failure } from '../parts/failure.tsx'
import { Field, LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useInWords } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { MemberField } from '../parts/member-field.tsx'
import { Page } from '../parts/page.tsx'
import { Rows } from '../parts/table.tsx'
import { useWords } from '../words/words.ts'
import { useForgetOrders, versionQuery } from './data.ts'
import { Givers } from './givers.tsx'
import { problemsIn, settingsIn } from './settings-in.ts'
import { Steps } from './steps.tsx'
import { adoptWords } from './words.ts'

/** What an order leaves open, to be settled by the agency, with what the order itself says beside it. */
export function SettingsPage(): ReactNode {
  const { versionId = '' } = useParams({ strict: false })
  const words = useWords(adoptWords)
  const version = useQuery(versionQuery(versionId))
  return (
    <Page title={words.settings.title} lead={words.settings.lead}>
      <Steps versionId={versionId} />
      {version.isPending && <Loading />}
      {version.isError && <Failure error={version.error} again={() => void version.refetch()} />}
      {version.data && <SettingsForm key={version.data.version} version={version.data} />}
    </Page>
  )
}

function SettingsForm({ version }: { version: VersionDetail }): ReactNode {
  const words = useWords(adoptWords).settings
  const inWords = useInWords()
  const forget = useForgetOrders()
  const navigate = useNavigate()
  const { versionId, settings, routes, standing } = version
  const unnamed = routes.filter((route) => route.unnamed).map(({ matter }) => inWords.matter(matter))
  const isDraft = standing === 'draft'
  return (
    <>
      <Form
        submit={words.save}
        check={(filled) => problemsIn(filled, words)}
        onSubmit={async (filled) => {
          const next: Settings = settingsIn(filled, settings)
          await send('PUT', `/api/orders/${versionId}/settings`, { version: version.version, settings: next })
          await forget()
          await navigate({
            to: isDraft ? '/adopt/$versionId/review' : '/adopt/$versionId',
            params: { versionId },
          })
        }}
      >
        {isDraft && (
          <Givers
            name="standsForUnnamed"
            legend={words.standsForUnnamed}
            hint={unnamed.length === 0 ? words.unnamedNone : words.unnamed(unnamed.join('; '))}
            choices={['chief', 'designee']}
            start={settings.standsForUnnamed}
          />
        )}
        <Times settings={settings} />
        <Fieldset legend={words.people} legendStyle="large">
          <Field
            name="appealTitle"
            label={words.appealTitle}
            required
            maxLength={200}
            start={settings.appealTo.title}
          />
          <MemberField
            name="appealMember"
            label={words.appealMember}
            start={settings.appealTo.memberId ?? ''}
          />
          <MemberField
            name="counsel"
            label={words.counsel}
            hint={words.counselHint}
            start={settings.counsel.memberId ?? ''}
          />
        </Fieldset>
        <Givers
          name="opinionBy"
          legend={words.opinionBy}
          choices={['chief', 'designee', 'counsel']}
          start={settings.opinionBy}
        />
        <LongField
          name="names"
          label={words.names}
          hint={words.namesHint}
          rows={3}
          start={settings.departmentNames.join('\n')}
        />
        <LongField
          name="support"
          label={words.support}
          hint={words.supportHint}
          rows={3}
          maxLength={600}
          start={settings.support ?? ''}
        />
      </Form>
      <Routes routes={routes} />
    </>
  )
}

function Times({ settings }: { settings: Settings }): ReactNode {
  const words = useWords(adoptWords).settings
  const times = [
    ['deskHours', words.desk, words.deskHint],
    ['decisionDays', words.decision, words.decisionHint],
    ['acknowledgeDays', words.acknowledge, undefined],
    ['questions', words.questions, undefined],
    ['passMark', words.passMark, undefined],
  ] as const
  return (
    <Fieldset legend={words.times} legendStyle="large">
      <div className="fields">
        {times.map(([name, label, hint]) => (
          <Field
            key={name}
            name={name}
            label={label}
            hint={hint}
            inputMode="numeric"
            required
            start={String(settings[name])}
          />
        ))}
      </div>
    </Fieldset>
  )
}

function Routes({ routes }: { routes: VersionDetail['routes'] }): ReactNode {
  const words = useWords(adoptWords).settings
  const inWords = useInWords()
  const columns = words.routeColumns
  return (
    <details>
      <summary>{words.routes}</summary>
      <Rows<VersionDetail['routes'][number]>
        caption={words.routesCaption}
        rows={routes}
        keyOf={({ matter }) => matter}
        columns={[
          { head: columns.matter, cell: ({ matter }) => inWords.matter(matter) },
          { head: columns.by, cell: ({ by }) => inWords.givers(by) },
          { head: columns.form, cell: ({ form }) => inWords.form(form) },
          { head: columns.cites, cell: ({ cites }) => cites },
        ]}
      />
    </details>
  )
}
