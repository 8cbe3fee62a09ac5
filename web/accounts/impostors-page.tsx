import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { reportSchema } from '../../src/accounts/schema.ts'
import { send } from '../api.ts'
import { Dialog } from '../parts/dialog.tsx'
import { LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { Paged } from '../parts/table.tsx'
import { TurningNote } from '../parts/turning-note.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useForgetAccounts } from './data.ts'
import { accountWords } from './words.ts'

type Report = z.infer<typeof reportSchema>

/** What residents reported of pages that are not the department's, and what came of each. */
export function ImpostorsPage(): ReactNode {
  const words = useWords(accountWords).reports
  const dates = useDates()
  const [closing, setClosing] = useState<Report>()
  const { columns } = words
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="titled">
        <Paged<Report>
          caption={words.caption}
          queryKey={['impostors']}
          path="/api/impostors"
          empty={words.none}
          keyOf={({ reportId }) => reportId}
          columns={[
            // Shown, and not to be followed by a press.
            { head: columns.what, cell: ({ address }) => <span className="anywhere">{address}</span> },
            {
              head: columns.says,
              cell: ({ address, says, reach }) => (
                <>
                  <span className="anywhere">{says}</span>
                  <TurningNote of={[address, says, reach]} />
                  {reach !== null && (
                    <span className="quiet">
                      <br />
                      {words.reach}: {reach}
                    </span>
                  )}
                </>
              ),
            },
            { head: columns.when, cell: ({ at }) => dates.moment(at) },
            {
              head: columns.state,
              cell: (report) =>
                report.state === 'open' ? (
                  <Button type="button" outline onClick={() => setClosing(report)}>
                    {words.close}
                  </Button>
                ) : (
                  <>
                    {words.closedBy(report.closedBy?.name ?? '')}
                    <br />
                    {report.remarks}
                  </>
                ),
            },
          ]}
        />
      </div>
      <Dialog title={words.close} isOpen={closing !== undefined} onClose={() => setClosing(undefined)}>
        {closing && <Close report={closing} onDone={() => setClosing(undefined)} />}
      </Dialog>
    </Page>
  )
}

function Close({ report, onDone }: { report: Report; onDone: () => void }): ReactNode {
  const words = useWords(accountWords)
  const forget = useForgetAccounts()
  const { reportId, version, address } = report
  return (
    <Form
      submit={words.reports.close}
      beside={
        <Button type="button" unstyled onClick={onDone}>
          {words.one.stop}
        </Button>
      }
      onSubmit={async (filled) => {
        await send('POST', `/api/impostors/${reportId}/close`, { version, remarks: filled.text('remarks') })
        onDone()
        await forget()
      }}
    >
      <p className="anywhere">{address}</p>
      <LongField name="remarks" label={words.reports.remarks} required rows={3} maxLength={2_000} />
    </Form>
  )
}
