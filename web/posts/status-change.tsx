import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, ErrorMessage, Fieldset } from '@trussworks/react-uswds'
import { useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { Naming, recalledSchema } from '../../src/posts/schema.ts'
import { get, send } from '../api.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Failure } from '../parts/failure.tsx'
import { CheckField, Field, LongField, RadioField, SelectField } from '../parts/field.tsx'
import { filledIn, Form, useProblem, type Filled } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { useForgetPosts, useRested } from './data.ts'
import { statuses } from './people-field.tsx'
import { statusWords } from './status-words.ts'
import { postWords } from './words.ts'

/** Where the department itself decides whether posts go or are corrected. */
const either: ReadonlySet<string> = new Set(['cleared', 'dismissed'])

/** Somebody was found, cleared, arrested: what is said starts the recall of every post that says otherwise. */
export function StatusChange({ name = '', onClose }: { name?: string; onClose: () => void }): ReactNode {
  const words = useWords(statusWords)
  const { statuses: said } = useWords(postWords)
  const forget = useForgetPosts()
  const navigate = useNavigate()
  const place = useRef<HTMLDivElement>(null)
  const [who, setWho] = useState({ name, status: 'found' })
  const [heldBack, setHeldBack] = useState<number>()
  const reached = useReached(who)
  const look = (): void => {
    const form = place.current?.closest('form')
    if (!form) return
    const filled = filledIn(new FormData(form))
    setWho({ name: filled.text('name'), status: filled.text('status') })
  }
  const start = async (filled: Filled): Promise<void> => {
    const does = filled.maybe('does')
    const posts = filled.all('posts')
    const { tasks, heldBack: held } = await send<z.infer<typeof recalledSchema>>(
      'PUT',
      '/api/posts/people/status',
      {
        name: filled.text('name'),
        status: filled.text('status'),
        reason: filled.text('reason'),
        ...(does === undefined ? {} : { does }),
        ...(posts.length === 0 ? {} : { posts }),
      },
    )
    await forget()
    const [first] = tasks
    if (!first) return setHeldBack(held)
    onClose()
    await navigate({ to: '/posts/$postId', params: { postId: first.postId } })
  }
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      {heldBack !== undefined ? (
        <>
          <p role="status">
            {words.nobody(who.name)} {heldBack > 0 && words.heldBack(heldBack)}
          </p>
          <Button type="button" onClick={onClose}>
            {words.close}
          </Button>
        </>
      ) : (
        <>
          <p>{words.lead}</p>
          <Form
            submit={words.save}
            onSubmit={start}
            check={(filled) => ({
              // Nothing is taken down that whoever says so has not seen named here.
              name: reached.items === undefined ? words.looking : undefined,
              posts:
                reached.items?.length !== 0 && filled.all('posts').length === 0 ? words.chooseOne : undefined,
            })}
            beside={
              <Button type="button" unstyled onClick={onClose}>
                {words.stop}
              </Button>
            }
          >
            <div ref={place} className="stack" onChange={look}>
              <Field name="name" label={words.name} required start={name} maxLength={200} />
              <SelectField
                name="status"
                label={words.status}
                required
                start="found"
                choices={[...statuses, 'erased' as const].map((value) => ({
                  value,
                  label: said[value],
                }))}
              />
              <Reached name={who.name} reached={reached} />
              {either.has(who.status) && (
                <RadioField
                  name="does"
                  label={words.does}
                  required
                  choices={[
                    { value: 'remove', label: words.remove },
                    { value: 'correct', label: words.correct },
                  ]}
                />
              )}
              <LongField name="reason" label={words.reason} required rows={3} maxLength={2_000} />
            </div>
          </Form>
        </>
      )}
    </Dialog>
  )
}

interface Reach {
  /** Absent while they are looked for. */
  items: Naming['items'] | undefined
  error: Error | null
  again: () => void
}

/** The posts that a recall of this person would reach, looked for when the writer rests for a moment. */
function useReached(who: { name: string; status: string }): Reach {
  const written = JSON.stringify({ ...who, name: who.name.trim() })
  const rested = useRested(written)
  const asked: typeof who = JSON.parse(rested)
  const { data, error, refetch } = useQuery({
    queryKey: ['posts', 'naming', rested],
    queryFn: ({ signal }) => get<Naming>(`/api/posts/naming?${new URLSearchParams(asked)}`, signal),
    enabled: asked.name !== '',
    retry: false,
  })
  return { items: rested === written ? data?.items : undefined, error, again: () => void refetch() }
}

/** The posts that a recall would reach; one that names another person of that name is left out. */
function Reached({ name, reached }: { name: string; reached: Reach }): ReactNode {
  const words = useWords(statusWords)
  const { statuses: said } = useWords(postWords)
  const { items, error, again } = reached
  const problem = useProblem('posts')
  if (error) return <Failure error={error} again={again} />
  if (name.trim() === '') return undefined
  return (
    <Fieldset legend={words.reaches}>
      <p role="status" className="quiet">
        {items === undefined ? words.looking : items.length === 0 ? words.nobody(name) : ''}
      </p>
      {problem !== undefined && <ErrorMessage>{problem}</ErrorMessage>}
      {(items ?? []).map(({ postId, title, status }) => (
        <CheckField
          key={postId}
          name="posts"
          value={postId}
          start
          label={
            <>
              <Link to="/posts/$postId" params={{ postId }} target="_blank" lang="en">
                {title}
              </Link>{' '}
              <span className="quiet">({said[status]})</span>
            </>
          }
        />
      ))}
    </Fieldset>
  )
}
