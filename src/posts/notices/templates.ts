import type { Category } from '../content.ts'
import type { CapInfo, Certainty, Severity, Urgency } from './cap.ts'
import type { Both, Choice, Field } from './fields.ts'

export const kinds = [
  'road-closure',
  'special-event',
  'weather-emergency',
  'missing-person',
  'prevention-tip',
  'online-reporting',
  'crime-data',
  'seek-tips',
] as const
export type Kind = (typeof kinds)[number]

/** What a notice of one kind is made from, and how it begins and ends. */
export interface Template {
  title: Both
  /** The event in CAP's words, with its category and what people are asked to do. */
  event: Both
  categories: CapInfo['categories']
  responses: CapInfo['responses']
  severity: Severity
  urgency: Urgency
  certainty: Certainty
  /** The fast lane is open to it (section C.3 of the orders). */
  isTimeSensitive: boolean
  /** The recognised use that it is, a fact of the vocabulary, and the category of post that stands for it. */
  fact: string
  category: Category
  /** When it is over early, its readers are told; or it is taken away everywhere. */
  ends: 'tell' | 'remove'
  /** Hours that it stands, unless told. */
  hours: number
  fields: readonly Field[]
}

const both = (en: string, es: string): Both => ({ en, es })
const choice = (value: string, en: string, es: string): Choice => ({ value, words: { en, es } })

const caseNumber: Field = {
  name: 'caseNumber',
  label: both('Case number', 'Número de caso'),
  kind: 'line',
  isRequired: true,
  most: 40,
}
const telephone: Field = {
  name: 'telephone',
  label: both('Telephone for answers', 'Teléfono para respuestas'),
  kind: 'line',
  isRequired: true,
  most: 60,
}

