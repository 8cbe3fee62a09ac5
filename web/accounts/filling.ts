import type { NoticeSaid, PageLanguage, PageSaid, PageTried } from '../../src/accounts/schema.ts'
import type { Filled } from '../parts/form.tsx'

/** A notice as it is being filled in. */
export interface NoticeDraft {
  en: string
  es: string
  /** It does not stand on the page; `reason` says why. */
  isOff: boolean
  reason: string
}

/** What the form holds besides its plain fields. */
export interface Kept {
  administrators: PageSaid['administrators']
  notices: Readonly<Record<string, NoticeDraft>>
}

export const emptyNotice: NoticeDraft = { en: '', es: '', isOff: false, reason: '' }

const languages = ['en', 'es'] as const

/** The page as the form says it; what was not filled in is an empty text. */
export function pageIn(filled: Filled, network: PageSaid['network'], kept: Kept): PageSaid {
  const isOther = filled.text('custody') === 'other'
  const spoken = languages.filter((one) => filled.all('languages').includes(one))
  return {
    network,
    handle: filled.text('handle'),
    address: filled.text('address'),
    service: filled.maybe('service') ?? null,
    purpose: filled.text('purpose'),
    audience: filled.text('audience'),
    languages: spoken,
    takesComments: filled.isOn('takes-comments'),
    imagery: filled.isOn('imagery'),
    administrators: [...kept.administrators],
    custody: {
      by: isOther ? 'other' : 'it',
      unit: filled.text('unit'),
      determinedBy: isOther ? (filled.maybe('determined-by') ?? null) : null,
      determinedOn: isOther ? (filled.maybe('determined-on') ?? null) : null,
    },
    site: filled.text('site'),
    contact: filled.text('contact'),
    notices: noticesIn(kept.notices, spoken),
  }
}

function noticesIn(drafts: Kept['notices'], spoken: readonly PageLanguage[]): NoticeSaid[] {
  return Object.entries(drafts).flatMap(([fact, draft]): NoticeSaid[] => {
    if (draft.isOff)
      return draft.reason.trim() === '' ? [] : [{ fact, wording: {}, reason: draft.reason.trim() }]
    const worded = spoken.flatMap((one) => (draft[one].trim() === '' ? [] : [[one, draft[one].trim()]]))
    return worded.length === 0 ? [] : [{ fact, wording: Object.fromEntries(worded), reason: null }]
  })
}

/** What of a page can be judged already: an empty field is nothing said. */
export function triedOf(page: PageSaid): PageTried {
  const { custody } = page
  const said = Object.entries({
    ...page,
    custody: { ...custody, unit: custody.unit === '' ? '-' : custody.unit },
  }).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0))
  return Object.fromEntries(said)
}

/** The notices of a page that stands, to begin its form with. */
export function draftsOf(notices: readonly NoticeSaid[]): Record<string, NoticeDraft> {
  return Object.fromEntries(
    notices.map(({ fact, wording, reason }) => [
      fact,
      { en: wording.en ?? '', es: wording.es ?? '', isOff: reason !== null, reason: reason ?? '' },
    ]),
  )
}

/** Puts what is known into the places of offered words; what is not known stays to be filled in. */
export function filledIn(wording: string, known: Readonly<Record<string, string>>): string {
  return wording.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = known[name] ?? ''
    return value === '' ? place : value
  })
}
