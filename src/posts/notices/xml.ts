/** An element of an XML document, its name told apart from its namespace. */
export interface Element {
  /** Without its prefix. */
  name: string
  /** '' where it is in none. */
  namespace: string
  children: readonly (Element | string)[]
}

/** Why a document is refused, in a sentence that names the place. */
export class NotXml extends Error {}

/** More than this is no alert, but somebody's attempt to keep us busy. */
const mostBytes = 2_000_000
const deepest = 64

const nameStart =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}'
const nameRest = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}`
const name = `[:${nameStart}][:${nameRest}]*`
/** A name of a namespace: one colon at most, and on both sides of it what a name may be. */
const qualified = new RegExp(`^[${nameStart}][${nameRest}]*(?::[${nameStart}][${nameRest}]*)?$`, 'u')
const space = '[ \\t\\n]'
const pieces = {
  declaration:
    /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/y,
  comment: /<!--((?:(?!--)[^])*)-->/y,
  instruction: new RegExp(`<\\?(${name})(?:${space}(?:(?!\\?>)[^])*)?\\?>`, 'uy'),
  data: /<!\[CDATA\[((?:(?!\]\]>)[^])*)\]\]>/y,
  text: /[^<]+/y,
  blank: /[ \t\n]+/y,
  open: new RegExp(`<(${name})`, 'uy'),
  attribute: new RegExp(`${space}+(${name})${space}*=${space}*(?:"([^"<]*)"|'([^'<]*)')`, 'uy'),
  openEnd: /[ \t\n]*(\/?)>/y,
  close: new RegExp(`</(${name})${space}*>`, 'uy'),
}
type Piece = keyof typeof pieces

/**
 * Reads an XML 1.0 document with namespaces: well-formed to the letter, without a document type and so without
 * entities of its own, files or addresses. Throws `NotXml`.
 */
export function readXml(document: Uint8Array | string): Element {
  if (document.length > mostBytes) throw new NotXml('it is larger than any alert')
  const text = (typeof document === 'string' ? document : decoded(document)).replaceAll(/\r\n?/g, '\n')
  const odd = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text)
  if (odd) throw new NotXml(`it holds a sign that XML does not have, at ${odd.index}`)
  const reading = new Reading(text)
  reading.take('declaration')
  reading.between()
  const root = reading.element(new Map([['xml', xmlNamespace]]), 1)
  reading.between()
  if (!reading.isAtEnd()) throw reading.fault('something stands after the document')
  return root
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/'

