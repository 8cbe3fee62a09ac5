import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'
import { matters } from '../../src/policy/act.ts'
import { useSession } from '../session.ts'
import { useWords } from '../words/words.ts'
import type { Draft } from './draft.ts'
import { graveFirst } from './grave-first.ts'
import { handOver, type HandedOver } from './handed-over.ts'
import type { Judged } from './judged.ts'
import { selfCheckWords } from './words.ts'

/** What a request can hold. */
const requestTakes = new Set(['image/png', 'image/jpeg', 'image/webp'])

interface NextProps {
  draft: Draft
  judged: Judged
  isOnline: boolean
}

/** From here to a request: the draft goes along in memory. */
export function Next({ draft, judged, isOnline }: NextProps): ReactNode {
  const words = useWords(selfCheckWords).next
  const { member } = useSession()
  const navigate = useNavigate()
  const id = useId()
  if (judged.act.capacity === 'visitor') return undefined
  const curable = graveFirst(judged.ruling.provisions).find(({ path }) => path !== null)
  const sendable = draft.pictures.filter(({ file }) => requestTakes.has(file.type))
  const go = (kind: HandedOver['kind']): void => {
    handOver({
      kind,
      matter: matters.find((one) => one === curable?.path?.matter),
      act: judged.act,
      pictures: sendable.map(({ file, alt, shows }) => ({ file, alt, shows })),
    })
    void navigate({ to: '/requests/new' })
  }
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      {!isOnline && <p>{words.offline}</p>}
      {isOnline && !member && (
        <>
          <p>{words.signInHint}</p>
          <Link className="usa-button usa-button--outline" to="/sign-in" search={{ to: '/self-check' }}>
            {words.signIn}
          </Link>
        </>
      )}
      {isOnline && member && (
        <>
          <p>{words.sent}</p>
          {sendable.length < draft.pictures.length && <p>{words.noVideo}</p>}
          <div className="row-of-buttons">
            {curable && (
              <Button type="button" onClick={() => go('permission')}>
                {words.permission}
              </Button>
            )}
            <Button type="button" outline onClick={() => go('opinion')}>
              {words.opinion}
            </Button>
          </div>
          <p className="quiet">{words.opinionHint}</p>
        </>
      )}
    </section>
  )
}
