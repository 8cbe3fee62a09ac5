import { groupEmoji, moodEmoji } from './bias-emoji.ts'
import { groupNames, peopleNouns } from './bias-groups.ts'
import { fillers, plainWords, roleWords } from './bias-roles.ts'
import { slurs } from './bias-slurs.ts'

/** What a word or phrase is to the bias detector: its role and, for groups and slurs, the class meant. */
export interface Sense {
  role: string
  about: string
}

/** Every listed word and phrase, and the longest phrase that starts with a word. */
export interface Senses {
  of: Map<string, Sense>
  /** Listed words with a letter lost or two swapped, asked only when nothing else explains a word. */
  noise: Map<string, Sense>
  longest: Map<string, number>
  fillers: Set<string>
  /** Which three letters a telling word may start with: spares most look-ups of halves of unknown words. */
  starts: Uint8Array
}

/** Whether a sense alone makes a run-together word worth undoing. */
export function isTelling(sense: Sense): boolean {
  return !/^(?:=|filler|people|object|others|think|say|live|right|good)/.test(sense.role)
}

/** The place of three letters in `starts`, or -1 for others. */
export function startAt(word: string, at: number): number {
  let place = 0
  for (let i = at; i < at + 3; i++) {
    const letter = word.charCodeAt(i) - 97
    if (!(letter >= 0 && letter < 26)) return -1
    place = place * 26 + letter
  }
  return place
}

function lines(block: string): [string, string[]][] {
  return block
    .trim()
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(':')
      return [
        line.slice(0, colon),
        line
          .slice(colon + 1)
          .split(',')
          .map((word) => word.trim()),
      ]
    })
}

/** Groups, slurs and group emoji: what wakes the detector. */
export function* names(): Generator<[string, Sense]> {
  for (const [head, words] of lines(groupNames)) {
    const [about = '', form = ''] = head.split(' ')
    for (const word of words) yield [word, { role: `group ${form}`, about }]
  }
  for (const [head, words] of lines(slurs)) {
    const [about = '', form = ''] = head.split(' ')
    for (const word of words) yield [word, { role: `slur ${form}`, about }]
  }
}

export function* groupSigns(): Generator<[string, Sense]> {
  for (const [about, signs] of lines(groupEmoji))
    for (const sign of (signs[0] ?? '').split(' ')) yield [sign, { role: 'group sign', about }]
}

/** One letter lost inside, or two neighbours swapped; the first letter stays. */
export function misspellings(word: string): string[] {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return []
  const found: string[] = []
  for (let i = 1; i < word.length; i++) {
    if (word.length >= 5 && i + 1 < word.length) found.push(word.slice(0, i) + word.slice(i + 1))
    if (word.length >= 4 && i + 1 < word.length)
      found.push(word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2))
  }
  return found
}

/** Real words that a misspelling of a listed word would otherwise claim. */
export const realWords = new Set(
  `tans tarns tens wives wive maids gals bind lind blid aisan Asia mean omen wine wen ladies lades girl gils boy grils amen
  aids aide mae mail ale males meals meal tan ran sum cum hat hats heat hose host whose pet pets pots poets pots pose
  tash rash crash dash rat rate rates rats fit filth frat dit dire sin sink sing sings slam salve slip sip snap naps spin snip
  hang hag hung hunt hunts hut hurt hate late lover dove glove ove lie live evil vile veil eve bet best beats bets beast beasts breast breasts
  east eats beat bears bear bea bean bird bride ride bid bed bead dead dad dean die diet dies dice dive dent deal deals
  fire fear far fare free fee feel fell fall fat fats fate form from for fort god good gods goof gold old ole cold code cord
  band bans ban bane bar bare bark barn burn bun born bore brown brow bow back lack black lock block clack gas gay guys
  kids kid kin kind king kings kill kiln ill will hill ink kink kick lick slick sick silk sack stack shack stock
  shot shoot hoot soot short shop ship hip hips shit sit hit hits it its suit shut hut shout show shown slow low
  stab tab stay star tar stain sain saint satin train rain brain brian bran grain drain drains plain pain pan plan pains paint
  trap tap tarp rap wrap trash trans trains tran plants plant pants past paste pest pets step steps rest nest test tests pal pale
  pole pols polls poll poke pokes hoes hoe hops hose toe toes ties tie tires trees three there their then than thank thing think thin
  women's woman's man's bitches batches birches bites kites kike jew jaw jaws jews news nip nap map maps mops mob moms mom mum
  right rights rigth light fight night might sight live lives life like likes lives love loved loves loved lose loose loss
  worth wort wroth word words work worm worms warm warms weak week wake fool foul fools food foot tool stool slot slots
  cop cops cope copes cost coat coats cat cats cast case cases cave carve crave car card cards scar scare score
  dirty dirt dry try tray stray stay say says sway ways way awe saw was
  united untied unite dumb dump dam damn damp camp creep crepe deep keep sleep sheep sheet seep step
  wise wish wash was wished washed bash bashed based bared based bated baked bake bale beak break bread read beard board broad abroad road
  roads rods rode rose nose noise poise posse poses
  bond bonds blond blonde bode abode above bore
  grim prim rim trim crime crimes rime prime dime crim time
  poor por pore pour four hour our ours tour
  rude rue rule rules rued ruled crude cure cured cute cut cuts but butt bust bus buts
  angle angel angels angles ages age ago aging again gain ain gin grin gran grand grad
  aliens align aline lines line lane alien saline
  gays gas gags guys gypsies
  hero her here hers heroes
  hire hired hied hide hid hie
  lied lie lay lazy hazy
  marry mary may army many any mare mares
  moral mora oral moan moron moon morn
  nigh nigher
  peace pace place pace lace palce
  persona person persons
  raped rapped rape rap raps
  saint sand sad sands
  spot sport spots sports spook
  stone tone tones son sons song songs
  throat throats throne
  trust rust must
  turk truck trucks tuck
  dates date dated data
  whites white while whit wit with width
  sikh silk
  arabs arab
  asylum
  deaf deal leaf
  deafs
  native naive
  indian india
  polish police policies plies
  porn prone
  swine wine win
  smell small mall
  tramp ramp tamp
  weir wire wired weird wield
  coming combing bombing boming
  sight slight
  cows cow crows
  dude due dues duel
  gross grass
  nasty tasty
  poets posts post pots
  fury furry
  ape ace
  sand sad
  clan clean lean
  scared sacred scare
  pilot plot pilots plots
  parts arts
  money bring gave lies beta pick site sell sitting thus imma sake waters unit strange asses loses chip phase tanks
  chat ethics exit wore tits fried heres clam sits dese fees cracks reset tank refuge picks tail twist metal herd bats
  tails niger colo sells offices quakes cons coke labeled inane ling bits travelers grid batch garage posed posing
  clams gots saves bras shill ding duped romo hart tees tats pony gente incl nigers pikes tick nobel abuses bukas
  wastes sinking bois depot hears sewing coupe quan thts sakes swam tolls cures gist brows australias choo bins popo
  lars chats cray spilt silt eased basing fred exits phases lien beleive seism feminsim mohamed honduras bris roam
  chins sank hehe mogs mono stin wate peds whines fcks aggresive wierd werd soiled downing sone downed brunt fogged
  expl sipped leased adres vale tanked awsome greta smrt sucessful heros gifs sous exited bron belive wong`.split(
    /\s+/,
  ),
)

