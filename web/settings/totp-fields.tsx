import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { totpOfferSchema } from '../../src/members/session-schema.ts'
import { Field } from '../parts/field.tsx'
import { useWords } from '../words/words.ts'
import { settingsWords } from './words.ts'

export type TotpOffer = z.infer<typeof totpOfferSchema>

/** A key for an authenticator app, as a picture and as letters, and the field for its first code. */
export function TotpFields({ offer }: { offer: TotpOffer }): ReactNode {
  const words = useWords(settingsWords).totp
  return (
    <>
      <p>{words.scan}</p>
      <p>
        <img src={offer.picture} alt={words.picture} width="200" height="200" />
      </p>
      <p className="mono">{offer.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
      <Field
        name="code"
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={10}
      />
    </>
  )
}
