import { Alert, Button } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'
import type { Offline } from '../offline/offline.ts'
import { Progress } from '../parts/progress.tsx'
import { useWords } from '../words/words.ts'
import { selfCheckWords } from './words.ts'

/** What the page can do without a network, and what makes it able to. */
export function OfflinePart({ offline }: { offline: Offline }): ReactNode {
  const words = useWords(selfCheckWords).offline
  const id = useId()
  const { isOnline, isNewer, keepAll, kept, install, takeNewer } = offline
  const isReady = kept !== undefined && kept !== 'failed' && kept[1] > 0 && kept[0] === kept[1]
  if (!keepAll) return undefined
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p>{words.works}</p>
      {isNewer && (
        <Alert type="info" slim noIcon>
          {words.newer} {words.takeHint}{' '}
          <Button type="button" unstyled onClick={takeNewer}>
            {words.take}
          </Button>
        </Alert>
      )}
      <p role="status">
        {isReady && words.ready}
        {kept === 'failed' && words.failed}
      </p>
      {kept !== undefined && kept !== 'failed' && !isReady && (
        <Progress label={words.keeping} done={kept[0]} of={Math.max(kept[1], 1)} />
      )}
      <div className="row-of-buttons">
        {!isReady && isOnline && (
          <Button type="button" outline aria-describedby={`${id}-hint`} onClick={keepAll}>
            {words.keepAll}
          </Button>
        )}
        {install && (
          <Button type="button" outline onClick={install}>
            {words.install}
          </Button>
        )}
      </div>
      {!isReady && (
        <p className="quiet" id={`${id}-hint`}>
          {words.keepAllHint}
        </p>
      )}
    </section>
  )
}
