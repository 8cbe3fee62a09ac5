import type { Block } from './blocks.ts'
import { isWithin, letterFor, type Label, type Reading } from './label.ts'
import { headsSection, isNamedHeading } from './section-heading.ts'

/** A section, a numbered unit or a bullet, with what stands under it. */
export interface Node {
  /** `IV`, `a`, `4.1.2`; a slug for a heading without a number; '' for the whole document. */
  key: string
  kind: 'document' | 'named' | 'numbered' | 'bullet' | 'lead'
  reading: Reading | undefined
  /** The words of its heading, when it is a section. */
  heading: string | undefined
  /** Its own words, when it is a unit. */
  text: string
  /** A decimal label says its whole path by itself. */
  isAbsolute: boolean
  indent: number
  depth: number
  /** How many bullets stand under it. */
  bullets: number
  line: number
  page: number
  parent: Node | undefined
  /** Unlabelled paragraphs before and after its children. */
  lead: Block[]
  children: Node[]
  tail: Block[]
}

/** Something in the document that a person should look at. */
export interface Doubt {
  line: number
  page: number
  sentence: string
}

/** Rebuilds the numbering of an order. Never refuses: what is odd becomes a doubt. `tail` of the root is the closing. */
export function outlineOf(blocks: readonly Block[]): { root: Node; doubts: Doubt[] } {
  const builder = new Outline(blocks)
  return { root: builder.build(), doubts: builder.doubts }
}

