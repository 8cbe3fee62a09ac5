import type { ReactNode } from 'react'
import type { Credentials } from '../../src/members/session-schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Rows } from '../parts/table.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useCredentialsChange } from './credentials.ts'
import { settingsWords } from './words.ts'

type Session = Credentials['sessions'][number]

/** Where the reader is signed in, with the means to end each of them. */
export function Sessions({ sessions }: { sessions: readonly Session[] }): ReactNode {
  const words = useWords(settingsWords).sessions
  const dates = useDates()
  const changed = useCredentialsChange()
  const end = async (which: string): Promise<void> => {
    await send('DELETE', `/api/me/sessions/${which}`)
    await changed()
  }
  const ways: Record<string, string | undefined> = words.by
  return (
    <section>
      <h2>{words.title}</h2>
      <Rows<Session>
        caption={words.caption}
        rows={sessions}
        keyOf={({ sessionId }) => sessionId}
        columns={[
          { head: words.columns.started, cell: ({ startedAt }) => dates.moment(startedAt) },
          { head: words.columns.seen, cell: ({ seenAt }) => dates.moment(seenAt) },
          { head: words.columns.by, cell: ({ by }) => ways[by] ?? by },
          {
            head: words.columns.end,
            cell: ({ sessionId, isThis }) =>
              isThis ? (
                words.here
              ) : (
                <Action look="unstyled" run={() => end(sessionId)}>
                  {words.end}
                </Action>
              ),
          },
        ]}
      />
      {sessions.length > 1 && <Action run={() => end('others')}>{words.endOthers}</Action>}
    </section>
  )
}
