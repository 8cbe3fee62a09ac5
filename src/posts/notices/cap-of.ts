import type { Agency } from '../../members/caller.ts'
import type { CapAlert, CapArea, CapInfo } from './cap.ts'
import { noticeLanguages, type NoticeContent, type NoticeLanguage } from './content.ts'
import { leads } from './fitted.ts'
import { addressOf } from './going-out.ts'
import type { EndedAs, Message } from './store.ts'
import { templates } from './templates.ts'

/** What is needed to say a notice as CAP. */
export interface Sent {
  noticeId: string
  out: NoticeContent
  messages: readonly Message[]
  endedAs: EndedAs | null
  origin: string
}

const gone = {
  en: {
    headline: 'The person was found',
    description: 'This notice has been taken down. Thank you for your help.',
  },
  es: {
    headline: 'Se encontró a la persona',
    description: 'Este aviso fue retirado. Gracias por su ayuda.',
  },
} as const
const withdrawn = {
  en: { headline: 'This notice is cancelled', description: 'It has been taken down.' },
  es: { headline: 'Este aviso está cancelado', description: 'Se retiró.' },
} as const

/** The last message of a notice as CAP: an alert, its update, or its cancellation, which names what it refers to. */
export function capOf(agency: Agency, sent: Sent): CapAlert {
  const { noticeId, out, messages } = sent
  const last = messages.at(-1)
  if (!last) throw new Error(`notice ${noticeId} was never sent`)
  const nameOf = (number: number): string => `${agency.agencyId}-${noticeId}-${number}`
  return {
    identifier: nameOf(last.number),
    sender: agency.host,
    sent: last.sent,
    status: 'Actual',
    type: last.type,
    scope: 'Public',
    note: null,
    references: messages
      .slice(0, -1)
      .map(({ number, sent: at }) => ({ sender: agency.host, identifier: nameOf(number), sent: at })),
    infos: noticeLanguages
      .filter((language) => out.texts[language] !== undefined)
      .map((language) => infoOf(agency, sent, last, language)),
  }
}

function infoOf(agency: Agency, sent: Sent, last: Message, language: NoticeLanguage): CapInfo {
  const { noticeId, out, endedAs, origin } = sent
  const template = templates[out.kind]
  const isOver = endedAs === 'all-clear' && last.type !== 'Alert'
  const isRemoved = last.type === 'Cancel' && (endedAs === 'found' || template.ends === 'remove')
  const said = out.texts[language]
  const words = isRemoved
    ? { ...(endedAs === 'found' ? gone : withdrawn)[language], instruction: null }
    : {
        headline: `${leads[last.type === 'Cancel' ? 'cancel' : isOver ? 'over' : 'first'][language]}${said?.headline ?? ''}`,
        description: said?.description ?? null,
        instruction: last.type === 'Cancel' || isOver ? null : (said?.instruction ?? null),
      }
  return {
    language: language === 'en' ? 'en-US' : 'es-US',
    categories: template.categories,
    event: template.event[language],
    responses: isOver || last.type === 'Cancel' ? ['AllClear'] : template.responses,
    urgency: isOver || last.type === 'Cancel' ? 'Past' : out.urgency,
    severity: out.severity,
    certainty: out.certainty,
    effective: last.sent,
    onset: out.effective,
    expires: out.expires,
    senderName: agency.name,
    ...words,
    web: addressOf(origin, noticeId),
    contact: out.contact === '' ? null : out.contact,
    areas: isRemoved ? [] : areasOf(out, language, agency),
  }
}

function areasOf({ area }: NoticeContent, language: NoticeLanguage, agency: Agency): CapArea[] {
  const { words, polygon, circle } = area
  return [
    {
      words: words[language] || words.en || words.es || agency.name,
      polygons: polygon ? [[...polygon, ...polygon.slice(0, 1)]] : [],
      circles: circle ? [circle] : [],
    },
  ]
}