/** Noise of words too short or too plain for the general rule. */
export const shortNoise: [string, string][] = [
  ['gya', 'gay'],
  ['gy', 'gay'],
  ['blck', 'black'],
  ['blak', 'black'],
  ['balck', 'black'],
  ['bleck', 'black'],
  ['blick', 'black'],
]

let built: Senses | undefined

/** The table of senses, built once. */
export function senses(): Senses {
  built ??= build()
  return built
}

function build(): Senses {
  const of = new Map<string, Sense>()
  const put = (word: string, sense: Sense): void => {
    if (word !== '' && !of.has(word)) of.set(word, sense)
  }
  for (const [word, sense] of names()) put(word, sense)
  for (const [word, sense] of groupSigns()) put(word, sense)
  for (const [mood, signs] of lines(moodEmoji))
    for (const sign of (signs[0] ?? '').split(' ')) put(sign, { role: mood, about: '' })
  for (const [role, words] of lines(roleWords)) for (const word of words) put(word, { role, about: '' })
  const worthwhile = [...of].filter(
    ([word, sense]) => !noiseless.has(sense.role) && word.charCodeAt(0) < 0x2000,
  )
  for (const word of plainWords.split(' ')) put(word, { role: `= ${word}`, about: '' })
  put('year old', { role: '= year-old', about: '' })
  for (const are of [
    'son unos',
    'son unas',
    'son todos',
    'son todas',
    'son todos unos',
    'son todas unas',
    'son una',
    'son un',
  ])
    put(are, { role: '= are', about: '' })
  for (const word of fillers.split(' ')) put(word, { role: 'filler', about: '' })
  for (const [form, words] of lines(peopleNouns))
    for (const word of words) {
      put(word, { role: `people ${form}`, about: '' })
      worthwhile.push([word, { role: `people ${form}`, about: '' }])
    }
  for (const [noisy, word] of shortNoise) put(noisy, of.get(word) ?? { role: 'group maybe', about: 'race' })
  const noise = new Map<string, Sense>()
  for (const [word, sense] of worthwhile)
    for (const noisy of misspellings(word))
      if (!realWords.has(noisy) && !of.has(noisy) && !noise.has(noisy)) noise.set(noisy, sense)
  const longest = new Map<string, number>()
  for (const phrase of of.keys()) {
    const words = phrase.split(' ')
    const head = words[0] ?? ''
    if (words.length > (longest.get(head) ?? 1)) longest.set(head, words.length)
  }
  const starts = new Uint8Array(26 ** 3)
  for (const [word, sense] of of) if (isTelling(sense) && startAt(word, 0) >= 0) starts[startAt(word, 0)] = 1
  return { of, noise, longest, fillers: new Set(fillers.split(' ')), starts }
}

const noiseless = new Set([
  'group maybe',
  'slur homonym',
  'object',
  'others',
  'group sign',
  'sign sour',
  'sign laugh',
  'sign sad',
])
