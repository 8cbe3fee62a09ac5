import { Temporal } from 'temporal-polyfill'
import { Filled, type Values } from './fields.ts'
import { templates, type Kind } from './templates.ts'

/** What a notice says in one language. */
export interface Said {
  headline: string
  description: string
  instruction: string
}

/** What the words are made from, beside the fields. */
export interface Told {
  zone: string
  /** The words of the area in this language; '' where it has none. */
  area: string
  expires: string
}

type Language = 'en' | 'es'
type Wording = (filled: Filled, told: Told) => Said

/** A notice in one language, made from its fields alone. People may change it afterwards. */
export function wordsOf(kind: Kind, values: Values, language: Language, told: Told): Said {
  const said = wordings[kind][language](new Filled(templates[kind].fields, values, language), told)
  return {
    headline: tidy(said.headline),
    description: tidy(said.description),
    instruction: tidy(said.instruction),
  }
}

/** `Sat, Nov 21, 9:00 AM`, in the agency's zone. */
export function momentIn(language: Language, zone: string, at: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toLocaleString(language === 'en' ? 'en-US' : 'es-US', {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
    })
}

function dayIn(language: Language, day: string): string {
  return day === ''
    ? ''
    : Temporal.PlainDate.from(day).toLocaleString(language === 'en' ? 'en-US' : 'es-US', {
        dateStyle: 'long',
      })
}

/** Words that lacked leave no gaps, double spaces or stray commas. */
function tidy(words: string): string {
  return (
    words
      .replaceAll(/[ \t]+/g, ' ')
      .replaceAll(/ +([.,;:])/g, '$1')
      // `12:00 p.m.` at the end of a sentence.
      .replaceAll(/(?<=\p{L})\.\.(?!\.)/gu, '.')
      .trim()
  )
}

function list(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items)
}

