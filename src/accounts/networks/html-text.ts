const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/**
 * The words of the small HTML that Mastodon gives (`p`, `br`, `a`, `span`, lists): a paragraph ends with an empty line.
 * For reading and comparing only; nothing of it is ever put into a page as HTML.
 */
export function textOf(html: string): string {
  return html
    .replaceAll(/<br\s*\/?>|<\/li>/gi, '\n')
    .replaceAll(/<\/(?:p|blockquote|ul|ol|pre)>/gi, '\n\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
      const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
      return point > 0x10_ff_ff ? whole : String.fromCodePoint(point)
    })
    .trim()
}

/** Where the links in such HTML lead, those to people and tags of the network left out. */
export function linksOf(html: string): string[] {
  const anchors = html.match(/<a\s[^<>]*>/gi) ?? []
  return anchors
    .filter((anchor) => !/class="[^"]*\b(?:mention|hashtag)\b/i.test(anchor))
    .flatMap((anchor) => /\bhref="(https?:[^"]+)"/i.exec(anchor)?.[1] ?? [])
    .map((href) => textOf(href))
}
