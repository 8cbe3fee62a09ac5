/** What somebody in the town asks for; `{name}` is the author's, `{unit}` their unit. */
export interface Wish {
  matter: string
  text?: string
  page?: string
  covers?: readonly string[]
  device?: { owner: 'department' | 'personal'; kind: 'phone' | 'laptop'; describes: string }
  /** How many colleagues it shows or names. */
  coworkers?: number
  /** For how many days; without an end where absent. */
  days?: number
  why: string
  capacity?: 'official'
  isPublicMatter?: boolean
  /** The provision that a refusal rests on. */
  against: string
  /** What the author writes instead when it comes back. */
  instead?: string
}

/** Written for this town; nobody ever posted them. */
export const wishes: readonly Wish[] = [
  {
    matter: 'identification',
    text: 'Ten years with the Riverton Police Department today. Thank you to everybody who taught me the job.',
    why: 'An anniversary post for family and friends.',
    against: 'IV.A.16',
    instead: 'Ten years with the Riverton Police Department today. Thank you to everybody who taught me.',
  },
  {
    matter: 'identification',
    text: 'I am {name}, and I play in the Riverton Police softball team. Come and see us on Saturday.',
    why: 'To bring people to the charity game.',
    days: 60,
    against: 'IV.A.16',
  },
  {
    matter: 'identification',
    text: 'Family day at the station: my daughter in my hat, in front of the flag.',
    why: 'A picture of the open day, in uniform.',
    against: 'IV.A.4.a',
    instead: 'Family day at the station: my daughter in front of the flag.',
  },
  {
    matter: 'identification',
    covers: ['identifies.department'],
    days: 365,
    why: 'My profile on a network for work says where I serve, as those of all my class do.',
    against: 'IV.A.16',
  },
  {
    matter: 'identification',
    text: 'Running the half marathon for the Special Olympics in the shirt of Riverton Police, {unit}.',
    why: 'To collect for the torch run.',
    days: 90,
    against: 'IV.A.16',
  },
  {
    matter: 'identification',
    text: 'Proud of the recruits who graduated this week, and glad that two of them join Riverton Police.',
    why: 'I taught at the academy this spring.',
    against: 'IV.A.16',
  },
  {
    matter: 'job-information',
    text: 'Elm Street is closed for the water main until Friday; we counted nine thousand cars there in a day.',
    why: 'Neighbours ask me every day, and the count is ours.',
    against: 'IV.A.3',
    instead: 'Elm Street is closed for the water main until Friday.',
  },
  {
    matter: 'job-information',
    text: 'What a dispatcher hears in one night, without names and without addresses.',
    why: 'A talk for the library, put online afterwards.',
    against: 'IV.A.3',
  },
  {
    matter: 'job-information',
    text: 'How our evidence room is run: shelves, seals, two signatures.',
    why: 'An article for the magazine of property clerks.',
    against: 'IV.A.20.a',
  },
  {
    matter: 'statements',
    text: 'I speak at the high school on Thursday on how to lock a bicycle so that it stays.',
    why: 'The school announces it with my name and where I serve.',
    against: 'IV.A.8',
  },
  {
    matter: 'statements',
    text: 'On the panel of the bar association I speak of body cameras, as a police officer of Riverton.',
    why: 'I was invited as an expert and will be introduced by rank.',
    against: 'IV.A.8',
    instead: 'On the panel of the bar association I speak of body cameras, as a citizen.',
  },
  {
    matter: 'statements',
    text: 'The {unit} thanks Bakery Lane for the coffee on the night of the storm.',
    why: 'A thank-you from all of us.',
    against: 'IV.B.2.d',
  },
  {
    matter: 'statements',
    text: 'As a resident I think the council should fund a second crossing guard before it buys another camera.',
    why: 'A letter to the paper; I would like to sign it with my rank.',
    isPublicMatter: true,
    against: 'IV.A.17',
  },
  {
    matter: 'statements',
    text: 'The new shift plan tires people out, and the town should know before the vote on the budget.',
    why: 'I want to say this at the hearing and online.',
    isPublicMatter: true,
    against: 'IV.A.15',
  },
  {
    matter: 'photographs',
    text: 'The new cruiser, washed, in front of the station, nobody in it.',
    why: 'For the car club, which asked for a picture of it.',
    against: 'IV.A.18',
  },
  {
    matter: 'photographs',
    text: 'The old switchboard in the cellar of the station, before it goes to the museum.',
    why: 'The museum writes about it and so would I.',
    against: 'IV.A.18',
  },
  {
    matter: 'photographs',
    text: 'Skid marks on Route 9 after the crash of last night.',
    why: 'To warn drivers of the bend.',
    against: 'IV.A.18',
  },
  {
    matter: 'official-confidential',
    text: 'A van is missing from the lot behind Mill Road; the last two letters of its plate are KT.',
    capacity: 'official',
    why: 'The owner agrees, and somebody may have seen it.',
    against: 'IV.B.2.c',
  },
  {
    matter: 'official-confidential',
    text: 'Between May and July, nine of eleven garage doors were open when the thief came.',
    capacity: 'official',
    why: 'From open files, without names, to make people close them.',
    against: 'IV.B.2.c',
  },
  {
    matter: 'page',
    page: 'https://social.riverton.example/@police',
    capacity: 'official',
    days: 365,
    why: 'The page of the Department for notices and events.',
    against: 'IV.B.1',
  },
  {
    matter: 'page',
    page: 'https://social.riverton.example/@safe-routes',
    capacity: 'official',
    days: 270,
    why: 'School officers tell parents of road works and crossings.',
    against: 'IV.B.3',
  },
  {
    matter: 'duty-use',
    covers: ['duty.authorised'],
    device: { owner: 'department', kind: 'laptop', describes: 'The shared laptop of the unit' },
    days: 90,
    why: 'Looking through public marketplaces for stolen bicycles.',
    against: 'IV.A.13',
  },
  {
    matter: 'duty-use',
    covers: ['duty.authorised'],
    device: { owner: 'personal', kind: 'phone', describes: 'My own phone, while the new ones are awaited' },
    days: 30,
    why: 'Notices of road closures from the scene.',
    against: 'IV.A.14',
  },
  {
    matter: 'coworker',
    text: 'Cake in the break room: happy birthday from all of us.',
    coworkers: 2,
    why: 'They are in the picture.',
    against: 'IV.D.2',
  },
  {
    matter: 'coworker',
    text: 'We finished the relay, and I did not come in last this time.',
    coworkers: 1,
    why: 'A picture of our team of two.',
    against: 'IV.D.2',
  },
  {
    matter: 'identification',
    text: 'The bowling team of Riverton Police, third place, and we bought the pizza.',
    coworkers: 2,
    why: 'A picture of the team in its shirts.',
    against: 'IV.A.16',
  },
  {
    matter: 'opinion',
    text: 'May I review a bar on a site for restaurants under my own name, without saying where I work?',
    why: 'I would like to know before I do it.',
    against: 'IV.A.15',
  },
  {
    matter: 'opinion',
    text: 'A neighbour runs for the school board. I would share her post as a private person, off duty.',
    why: 'I want to be sure that this is my own affair.',
    isPublicMatter: true,
    against: 'IV.B.2.d',
  },
  {
    matter: 'opinion',
    text: 'My comic about a traffic officer in an invented town, drawn on weekends.',
    why: 'Before I put it online under my name.',
    against: 'IV.A.15',
  },
]

