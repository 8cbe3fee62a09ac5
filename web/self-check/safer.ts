import type { Sighting } from '../../src/policy/sighting.ts'

const saferReasons = ['guilt', 'wish', 'particular', 'name', 'profane', 'rank'] as const
export type SaferReason = (typeof saferReasons)[number]

/** Other words for a stretch of a text, in code points. An empty `instead` leaves the stretch out. */
export interface Wording {
  fact: string
  reason: SaferReason
  start: number
  end: number
  instead: string
}

/** What a word for a person makes the charge. */
const charges: Record<string, string> = {
  thief: 'theft',
  shoplifter: 'theft',
  killer: 'murder',
  murderer: 'murder',
  robber: 'robbery',
  burglar: 'burglary',
  rapist: 'rape',
  arsonist: 'arson',
  'drug dealer': 'selling drugs',
  dealer: 'selling drugs',
}
const person = Object.keys(charges).join('|')

const deeds: Record<string, string> = {
  murdered: 'murdering',
  killed: 'killing',
  robbed: 'robbing',
  raped: 'raping',
  stabbed: 'stabbing',
  shot: 'shooting',
  stole: 'stealing',
  assaulted: 'assaulting',
}
const deed = Object.keys(deeds).join('|')

interface Rewriting {
  reason: SaferReason
  facts: readonly string[]
  /** Is tried on the very words that the detector saw. */
  from: RegExp
  to: (...parts: string[]) => string
}

const guilt = ['speech.guilt', 'speech.pending-prosecution', 'liability.defamation']
const several =
  /\b(?:they|these|those|both|two|three|four|five|people|men|women|guys|kids|brothers|suspects|teens|boys|girls)\b/i
const be = (who: string): string => (several.test(who) ? 'are' : 'is')

const rewritings: readonly Rewriting[] = [
  {
    reason: 'guilt',
    facts: guilt,
    from: /^(.+?)(?:['’]s|['’]re| is| are| was| were) guilty(?: of (.+))?$/i,
    to: (who, of) => `${who} ${be(who)} charged${of === '' ? '' : ` with ${of}`}`,
  },
  {
    reason: 'guilt',
    facts: guilt,
    from: /^(.+?) (?:did it|did this)$/i,
    to: (who) => `${who} ${be(who)} charged`,
  },
  {
    reason: 'guilt',
    facts: guilt,
    from: new RegExp(`^(.+?)(?:['’]s| is| was) (?:a|an|the) (${person})$`, 'i'),
    to: (who, what) => `${who} is charged with ${charges[what.toLowerCase()] ?? 'it'}`,
  },
  {
    reason: 'guilt',
    facts: guilt,
    from: new RegExp(`^(.*?\\b)(?:the|a|this|that|our) (?:${person})\\b(.*)$`, 'i'),
    to: (before, after) => `${before}a suspect${after}`,
  },
  {
    reason: 'guilt',
    facts: guilt,
    from: new RegExp(`^(.+?) (${deed})\\b(.*)$`, 'i'),
    to: (who, did, rest) => `${who} ${be(who)} charged with ${deeds[did.toLowerCase()] ?? 'it'}${rest}`,
  },
  {
    reason: 'wish',
    facts: ['speech.pending-prosecution', 'speech.violence', 'speech.guilt'],
    from: /^(?:lock|fry|hang|throw|put|string|burn|let|send)\b.+$/i,
    to: () => '',
  },
  {
    reason: 'rank',
    facts: ['uses.rank'],
    from: /^(?:Officer|Detective|Det\.?|Corporal|Cpl\.?|Sergeant|Sgt\.?|Lieutenant|Lt\.?|Captain|Capt\.?|Chief) (\p{Lu}.*)$/u,
    to: (rest) => rest,
  },
  // Only what hangs on another word: "a fucking night" is a night, "the crap" is not "the".
  {
    reason: 'profane',
    facts: ['speech.profane'],
    from: /^(?:\p{L}+in[g'’]?|(?:god)?damn(?:ed)?|bloody)$/iu,
    to: () => '',
  },
]

/** What stands in place of a particular that is nobody's business. */
const leftOut: Record<string, string> = {
  phone: '[number left out]',
  ssn: '[number left out]',
  card: '[number left out]',
  'e-mail': '[address left out]',
  address: '[address left out]',
  plate: '[plate left out]',
  'date-of-birth': '[date left out]',
}

/** Other words that a sighting makes plain, best first; none where a person must find them. Spans of `text`. */
export function wordingsFor(text: string, sighting: Sighting): Wording[] {
  const { fact, start, end, details } = sighting
  const points = Array.from(text)
  const said = points.slice(start, end).join('')
  const kind = details?.['kind']
  if (fact === 'info.confidential') {
    const instead = kind === 'name-with-incident' ? initials(said) : leftOut[kind ?? '']
    const reason = kind === 'name-with-incident' ? 'name' : 'particular'
    if (instead === undefined || instead === said) return []
    const isDotted = instead.endsWith('.') && points[end] === '.'
    return [{ fact, reason, start, end, instead: isDotted ? instead.slice(0, -1) : instead }]
  }
  return rewritings
    .filter(({ facts }) => facts.includes(fact))
    .flatMap(({ reason, from, to }) => {
      const parts = from.exec(said)
      if (!parts) return []
      const words = to(...parts.slice(1).map((part: string | undefined) => part ?? ''))
      const instead = /^\p{Lu}/u.test(said) ? words.slice(0, 1).toUpperCase() + words.slice(1) : words
      if (instead === '') return without(points, { fact, reason, start, end })
      // "guilty of murder": people are charged with it.
      const ofWhat = instead.endsWith(' charged') && points.slice(end, end + 4).join('') === ' of '
      return [
        ofWhat
          ? { fact, reason, start, end: end + 3, instead: `${instead} with` }
          : { fact, reason, start, end, instead },
      ]
    })
}

/** The text with other words in their place. */
export function reworded(text: string, { start, end, instead }: Wording): string {
  const points = Array.from(text)
  return points.slice(0, start).join('') + instead + points.slice(end).join('')
}

/** "Maria Lopez" becomes "M. L.". */
function initials(name: string): string {
  return name.replace(/(?<![\p{L}.])(?!(?:Mr|Mrs|Ms|Miss|Dr)\b)(\p{Lu})[\p{L}'’-]+/gu, '$1.')
}

/** Leaves out a clause or a word, with the comma or "and" that would hang loose; none where the rest would not stand. */
function without(points: readonly string[], wording: Omit<Wording, 'instead'>): Wording[] {
  const before = points.slice(0, wording.start).join('')
  const after = points.slice(wording.end).join('')
  const opens = /(?:^|[.!?]\s*)$/.test(before)
  const closes = /^\s*(?:$|[.!?,;:])/.test(after)
  if (wording.reason === 'profane') {
    const gap = /^\s+(?=\p{L})/u.exec(after)?.[0]
    return gap === undefined ? [] : [{ ...wording, end: wording.end + Array.from(gap).length, instead: '' }]
  }
  const loose = opens
    ? ''
    : (/[,;:]\s*(?:and |so |then )?$|\s+(?:and|so|then) $/.exec(before)?.[0] ?? undefined)
  if (loose === undefined || !closes) return []
  const trailing = opens ? (/^[\s,.;:!?]+/.exec(after)?.[0] ?? '') : ''
  const start = wording.start - Array.from(loose).length
  const end = wording.end + Array.from(trailing).length
  return start === 0 && end >= points.length ? [] : [{ ...wording, start, end, instead: '' }]
}
