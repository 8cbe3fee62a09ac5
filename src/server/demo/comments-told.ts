import type { Ground } from '../../comments/grounds.ts'
import type { Label } from '../../comments/neutrality.ts'
import type { TownNetwork } from './outreach.ts'

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
