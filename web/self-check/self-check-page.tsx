import { useQuery } from '@tanstack/react-query'
import { Alert } from '@trussworks/react-uswds'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { Refused } from '../api.ts'
import { useOffline } from '../offline/offline.ts'
import { EnglishWords } from '../parts/english-words.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Page } from '../parts/page.tsx'
import { useNow, useSession } from '../session.ts'
import { useDates } from '../words/dates.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { Cautions, Newspaper, Support } from './beyond.tsx'
import { actOf, answered, isEmpty, type Draft } from './draft.ts'
import { Editor } from './editor.tsx'
import { graveFirst } from './grave-first.ts'
import { How } from './how.tsx'
import type { OrderData } from './judged.ts'
import { useJudging } from './judging.ts'
import { Kept } from './kept.tsx'
import { useDraft } from './memory.ts'
import { Next } from './next.tsx'
import { OfflinePart } from './offline-part.tsx'
import { selfCheckOrderQuery } from './order.ts'
import { weighedFor, permittedQuery } from './permitted.ts'
import { Pictures } from './pictures.tsx'
import { Questions } from './questions.tsx'
import { RulingPanel } from './ruling-panel.tsx'
import { replacedIn, type Replaced } from './replaced.ts'
import { retype } from './retype.ts'
import { SaferWords } from './safer-words.tsx'
import { TakenBack } from './taken-back.tsx'
import { ToldBefore } from './told-before.tsx'
import { selfCheckWords } from './words.ts'

/** The private self-check: what the order says of a draft, worked out in this browser alone. */
export function SelfCheckPage(): ReactNode {
  const words = useWords(selfCheckWords)
  const order = useQuery(selfCheckOrderQuery)
  const isMissing = order.error instanceof Refused && order.error.code === 'notFound'
  return (
    <Page title={words.title} lead={words.lead}>
      {order.isPending && <Loading />}
      {isMissing && <Empty>{words.noOrder}</Empty>}
      {order.isError && !isMissing && <Failure error={order.error} again={() => void order.refetch()} />}
      {order.data && <Check order={order.data} />}
    </Page>
  )
}

function Check({ order }: { order: OrderData }): ReactNode {
  const words = useWords(selfCheckWords)
  const dates = useDates()
  const { member } = useSession()
  const offline = useOffline()
  const time = useNow()
  const now = useCallback(() => new Date(time).toISOString(), [time])
  const [openedAt] = useState(now)
  const [draft, setDraft] = useDraft(member?.memberId)
  const [taken, setTaken] = useState<readonly Replaced[]>([])
  const box = useRef<HTMLTextAreaElement>(null)
  const change = (some: Partial<Draft>): void => setDraft((before) => ({ ...before, ...some }))
  const permitted = usePermitted(member?.memberId)
  const act = useMemo(
    () => actOf(draft, openedAt, weighedFor(draft, permitted)),
    [draft, openedAt, permitted],
  )
  const { learnt, judged, failed } = useJudging(order, act, draft.answers)
  const isFresh = judged?.act.text === draft.text
  const shown = isEmpty(draft) ? undefined : judged
  const write = (text: string): void => {
    if (!box.current || !retype(box.current, text)) change({ text })
  }
  return (
    <>
      {learnt && (
        <p className="quiet">
          {words.byOrder(learnt.agency, learnt.number, learnt.title, dates.day(learnt.effective))}
        </p>
      )}
      {!offline.isOnline && (
        <Alert type="info" slim noIcon>
          {words.offline.gone}
        </Alert>
      )}
      {failed && (
        <Alert type="error" slim noIcon>
          {words.failed}
        </Alert>
      )}
      <div className="self-check">
        <div className="self-check__draft">
          <Editor
            text={draft.text}
            judged={shown}
            told={<Told judged={shown} isEmpty={isEmpty(draft)} />}
            onWrite={(text) => change({ text })}
            box={box}
          />
          <TakenBack taken={taken} text={draft.text} onUndo={write} />
          {draft.owner === 'department' && (
            <Alert type="warning" slim noIcon className="equipment">
              {words.how.equipment}
            </Alert>
          )}
          <Pictures
            pictures={draft.pictures}
            onChange={(next) => setDraft((before) => ({ ...before, pictures: next(before.pictures) }))}
          />
          <How draft={draft} learnt={learnt} onChange={change} />
        </div>
        <div className="self-check__ruling" id="ruling" tabIndex={-1}>
          {shown && learnt ? (
            <>
              <h2>{words.ruling.title}</h2>
              <EnglishWords />
              {member && <ToldBefore draft={draft} memberId={member.memberId} />}
              <RulingPanel judged={shown} learnt={learnt} />
              <Questions
                asks={shown.ruling.asks}
                draft={draft}
                onAnswer={(ask, value) => setDraft((before) => answered(before, ask, value))}
              />
              <SaferWords
                safer={isFresh ? shown.safer : []}
                outcome={shown.ruling.outcome}
                onUse={(safer) => {
                  const replaced = replacedIn(draft.text, safer)
                  setTaken((before) => [...before, replaced])
                  write(replaced.after)
                }}
              />
              <Cautions judged={shown} />
              <Next draft={draft} judged={shown} isOnline={offline.isOnline} />
            </>
          ) : (
            <p className="quiet">{words.ruling.nothing}</p>
          )}
        </div>
        <div className="self-check__end">
          <Support text={draft.text} own={order.support} />
          <Newspaper />
          <Kept
            draft={draft}
            now={now}
            onDraft={(next) => {
              setDraft(next)
              setTaken([])
            }}
          />
          <OfflinePart offline={offline} />
        </div>
      </div>
    </>
  )
}

const none: readonly never[] = []

/** The permissions of whoever is signed in; none while they are not known. */
function usePermitted(memberId: string | undefined) {
  return useQuery({ ...permittedQuery(memberId ?? ''), enabled: memberId !== undefined }).data ?? none
}

/** The ruling in a line, for eyes beside the text and for those who listen. */
function Told({
  judged,
  isEmpty: nothing,
}: {
  judged: ReturnType<typeof useJudging>['judged']
  isEmpty: boolean
}): ReactNode {
  const words = useWords(selfCheckWords).ruling
  const outcomes = useWords(shared).ruling.outcome
  if (nothing) return undefined
  return (
    <>
      <span role="status">
        {judged
          ? words.told(outcomes[judged.ruling.outcome], graveFirst(judged.ruling.provisions).length)
          : words.judging}
      </span>{' '}
      {judged && (
        <a className="draft__see" href="#ruling">
          {words.see}
        </a>
      )}
    </>
  )
}
