import type { Act } from './act.ts'
import { no, unknown, yes, type Details } from './situation.ts'
import type { Fact, Vocabulary } from './vocabulary.ts'

/** The facts that fields of the act fill, looked up once for an order. */
export interface Fields {
  kind: Fact | undefined
  capacity: Fact | undefined
  audience: Fact | undefined
  duty: Fact | undefined
  media: Fact | undefined
  deviceOwner: Fact | undefined
  deviceKind: Fact | undefined
  authorKind: Fact | undefined
  undercover: Fact | undefined
  consent: Fact | undefined
  /** Facts that say by which medium a thing is shown. */
  shown: readonly Fact[]
}

export function fieldsOf(vocabulary: Vocabulary): Fields {
  const fact = (name: string): Fact | undefined => vocabulary.byName.get(name)
  return {
    kind: fact('act.kind'),
    capacity: fact('act.capacity'),
    audience: fact('act.audience'),
    duty: fact('act.duty'),
    media: fact('act.media'),
    deviceOwner: fact('device.owner'),
    deviceKind: fact('device.kind'),
    authorKind: fact('author.kind'),
    undercover: fact('author.undercover'),
    consent: fact('consent.coworkers'),
    shown: vocabulary.facts.filter((one) => one.details?.['medium'] !== undefined),
  }
}

/** What is known of an act before anything is seen in it or said of it. All acts alike share it: it is only copied. */
export interface Circumstances {
  values: readonly number[]
  details: readonly (Details[] | undefined)[]
  /** Whether no rule bears on an act of which no more is known; undefined until somebody works it out. */
  isSilent: boolean | undefined
}

/** The circumstances of acts under one vocabulary, each worked out when an act first has them. */
export class AllCircumstances {
  private readonly vocabulary: Vocabulary
  private readonly fields: Fields
  private readonly root = new Branch()

  constructor(vocabulary: Vocabulary, fields: Fields) {
    this.vocabulary = vocabulary
    this.fields = fields
  }

  of(act: Act): Circumstances {
    const { author, audience, capacity, device, duty, kind } = act
    const branch = this.root
      .after(kind)
      .after(capacity)
      .after(audience)
      .after(duty)
      .after(device?.owner)
      .after(device?.kind)
      .after(capacity === 'visitor' ? capacity : author?.kind)
    return (branch.circumstances ??= this.workOut(act))
  }

  private workOut({ kind, capacity, audience, duty, device, author }: Act): Circumstances {
    const { fields, vocabulary } = this
    const values = silence(vocabulary)
    const details: (Details[] | undefined)[] = values.map(() => undefined)
    const fill = (fact: Fact | undefined, value: string | undefined): void => {
      if (!fact) return
      if (value !== undefined) {
        values[fact.index] = yes
        details[fact.index] = [{ is: [value] }]
      } else if (fact.assume !== undefined) values[fact.index] = unknown
    }
    fill(fields.kind, kind)
    fill(fields.capacity, capacity)
    fill(fields.audience, audience)
    if (duty === 'unknown' && fields.duty) values[fields.duty.index] = unknown
    else fill(fields.duty, duty)
    fill(fields.deviceOwner, device?.owner)
    fill(fields.deviceKind, device?.kind)
    fill(fields.authorKind, capacity === 'visitor' ? capacity : author?.kind)
    return { values, details, isSilent: undefined }
  }
}

/** Circumstances by the words that make them, one word after another. */
class Branch {
  private readonly branches = new Map<string | undefined, Branch>()
  circumstances: Circumstances | undefined

  after(word: string | undefined): Branch {
    const known = this.branches.get(word)
    if (known !== undefined) return known
    const made = new Branch()
    this.branches.set(word, made)
    return made
  }
}

/** The values when nobody said anything: as the vocabulary says of silence. */
function silence(vocabulary: Vocabulary): number[] {
  return vocabulary.facts.map((fact) => {
    if (fact.from === 'act' || fact.unsaid === undefined || fact.unsaid === 'no') return no
    return fact.unsaid === 'yes' ? yes : unknown
  })
}
