import type { PostContent } from '../../posts/content.ts'
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
