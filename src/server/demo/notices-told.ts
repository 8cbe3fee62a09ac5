import type { Kind } from '../../posts/notices/templates.ts'

/** A notice of the year, as its template takes it; `hours` is how long it is to stand. */
export interface NoticeTold {
  kind: Kind
  day: number
  time: string
  hours: number
  fields: (day: (n: number, time: string) => string) => { [field: string]: unknown }
  area: { en: string; es: string }
  /** Its corners, latitude and longitude. */
  polygon?: [number, number][]
  fate: 'over' | 'cancel' | 'found' | 'stands'
  /** Whether somebody looked at what one had signed. */
  isReviewed: boolean
}

const both = (en: string, es: string): { en: string; es: string } => ({ en, es })

export const noticesTold: readonly NoticeTold[] = [
  {
    kind: 'road-closure',
    day: 140,
    time: '07:40',
    hours: 5,
    fields: () => ({
      road: 'River Road',
      from: 'Mill Park',
      to: 'Bridge Street',
      direction: 'both',
      reason: 'crash',
      detour: 'Hill Street',
    }),
    area: both('River Road by Mill Park', 'River Road junto a Mill Park'),
    polygon: [
      [41.302, -72.92],
      [41.302, -72.905],
      [41.298, -72.905],
      [41.298, -72.92],
    ],
    fate: 'over',
    isReviewed: true,
  },
  {
    kind: 'weather-emergency',
    day: 201,
    time: '13:20',
    hours: 12,
    fields: () => ({ hazard: 'flood', ask: ['no-water', 'neighbours'], shelter: 'Riverton High School' }),
    area: both('Along the river', 'A lo largo del río'),
    fate: 'cancel',
    isReviewed: true,
  },
  {
    kind: 'special-event',
    day: 228,
    time: '10:10',
    hours: 60,
    fields: (day) => ({
      name: 'Founders’ Parade',
      place: 'Main Street',
      starts: day(230, '10:00'),
      ends: day(230, '14:00'),
    }),
    area: both('Main Street', 'Main Street'),
    fate: 'over',
    isReviewed: true,
  },
  {
    kind: 'missing-person',
    day: 262,
    time: '18:15',
    hours: 72,
    fields: (day) => ({
      name: 'Odile Orr',
      age: 81,
      describes: both('Gray coat, walks with a red cane.', 'Abrigo gris, camina con un bastón rojo.'),
      seenAt: 'Library, Main Street',
      seenOn: day(262, '15:30'),
      isEndangered: true,
      caseNumber: '26-1187',
      telephone: '203-555-0100',
      authority: 'kin',
      authorityWho: 'Her daughter, at the desk, at five',
    }),
    area: both('The center of Riverton', 'El centro de Riverton'),
    fate: 'found',
    isReviewed: true,
  },
  {
    kind: 'prevention-tip',
    day: 355,
    time: '11:00',
    hours: 24 * 30,
    fields: () => ({
      title: both('No bank asks for your code', 'Ningún banco le pide su código'),
      advice: both(
        'Whoever calls and wants the code on your telephone is no bank. Hang up, and call the number on your card.',
        'Quien llama y quiere el código de su teléfono no es un banco. Cuelgue y llame al número de su tarjeta.',
      ),
    }),
    area: both('', ''),
    fate: 'stands',
    isReviewed: false,
  },
  {
    kind: 'online-reporting',
    day: 341,
    time: '11:30',
    hours: 24 * 90,
    fields: () => ({
      what: ['lost', 'theft', 'damage'],
      address: 'https://www.riverton.example/report',
    }),
    area: both('', ''),
    fate: 'stands',
    isReviewed: false,
  },
  {
    kind: 'road-closure',
    day: 370,
    time: '15:40',
    hours: 24 * 12,
    fields: () => ({
      road: 'Elm Street',
      from: 'Main Street',
      to: 'Oak Street',
      direction: 'both',
      reason: 'works',
      detour: 'Oak Street',
    }),
    area: both('Elm Street by the school', 'Elm Street junto a la escuela'),
    polygon: [
      [41.309, -72.93],
      [41.309, -72.918],
      [41.305, -72.918],
      [41.305, -72.93],
    ],
    fate: 'stands',
    isReviewed: false,
  },
]
