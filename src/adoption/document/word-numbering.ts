/** One level of a Word list: how its number looks (`%1.`), in which form, from which value. */
interface Level {
  format: string
  text: string
  start: number
}

/** Stands before a number once for each level of its list that lies above: a list in a list is told by it. */
export const levelMark = '\u2001'

/** Writes the numbers that Word only draws into the paragraphs of `document.xml`, so that they can be read. */
export function withWrittenNumbers(documentXml: string, numberingXml: string, stylesXml: string): string {
  const lists = listsOf(numberingXml)
  const styles = styleNumbers(stylesXml)
  const counters = new Map<string, number[]>()
  const started = new Set<string>()
  return documentXml.replace(/<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>]).)*?<\/w:p>/gs, (paragraph) => {
    const properties = /<w:pPr>.*?<\/w:pPr>/s.exec(paragraph)?.[0] ?? ''
    const isEmpty = !/<w:t[\s>]/.test(paragraph)
    if (isEmpty && /<w:del[\s/>]/.test(paragraph)) return paragraph
    const style = /<w:pStyle w:val="([^"]*)"/.exec(properties)?.[1] ?? ''
    const own = numberOf(properties)
    const { list, level } = { ...styles.get(style), ...own }
    const found = list === undefined ? undefined : lists.get(list)
    const shape = found?.levels[level ?? 0]
    if (!found || !shape || list === undefined) return paragraph
    const values = counters.get(found.counter) ?? []
    counters.set(found.counter, values)
    const depth = level ?? 0
    if (found.restarts && !started.has(list)) values.length = 0
    started.add(list)
    for (let above = 0; above < depth; above += 1) values[above] ??= found.levels[above]?.start ?? 1
    values[depth] = (values[depth] ?? shape.start - 1) + 1
    values.length = depth + 1
    const bare = properties.replace(/<w:numPr>.*?<\/w:numPr>/s, '')
    const drawn = `${levelMark.repeat(depth)}${labelText(shape, found.levels, values, depth)} `
    const label = `<w:r><w:t xml:space="preserve">${drawn}</w:t></w:r>`
    return properties === '' || isEmpty ? paragraph : paragraph.replace(properties, () => bare + label)
  })
}

function labelText(
  shape: Level,
  levels: readonly (Level | undefined)[],
  values: readonly number[],
  depth: number,
): string {
  // The font of a bullet is lost; what tells one level from another is that its mark is another.
  if (shape.format === 'bullet') return ['•', '◦', '▪'][depth % 3] ?? '•'
  return shape.text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1
    return written(values[index] ?? 1, levels[index]?.format ?? 'decimal')
  })
}

function written(value: number, format: string): string {
  if (format === 'upperRoman') return roman(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  const letter = String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
  if (format === 'upperLetter') return letter
  if (format === 'lowerLetter') return letter.toLowerCase()
  return String(value)
}

const romanParts: readonly [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [size, mark] of romanParts) {
    while (rest >= size) {
      text += mark
      rest -= size
    }
  }
  return text
}

interface PlaceInList {
  list?: string
  level?: number
}

interface List {
  /** Lists of one shape count on together, unless one says that it starts anew. */
  counter: string
  restarts: boolean
  levels: (Level | undefined)[]
}

function listsOf(xml: string): Map<string, List> {
  const shapes = new Map<string, (Level | undefined)[]>()
  for (const [all, id] of xml.matchAll(
    /<w:abstractNum\s[^>]*w:abstractNumId="(\d+)".*?<\/w:abstractNum>/gs,
  )) {
    const levels: (Level | undefined)[] = []
    for (const [level, index] of all.matchAll(/<w:lvl\s[^>]*w:ilvl="(\d)".*?<\/w:lvl>/gs)) {
      levels[Number(index)] = {
        format: /<w:numFmt w:val="([^"]*)"/.exec(level)?.[1] ?? 'decimal',
        text: /<w:lvlText w:val="([^"]*)"/.exec(level)?.[1] ?? '%1.',
        start: Number(/<w:start w:val="(\d+)"/.exec(level)?.[1] ?? 1),
      }
    }
    shapes.set(id ?? '', levels)
  }
  const lists = new Map<string, List>()
  for (const [all, id] of xml.matchAll(/<w:num\s[^>]*w:numId="(\d+)".*?<\/w:num>/gs)) {
    const shape = /<w:abstractNumId w:val="(\d+)"/.exec(all)?.[1] ?? ''
    lists.set(id ?? '', {
      counter: shape,
      restarts: all.includes('startOverride'),
      levels: shapes.get(shape) ?? [],
    })
  }
  return lists
}

/** The number that each style gives, with what it takes over from the styles it is based on. */
function styleNumbers(xml: string): Map<string, PlaceInList> {
  const own = new Map<string, { number: PlaceInList; base: string | undefined }>()
  for (const [style, id] of xml.matchAll(/<w:style\s[^>]*w:styleId="([^"]*)".*?<\/w:style>/gs)) {
    own.set(id ?? '', { number: numberOf(style), base: /<w:basedOn w:val="([^"]*)"/.exec(style)?.[1] })
  }
  return new Map(
    [...own.keys()].map((id) => {
      let number: PlaceInList = {}
      const seen = new Set<string>()
      for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = own.get(at)?.base) {
        number = { ...own.get(at)?.number, ...number }
        seen.add(at)
      }
      return [id, number]
    }),
  )
}

function numberOf(xml: string): PlaceInList {
  const properties = /<w:numPr>.*?<\/w:numPr>/s.exec(xml)?.[0] ?? ''
  const list = /<w:numId w:val="(\d+)"/.exec(properties)?.[1]
  const level = /<w:ilvl w:val="(\d)"/.exec(properties)?.[1]
  return { ...(list === undefined ? {} : { list }), ...(level === undefined ? {} : { level: Number(level) }) }
}