/** Bytes as the byte order mark or the declaration says; UTF-8 unless told. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const isWide = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const said =
    /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  const encoding = isWide ? (first === 0xfe ? 'utf-16be' : 'utf-16le') : said
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new NotXml(`it is not written in ${encoding}`)
  }
}

class Reading {
  #at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  isAtEnd(): boolean {
    return this.#at === this.#text.length
  }

  fault(sentence: string): NotXml {
    const line = this.#text.slice(0, this.#at).split('\n').length
    return new NotXml(`${sentence} (line ${line})`)
  }

  /** The next piece, if it is one of this kind. */
  take(piece: Piece): RegExpExecArray | null {
    const pattern = pieces[piece]
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found) this.#at = pattern.lastIndex
    return found
  }

  /** What may stand before and after the root. */
  between(): void {
    while (this.take('blank') ?? this.take('comment') ?? this.#instruction());
    if (this.#text.startsWith('<!DOCTYPE', this.#at))
      throw this.fault('it has a document type, which may hide files and addresses in it')
  }

  #instruction(): RegExpExecArray | null {
    const found = this.take('instruction')
    const [, target = ''] = found ?? []
    if (target.toLowerCase() === 'xml' || target.includes(':'))
      throw this.fault('a declaration stands in the wrong place')
    return found
  }

  element(scope: ReadonlyMap<string, string>, depth: number): Element {
    if (depth > deepest) throw this.fault('it is deeper than any alert')
    const [, opened] = this.take('open') ?? []
    if (opened === undefined) throw this.fault('an element should begin here')
    const inner = this.#attributes(scope)
    const end = this.take('openEnd')
    if (!end) throw this.fault(`<${opened}> is not written as it should be`)
    const [namespace, local] = this.#named(opened, inner, true)
    const children: (Element | string)[] = []
    if (end[1] === '/') return { name: local, namespace, children }
    for (;;) {
      const close = this.take('close')
      if (close) {
        if (close[1] !== opened) throw this.fault(`</${close[1]}> closes <${opened}>`)
        return { name: local, namespace, children }
      }
      if (this.isAtEnd()) throw this.fault(`<${opened}> is not closed`)
      const said = this.#said()
      if (said === undefined) children.push(this.element(inner, depth + 1))
      else children.push(said)
    }
  }

  /** Text, data, a comment or an instruction, as the text it is; `undefined` where an element stands. */
  #said(): string | undefined {
    const text = this.take('text')
    if (text) {
      if (text[0].includes(']]>')) throw this.fault('"]]>" stands in the text')
      return this.#unescaped(text[0])
    }
    const data = this.take('data')
    if (data) return data[1] ?? ''
    return this.take('comment') || this.#instruction() ? '' : undefined
  }

  /** The prefixes in scope within an element; refuses attributes that stand twice or have no namespace. */
  #attributes(scope: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const found: [string, string][] = []
    for (let one = this.take('attribute'); one; one = this.take('attribute'))
      found.push([one[1] ?? '', this.#unescaped((one[2] ?? one[3] ?? '').replaceAll(/[\t\n]/g, ' '))])
    const inner = new Map(scope)
    for (const [key, value] of found) {
      if (!qualified.test(key)) throw this.fault(`"${key}" is no name`)
      const [prefix, declared = ''] = key === 'xmlns' ? ['xmlns'] : key.split(':')
      if (prefix !== 'xmlns') continue
      const isOwn = declared === 'xml' ? value === xmlNamespace : value !== xmlNamespace
      if (!isOwn || declared === 'xmlns' || value === xmlnsNamespace || (declared !== '' && value === ''))
        throw this.fault(`${key} may not be declared so`)
      inner.set(declared, value)
    }
    const names = new Set<string>()
    for (const [key] of found) {
      const [namespace, local] = /^xmlns(?:$|:)/.test(key) ? ['xmlns', key] : this.#named(key, inner, false)
      if (names.has(`${namespace} ${local}`)) throw this.fault(`${key} stands twice`)
      names.add(`${namespace} ${local}`)
    }
    return inner
  }

  #named(written: string, scope: ReadonlyMap<string, string>, isElement: boolean): [string, string] {
    if (!qualified.test(written)) throw this.fault(`"${written}" is no name`)
    const [first = '', second] = written.split(':')
    if (second === undefined) return [isElement ? (scope.get('') ?? '') : '', first]
    const namespace = scope.get(first)
    if (namespace === undefined) throw this.fault(`"${written}" has a prefix that nothing declares`)
    return [namespace, second]
  }

  #unescaped(text: string): string {
    return text.replaceAll(
      /&(?:#x([\da-fA-F]+);|#(\d+);|(lt|gt|amp|quot|apos);)?/g,
      (_, hex, whole, known) => {
        const code = hex === undefined ? Number(whole ?? Number.NaN) : Number.parseInt(String(hex), 16)
        if (typeof known === 'string') return entities.get(known) ?? ''
        const sign = code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
        if (!/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]$/u.test(sign))
          throw this.fault('"&" begins nothing that is known here')
        return sign
      },
    )
  }
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** The words of an element that has no elements in it; `undefined` where it has. */
export function textOf({ children }: Element): string | undefined {
  let text = ''
  for (const child of children) {
    if (typeof child !== 'string') return undefined
    text += child
  }
  return text
}

/** The elements of an element; `undefined` where words stand between them. */
export function elementsOf({ children }: Element): Element[] | undefined {
  const elements: Element[] = []
  for (const child of children)
    if (typeof child !== 'string') elements.push(child)
    else if (child.trim() !== '') return undefined
  return elements
}
