import type { Block } from './blocks.ts'
import { isDefinitions } from './heading.ts'
import type { HeaderParagraph } from './header.ts'
import type { Node } from './outline.ts'
import type { ImportedProvision, Part } from './provision.ts'
import { sentencesOf } from './sentences.ts'

/** The provisions of an outline in the document's order; `keys` name headings that have no number. */
export function cut(root: Node, keys: Readonly<Record<string, string>>): ImportedProvision[] {
  return new Cutter(root, keys).cut()
}

class Cutter {
  readonly #root: Node
  readonly #keys: Readonly<Record<string, string>>
  readonly #scoped: ReadonlySet<Node>
  readonly #found: ImportedProvision[] = []

  constructor(root: Node, keys: Readonly<Record<string, string>>) {
    this.#root = root
    this.#keys = Object.fromEntries(
      Object.entries(keys).map(([heading, key]) => [heading.toLowerCase().replace(/:$/, ''), key]),
    )
    this.#scoped = scopedSections(root)
  }

  cut(): ImportedProvision[] {
    this.#add(unlabelled('TEXT', 'paragraph', this.#root.lead, [], []))
    for (const child of this.#root.children) this.#section(child, [], [])
    // What stands between a section's own units and its first subsection comes before that.
    return this.#found.toSorted((one, other) => one.page - other.page || one.line - other.line)
  }

  #section(node: Node, headings: readonly string[], under: readonly string[]): void {
    if (node.heading === undefined) {
      this.#unit(node, headings, under)
      return
    }
    const citation = this.#cite(node)
    const isEmpty = node.lead.length + node.children.length + node.tail.length === 0
    // A heading over nothing is a provision itself: nothing an order says is dropped.
    if (isEmpty) this.#push(node, citation, node.heading, headings, under, 'unit')
    const within = [...headings, node.heading]
    let leads = under
    if (isDefinitions(node.heading)) this.#definitions(node, citation, within)
    else if (node.lead.length > 0) {
      const leadsIn = node.children.length > 0
      this.#add(
        unlabelled(
          leadsIn ? `${citation}.lead` : citation,
          leadsIn ? 'lead' : 'paragraph',
          node.lead,
          within,
          under,
        ),
      )
      if (leadsIn) leads = [...under, ...node.lead.map((block) => block.text)]
    }
    for (const child of node.children) this.#section(child, within, leads)
    this.#add(unlabelled(`${citation}.tail`, 'tail', node.tail, within, under))
  }

  #unit(node: Node, headings: readonly string[], under: readonly string[]): void {
    const inDefinitions = headings.some(isDefinitions)
    const term = inDefinitions ? termOf(node.text) : undefined
    const parent = node.parent
    const isTermBullet = term !== undefined && node.kind === 'bullet' && parent !== undefined
    const citation = isTermBullet ? `${this.#cite(parent)}.${term}` : this.#cite(node)
    const part =
      term !== undefined ? 'definition' : node.kind === 'bullet' || node.kind === 'lead' ? node.kind : 'unit'
    if (node.text !== '') this.#push(node, citation, node.text, headings, under, part, term)
    const leads = node.text === '' ? under : [...under, node.text]
    for (const child of node.children) this.#section(child, headings, leads)
  }

  #definitions(node: Node, citation: string, headings: readonly string[]): void {
    const loose: Block[] = []
    let last: ImportedProvision | undefined
    for (const block of node.lead) {
      const term = termOf(block.text)
      if (term !== undefined) {
        last = {
          citation: `${citation}.${term}`,
          text: block.text,
          part: 'definition',
          headings,
          under: [],
          term,
          page: block.page,
          line: block.line,
        }
        this.#found.push(last)
      } else if (last) last.text = `${last.text} ${block.text}`
      else loose.push(block)
    }
    this.#add(
      unlabelled(
        last || node.children.length > 0 ? `${citation}.lead` : citation,
        'lead',
        loose,
        headings,
        [],
      ),
    )
  }

  // One by one: a spread of many thousands would overflow the stack.
  #add(provisions: readonly ImportedProvision[]): void {
    for (const provision of provisions) this.#found.push(provision)
  }

  #push(
    node: Node,
    citation: string,
    text: string,
    headings: readonly string[],
    under: readonly string[],
    part: Part,
    term?: string,
  ): void {
    this.#found.push({
      citation,
      text,
      part,
      headings,
      under,
      page: node.page,
      line: node.line,
      ...(term === undefined ? {} : { term }),
    })
  }

  #cite(node: Node): string {
    if (node.isAbsolute) return node.key
    const keys: string[] = []
    for (let at: Node | undefined = node; at && at.kind !== 'document'; at = at.parent) {
      if (at === node || at.kind !== 'named' || this.#scoped.has(at)) keys.unshift(this.#keyOf(at))
      if (at.isAbsolute) break
    }
    return keys.join('.')
  }

  #keyOf(node: Node): string {
    const own = this.#keys[(node.heading ?? '').toLowerCase().replace(/:$/, '')]
    if (own !== undefined) return own
    return node.kind === 'named' && isDefinitions(node.heading ?? '') ? 'DEF' : node.key
  }
}

/**
 * The sections without a number whose name the citations of their units need: those that number units directly
 * (`PURPOSE.1`; most of its children decide), and those whose lettered sections another section letters alike.
 */
function scopedSections(root: Node): Set<Node> {
  const named: Node[] = []
  const visit = (node: Node): void => {
    if (node.kind === 'named') named.push(node)
    node.children.forEach(visit)
  }
  visit(root)
  const owners = new Map<string, number>()
  for (const node of named) {
    for (const key of new Set(sectionsOf(node).map((child) => child.key)))
      owners.set(key, (owners.get(key) ?? 0) + 1)
  }
  return new Set(
    named.filter((node) => {
      const sections = sectionsOf(node)
      return (
        sections.length * 2 < node.children.length ||
        sections.some((child) => (owners.get(child.key) ?? 0) > 1)
      )
    }),
  )
}

// Numbered units that head others.
function sectionsOf(node: Node): Node[] {
  return node.children.filter((child) => child.kind === 'numbered' && child.heading !== undefined)
}

/** The term that a definition defines: the words before its colon, dash, or `means`. */
export function termOf(text: string): string | undefined {
  const match = /^["“']?(\p{Lu}[^:–—]{0,58}?)["”']?(?:\s*:\s+|\s+[-–—]\s+|\s+(?:means|refers to)\s+)\S/u.exec(
    text,
  )
  const term = match?.[1]?.replace(/["”']+$/, '')
  return term !== undefined && term.split(/\s+/).length <= 7 && !/[.;,]\s/.test(term) ? term : undefined
}

/** Unlabelled text: one provision for each sentence, numbered by paragraph first where there are several. */
export function unlabelled(
  base: string,
  part: Part,
  paragraphs: readonly (HeaderParagraph | Block)[],
  headings: readonly string[],
  under: readonly string[],
): ImportedProvision[] {
  return paragraphs.flatMap((paragraph, index) => {
    // After a number a bare paragraph number could be taken for a label of the order's own.
    const number = /\d$/.test(base) ? `p${index + 1}` : String(index + 1)
    const prefix = paragraphs.length > 1 ? `${base}.${number}` : base
    const sentences = sentencesOf(paragraph.text)
    return sentences.map((text, order) => ({
      citation: sentences.length > 1 ? `${prefix}.s${order + 1}` : prefix,
      text,
      part,
      headings,
      under,
      page: paragraph.page,
      line: paragraph.line,
    }))
  })
}
