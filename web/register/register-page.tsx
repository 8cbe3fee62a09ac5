import { Link } from '@tanstack/react-router'
import { Tag } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import type { PermissionView } from '../../src/permissions/schema.ts'
import { SelectField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useInWords } from '../parts/in-words.ts'
import { useEverybody } from '../parts/member-field.tsx'
import { Page } from '../parts/page.tsx'
import { Paged } from '../parts/table.tsx'
import { useQuestion } from '../question.ts'
import { useDates } from '../words/dates.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { registerWords } from './words.ts'

/** The register of permissions: in force, about to end, ended. */
export function RegisterPage(): ReactNode {
  const words = useWords(registerWords)
  const inWords = useInWords()
  const dates = useDates()
  const [{ state, matter, member }] = useQuestion()
  const asked = Object.entries({ state, matter, member }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  )
  const { columns } = words
  return (
    <Page title={words.title} lead={words.lead}>
      <Filter />
      <Paged<PermissionView>
        caption={words.caption}
        queryKey={['permissions', 'list', state, matter, member]}
        path={`/api/permissions?${new URLSearchParams(asked)}`}
        empty={words.none}
        keyOf={({ permissionId }) => permissionId}
        columns={[
          {
            head: columns.what,
            cell: (permission) => (
              <>
                <Link to="/register/$permissionId" params={{ permissionId: permission.permissionId }}>
                  {inWords.matter(permission.matter)}
                </Link>
                <br />
                <span className="quiet">{shortly(permission)}</span>
              </>
            ),
          },
          { head: columns.holder, cell: ({ holder }) => holder.name },
          { head: columns.state, cell: (row) => <Tag>{words.states[row.state]}</Tag> },
          {
            head: columns.ends,
            cell: ({ from, to }) => words.runs(dates.day(from), to === null ? undefined : dates.day(to)),
          },
          { head: columns.by, cell: ({ decidedBy, by }) => decidedBy?.name ?? inWords.givers([by]) },
        ]}
      />
    </Page>
  )
}

/** The first words of what is permitted. */
function shortly({ content }: PermissionView): string {
  const { text, pictures, page, device, covers } = content
  const whole = text ?? pictures[0]?.alt ?? page ?? device?.describes ?? covers.join(', ')
  return whole.length > 70 ? `${whole.slice(0, 69)}…` : whole
}

function Filter(): ReactNode {
  const words = useWords(registerWords)
  const { matters } = useWords(shared)
  const everybody = useEverybody()
  const [{ state, matter, member }, ask] = useQuestion()
  const { any, ...labels } = words.filter
  return (
    <Form
      key={`${state} ${matter} ${member} ${everybody.length}`}
      submit={labels.go}
      onSubmit={(filled) =>
        ask({
          state: filled.maybe('state'),
          matter: filled.maybe('matter'),
          member: filled.maybe('member'),
        })
      }
    >
      <div className="filters">
        <SelectField
          name="state"
          label={labels.state}
          isFilter
          empty={any}
          start={state ?? ''}
          choices={choices(words.states)}
        />
        <SelectField
          name="matter"
          label={labels.matter}
          isFilter
          empty={any}
          start={matter ?? ''}
          choices={choices(matters)}
        />
        <SelectField
          name="member"
          label={labels.member}
          isFilter
          empty={any}
          start={member ?? ''}
          choices={everybody.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
      </div>
    </Form>
  )
}

function choices(from: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(from).map(([value, label]) => ({ value, label }))
}
