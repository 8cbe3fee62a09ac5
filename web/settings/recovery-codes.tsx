import { Button } from '@trussworks/react-uswds'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { recoveryCodesSchema } from '../../src/members/session-schema.ts'
import { send } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Focused } from '../parts/focused.tsx'
import { useWords } from '../words/words.ts'
import { useCredentialsChange } from './credentials.ts'
import { settingsWords } from './words.ts'

/** How many codes are left, and ten new ones. */
export function RecoveryCodes({ left }: { left: number }): ReactNode {
  const words = useWords(settingsWords).recovery
  const changed = useCredentialsChange()
  const [codes, setCodes] = useState<readonly string[]>()
  const make = async (): Promise<void> => {
    const made = await send<z.infer<typeof recoveryCodesSchema>>('POST', '/api/me/credentials/recovery-codes')
    setCodes(made.codes)
    await changed()
  }
  return (
    <section className="card">
      <h2>{words.title}</h2>
      {codes ? (
        <>
          <Codes codes={codes} />
          <Button type="button" outline onClick={() => setCodes(undefined)}>
            {words.seen}
          </Button>
        </>
      ) : (
        <>
          <p>{words.left(left)}</p>
          <Action run={make}>{words.go}</Action>
        </>
      )}
    </section>
  )
}

/** Codes that are shown this once. */
export function Codes({
  codes,
  areFirst = false,
}: {
  codes: readonly string[]
  areFirst?: boolean
}): ReactNode {
  const words = useWords(settingsWords).recovery
  return (
    <Focused>
      <p>
        {words.for} {words.once} {!areFirst && words.old}
      </p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code} className="mono">
            {code}
          </li>
        ))}
      </ul>
      <p className="no-print">
        <Button type="button" outline onClick={() => globalThis.print()}>
          {words.print}
        </Button>
      </p>
    </Focused>
  )
}