/** What desks write when they send something back, refuse it, or ask for care. */
export const remarks = {
  return: [
    'Leave out what we counted; the rest is fine.',
    'Please say which day it is for.',
    'The picture shows a screen in the background; crop it.',
    'Shorter, and without the hat.',
  ],
  'not-recommend': [
    'I see no harm, but the patch is seen from afar.',
    'The case is still talked about; I would wait.',
  ],
  disapprove: [
    'It reads as if the Department spoke.',
    'It tells what is known from the job alone.',
    'Not while the matter is before the prosecutors.',
  ],
  appeal: [
    'The scene was cleared the same day, and the paper printed it.',
    'I would sign as a citizen, without my rank.',
    'Two colleagues were allowed the same last spring.',
  ],
  overturn: ['What is asked for was public already.', 'A citizen may say this; the rank is left out.'],
  uphold: ['The ground that was given holds.', 'The words could pass for the Department’s.'],
  counsel: ['This is a citizen’s speech on a public matter; no permission is needed for it.'],
  'send-on': ['The rank makes it more than a citizen’s word; let it be decided.'],
  conditions: [
    'Only while off duty.',
    'Without the rank.',
    'Take it down if somebody who is shown asks.',
    'Not before the event is over.',
  ],
  changes: ['Leave out where you work.', 'Draw no badge that could be ours.'],
  revoke: ['The page was left without answers for a month.', 'The event was called off.'],
} as const