/** The templates: every kind of notice, each in one place. */
export const templates: Readonly<Record<Kind, Template>> = {
  'road-closure': {
    title: both('Road closure', 'Cierre de calle'),
    event: both('Road closure', 'Cierre de calle'),
    categories: ['Transport'],
    responses: ['Avoid'],
    severity: 'Minor',
    urgency: 'Immediate',
    certainty: 'Observed',
    isTimeSensitive: true,
    fact: 'notice.road',
    category: 'road',
    ends: 'tell',
    hours: 6,
    fields: [
      { name: 'road', label: both('Road', 'Calle'), kind: 'line', isRequired: true, most: 120 },
      { name: 'from', label: both('From', 'Desde'), kind: 'line', isRequired: false, most: 120 },
      { name: 'to', label: both('To', 'Hasta'), kind: 'line', isRequired: false, most: 120 },
      {
        name: 'direction',
        label: both('Direction', 'Sentido'),
        kind: 'choice',
        isRequired: true,
        choices: [
          choice('both', 'in both directions', 'en ambos sentidos'),
          choice('north', 'northbound', 'en dirección norte'),
          choice('south', 'southbound', 'en dirección sur'),
          choice('east', 'eastbound', 'en dirección este'),
          choice('west', 'westbound', 'en dirección oeste'),
        ],
      },
      {
        name: 'reason',
        label: both('Reason', 'Motivo'),
        kind: 'choice',
        isRequired: true,
        choices: [
          choice('crash', 'a crash', 'un choque'),
          choice('works', 'road works', 'obras'),
          choice('flood', 'flooding', 'una inundación'),
          choice('fire', 'a fire', 'un incendio'),
          choice('wires', 'wires or a tree on the road', 'cables o un árbol en la calle'),
          choice('activity', 'police activity', 'actividad policial'),
          choice('event', 'an event', 'un evento'),
        ],
      },
      { name: 'detour', label: both('Way round', 'Desvío'), kind: 'line', isRequired: false, most: 300 },
    ],
  },
  'special-event': {
    title: both('Special event', 'Evento especial'),
    event: both('Special event', 'Evento especial'),
    categories: ['Other'],
    responses: ['Prepare'],
    severity: 'Minor',
    urgency: 'Future',
    certainty: 'Likely',
    isTimeSensitive: true,
    fact: 'notice.event',
    category: 'event',
    ends: 'tell',
    hours: 48,
    fields: [
      { name: 'name', label: both('Event', 'Evento'), kind: 'line', isRequired: true, most: 160 },
      { name: 'place', label: both('Place', 'Lugar'), kind: 'line', isRequired: true, most: 160 },
      { name: 'starts', label: both('Begins', 'Comienza'), kind: 'moment', isRequired: true },
      { name: 'ends', label: both('Ends', 'Termina'), kind: 'moment', isRequired: false },
      {
        name: 'expect',
        label: both('What to expect', 'Qué esperar'),
        kind: 'choices',
        isRequired: false,
        choices: [
          choice('crowds', 'large crowds', 'mucha gente'),
          choice('closures', 'closed streets', 'calles cerradas'),
          choice('parking', 'little parking', 'poco estacionamiento'),
          choice('noise', 'noise', 'ruido'),
          choice('bags', 'bags are looked into', 'revisión de bolsos'),
        ],
      },
    ],
  },
  'weather-emergency': {
    title: both('Weather emergency', 'Emergencia meteorológica'),
    event: both('Weather emergency', 'Emergencia meteorológica'),
    categories: ['Met', 'Safety'],
    responses: ['Prepare'],
    severity: 'Severe',
    urgency: 'Expected',
    certainty: 'Likely',
    isTimeSensitive: true,
    fact: 'notice.weather',
    category: 'weather',
    ends: 'tell',
    hours: 24,
    fields: [
      {
        name: 'hazard',
        label: both('Hazard', 'Peligro'),
        kind: 'choice',
        isRequired: true,
        choices: [
          choice('snow', 'Heavy snow', 'Nevada intensa'),
          choice('ice', 'Ice', 'Hielo'),
          choice('flood', 'Flooding', 'Inundación'),
          choice('wind', 'Dangerous wind', 'Viento peligroso'),
          choice('storm', 'Severe storms', 'Tormentas severas'),
          choice('hurricane', 'Hurricane', 'Huracán'),
          choice('heat', 'Dangerous heat', 'Calor peligroso'),
          choice('cold', 'Dangerous cold', 'Frío peligroso'),
        ],
      },
      {
        name: 'ask',
        label: both('What people are asked', 'Qué se pide'),
        kind: 'choices',
        isRequired: true,
        choices: [
          choice('stay-in', 'Stay indoors.', 'Quédese en casa.'),
          choice(
            'no-travel',
            'Do not travel unless you must.',
            'No salga a la carretera si no es necesario.',
          ),
          choice('no-water', 'Do not drive through water.', 'No maneje por calles inundadas.'),
          choice('move-vehicles', 'Take your vehicle off the street.', 'Retire su vehículo de la calle.'),
          choice('leave', 'Leave the marked area now.', 'Salga ahora de la zona marcada.'),
          choice(
            'neighbours',
            'Look in on neighbors who are alone.',
            'Compruebe que los vecinos que viven solos estén bien.',
          ),
        ],
      },
      { name: 'shelter', label: both('Shelter', 'Refugio'), kind: 'line', isRequired: false, most: 200 },
    ],
  },
  'missing-person': {
    title: both('Missing or endangered person', 'Persona desaparecida o en peligro'),
    event: both('Missing person', 'Persona desaparecida'),
    categories: ['Rescue', 'Safety'],
    responses: ['Monitor'],
    severity: 'Severe',
    urgency: 'Immediate',
    certainty: 'Observed',
    isTimeSensitive: true,
    fact: 'notice.missing',
    category: 'missing',
    ends: 'remove',
    hours: 72,
    fields: [
      { name: 'name', label: both('Name', 'Nombre'), kind: 'line', isRequired: true, most: 120 },
      { name: 'age', label: both('Age', 'Edad'), kind: 'number', isRequired: false, most: 120 },
      {
        name: 'describes',
        label: both('Looks and clothes', 'Aspecto y ropa'),
        kind: 'both',
        isRequired: true,
      },
      {
        name: 'seenAt',
        label: both('Last seen at', 'Dónde se le vio por última vez'),
        kind: 'line',
        isRequired: true,
        most: 160,
      },
      {
        name: 'seenOn',
        label: both('Last seen on', 'Cuándo se le vio por última vez'),
        kind: 'moment',
        isRequired: true,
      },
      { name: 'isEndangered', label: both('In danger', 'En peligro'), kind: 'yes-no', isRequired: false },
      caseNumber,
      telephone,
      {
        name: 'authority',
        label: both('Who lets us publish', 'Quién permite publicar'),
        hint: both('Kept with the notice; not published.', 'Se guarda con el aviso; no se publica.'),
        kind: 'choice',
        isRequired: true,
        choices: [
          choice('guardian', 'A parent or guardian', 'Padre, madre o tutor'),
          choice('kin', 'The next of kin', 'El pariente más cercano'),
          choice('court', 'A court', 'Un tribunal'),
          choice(
            'duty',
            'The department, since life is in danger',
            'El departamento, porque hay peligro de muerte',
          ),
        ],
      },
      {
        name: 'authorityWho',
        label: both('Their name, and when they said so', 'Su nombre y cuándo lo dijo'),
        hint: both('Kept with the notice; not published.', 'Se guarda con el aviso; no se publica.'),
        kind: 'line',
        isRequired: true,
        most: 200,
      },
      {
        name: 'authorityPicture',
        label: both('The photograph may be published', 'La fotografía puede publicarse'),
        kind: 'yes-no',
        isRequired: false,
      },
    ],
  },
  'prevention-tip': {
    title: both('Prevention tip', 'Consejo de prevención'),
    event: both('Prevention tip', 'Consejo de prevención'),
    categories: ['Security'],
    responses: ['Prepare'],
    severity: 'Minor',
    urgency: 'Future',
    certainty: 'Possible',
    isTimeSensitive: false,
    fact: 'use.prevention',
    category: 'prevention',
    ends: 'remove',
    hours: 24 * 30,
    fields: [
      { name: 'title', label: both('Title', 'Título'), kind: 'both', isRequired: true },
      { name: 'advice', label: both('Advice', 'Consejo'), kind: 'both', isRequired: true },
    ],
  },
  'online-reporting': {
    title: both('Report online', 'Reporte en línea'),
    event: both('Online reporting', 'Reporte en línea'),
    categories: ['Security'],
    responses: ['None'],
    severity: 'Minor',
    urgency: 'Unknown',
    certainty: 'Unknown',
    isTimeSensitive: false,
    fact: 'use.reporting',
    category: 'reporting',
    ends: 'remove',
    hours: 24 * 90,
    fields: [
      {
        name: 'what',
        label: both('What is reported there', 'Qué se reporta allí'),
        kind: 'choices',
        isRequired: true,
        choices: [
          choice('lost', 'lost property', 'objetos perdidos'),
          choice('theft', 'theft without a suspect', 'robos sin sospechoso'),
          choice('damage', 'damaged property', 'daños a la propiedad'),
          choice('traffic', 'traffic complaints', 'quejas de tráfico'),
          choice('fraud', 'fraud', 'fraudes'),
        ],
      },
      {
        name: 'address',
        label: both('Address of the form', 'Dirección del formulario'),
        kind: 'address',
        isRequired: true,
      },
    ],
  },
  'crime-data': {
    title: both('Crime figures', 'Cifras de delitos'),
    event: both('Crime figures', 'Cifras de delitos'),
    categories: ['Security'],
    responses: ['None'],
    severity: 'Minor',
    urgency: 'Past',
    certainty: 'Observed',
    isTimeSensitive: false,
    fact: 'use.data',
    category: 'crime-data',
    ends: 'remove',
    hours: 24 * 30,
    fields: [
      { name: 'from', label: both('From', 'Desde'), kind: 'day', isRequired: true },
      { name: 'to', label: both('To', 'Hasta'), kind: 'day', isRequired: true },
      { name: 'says', label: both('What they show', 'Qué muestran'), kind: 'both', isRequired: false },
    ],
  },
  'seek-tips': {
    title: both('Tips wanted', 'Se buscan pistas'),
    event: both('Tips wanted on an unsolved crime', 'Se buscan pistas sobre un delito sin resolver'),
    categories: ['Security'],
    responses: ['Monitor'],
    severity: 'Minor',
    urgency: 'Past',
    certainty: 'Observed',
    isTimeSensitive: false,
    fact: 'use.tips',
    category: 'tips',
    ends: 'remove',
    hours: 24 * 30,
    fields: [
      { name: 'what', label: both('What happened', 'Qué ocurrió'), kind: 'both', isRequired: true },
      { name: 'place', label: both('Place', 'Lugar'), kind: 'line', isRequired: true, most: 160 },
      { name: 'on', label: both('Day', 'Día'), kind: 'day', isRequired: true },
      caseNumber,
      telephone,
      {
        name: 'isNameless',
        label: both('No name need be given', 'No hace falta dar el nombre'),
        kind: 'yes-no',
        isRequired: false,
      },
    ],
  },
}
