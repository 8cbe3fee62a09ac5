import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { NoticeContent } from '../../src/posts/notices/content.ts'
import type { NoticeView } from '../../src/posts/notices/schema.ts'
import { send } from '../api.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Form } from '../parts/form.tsx'
import { useSession } from '../session.ts'
import { useWords } from '../words/words.ts'
import { noticeLanguages, ownOf } from './content.ts'
import { proposed, useForgetNotices, wordsAsked } from './data.ts'
import { noticeFormWords } from './form-words.ts'
import { noticeMoveWords } from './move-words.ts'
import { ZonedField } from './when-field.tsx'
import { noticeWords } from './words.ts'
import { momentIn, shownIn } from './zone.ts'

/** Another end of a notice that is out, kept as an update; the words that the template proposed name the new one. */
export function Extend({ notice, onClose }: { notice: NoticeView; onClose: () => void }): ReactNode {
  const words = useWords(noticeWords)
  const moveWords = useWords(noticeMoveWords)
  const form = useWords(noticeFormWords)
  const forget = useForgetNotices()
  const { zone } = useSession().agency
  const { noticeId, version, content } = notice
  const [ends, setEnds] = useState(() => shownIn(zone, content.expires))
  const save = async (): Promise<void> => {
    const expires = momentIn(zone, ends) ?? content.expires
    await send('PUT', `/api/notices/${noticeId}`, { version, content: await endingAt(content, expires) })
    await forget()
    onClose()
  }
  return (
    <Dialog title={moveWords.moves.extend} isOpen onClose={onClose}>
      <p>{moveWords.extending.lead}</p>
      <Form
        submit={moveWords.extending.save}
        check={() => {
          const moment = momentIn(zone, ends)
          return {
            ends: moment === undefined ? form.noTime : moment <= content.effective ? form.after : undefined,
          }
        }}
        onSubmit={save}
        beside={
          <Button type="button" unstyled onClick={onClose}>
            {words.stop}
          </Button>
        }
      >
        <ZonedField name="ends" label={moveWords.extending.ends} value={ends} onChange={setEnds} />
      </Form>
    </Dialog>
  )
}

/** A notice with another end: words that are the template's say so, a person's own stay as they are. */
async function endingAt(content: NoticeContent, expires: string): Promise<NoticeContent> {
  const next = { ...content, expires }
  const [before, after] = await Promise.all([proposed(wordsAsked(content)), proposed(wordsAsked(next))])
  const texts = noticeLanguages.flatMap((language) => {
    const said = content.texts[language]
    if (!said) return []
    return [[language, { ...after[language], ...ownOf(said, before[language]) }] as const]
  })
  return { ...next, texts: Object.fromEntries(texts) }
}
