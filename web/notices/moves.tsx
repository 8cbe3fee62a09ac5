import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { NoticeView } from '../../src/posts/notices/schema.ts'
import { Refused, send } from '../api.ts'
import { Dialog } from '../parts/dialog.tsx'
import { LongField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { useWords } from '../words/words.ts'
import { useForgetNotices } from './data.ts'
import { Extend } from './extend.tsx'
import { noticeMoveWords } from './move-words.ts'
import { noticeWords } from './words.ts'

type Move = NoticeView['moves'][number]
type Made = Exclude<Move['move'], 'edit' | 'expire'>

/** What helps first stands first. */
const leading: readonly Move['move'][] = ['sign', 'approve', 'submit', 'confirm', 'find', 'tell-over']
/** They say all by themselves. */
const wordless: ReadonlySet<string> = new Set(['submit', 'withdraw', 'drop', 'let-be', 'find', 'tell-over'])

interface MovesProps {
  notice: NoticeView
  /** Somebody else moved it meanwhile; the page shows their sentence and the notice as it is now. */
  onConflict: (error: unknown) => void
}

/** What this reader may do, by the table of moves; each is asked for once more with what follows from it. */
export function Moves({ notice, onConflict }: MovesProps): ReactNode {
  const words = useWords(noticeWords)
  const moveWords = useWords(noticeMoveWords)
  const forget = useForgetNotices()
  const [open, setOpen] = useState<Made>()
  const [isExtending, setIsExtending] = useState(false)
  const { noticeId, version, contentHash, moves, out, check } = notice
  const make = async (move: Made, remarks: string | undefined): Promise<void> => {
    onConflict(undefined)
    try {
      const said = remarks === undefined ? {} : { remarks }
      await send('POST', `/api/notices/${noticeId}/move`, { move, version, contentHash, ...said })
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'conflict')) throw error
      onConflict(error)
    }
    setOpen(undefined)
    await forget()
  }
  if (moves.length === 0)
    return (
      <section className="card">
        <h2>{words.one.moves}</h2>
        <p className="quiet">{words.one.noMoves}</p>
      </section>
    )
  const mayEdit = moves.some(({ move }) => move === 'edit')
  const isOut = out !== null && notice.endedAt === null
  const made = moves
    .map(({ move }) => move)
    .filter((move) => move !== 'edit' && move !== 'expire')
    .toSorted((one, other) => rank(one) - rank(other))
  const needs = moves.find(({ move }) => move === open)?.needs ?? []
  const goesOut = made.some((move) => move === 'sign' || move === 'approve' || move === 'submit')
  const isLacking = goesOut && check.problems.length > 0
  const waitsForSigner = mayEdit && !goesOut && notice.state === 'draft' && notice.isTimeSensitive
  return (
    <section className="card no-print">
      <h2>{words.one.moves}</h2>
      {isLacking && <p>{words.one.lacking}</p>}
      {waitsForSigner && <p>{words.one.notSigner}</p>}
      <div className="row-of-buttons">
        {made.map((move) => (
          <Button key={move} type="button" outline={!leading.includes(move)} onClick={() => setOpen(move)}>
            {saysOf(move, out !== null, moveWords.moves)}
          </Button>
        ))}
        {mayEdit && (
          <Link className="usa-button usa-button--outline" to="/notices/$noticeId/edit" params={{ noticeId }}>
            {isOut ? moveWords.moves.update : moveWords.moves.edit}
          </Link>
        )}
        {mayEdit && isOut && (
          <Button type="button" outline onClick={() => setIsExtending(true)}>
            {moveWords.moves.extend}
          </Button>
        )}
      </div>
      {open && (
        <Say
          move={open}
          notice={notice}
          isNeeded={needs.includes('remarks')}
          onStop={() => setOpen(undefined)}
          onSay={(remarks) => make(open, remarks)}
        />
      )}
      {isExtending && <Extend notice={notice} onClose={() => setIsExtending(false)} />}
    </section>
  )
}

function rank(move: Move['move']): number {
  const place = leading.indexOf(move)
  return place < 0 ? leading.length : place
}

function saysOf(move: Made, isUpdate: boolean, words: Record<Made | 'signUpdate', string>): string {
  return words[move === 'sign' && isUpdate ? 'signUpdate' : move]
}

interface SayProps {
  move: Made
  notice: NoticeView
  isNeeded: boolean
  onStop: () => void
  onSay: (remarks: string | undefined) => Promise<void>
}

function Say({ move, notice, isNeeded, onStop, onSay }: SayProps): ReactNode {
  const words = useWords(noticeWords)
  const moveWords = useWords(noticeMoveWords)
  const title = saysOf(move, notice.out !== null, moveWords.moves)
  const goesOut = move === 'sign' || move === 'approve'
  const label =
    move === 'cancel'
      ? words.whyCancel
      : move === 'return'
        ? words.remarks
        : goesOut
          ? words.weighed
          : words.why
  const pages = notice.check.previews.map(({ handle, network }) => `${handle} (${network})`)
  return (
    <Dialog title={title} isOpen onClose={onStop}>
      <p>
        <strong lang="en">{notice.title}</strong>
      </p>
      <p>{moveWords.explain[move]}</p>
      {goesOut && pages.length > 0 && <p>{words.goesTo(pages.join(', '))}</p>}
      <Form
        submit={title}
        onSubmit={(filled) => onSay(filled.maybe('remarks'))}
        beside={
          <Button type="button" unstyled onClick={onStop}>
            {words.stop}
          </Button>
        }
      >
        {(isNeeded || !wordless.has(move)) && (
          <LongField name="remarks" label={label} required={isNeeded} rows={4} maxLength={2_000} />
        )}
      </Form>
    </Dialog>
  )
}