class Outline {
  readonly doubts: Doubt[] = []
  readonly #blocks: readonly Block[]
  readonly #root = node({ key: '', kind: 'document' })
  #top = this.#root
  #lastTail: { node: Node; from: number } | undefined
  // Numbers that run on over headings without a number, by style.
  readonly #running = new Map<string, number>()

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks
  }

  build(): Node {
    for (const [index, block] of this.#blocks.entries()) {
      const next = this.#blocks[index + 1]
      if (block.label) this.#addLead(block.label)
      if (block.label?.readings[0]?.kind === 'bullet') this.#addBullet(block)
      else if (block.label) this.#addNumbered(block, headsSection(block, next), index)
      else if (isNamedHeading(block, next)) this.#addNamed(block, next)
      else this.#addParagraph(block)
    }
    if (this.#lastTail) this.#root.tail = this.#lastTail.node.tail.splice(this.#lastTail.from)
    return this.#root
  }

  #path(): Node[] {
    const path: Node[] = []
    for (let at: Node | undefined = this.#top; at; at = at.parent) path.push(at)
    return path
  }

  #place(parent: Node, child: Node): void {
    // Unlabelled text in the middle of a list belongs to the unit it follows.
    const previous = parent.children.at(-1)
    if (parent.tail.length > 0 && previous && child.heading === undefined) {
      previous.text = [previous.text, ...parent.tail.map((block) => block.text)]
        .filter((text) => text !== '')
        .join(' ')
      parent.tail = []
    }
    child.parent = parent
    parent.children.push(child)
    this.#top = child
    this.#lastTail = undefined
  }

  /** Text after a list that ends in a colon leads into the next list: "Members are discouraged from:". */
  #addLead(label: Label): void {
    const section = this.#path().find((at) => at.heading !== undefined) ?? this.#root
    const opens = label.readings.some((reading) => reading.kind === 'bullet' || reading.value === 1)
    if (!opens || !section.tail.at(-1)?.text.endsWith(':')) return
    const block = section.tail.pop()
    if (!block) return
    const before =
      section.children.filter((child) => child.kind === 'lead').length + Math.sign(section.lead.length)
    this.#place(section, node({ key: before === 0 ? 'lead' : `lead${before + 1}`, kind: 'lead', block }))
  }

  #addBullet(block: Block): void {
    const reading = block.label?.readings[0]
    const path = this.#path()
    const peers = path.filter((at) => at.kind === 'bullet' && at.reading?.style === reading?.style)
    const peer = peers.find((at) => at.indent <= block.indent + 1) ?? peers[0]
    // Indents alone are not to be trusted; a mark of another kind is, and a line that leads into a list.
    const isNested =
      this.#top.kind === 'bullet' &&
      block.indent > this.#top.indent &&
      (!peer || (this.#top.text.endsWith(':') && block.indent > this.#top.indent + 1))
    const parent = isNested
      ? this.#top
      : (peer?.parent ?? path.find((at) => at.kind !== 'bullet') ?? this.#root)
    const key = letterFor(parent.bullets)
    parent.bullets += 1
    this.#place(parent, node({ key, kind: 'bullet', reading, block }))
  }

  #addNumbered(block: Block, isHeading: boolean, index: number): void {
    const label = block.label
    const first = label?.readings[0]
    if (!label || !first) return
    const place =
      first.kind === 'decimal'
        ? this.#decimalPlace(block, label.key, first)
        : this.#listPlace(block, isHeading, this.#likelyReadings(label, index))
    const child = node({ key: label.key, kind: 'numbered', reading: place.reading, block })
    child.isAbsolute = first.kind === 'decimal'
    if (isHeading) {
      child.heading = child.text
      child.text = ''
    }
    this.#place(place.parent, child)
    if (place.parent.kind === 'named') this.#running.set(place.reading.style, place.reading.value)
  }

  #decimalPlace(block: Block, key: string, reading: Reading): { parent: Node; reading: Reading } {
    const path = this.#path()
    const within = path.find((at) => at.kind === 'numbered' && isWithin(key, at.key))
    const parent = within ?? path.find((at) => at.kind === 'named' || at.kind === 'document') ?? this.#root
    const previous = parent.children.findLast((child) => child.isAbsolute)
    const isPeer = previous !== undefined && stemOf(previous.key) === stemOf(key)
    if (previous?.reading && isPeer) this.#doubtSequence(block, key, previous, reading)
    return { parent, reading }
  }

  /** `i` after `h` is a letter where `j` comes next, and the first of a Roman list where `ii` does. */
  #likelyReadings({ readings }: Label, index: number): readonly Reading[] {
    const opening = readings.find((reading) => reading.value === 1)
    if (!opening || readings.length === 1) return readings
    for (const { label } of this.#blocks.slice(index + 1, index + 200)) {
      const goesOn = readings.find((one) =>
        label?.readings.some((next) => next.style === one.style && next.value === one.value + 1),
      )
      if (goesOn) return [goesOn]
      const isAnother = readings.some((one) =>
        label?.readings.some((next) => next.style === one.style && next.value === 1),
      )
      if (isAnother) break
    }
    return readings
  }

  /** Where a label that is no decimal belongs: after its predecessor, as the first of a new list, or with a doubt. */
  #listPlace(
    block: Block,
    isHeading: boolean,
    readings: readonly Reading[],
  ): { parent: Node; reading: Reading } {
    const path = this.#path().filter((at) => at.kind === 'numbered')
    let best: { at: Node; reading: Reading; score: number } | undefined
    for (const [height, at] of path.entries()) {
      for (const reading of readings) {
        if (at.reading?.style !== reading.style || at.reading.value + 1 !== reading.value) continue
        const alike = (at.heading !== undefined) === isHeading ? 2 : 0
        const level = Math.abs(at.indent - block.indent) <= 1 ? 1 : 0
        const score = alike + level - height * 0.1
        if (!best || score > best.score) best = { at, reading, score }
      }
    }
    if (best) return { parent: best.at.parent ?? this.#root, reading: best.reading }
    const opening = readings.find((reading) => reading.value === 1)
    const reading = opening ?? readings[0] ?? { kind: 'number', style: 'number', value: 0 }
    const peer = path.find((at) => readings.some((one) => one.style === at.reading?.style))
    const parent = this.#path().find((at) => at.kind !== 'bullet') ?? this.#root
    if (!peer) {
      const runsOn = readings.some((one) => this.#running.get(one.style) === one.value - 1)
      if (!opening && !runsOn) this.#doubt(block, `numbering starts at ${block.label?.key}`)
      return { parent, reading }
    }
    const nests =
      opening &&
      (block.indent > this.#top.indent + 1 ||
        ((peer === this.#top || this.#top.kind === 'lead') && peer.heading !== undefined && !isHeading))
    if (nests) return { parent, reading }
    const same = readings.find((one) => one.style === peer.reading?.style) ?? reading
    this.#doubtSequence(block, block.label?.key ?? '', peer, same)
    return { parent: peer.parent ?? this.#root, reading: same }
  }

  #doubtSequence(block: Block, key: string, previous: Node, reading: Reading): void {
    const value = previous.reading?.value ?? 0
    if (reading.value === value + 1) return
    if (reading.value > value) this.#doubt(block, `numbering jumps from ${previous.key} to ${key}`)
    else if (reading.value === 1) this.#doubt(block, `numbering starts again at ${key} after ${previous.key}`)
    else this.#doubt(block, `numbering repeats: ${key} follows ${previous.key}`)
  }

  #doubt(block: Block, sentence: string): void {
    this.doubts.push({ line: block.line, page: block.page, sentence })
  }

  #addNamed(block: Block, next: Block | undefined): void {
    const path = this.#path()
    // A heading between two items of one list (`3.` and `4.`) only breaks it up.
    const continues = next?.label?.readings.some((reading) =>
      path.some(
        (at) =>
          reading.value > 1 && at.reading?.style === reading.style && at.reading.value + 1 === reading.value,
      ),
    )
    if (continues && this.#top.kind !== 'named') return
    const heading = typeof block.mark === 'object' ? block.mark.heading : 0
    const numbered = path.findLast((at) => at.kind === 'numbered')
    const outer = path.find((at) => at.kind === 'named' && heading > 0 && at.depth > 0 && at.depth < heading)
    const rootIsNumbered =
      numbered?.parent === this.#root && !(heading > 0 && (heading === 1 || numbered.depth >= heading))
    const parent = rootIsNumbered
      ? (path.find((at) => at.heading !== undefined) ?? this.#root)
      : (outer ?? this.#root)
    const child = node({ key: keyOf(block.text), kind: 'named', reading: undefined, block })
    child.heading = block.text
    child.text = ''
    this.#place(parent, child)
  }

  #addParagraph(block: Block): void {
    const path = this.#path()
    if (this.#top.kind === 'document' || this.#top.heading !== undefined) {
      this.#top.lead.push(block)
      return
    }
    const unit = path.find(
      (at) => at.heading === undefined && at.kind !== 'document' && at.indent + 1 < block.indent,
    )
    if (unit) {
      unit.text = unit.text === '' ? block.text : `${unit.text} ${block.text}`
      return
    }
    const section = path.find((at) => at.heading !== undefined) ?? this.#root
    this.#lastTail ??= { node: section, from: section.tail.length }
    section.tail.push(block)
  }
}

// All but the last number: only labels of one stem count on from each other.
function stemOf(key: string): string {
  return key.replace(/[.-]\d+$/, '')
}

function keyOf(heading: string): string {
  return heading
    .toUpperCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function node(from: { key: string; kind: Node['kind']; reading?: Reading | undefined; block?: Block }): Node {
  const { key, kind, reading, block } = from
  const depth = typeof block?.mark === 'object' ? block.mark.heading : 0
  return {
    key,
    kind,
    reading,
    depth,
    bullets: 0,
    heading: undefined,
    text: block?.text ?? '',
    isAbsolute: false,
    indent: block?.indent ?? -1,
    line: block?.line ?? 0,
    page: block?.page ?? 1,
    parent: undefined,
    lead: [],
    children: [],
    tail: [],
  }
}
