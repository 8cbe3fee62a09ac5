import type { Ground } from '../../comments/grounds.ts'
import type { Label } from '../../comments/neutrality.ts'
import type { PostContent } from '../../posts/content.ts'
import type { Kind } from '../../posts/notices/templates.ts'
import type { TownNetwork } from './outreach.ts'
import type { PictureName } from './pictures.ts'

/** A post of the year: on which day of the story it is written, and what becomes of it. */
export interface PostTold {
  key: string
  day: number
  author: 'west' | 'alvarez'
  category: PostContent['category']
  texts: PostContent['texts']
  people?: PostContent['people']
  picture?: PictureName
  fate:
    | { does: 'approve' }
    | { does: 'return'; remarks: string; instead: PostContent['texts'] }
    | { does: 'sign'; because: string }
    | { does: 'correct'; texts: PostContent['texts'] }
    | { does: 'remove'; because: string }
    | { does: 'clear'; name: string; because: string }
    | { does: 'leave' }
}

const approve = { does: 'approve' } as const

/** Written for this town; nobody ever posted them. */
export const postsTold: readonly PostTold[] = [
  {
    key: 'begin',
    day: 82,
    author: 'west',
    category: 'news',
    texts: {
      en: 'Riverton Police now writes here, and on its own site. Which pages are really ours stands in the register on our site. This page is not watched at night; in an emergency call 911.',
    },
    fate: approve,
  },
  {
    key: 'cars',
    day: 104,
    author: 'west',
    category: 'prevention',
    texts: {
      en: 'Nine of the ten cars that were taken in Riverton this winter stood open, with the key inside. Lock yours, and take the key into the house.',
      es: 'Nueve de los diez autos robados en Riverton este invierno estaban abiertos, con la llave adentro. Cierre el suyo y lleve la llave a casa.',
    },
    fate: approve,
  },
  {
    key: 'open-day',
    day: 128,
    author: 'west',
    category: 'event',
    texts: {
      en: 'Open day at the station on Saturday, from ten to three. Sit in a patrol car, meet the dispatchers, bring your questions.',
    },
    picture: 'station',
    fate: approve,
  },
  {
    key: 'library',
    day: 150,
    author: 'alvarez',
    category: 'event',
    texts: { en: 'Story hour with an officer at the Riverton library. Everybody is welcome.' },
    fate: {
      does: 'return',
      remarks: 'Say when, and say it in Spanish as well; half of the families there read it.',
      instead: {
        en: 'Story hour with an officer at the Riverton library, Wednesday at four. Everybody is welcome.',
        es: 'Hora de cuentos con un oficial en la biblioteca de Riverton, el miércoles a las cuatro. Todos son bienvenidos.',
      },
    },
  },
  {
    key: 'gas',
    day: 171,
    author: 'west',
    category: 'road',
    texts: {
      en: 'Main Street is closed between Elm Street and Oak Street: a gas main was hit. Please stay away. Whoever lives there is told at the door.',
    },
    fate: { does: 'sign', because: 'Gas is escaping, and the Chief cannot be reached for half an hour.' },
  },
  {
    key: 'figures',
    day: 190,
    author: 'west',
    category: 'crime-data',
    texts: {
      en: 'What was reported to us, month by month and part by part of town, now stands on our site: a table, a plot and a map. Counts below five are not shown, so that nobody is recognized.',
    },
    fate: approve,
  },
  {
    key: 'bicycles',
    day: 212,
    author: 'west',
    category: 'event',
    texts: { en: 'Unclaimed bicycles are sold at the station on Saturday, from nine.' },
    fate: {
      does: 'correct',
      texts: { en: 'Correction: the bicycle sale on Saturday begins at ten, not at nine.' },
    },
  },
  {
    key: 'concert',
    day: 236,
    author: 'west',
    category: 'event',
    texts: { en: 'Concert in Mill Park tonight at eight. River Road has no parking from six.' },
    fate: { does: 'remove', because: 'The concert was called off, and the post still sent people there.' },
  },
  {
    key: 'wanted',
    day: 256,
    author: 'west',
    category: 'wanted',
    texts: {
      en: 'Detectives would like to speak with Cal Cole, who may have seen a burglary on Oak Street. If you know where he is, call 203-555-0100.',
    },
    people: [{ name: 'Cal Cole', status: 'wanted', inPicture: false }],
    fate: {
      does: 'clear',
      name: 'Cal Cole',
      because: 'He came in, was out of town that week, and is not sought.',
    },
  },
  {
    key: 'trailer',
    day: 288,
    author: 'west',
    category: 'tips',
    texts: {
      en: 'A trailer with the tools of the school garden was taken from Mill Park on Friday night. Did you see a car with a trailer? Call 203-555-0100.',
    },
    fate: approve,
  },
  {
    key: 'class',
    day: 318,
    author: 'west',
    category: 'news',
    texts: { en: 'Two officers began their service in Riverton this week. Welcome, and be safe.' },
    fate: approve,
  },
  {
    key: 'rules',
    day: 346,
    author: 'west',
    category: 'statement',
    texts: {
      en: 'We hide a comment for three reasons only: obscenity, a personal attack, or being off the topic. Criticism stays. Every hidden comment is counted in public on our site, and its writer may appeal.',
    },
    fate: approve,
  },
  {
    key: 'snow',
    day: 364,
    author: 'west',
    category: 'prevention',
    texts: {
      en: 'The first snow is coming. Clear all your windows, not a hole in one; leave twice the distance; and look in on a neighbor who is alone.',
    },
    picture: 'snow',
    fate: approve,
  },
  {
    key: 'locks',
    day: 370,
    author: 'west',
    category: 'prevention',
    texts: {
      en: 'On Saturday we give away 200 steering-wheel locks at the station, from nine until they are gone. One for each household.',
    },
    fate: approve,
  },
  {
    key: 'draft',
    day: 370,
    author: 'west',
    category: 'news',
    texts: {
      en: 'Last night we arrested Nat Norris for the burglaries on Oak Street. He is guilty, and Riverton sleeps better tonight.',
    },
    people: [{ name: 'Nat Norris', status: 'arrested', inPicture: false }],
    fate: { does: 'leave' },
  },
]

