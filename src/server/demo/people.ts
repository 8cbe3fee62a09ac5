import { stringify } from 'csv-stringify/sync'
import { rosterColumns } from '../../members/roster.ts'
import type { MemberKind } from '../../members/schema.ts'

/** Somebody of the town, before the story begins. */
export interface Townsperson {
  /** Short name, and the first part of the e-mail address. */
  key: string
  name: string
  kind: MemberKind
  badge: string | null
  rank: string | null
  unit: string
  from: string
  position: string | null
  /** Short name of whoever they report to. */
  supervisor: string | null
  language: 'en' | 'es'
}

type Row = readonly [
  key: string,
  name: string,
  badge: string,
  rank: string,
  unit: string,
  from: string,
  position: string,
  supervisor: string,
]

/** The sworn, from the top down. */
const sworn: readonly Row[] = [
  ['diaz', 'Dan Diaz', '1', 'Chief', 'Command', '1998-06-01', 'Chief of Police', ''],
  ['nash', 'Nora Nash', '11', 'Captain', 'Patrol', '2001-03-12', 'Patrol Commander', 'diaz'],
  [
    'ortiz',
    'Omar Ortiz',
    '12',
    'Captain',
    'Investigations',
    '2002-09-02',
    'Commander of Investigations',
    'diaz',
  ],
  [
    'park',
    'Pia Park',
    '13',
    'Captain',
    'Administration',
    '1996-01-08',
    'Commander of Administration',
    'diaz',
  ],
  ['chen', 'Cora Chen', '301', 'Lieutenant', 'Patrol Days', '2006-04-03', 'Watch Commander, Days', 'nash'],
  ['rao', 'Raj Rao', '302', 'Lieutenant', 'Patrol Nights', '2005-10-17', 'Watch Commander, Nights', 'nash'],
  ['soto', 'Sam Soto', '303', 'Lieutenant', 'Detectives', '2007-02-05', 'Commander of Detectives', 'ortiz'],
  ['quinn', 'Quentin Quinn', '304', 'Lieutenant', 'Training', '2008-08-18', 'Training Lieutenant', 'park'],
  ['bell', 'Ben Bell', '201', 'Sergeant', 'Squad A', '2010-05-10', 'Squad A Supervisor', 'chen'],
  ['hale', 'Hana Hale', '202', 'Sergeant', 'Squad B', '2011-01-24', 'Squad B Supervisor', 'chen'],
  ['tran', 'Tom Tran', '203', 'Sergeant', 'Squad C', '2009-07-06', 'Squad C Supervisor', 'rao'],
  ['usher', 'Uma Usher', '204', 'Sergeant', 'Squad D', '2012-03-19', 'Squad D Supervisor', 'rao'],
  ['vega', 'Val Vega', '205', 'Sergeant', 'Detectives', '2009-11-02', 'Detective Sergeant', 'soto'],
  [
    'west',
    'Will West',
    '206',
    'Sergeant',
    'Community Relations',
    '2013-06-10',
    'Public Information Officer',
    'park',
  ],
  ['alvarez', 'Ana Alvarez', '101', 'Officer', 'Squad A', '2018-02-12', 'Patrol Officer, Squad A', 'bell'],
  ['grant', 'Gus Grant', '102', 'Officer', 'Squad A', '2016-09-26', 'Patrol Officer, Squad A', 'bell'],
  ['adler', 'Amy Adler', '103', 'Officer', 'Squad A', '2020-01-20', 'Patrol Officer, Squad A', 'bell'],
  ['boone', 'Bo Boone', '104', 'Officer', 'Squad A', '2014-04-07', 'Patrol Officer, Squad A', 'bell'],
  ['cruz', 'Carla Cruz', '105', 'Officer', 'Squad B', '2019-05-13', 'Patrol Officer, Squad B', 'hale'],
  ['drake', 'Dee Drake', '106', 'Officer', 'Squad B', '2015-10-05', 'Patrol Officer, Squad B', 'hale'],
  ['ellis', 'Ed Ellis', '107', 'Officer', 'Squad B', '2021-03-01', 'Patrol Officer, Squad B', 'hale'],
  ['flynn', 'Fay Flynn', '108', 'Officer', 'Squad C', '2017-08-14', 'Patrol Officer, Squad C', 'tran'],
  ['gomez', 'Gil Gomez', '109', 'Officer', 'Squad C', '2013-12-09', 'Patrol Officer, Squad C', 'tran'],
  ['hayes', 'Hal Hayes', '110', 'Officer', 'Squad C', '2022-06-06', 'Patrol Officer, Squad C', 'tran'],
  ['irwin', 'Ida Irwin', '111', 'Officer', 'Squad D', '2018-11-26', 'Patrol Officer, Squad D', 'usher'],
  ['james', 'Jim James', '112', 'Officer', 'Squad D', '2020-07-27', 'Patrol Officer, Squad D', 'usher'],
  ['keller', 'Kit Keller', '113', 'Officer', 'Squad D', '2012-02-27', 'Patrol Officer, Squad D', 'usher'],
  ['lane', 'Lea Lane', '401', 'Detective', 'Detectives', '2011-09-12', 'Detective', 'vega'],
  ['moss', 'Max Moss', '402', 'Detective', 'Detectives', '2014-01-06', 'Detective', 'vega'],
  ['young', 'Yara Young', '403', 'Detective', 'Detectives', '2016-05-23', 'Detective', 'vega'],
  ['price', 'Pat Price', '404', 'Detective', 'Detectives', '2010-10-04', 'Detective', 'vega'],
  ['reed', 'Rosa Reed', '114', 'Officer', 'Community Relations', '2019-08-19', 'Community Officer', 'west'],
]

