import type { PageLanguage } from './schema.ts'

type Words = Readonly<Record<PageLanguage, string>>

/** Words for one notice; `{agency}`, `{site}`, `{contact}`, `{purpose}` and `{audience}` stand for what a page says. */
export interface Offered {
  /** The fact of the order that the notice makes true. */
  fact: string
  name: Words
  full: Words
  short: Words
}

/** The notices that Decorum has words for. Which of them a page needs, and how strictly, its order says. */
export const offered = [
  {
    fact: 'page.introduction',
    name: { en: 'Introduction', es: 'Presentación' },
    full: {
      en: 'This is an official page of the {agency}. Its purpose: {purpose}',
      es: 'Esta es una página oficial de {agency}. Su propósito: {purpose}',
    },
    short: { en: 'Official page of the {agency}: {purpose}', es: 'Página oficial de {agency}: {purpose}' },
  },
  {
    fact: 'page.linked',
    name: { en: 'Link to the official site', es: 'Enlace al sitio oficial' },
    full: { en: 'Our official site: {site}', es: 'Nuestro sitio oficial: {site}' },
    short: { en: '{site}', es: '{site}' },
  },
  {
    fact: 'page.maintained-by',
    name: { en: 'Who maintains the page', es: 'Quién mantiene la página' },
    full: {
      en: 'This page is maintained by the {agency}.',
      es: 'Esta página está a cargo de {agency}.',
    },
    short: { en: 'Maintained by the {agency}.', es: 'A cargo de {agency}.' },
  },
  {
    fact: 'page.contact',
    name: { en: 'How to reach us', es: 'Cómo comunicarse' },
    full: {
      en: 'How to reach us: {contact}. This page is not watched at all hours; in an emergency call 911.',
      es: 'Cómo comunicarse con nosotros: {contact}. Esta página no se atiende las 24 horas; en una emergencia llame al 911.',
    },
    short: { en: 'Contact: {contact}. Emergencies: 911.', es: 'Contacto: {contact}. Emergencias: 911.' },
  },
  {
    fact: 'page.visitor-opinions',
    name: { en: 'Visitors’ opinions', es: 'Opiniones de los visitantes' },
    full: {
      en: 'What visitors write here is their own opinion and not that of the {agency}.',
      es: 'Lo que escriben aquí los visitantes es su propia opinión y no la de {agency}.',
    },
    short: {
      en: 'Visitors’ comments are their own opinions, not ours.',
      es: 'Los comentarios de los visitantes son opiniones suyas, no nuestras.',
    },
  },
  {
    fact: 'page.monitoring',
    name: { en: 'Comments are monitored', es: 'Los comentarios se supervisan' },
    full: {
      en: 'Comments on this page are monitored. The {agency} reserves the right to remove obscenities, off-topic comments and personal attacks; criticism is never removed for being criticism.',
      es: 'Los comentarios de esta página se supervisan. {agency} se reserva el derecho de retirar obscenidades, comentarios ajenos al tema y ataques personales; una crítica nunca se retira por ser crítica.',
    },
    short: {
      en: 'Comments are monitored; obscenities, off-topic comments and personal attacks may be removed.',
      es: 'Los comentarios se supervisan; pueden retirarse obscenidades, comentarios ajenos al tema y ataques personales.',
    },
  },
  {
    fact: 'page.disclosure',
    name: { en: 'Public disclosure', es: 'Divulgación pública' },
    full: {
      en: 'Whatever is posted here, or sent in to be posted, is subject to public disclosure.',
      es: 'Todo lo que se publica aquí, o se envía para publicarse, está sujeto a divulgación pública.',
    },
    short: {
      en: 'All content is subject to public disclosure.',
      es: 'Todo el contenido está sujeto a divulgación pública.',
    },
  },
] as const satisfies readonly Offered[]

/** Puts what is known into the places of a wording; a place of which nothing is known stays as it is. */
export function filledIn(wording: string, known: Readonly<Record<string, string | undefined>>): string {
  return wording.replaceAll(/\{(\w+)\}/g, (place, name: string) => known[name] ?? place)
}
