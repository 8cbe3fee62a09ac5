import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ErrorMessage, Fieldset, FormGroup, Radio } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'
import type { z } from 'zod'
import type { Pack, startedSchema } from '../../src/adoption/schema.ts'
import { send } from '../api.ts'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Form, useProblem } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { shelfQuery, useForgetOrders, versionsQuery } from './data.ts'
import { VersionRows } from './version-rows.tsx'
import { adoptWords } from './words.ts'

/** Every version of the department's order, and the shelf from which a new one starts. */
export function AdoptPage(): ReactNode {
  const words = useWords(adoptWords)
  const versions = useQuery(versionsQuery)
  const shelf = useQuery(shelfQuery)
  return (
    <Page title={words.title} lead={words.lead}>
      <h2>{words.versions}</h2>
      {versions.isPending && <Loading />}
      {versions.isError && <Failure error={versions.error} again={() => void versions.refetch()} />}
      {versions.data?.items.length === 0 && <Empty>{words.noVersions}</Empty>}
      {versions.data && versions.data.items.length > 0 && (
        <VersionRows versions={versions.data.items} mayPrepare />
      )}
      <section className="card">
        <h2>{words.shelf}</h2>
        <p>{words.shelfLead}</p>
        {shelf.isPending && <Loading />}
        {shelf.isError && <Failure error={shelf.error} again={() => void shelf.refetch()} />}
        {shelf.data && <Start packs={shelf.data.items} />}
      </section>
    </Page>
  )
}

function Start({ packs }: { packs: readonly Pack[] }): ReactNode {
  const words = useWords(adoptWords)
  const navigate = useNavigate()
  const forget = useForgetOrders()
  return (
    <Form
      submit={words.start}
      onSubmit={async (filled) => {
        const [number, title] = [filled.maybe('number'), filled.maybe('title')]
        const { versionId } = await send<z.infer<typeof startedSchema>>('POST', '/api/orders', {
          pack: filled.text('pack'),
          ...(number === undefined ? {} : { number }),
          ...(title === undefined ? {} : { title }),
        })
        await forget()
        await navigate({ to: '/adopt/$versionId', params: { versionId } })
      }}
    >
      <PackField packs={packs} />
      <Field name="number" label={words.number} hint={words.numberHint} maxLength={40} />
      <Field name="title" label={words.orderTitle} maxLength={200} />
    </Form>
  )
}

function PackField({ packs }: { packs: readonly Pack[] }): ReactNode {
  const words = useWords(adoptWords)
  const dates = useDates()
  const problem = useProblem('pack')
  const id = useId()
  return (
    <FormGroup error={problem !== undefined}>
      <Fieldset legend={words.pack}>
        {problem !== undefined && <ErrorMessage>{problem}</ErrorMessage>}
        {packs.map(({ id: pack, agency, number, title, effective, provisions, cases }) => (
          <Radio
            key={pack}
            id={`${id}-${pack}`}
            name="pack"
            value={pack}
            required
            tile
            data-label={words.pack}
            label={`${agency} ${number}: ${title}`}
            labelDescription={words.packSays(provisions, cases, dates.day(effective))}
          />
        ))}
      </Fieldset>
    </FormGroup>
  )
}