/** Everybody else, with what they are. */
const others: readonly (Row extends readonly [...infer Rest] ? readonly [MemberKind, ...Rest] : never)[] = [
  ['civilian', 'jones', 'Jo Jones', '', '', 'Systems', '2015-03-02', 'Systems Administrator', 'park'],
  ['civilian', 'lopez', 'Luz Lopez', '', '', 'Records', '2009-04-20', 'Records Supervisor', 'park'],
  ['civilian', 'ito', 'Ines Ito', '', '', 'Records', '2017-01-09', 'Records Clerk', 'lopez'],
  ['civilian', 'marsh', 'Mia Marsh', '', '', 'Dispatch', '2014-06-30', 'Dispatcher', 'nash'],
  ['civilian', 'noble', 'Ned Noble', '', '', 'Dispatch', '2021-10-11', 'Dispatcher', 'nash'],
  [
    'special',
    'olsen',
    'Ola Olsen',
    '501',
    'Special Officer',
    'Schools',
    '2016-08-22',
    'School Officer',
    'west',
  ],
  [
    'special',
    'perez',
    'Paz Perez',
    '502',
    'Special Officer',
    'Schools',
    '2020-08-24',
    'School Officer',
    'west',
  ],
  [
    'support',
    'quick',
    'Queenie Quick',
    '',
    '',
    'Community Relations',
    '2022-02-14',
    'Community Service Aide',
    'west',
  ],
  ['volunteer', 'rossi', 'Rico Rossi', '', '', 'Community Relations', '2023-04-03', 'Volunteer', 'west'],
  ['town-employee', 'kim', 'Kay Kim', '', '', 'Corporation Counsel', '2012-07-16', '', ''],
  ['town-employee', 'reyes', 'Ruth Reyes', '', '', 'Town Hall', '2017-11-13', '', ''],
]

/** Who speaks Spanish at home; their pages are in it. */
const spanish: ReadonlySet<string> = new Set(['cruz', 'gomez'])

const personOf = (kind: MemberKind, row: Row): Townsperson => {
  const [key, name, badge, rank, unit, from, position, supervisor] = row
  return {
    key,
    name,
    kind,
    badge: badge === '' ? null : badge,
    rank: rank === '' ? null : rank,
    unit,
    from,
    position: position === '' ? null : position,
    supervisor: supervisor === '' ? null : supervisor,
    language: spanish.has(key) ? 'es' : 'en',
  }
}

/** The whole town, and the few who make a small one. */
export const townspeople: readonly Townsperson[] = [
  ...sworn.map((row) => personOf('sworn', row)),
  ...others.map(([kind, ...row]) => personOf(kind, row)),
]
const few = 'diaz nash park chen bell alvarez grant west jones lopez kim reyes'
export const smallTown: ReadonlySet<string> = new Set(few.split(' '))

/** Those who join in the middle of the year. */
export const joining: readonly Townsperson[] = (
  [
    ['sharp', 'Sid Sharp', '115', 'Officer', 'Squad A', '', 'Patrol Officer, Squad A', 'bell'],
    ['tate', 'Tia Tate', '116', 'Officer', 'Squad C', '', 'Patrol Officer, Squad C', 'tran'],
  ] satisfies Row[]
).map((row) => personOf('sworn', row))

export const emailOf = (key: string): string => `${key}@riverton.example`

/** A roster file, as a department exports it from what it had before. */
export function rosterOf(people: readonly Townsperson[], from?: string): string {
  const rows = people.map((one) => ({
    ...one,
    from: from ?? one.from,
    to: null,
    email: emailOf(one.key),
    supervisor: one.supervisor === null ? null : emailOf(one.supervisor),
  }))
  return stringify(rows, { header: true, columns: [...rosterColumns] })
}

/** Whom to open in the demonstration, and what is seen from there. */
export const desksToOpen: readonly { name: string; role: string }[] = [
  { name: 'Ana Alvarez', role: 'an officer: asks, reads the order, checks a post' },
  { name: 'Ben Bell', role: 'her sergeant: endorses, sees who has not acknowledged' },
  { name: 'Cora Chen', role: 'a lieutenant: the desk above' },
  { name: 'Dan Diaz', role: 'the Chief: decides, licenses, approves posts, adopts' },
  { name: 'Jo Jones', role: 'the administrator: roster, positions, invitations' },
  { name: 'Will West', role: 'the press officer: official pages, posts, notices' },
  { name: 'Luz Lopez', role: 'the records custodian: the whole register; moderates comments' },
  { name: 'Kay Kim', role: 'counsel: citizen speech that stalled' },
  { name: 'Ruth Reyes', role: 'the town manager: hears appeals' },
]
