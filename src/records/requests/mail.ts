import { Temporal } from 'temporal-polyfill'
import { momentSchema } from '../../platform/day.ts'

/** What could be read in an e-mail that somebody pasted in. */
export interface MailRead {
  requester: { name: string | null; email: string | null }
  sentAt: string | null
  subject: string | null
  wants: string
}

/**
 * Finds the sender, the date and the subject in the first lines of a pasted e-mail, where a mail program wrote them in
 * English or Spanish. It is an offer: a person looks at every field before anything is put down, and what is not plainly
 * there stays empty.
 */
export function readMail(text: string): MailRead {
  const [head = '', ...rest] = text.trim().split(/\r?\n\s*\r?\n/)
  const told = new Map<string, string>()
  for (const line of head.split(/\r?\n/)) {
    const [, name = '', value = ''] =
      /^(From|De|Sent|Date|Fecha|Enviado|Subject|Asunto|To|Para|Cc):\s*(.+)$/i.exec(line) ?? []
    if (name !== '') told.set(name.toLowerCase(), value.trim())
  }
  if (told.size === 0) return { ...nothing, wants: text.trim() }
  const from = told.get('from') ?? told.get('de') ?? ''
  const email = from.split(/[\s<>"'(),;:]+/).find((part) => /^[^@]+@[^@]+\.[^@]+$/.test(part)) ?? null
  const name = from
    .replace(email ?? '', '')
    .replaceAll(/[<>"[\]]|mailto:/g, '')
    .trim()
  return {
    requester: { name: name === '' ? null : name.slice(0, 200), email },
    sentAt: momentIn(told.get('date') ?? told.get('sent') ?? told.get('fecha') ?? told.get('enviado')),
    subject: (told.get('subject') ?? told.get('asunto') ?? null)?.slice(0, 300) ?? null,
    wants: rest.join('\n\n').trim(),
  }
}

const nothing: Omit<MailRead, 'wants'> = {
  requester: { name: null, email: null },
  sentAt: null,
  subject: null,
}

/** A date of an e-mail's own, with its offset; one without says nothing for sure and is left to the person. */
function momentIn(written: string | undefined): string | null {
  if (written === undefined || !/(?:[+-]\d{4}|GMT|UTC|Z)\b/.test(written)) return null
  const milliseconds = Date.parse(written)
  if (Number.isNaN(milliseconds)) return null
  const moment = Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()
  return momentSchema.safeParse(moment).success ? moment : null
}
