import { visible, type Line } from './line.ts'
import { measured } from './read-text.ts'

/** True when text carries Markdown's own marks: a heading, bold words, a table row or an HTML tag it allows. */
export function looksLikeMarkdown(source: string): boolean {
  return (
    /^#{1,6} \S/m.test(source) || /\*\*\S/.test(source) || /^\|.*\|\s*$/m.test(source) || tag.test(source)
  )
}

const tag = /<\/?(?:b|i|u|em|strong|p|br|span|div|h[1-6]|table|tr|td|th|sup|sub)(?:\s[^<>]*)?\/?>/i

/** Lines of Markdown: the words stay exactly, the marks go. List marks stay, they are the order's own numbering. */
export function readMarkdown(source: string): Line[] {
  const lines = withUnderlined(withoutFences(withoutItalics(source).split(/\r\n?|\n/)))
  return lines.map((raw, index) => ({ ...readLine(raw), page: 1, number: index + 1 }))
}

/** The fences of front matter go; what it says of the order (`title: ...`) stays, above the rest. */
function withoutFences(lines: readonly string[]): string[] {
  const first = lines[0]?.replace('\uFEFF', '').trim()
  const end =
    first === '---' ? lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) : -1
  const isFrontMatter = end > 0 && lines.slice(1, end).every((line) => /^\s*(?:[\w -]+:|- |#|$)/.test(line))
  return lines.map((line, index) => (isFrontMatter && (index === 0 || index === end) ? '' : line))
}

/** A heading underlined with `===` or `---` is written with its number signs. */
function withUnderlined(lines: readonly string[]): string[] {
  const marks = lines.map((line, index) => {
    const above = lines[index - 1] ?? ''
    const stands =
      /^[\p{L}\p{N}"“(*]/u.test(above) && above.length < 120 && (lines[index - 2] ?? '').trim() === ''
    if (!stands) return undefined
    return /^={3,}\s*$/.test(line) ? '# ' : /^-{3,}\s*$/.test(line) ? '## ' : undefined
  })
  return lines.map((line, index) => (marks[index] ? '' : `${marks[index + 1] ?? ''}${line}`))
}

function readLine(raw: string): Pick<Line, 'text' | 'indent' | 'mark'> {
  const table = /^\s*\|(.*)\|\s*$/.exec(raw)
  if (/^\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?$/.test(raw) || /^\s*(?:[-*_]\s*){3,}$/.test(raw)) {
    return { text: '', indent: 0, mark: 'plain' }
  }
  const { text, indent } = measured(visible(table ? (table[1] ?? '').replaceAll('|', '\t').trim() : raw))
  const heading = /^(#{1,6})\s+(.*?)(?:\s+#+)?$/.exec(text)
  if (heading) return { text: plain(heading[2] ?? ''), indent, mark: { heading: heading[1]?.length ?? 1 } }
  const isBold = /^(?:[-*+]\s+|\S{1,6}[.)]\s+)?(?:\*\*|__|<b>|<strong>).*(?:\*\*|__|<\/b>|<\/strong>)$/i.test(
    text,
  )
  return { text: plain(text.replace(/^>\s?/, '')), indent, mark: isBold ? 'bold' : 'plain' }
}

/** Takes away bold marks, tags, link targets and escapes; decodes the entities that editors write. */
function plain(text: string): string {
  return text
    .replace(new RegExp(tag, 'gi'), ' ')
    .replace(/!?\[([^\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\[\^[\w-]+\]:?/g, '')
    .replace(/<((?:https?|mailto):[^<>\s]+)>/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])/g, '')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|ndash|mdash|rsquo|lsquo|rdquo|ldquo|sect|bull);/g,
      (all, name: string) => entities[name] ?? all,
    )
    .replace(/&#(\d{2,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/ +/g, ' ')
    .trim()
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  sect: '§',
  bull: '•',
}

// A single star or underscore pairs over lines of one paragraph, never over an empty line, and never opens a bullet.
function withoutItalics(source: string): string {
  return source
    .replace(/(?<![\w*\\])\*(?![\s*])((?:(?!\n[ \t]*\n)[^*])+?)(?<!\s)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_\\])_(?![\s_])((?:(?!\n[ \t]*\n)[^_])+?)(?<!\s)_(?![\w_])/g, '$1')
}
