import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { BlockView, blocksSchema } from '../../src/comments/schema.ts'
import { get, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { LongField, RadioField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Loading } from '../parts/loading.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useForgetComments } from './data.ts'
import { filterWords } from './filter-words.ts'
import { commentWords } from './words.ts'

/** Writers who are or were blocked. */
export function Blocks(): ReactNode {
  const words = useWords(filterWords)
  const { grounds } = useWords(commentWords)
  const dates = useDates()
  const list = useQuery({
    queryKey: ['blocks'],
    queryFn: ({ signal }) => get<z.infer<typeof blocksSchema>>('/api/blocks', signal),
  })
  return (
    <section>
      <h2>{words.blocks}</h2>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <Empty>{words.noBlocks}</Empty>}
      {list.data && list.data.items.length > 0 && (
        <ul className="queue__history">
          {list.data.items.map((block) => (
            <li key={block.blockId} className="card stack">
              <h3>
                {block.writer} <Tag className="tag--calm">{words.blockStates[block.state]}</Tag>
              </h3>
              <p>{block.reason}</p>
              <p className="quiet">
                {[
                  `${grounds[block.ground]} (${block.citation})`,
                  block.account,
                  `${words.reviewOn}: ${dates.day(block.reviewOn)}`,
                  `${words.endsOn}: ${dates.day(block.endsOn)}`,
                ].join(' · ')}
              </p>
              <Actions block={block} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Actions({ block }: { block: BlockView }): ReactNode {
  const words = useWords(filterWords)
  const forget = useForgetComments()
  const [isReviewing, setIsReviewing] = useState(false)
  const { blockId, version, mayReview, mayUndo, reviewed } = block
  if (isReviewing)
    return (
      <Form
        submit={words.save}
        onSubmit={async (filled) => {
          const said = { version, outcome: filled.text('outcome'), word: filled.text('word') }
          await send('POST', `/api/blocks/${blockId}/review`, said)
          await forget()
          setIsReviewing(false)
        }}
      >
        <RadioField
          name="outcome"
          label={words.review}
          required
          choices={[
            { value: 'goes-on', label: words.goesOn },
            { value: 'lift', label: words.lift },
          ]}
        />
        <LongField name="word" label={words.word} required rows={2} maxLength={1_000} />
      </Form>
    )
  return (
    <div className="stack">
      {reviewed && <p className="quiet">{words.reviewed(reviewed.by.name)}</p>}
      {mayReview && (
        <Button type="button" outline onClick={() => setIsReviewing(true)}>
          {words.review}
        </Button>
      )}
      {mayUndo && (
        <>
          <p>{words.toUndo}</p>
          <Action
            run={async () => {
              await send('POST', `/api/blocks/${blockId}/undone`, { version })
              await forget()
            }}
          >
            {words.undone}
          </Action>
        </>
      )}
    </div>
  )
}
