import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { VersionDetail } from '../../src/adoption/schema.ts'
import { send } from '../api.ts'
import { Facts } from '../parts/facts.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field, LongField } from '../parts/field.tsx'
import { Form, type Filled } from '../parts/form.tsx'
import { useInWords } from '../parts/in-words.ts'
import { Loading } from '../parts/loading.tsx'
import { useEverybody } from '../parts/member-field.tsx'
import { Page } from '../parts/page.tsx'
import { useNow } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { fitQuery, shelfQuery, useForgetOrders, versionQuery, versionsQuery, type Fit } from './data.ts'
import { Steps } from './steps.tsx'
import { Obstacles } from './version-page.tsx'
import { adoptWords } from './words.ts'

/** Everything that is about to be adopted, who approved it, and from when it holds. */
export function ReviewPage(): ReactNode {
  const { versionId = '' } = useParams({ strict: false })
  const words = useWords(adoptWords).review
  const version = useQuery(versionQuery(versionId))
  const fit = useQuery(fitQuery(versionId))
  const error = version.error ?? fit.error
  return (
    <Page title={words.title} lead={words.lead}>
      <Steps versionId={versionId} />
      {error && <Failure error={error} />}
      {!error && !(version.data && fit.data) && <Loading />}
      {version.data && fit.data && (
        <>
          <Sum version={version.data} fit={fit.data} />
          <Obstacles problems={version.data.problems} />
          {version.data.standing === 'draft' && version.data.problems.length === 0 && (
            <Adopt version={version.data} />
          )}
        </>
      )}
    </Page>
  )
}

function Sum({ version, fit }: { version: VersionDetail; fit: Fit }): ReactNode {
  const words = useWords(adoptWords)
  const inWords = useInWords()
  const versions = useQuery(versionsQuery)
  const before = versions.data?.items.find(({ standing }) => standing === 'in-force')
  const { settings, number, title, document } = version
  const everybody = useEverybody()
  const nameOf = (id: string | null): string | undefined =>
    everybody.find(({ memberId }) => memberId === id)?.name
  const of = (...decisions: string[]): number =>
    fit.rows.filter(({ decided }) => decided && !decided.stale && decisions.includes(decided.decision)).length
  const lines = [
    [words.review.order, `${number}: ${title}`],
    [
      words.review.provisions,
      document
        ? words.review.provisionsSay(
            of('same'),
            of('corrected', 'other-meaning'),
            of('not-in-ours'),
            of('ours-only'),
          )
        : words.review.noDocument,
    ],
    [words.settings.standsForUnnamed, inWords.givers(settings.standsForUnnamed)],
    [words.settings.desk, String(settings.deskHours)],
    [words.settings.decision, String(settings.decisionDays)],
    [
      words.settings.appealTitle,
      [settings.appealTo.title, nameOf(settings.appealTo.memberId)].filter(Boolean).join(': '),
    ],
    [words.settings.counsel, nameOf(settings.counsel.memberId) ?? words.review.nobody],
    [words.settings.opinionBy, settings.opinionBy.map((giver) => words.settings.givers[giver]).join(', ')],
    [words.settings.acknowledge, String(settings.acknowledgeDays)],
    [words.settings.questions, String(settings.questions)],
    [words.settings.passMark, String(settings.passMark)],
    [words.settings.names, settings.departmentNames.join(', ')],
    [words.settings.support, settings.support ?? words.review.ordinary],
  ] as const
  return (
    <section>
      <h2>{words.review.sum}</h2>
      <Facts lines={lines} />
      {before && <p>{words.review.supersedes(`${before.number}, ${before.title}`)}</p>}
    </section>
  )
}

function Adopt({ version }: { version: VersionDetail }): ReactNode {
  const words = useWords(adoptWords).review
  const today = useDates().today(useNow())
  const forget = useForgetOrders()
  const navigate = useNavigate()
  const { versionId } = version
  const body = useQuery(shelfQuery).data?.items.find(({ id }) => id === version.pack)?.approvingBody ?? null
  const adopt = async (filled: Filled): Promise<void> => {
    const [firstIssued, remarks] = [filled.maybe('firstIssued'), filled.maybe('remarks')]
    await send('POST', `/api/orders/${versionId}/adopt`, {
      version: version.version,
      approvingBody: filled.text('approvingBody'),
      approvedOn: filled.text('approvedOn'),
      effective: filled.text('effective'),
      signedBy: filled.text('signedBy'),
      ...(firstIssued === undefined ? {} : { firstIssued }),
      ...(remarks === undefined ? {} : { remarks }),
    })
    await forget()
    await navigate({ to: '/order', search: { version: versionId } })
  }
  return (
    <section className="card">
      <h2>{words.adopt}</h2>
      <p>{words.stepUp}</p>
      <Form submit={words.adopt} onSubmit={adopt}>
        <Field
          name="approvingBody"
          label={words.body}
          hint={body === null ? words.bodyHint : words.bodyNamed(body)}
          required
          maxLength={200}
        />
        <div className="fields">
          <Field name="approvedOn" label={words.approvedOn} type="date" required />
          <Field name="effective" label={words.effective} type="date" required start={today} />
        </div>
        <Field name="signedBy" label={words.signedBy} required maxLength={200} />
        <Field name="firstIssued" label={words.firstIssued} hint={words.firstIssuedHint} type="date" />
        <LongField name="remarks" label={words.remarks} rows={3} maxLength={2_000} />
      </Form>
    </section>
  )
}
