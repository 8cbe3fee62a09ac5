/** An element to be written: its name, and its words or its elements. */
export type Written = readonly [name: string, holds: string | readonly Written[]]

/**
 * An XML document of elements in one namespace, each on its line. Words come back as they were, whatever they hold, but
 * for signs that XML does not have. (xmlbuilder2 takes `&name;` in somebody's words for an entity of its own.)
 */
export function writeXml(root: string, namespace: string, elements: readonly Written[]): string {
  const inside = elements.map((element) => written(element, '  ')).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${escaped(namespace)}">\n${inside}</${root}>\n`
}

function written([name, holds]: Written, indent: string): string {
  const inside =
    typeof holds === 'string'
      ? escaped(keepable(holds))
      : `\n${holds.map((one) => written(one, `${indent}  `)).join('')}${indent}`
  return `${indent}<${name}>${inside}</${name}>\n`
}

/** Words without the signs that XML 1.0 cannot hold: control characters, and halves of characters. */
export function keepable(words: string): string {
  return words
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

/** Words within an element or an attribute. */
export function escaped(words: string): string {
  return words.replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
