import { Alert, AlertText, Button, Radio } from '@trussworks/react-uswds'
import { useId, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { Law } from '../../src/records/requests/law.ts'
import type { reviewedSchema } from '../../src/records/requests/review-schema.ts'
import { Refused, send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { forgetIn, keepIn, keptIn } from '../parts/keeping.ts'
import { KeptNote } from '../parts/kept-note.tsx'
import { useMember } from '../session.ts'
import { useWords } from '../words/words.ts'
import { AsItIs } from './as-it-is.tsx'
import { CutPicture } from './cut-picture.tsx'
import { CutWords, GroundSays } from './cut-words.tsx'
import { mediumAt, requestsAt, useForget, type UnderReview } from './data.ts'
import { draftOf, hasGround, isUndecided, saidOf, type Draft, type ReviewState } from './draft.ts'
import { Ground } from './ground.tsx'
import { Preview } from './preview.tsx'
import { reviewWords } from './review-words.ts'

type Reviewed = z.infer<typeof reviewedSchema>

interface ReviewFormProps {
  requestId: string
  law: Law
  one: UnderReview
  onDone: () => void
  /** Somebody else reviewed it meanwhile: their review is shown, and what was written here is kept. */
  onConflict: (error: unknown) => void
}

/** Where a member's unsaved review of a record lies. */
export function draftPlace(requestId: string, recordId: string): string {
  return `records-requests/${requestId}/review/${recordId}`
}

/** Release, redact or withhold: the ground, what is cut, and beside it what the requester will see. */
export function ReviewForm({ requestId, law, one, onDone, onConflict }: ReviewFormProps): ReactNode {
  const words = useWords(reviewWords)
  const { memberId } = useMember()
  const forget = useForget()
  const id = useId()
  const { record, fields, media } = one
  const { recordId } = record
  const version = record.review?.version ?? 0
  const form = draftPlace(requestId, recordId)
  const [kept, setKept] = useState<Draft | null>(() => keptIn(memberId, form))
  const [draft, setDraft] = useState<Draft>(() => ({ ...draftOf(one), ...kept }))
  const change = (next: Draft): void => {
    setDraft(next)
    keepIn(memberId, form, next)
  }
  const anew = (): void => {
    forgetIn(memberId, form)
    setKept(null)
    setDraft(draftOf(one))
  }
  const save = async (): Promise<void> => {
    const path = `${requestsAt}/${requestId}/review/${recordId}`
    try {
      await send<Reviewed>('PUT', path, saidOf(draft, version))
      forgetIn(memberId, form)
      onDone()
    } catch (error) {
      if (error instanceof Refused && error.code === 'conflict') onConflict(error)
      throw error
    } finally {
      await forget()
    }
  }
  const lacking = lackingIn(draft, media)
  return (
    <div className="rr-sides">
      <div>
        {kept && <KeptNote onAnew={anew} />}
        <fieldset className="usa-fieldset rr-states">
          <legend className="usa-legend">{words.how}</legend>
          {(['release', 'redact', 'withhold'] as const).map((state) => (
            <Radio
              key={state}
              id={`${id}-${state}`}
              name={`${id}-state`}
              value={state}
              label={words.states[state]}
              checked={draft.state === state}
              onChange={() => change(inState(draft, state))}
              data-state={state}
            />
          ))}
        </fieldset>
        {(draft.state === 'redact' || draft.state === 'withhold') && (
          <Ground
            law={law}
            draft={draft}
            isForWhole={draft.state === 'withhold'}
            onChange={(ground) => change({ ...draft, ...ground })}
          />
        )}
        {draft.state === 'redact' && (
          <>
            <CutWords law={law} fields={fields} draft={draft} onChange={change} />
            {media.map((medium) => {
              const { sha256, isPicture } = medium
              const address = mediumAt(requestId, recordId, sha256)
              const all = { law, address, medium, draft, onChange: change }
              return (
                <div key={sha256}>
                  {isPicture && <CutPicture {...all} />}
                  <KeepBack {...all} />
                </div>
              )
            })}
          </>
        )}
      </div>
      <div>
        {draft.state === '' && <AsItIs requestId={requestId} one={one} />}
        <Preview requestId={requestId} law={law} one={one} draft={draft} />
        {draft.state !== '' && lacking !== undefined && (
          <Alert type="info" slim>
            <AlertText>{words.lacking[lacking]}</AlertText>
          </Alert>
        )}
        <div className="row-of-buttons" data-key="Enter">
          {draft.state !== '' && lacking === undefined && (
            <Action look="filled" run={save}>
              {words.save}
            </Action>
          )}
        </div>
      </div>
    </div>
  )
}

/** What stays to be said before a draft can be put down. */
function lackingIn(draft: Draft, media: UnderReview['media']): 'cut' | 'ground' | 'files' | undefined {
  const { state, redactions, regions, keptBack } = draft
  if (state === 'withhold') return hasGround(draft) ? undefined : 'ground'
  if (state === 'redact' && redactions.length + regions.length + keptBack.length === 0) return 'cut'
  if (media.some((medium) => isUndecided(draft, medium))) return 'files'
  return undefined
}

/** What was cut stays marked while somebody looks at the other ways, and is only sent with the one that cuts. */
function inState(draft: Draft, state: ReviewState): Draft {
  return { ...draft, state }
}

interface KeepBackProps {
  law: Law
  address: string
  medium: UnderReview['media'][number]
  draft: Draft
  onChange: (draft: Draft) => void
}

/** A picture, film or document may stay back whole while the rest goes out. */
function KeepBack({ law, address, medium, draft, onChange }: KeepBackProps): ReactNode {
  const words = useWords(reviewWords).file
  const [said, setSaid] = useState('')
  const { sha256, mediaType, alt, isPicture } = medium
  const kept = draft.keptBack.find((one) => one.sha256 === sha256)
  const isLooked = draft.lookedThrough.includes(sha256)
  const undecided = {
    ...draft,
    keptBack: draft.keptBack.filter((one) => one.sha256 !== sha256),
    lookedThrough: draft.lookedThrough.filter((one) => one !== sha256),
  }
  return (
    <p className="rr-file">
      {!isPicture && (
        <a href={address} target="_blank" rel="noreferrer">
          {alt === '' ? mediaType : alt}
        </a>
      )}{' '}
      {kept || isLooked ? (
        <>
          {kept ? (
            <>
              {words.kept} <GroundSays law={law} {...kept} />
            </>
          ) : (
            words.looked
          )}{' '}
          <Button type="button" unstyled onClick={() => onChange(undecided)}>
            {words.back}
          </Button>
        </>
      ) : (
        <>
          <Button
            type="button"
            unstyled
            onClick={() => {
              setSaid(hasGround(draft) ? '' : words.noGround)
              const { exemption, reason } = draft
              const back = { sha256, exemption, reason: reason.trim() }
              if (hasGround(draft)) onChange({ ...undecided, keptBack: [...undecided.keptBack, back] })
            }}
          >
            {isPicture ? words.keepPicture : words.keep}
          </Button>
          {!isPicture && (
            <>
              {' · '}
              <Button
                type="button"
                unstyled
                onClick={() =>
                  onChange({ ...undecided, lookedThrough: [...undecided.lookedThrough, sha256] })
                }
              >
                {words.look}
              </Button>
            </>
          )}
        </>
      )}{' '}
      <span role="status">{said}</span>
    </p>
  )
}