/** What a visitor writes below a post, and what a fair reader makes of it. */
export interface CommentTold {
  post: string
  on: TownNetwork
  by: string
  text: string
  label: Label
  hide?: {
    ground: Ground
    reason: string
    notForCriticism?: string
    /** What its writer says in appeal, and how that ends; undecided where nothing is said. */
    appeal?: { words: string; outcome?: 'uphold' | 'restore'; because?: string }
  }
  /** What its writer does with it on the next day. */
  later?: { text: string } | 'deleted'
}

type Line = readonly [by: string, label: Label, text: string, later?: CommentTold['later']]
const lines = (post: string, on: TownNetwork, said: readonly Line[]): CommentTold[] =>
  said.map(([by, label, text, later]) => ({ post, on, by, label, text, ...(later ? { later } : {}) }))

export const commentsTold: readonly CommentTold[] = [
  ...lines('begin', 'bluesky', [
    ['moss', 'praising', 'Good to have you here at last.'],
    ['otto', 'neutral', 'Will road closures be posted here as well?'],
    [
      'pell',
      'critical',
      'Another page nobody will answer on. Last year I wrote three times and heard nothing.',
      { text: 'Another page nobody will answer on. I wrote three times last year. Prove me wrong.' },
    ],
  ]),
  ...lines('begin', 'mastodon', [
    ['quill', 'praising', 'Thank you for not being on one network only.'],
    ['rowe', 'critical', 'You should spend this money on patrols instead.'],
  ]),
  ...lines('cars', 'bluesky', [
    ['stone', 'neutral', 'Does that include the parking lot at the mill?'],
    ['tully', 'critical', 'You tell us to lock our cars because you never catch anybody.'],
    ['ursa', 'praising', 'My father did this because of your post. Thank you.'],
  ]),
  ...lines('cars', 'facebook', [
    ['Ada Ames', 'praising', 'Shared with my whole street.'],
    ['Bert Bain', 'critical', 'And the ones who take them are home again the same evening.'],
  ]),
  ...lines('cars', 'mastodon', [
    ['vane', 'neutral', 'What about garages?'],
    ['wick', 'critical', 'It took forty minutes until an officer came when mine was taken.'],
  ]),
  ...lines('open-day', 'bluesky', [
    ['yost', 'praising', 'My children still talk about the last one.'],
    ['zane', 'neutral', 'Is there parking at the station?', 'deleted'],
    ['aber', 'neutral', 'Can we bring the dog?'],
    ['boyd', 'critical', 'A show for children does not make up for the stops on River Road.'],
  ]),
  ...lines('open-day', 'mastodon', [
    ['cane', 'praising', 'The dispatchers are the best people in town.'],
    ['dorn', 'neutral', 'Until when can one come in?'],
  ]),
  ...lines('library', 'bluesky', [
    ['elm', 'praising', 'What a lovely idea!'],
    ['finn', 'neutral', 'For what age is it?'],
    ['gale', 'critical', 'Officers are paid to be on the street, not in the library.'],
  ]),
  ...lines('gas', 'bluesky', [
    ['hood', 'neutral', 'Is the school inside the closed part?'],
    ['iris', 'praising', 'Two officers came to our door and were very kind.'],
    ['judd', 'critical', 'We smelled it for an hour before anybody came.'],
  ]),
  ...lines('gas', 'mastodon', [
    ['kerr', 'neutral', 'Until when?'],
    ['lund', 'critical', 'Nobody in the side streets was told anything.'],
  ]),
  ...lines('figures', 'bluesky', [
    ['mead', 'critical', 'Fewer reports are not fewer burglaries. People have stopped reporting.'],
    ['neal', 'praising', 'Thank you for showing the numbers and not only the good news.'],
    ['orr', 'neutral', 'Where are the figures for the year before?'],
  ]),
  ...lines('figures', 'facebook', [
    ['Cleo Crane', 'neutral', 'What does the dot in the table mean?'],
    ['Dirk Dole', 'critical', 'A map will not bring back my bicycle.'],
  ]),
  ...lines('figures', 'mastodon', [
    ['pike', 'critical', 'The Chief takes credit for a mild winter.'],
    ['reef', 'neutral', 'Is car theft in there too?'],
  ]),
  ...lines('bicycles', 'bluesky', [
    ['sage', 'neutral', 'Is there a list of them?'],
    ['tarn', 'critical', 'You had mine for a year and never called me.'],
    ['umber', 'praising', 'Bought a fine one last year.'],
  ]),
  {
    post: 'bicycles',
    on: 'mastodon',
    by: 'vial',
    label: 'neutral',
    text: 'Best prices on phones and watches, free shipping today, see my profile for the link.',
    hide: {
      ground: 'off-topic',
      reason: 'It sells telephones below a post on bicycles, and answers nobody.',
    },
  },
  ...lines('wanted', 'bluesky', [
    ['wren', 'neutral', 'What does he look like?'],
    ['xeno', 'critical', 'You put a name on the internet before you know anything.'],
  ]),
  {
    post: 'wanted',
    on: 'bluesky',
    by: 'yarrow',
    label: 'critical',
    text: 'Sergeant West is a drooling idiot.',
    hide: {
      ground: 'personal-attack',
      reason: 'It insults a person by name, and says nothing of the post.',
      notForCriticism: 'Nothing in it is about what the department did.',
      appeal: {
        words: 'It was said in anger about how a name was made public, and that is what I meant by it.',
        outcome: 'restore',
        because: 'It is rude, but it answers what the department did, and the name was indeed taken down.',
      },
    },
  },
  ...lines('wanted', 'mastodon', [
    ['zinn', 'critical', 'And when it was somebody else, who will say sorry to him?'],
  ]),
  ...lines('trailer', 'facebook', [['Edna Eck', 'neutral', 'There was one for sale in Lakeside on Sunday.']]),
  ...lines('trailer', 'bluesky', [
    ['acker', 'praising', 'I hope you find it. The children built that garden.'],
    ['birch', 'neutral', 'I saw a white van there at about eleven.'],
    ['cole', 'critical', 'The park has had no light since May, and you know it.'],
    ['delta', 'neutral', 'The man at 14 Oak Street has had such a trailer since Saturday.', 'deleted'],
  ]),
  {
    post: 'trailer',
    on: 'bluesky',
    by: 'dross',
    label: 'neutral',
    text: 'Suck my dick, you fucking cunts, I will fuck you all.',
    hide: { ground: 'obscenity', reason: 'It is obscene from the first word to the last.' },
  },
  ...lines('class', 'bluesky', [
    ['ember', 'praising', 'Welcome to Riverton, both of you.'],
    ['frost', 'neutral', 'Where were they trained?'],
    ['grove', 'critical', 'Two came and five left. Say that as well.'],
  ]),
  ...lines('class', 'mastodon', [['heath', 'praising', 'Good luck, and thank you for serving.']]),
  ...lines('rules', 'bluesky', [
    ['inlet', 'praising', 'This is how it should be done.'],
    ['jade', 'critical', 'I do not believe a word of it. You hide what you do not like.'],
    ['knoll', 'neutral', 'Where is that count?'],
  ]),
  {
    post: 'rules',
    on: 'mastodon',
    by: 'lark',
    label: 'neutral',
    text: 'Fuck your mother up the ass, you cocksuckers.',
    hide: { ground: 'obscenity', reason: 'Nothing but an obscenity; it speaks of nothing that was posted.' },
  },
  ...lines('snow', 'bluesky', [
    ['marl', 'praising', 'Thank you. Our neighbor was glad that we came by.'],
    ['nook', 'neutral', 'Is there a number for people who cannot shovel?'],
    ['opal', 'critical', 'The plow has not come up Hill Street in two years.'],
  ]),
  {
    post: 'snow',
    on: 'bluesky',
    by: 'flint',
    label: 'critical',
    text: 'The fat pigs who wrote this have never held a shovel.',
    hide: {
      ground: 'personal-attack',
      reason: 'It calls the people who wrote the post pigs, and says nothing else.',
      notForCriticism: 'That officers do not shovel snow would have stayed; the insult is what is hidden.',
      appeal: { words: 'I said that you do not help with the snow. That is criticism, and you hid it.' },
    },
  },
  ...lines('snow', 'facebook', [
    ['Gwen Gale', 'praising', 'Thank you for the reminder, and for the lovely drawing.'],
    ['Hugo Hill', 'neutral', 'Does the parking ban begin tonight?'],
  ]),
]

/** What is still in the queue when the story ends: nobody has looked at it. */
export const commentsWaiting: readonly CommentTold[] = [
  ...lines('locks', 'bluesky', [
    ['pine', 'praising', 'Great idea. We will be there at nine.'],
    ['quarry', 'neutral', 'Do they fit a small truck?'],
    ['ridge', 'critical', 'Locks instead of officers. The Chief should be ashamed of this department.'],
    ['slate', 'neutral', 'You are a bunch of fucking cunts, suck my dick.'],
    ['thorn', 'critical', 'Officer Alvarez is a stupid fat pig.'],
  ]),
  ...lines('locks', 'facebook', [
    ['Ines Inman', 'praising', 'Finally something useful!'],
    ['Jack Joss', 'critical', 'How much did that cost us?'],
  ]),
  ...lines('locks', 'mastodon', [
    ['vale', 'neutral', 'Earn money from home, two thousand a week, write to me.'],
    ['wold', 'praising', 'Muchas gracias, muy buena idea.'],
    ['yew', 'critical', 'You stopped my son three times this month. Give him a lock as well.'],
  ]),
]

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