const wordings: Readonly<Record<Kind, Readonly<Record<Language, Wording>>>> = {
  'road-closure': {
    en: (it, { zone, expires, area }) => ({
      headline: `${it.say('road')} closed ${between(it, 'between', 'and', 'at')}`,
      description: `${it.say('road')} is closed ${between(it, 'between', 'and', 'at')} ${it.say('direction')} because of ${it.say('reason')}. ${about('Area', area)} It is expected to open by ${momentIn('en', zone, expires)}.`,
      instruction: it.has('detour') ? `Please use ${it.say('detour')}.` : 'Please avoid the area.',
    }),
    es: (it, { zone, expires, area }) => ({
      headline: `${it.say('road')}: calle cerrada ${between(it, 'entre', 'y', 'en')}`,
      description: `${it.say('road')} está cerrada ${between(it, 'entre', 'y', 'en')} ${it.say('direction')} por ${it.say('reason')}. ${about('Zona', area)} Se espera abrirla a más tardar el ${momentIn('es', zone, expires)}.`,
      instruction: it.has('detour') ? `Use ${it.say('detour')}.` : 'Evite la zona.',
    }),
  },
  'special-event': {
    en: (it, { zone, area }) => ({
      headline: `${it.say('name')}, ${it.say('place')}`,
      description: `${it.say('name')} takes place at ${it.say('place')} ${time(it, zone, 'from', 'to')}. ${about('Area', area)}`,
      instruction: it.has('expect')
        ? `Expect ${list(it.each('expect'), 'en')}.`
        : 'Please allow more time for your way.',
    }),
    es: (it, { zone, area }) => ({
      headline: `${it.say('name')}, ${it.say('place')}`,
      description: `${it.say('name')} tiene lugar en ${it.say('place')} ${time(it, zone, 'desde el', 'hasta el')}. ${about('Zona', area)}`,
      instruction: it.has('expect') ? `Habrá ${list(it.each('expect'), 'es')}.` : 'Salga con más tiempo.',
    }),
  },
  'weather-emergency': {
    en: (it, { zone, expires, area }) => ({
      headline: `${it.say('hazard')}: weather emergency`,
      description: `${it.say('hazard')} until ${momentIn('en', zone, expires)}. ${about('Area', area)} ${it.has('shelter') ? `Shelter is open at ${it.say('shelter')}.` : ''}`,
      instruction: it.each('ask').join(' '),
    }),
    es: (it, { zone, expires, area }) => ({
      headline: `${it.say('hazard')}: emergencia meteorológica`,
      description: `${it.say('hazard')} hasta el ${momentIn('es', zone, expires)}. ${about('Zona', area)} ${it.has('shelter') ? `Hay refugio en ${it.say('shelter')}.` : ''}`,
      instruction: it.each('ask').join(' '),
    }),
  },
  'missing-person': {
    en: (it, { zone, area }) => ({
      headline: `${it.is('isEndangered') ? 'Missing and in danger' : 'Missing'}: ${it.say('name')}${it.has('age') ? `, ${it.say('age')}` : ''}`,
      description: `${it.say('name')}${it.has('age') ? `, ${it.say('age')} years old,` : ''} was last seen at ${it.say('seenAt')} ${on(it, zone)}. ${it.say('describes')} ${about('Area', area)} Case ${it.say('caseNumber')}.`,
      instruction: `If you see this person call 911. If you know anything call ${it.say('telephone')}.`,
    }),
    es: (it, { zone, area }) => ({
      headline: `${it.is('isEndangered') ? 'Persona desaparecida y en peligro' : 'Persona desaparecida'}: ${it.say('name')}${it.has('age') ? `, ${it.say('age')}` : ''}`,
      description: `La última vez que se vio a ${it.say('name')}${it.has('age') ? `, de ${it.say('age')} años,` : ''} fue en ${it.say('seenAt')} ${on(it, zone)}. ${it.say('describes')} ${about('Zona', area)} Caso ${it.say('caseNumber')}.`,
      instruction: `Si ve a esta persona llame al 911. Si sabe algo llame al ${it.say('telephone')}.`,
    }),
  },
  'prevention-tip': {
    en: (it) => ({ headline: it.say('title'), description: it.say('advice'), instruction: '' }),
    es: (it) => ({ headline: it.say('title'), description: it.say('advice'), instruction: '' }),
  },
  'online-reporting': {
    en: (it) => ({
      headline: 'You can report this online',
      description: `Report ${list(it.each('what'), 'en')} online: ${it.say('address')}`,
      instruction: 'Emergencies are not reported online. In an emergency call 911.',
    }),
    es: (it) => ({
      headline: 'Esto se puede reportar en línea',
      description: `Puede reportar en línea ${list(it.each('what'), 'es')}: ${it.say('address')}`,
      instruction: 'Las emergencias no se reportan en línea. En una emergencia llame al 911.',
    }),
  },
  'crime-data': {
    en: (it) => ({
      headline: `Crime figures, ${dayIn('en', it.say('from'))} to ${dayIn('en', it.say('to'))}`,
      description: `The figures of reported crime are out as a table, a plot and a map. ${it.say('says')}`,
      instruction: 'They are at /public/crime on our site. A report is not a finding.',
    }),
    es: (it) => ({
      headline: `Cifras de delitos, del ${dayIn('es', it.say('from'))} al ${dayIn('es', it.say('to'))}`,
      description: `Ya están las cifras de delitos denunciados, en tabla, gráfico y mapa. ${it.say('says')}`,
      instruction: 'Están en /public/crime en nuestro sitio. Una denuncia no es un hecho probado.',
    }),
  },
  'seek-tips': {
    en: (it) => ({
      headline: `Did you see something? ${it.say('place')}, ${dayIn('en', it.say('on'))}`,
      description: `${it.say('what')} ${it.say('place')}, ${dayIn('en', it.say('on'))}. Case ${it.say('caseNumber')}.`,
      instruction: `Call ${it.say('telephone')}. ${it.is('isNameless') ? 'You need not give your name.' : ''}`,
    }),
    es: (it) => ({
      headline: `¿Vio usted algo? ${it.say('place')}, ${dayIn('es', it.say('on'))}`,
      description: `${it.say('what')} ${it.say('place')}, ${dayIn('es', it.say('on'))}. Caso ${it.say('caseNumber')}.`,
      instruction: `Llame al ${it.say('telephone')}. ${it.is('isNameless') ? 'No hace falta dar su nombre.' : ''}`,
    }),
  },
}

function between(it: Filled, from: string, and: string, at: string): string {
  if (it.has('from') && it.has('to')) return `${from} ${it.say('from')} ${and} ${it.say('to')}`
  const place = it.say('from') || it.say('to')
  return place === '' ? '' : `${at} ${place}`
}

function time(it: Filled, zone: string, from: string, to: string): string {
  const moment = (name: string): string => momentIn(it.language, zone, it.say(name))
  if (!it.has('starts')) return ''
  return `${from} ${moment('starts')}${it.has('ends') ? ` ${to} ${moment('ends')}` : ''}`
}

function on(it: Filled, zone: string): string {
  if (!it.has('seenOn')) return ''
  return `${it.language === 'en' ? 'on' : 'el'} ${momentIn(it.language, zone, it.say('seenOn'))}`
}

function about(name: string, area: string): string {
  return area === '' ? '' : `${name}: ${area.replace(/\.$/, '')}.`
}
