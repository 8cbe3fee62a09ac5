import type { NoticeContent } from '../../src/posts/notices/content.ts'
import type { Value } from '../../src/posts/notices/fields.ts'
import type { Filled } from '../parts/form.tsx'
import type { Template } from './data.ts'
import { momentIn } from './zone.ts'

export const noticeLanguages = ['en', 'es'] as const
export type NoticeLanguage = (typeof noticeLanguages)[number]
export type Said = NonNullable<NoticeContent['texts']['en']>
export type FieldOf = Template['fields'][number]

/** A notice of a kind before anything is filled in: it counts from now on, and stands as long as its template says. */
export function blankNotice(template: Template, accounts: string[], now: number): NoticeContent {
  const { kind, hours, severity, urgency, certainty, fields } = template
  // The minutes that people read, and not the seconds after.
  const minute = Math.floor(now / 60_000) * 60_000
  return {
    kind,
    fields: Object.fromEntries(fields.map((field) => [field.name, emptyValue(field)])),
    texts: {},
    lacks: null,
    severity: oneOf(severities, severity, 'Unknown'),
    urgency: oneOf(urgencies, urgency, 'Unknown'),
    certainty: oneOf(certainties, certainty, 'Unknown'),
    area: { words: { en: '', es: '' }, polygon: null, circle: null },
    effective: new Date(now).toISOString(),
    expires: new Date(minute + hours * 3_600_000).toISOString(),
    picture: null,
    contact: '',
    accounts,
  }
}

function emptyValue({ kind }: FieldOf): Value {
  if (kind === 'choices') return []
  return kind === 'yes-no' ? false : null
}

export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const
export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const

/** What of a notice is no field of the form by itself: what the page fills in too, and what is drawn or added. */
export interface Parts {
  said: Readonly<Record<NoticeLanguage, Said>>
  effective: string
  expires: string
  drawn: Pick<NoticeContent['area'], 'circle' | 'polygon'>
  picture: NoticeContent['picture']
}

/** The notice that stands in a form. */
export function contentIn(filled: Filled, template: Template, zone: string, parts: Parts): NoticeContent {
  const { said, drawn, effective, expires, picture } = parts
  const spoken = spokenIn(filled)
  return {
    kind: template.kind,
    fields: Object.fromEntries(template.fields.map((field) => [field.name, valueIn(filled, field, zone)])),
    texts: Object.fromEntries(spoken.map((language) => [language, said[language]])),
    lacks: spoken.length === 2 ? null : (filled.maybe('lacks') ?? null),
    severity: oneOf(severities, filled.text('severity'), 'Unknown'),
    urgency: oneOf(urgencies, filled.text('urgency'), 'Unknown'),
    certainty: oneOf(certainties, filled.text('certainty'), 'Unknown'),
    area: { words: { en: filled.text('area-en'), es: filled.text('area-es') }, ...drawn },
    effective,
    expires,
    picture: picture && { ...picture, alt: { en: filled.text('alt-en'), es: filled.text('alt-es') } },
    contact: filled.text('contact'),
    accounts: filled.all('accounts'),
  }
}

/** The languages that it is said in. */
export function spokenIn(filled: Filled): readonly NoticeLanguage[] {
  const chosen = noticeLanguages.filter((language) => language === filled.text('languages'))
  return chosen.length > 0 ? chosen : noticeLanguages
}

function valueIn(filled: Filled, { name, kind }: FieldOf, zone: string): Value {
  const field = `field-${name}`
  switch (kind) {
    case 'both': {
      const words = { en: filled.text(`${field}-en`), es: filled.text(`${field}-es`) }
      return words.en === '' && words.es === '' ? null : words
    }
    case 'choices':
      return filled.all(field)
    case 'yes-no':
      return filled.isOn(field)
    case 'moment':
      return momentIn(zone, filled.text(field)) ?? null
    case 'number': {
      const value = Number(filled.text(field))
      return filled.text(field) === '' || !Number.isInteger(value) || value < 0 ? null : value
    }
    default:
      return filled.maybe(field) ?? null
  }
}

function oneOf<One extends string>(choices: readonly One[], said: string, otherwise: One): One {
  return choices.find((choice) => choice === said) ?? otherwise
}

/** What somebody changed of the words that were proposed. */
export function ownOf(said: Said, proposed: Said): Partial<Said> {
  return {
    ...(said.headline === proposed.headline ? {} : { headline: said.headline }),
    ...(said.description === proposed.description ? {} : { description: said.description }),
    ...(said.instruction === proposed.instruction ? {} : { instruction: said.instruction }),
  }
}
