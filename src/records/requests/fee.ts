import type { Language } from '../../platform/public-page.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Law } from './law.ts'
import type { Fee } from './tables.ts'

/** A fee as it may be asked for under a law; refuses what the law does not know, and more than it lets be asked. */
export function feeOf(
  law: Law,
  lines: readonly { feeId: string; count: number; cents: number }[],
  at: string,
): Fee {
  for (const { feeId, cents } of lines) {
    const known = law.fees.list.find(({ id }) => id === feeId)
    if (!known) throw new Refusal('malformed', `${law.name} lets nothing be asked for "${feeId}"`)
    if (known.mostCents !== null && cents > known.mostCents)
      throw new Refusal(
        'forbiddenByOrder',
        `at most ${known.mostCents} cents may be asked for one of "${known.title.en}"`,
        known.citation,
      )
  }
  const cents = lines.reduce((sum, line) => sum + line.count * line.cents, 0)
  const { prepayment } = law.fees
  const mustPrepay = prepayment !== null && cents >= prepayment.fromCents
  return { lines: [...lines], cents, at, mustPrepay, paidAt: null, waivedFor: null }
}

/** An amount as people write it: `$20.00`. */
export function dollars(cents: number, language: Language): string {
  const locale = language === 'es' ? 'es-US' : 'en-US'
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).format(cents / 100)
}
