/** The texts of a BagIt bag (RFC 8493, and its drafts from 0.93 on): declaration, lists, names. Pure. */

export interface Declared {
  version: string
  encoding: string
}

/** `bagit.txt`: two lines, to the letter; undefined for anything else. */
export function readDeclaration(bytes: Uint8Array): Declared | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const [, version, encoding] =
    /^BagIt-Version: (\d+\.\d+) ?(?:\r\n|\r|\n)Tag-File-Character-Encoding: ([\w:.-]+)(?:\r\n|\r|\n)?$/.exec(
      text,
    ) ?? []
  if (version === undefined || encoding === undefined) return undefined
  // From 1.0 on not even a blank at the end of a line.
  if (isAtLeast(version, 1) && /[ \t](?:\r|\n|$)/.test(text)) return undefined
  return { version, encoding }
}

export function isAtLeast(version: string, major: number): boolean {
  return Number(version.split('.')[0]) >= major
}

/** A text in the encoding that the bag declares; undefined where nobody knows that encoding. */
export function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const isTurned = /^utf-?16$/i.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff
    return new TextDecoder(isTurned ? 'utf-16be' : encoding).decode(bytes)
  } catch {
    return undefined
  }
}

export interface Listed {
  /** As the list has it, without a leading `./` or `*`. */
  path: string
  hash: string
  /** Counted from 1. */
  line: number
  /** Offsets of the line in the file, where its encoding is UTF-8. */
  isDotted: boolean
  isStarred: boolean
}

/** The lines of a manifest; `malformed` are the numbers of those that are none. */
export function readManifest(text: string): { lines: Listed[]; malformed: number[] } {
  const lines: Listed[] = []
  const malformed: number[] = []
  let number = 0
  for (const line of text.split(/\r\n|\r|\n/)) {
    number++
    if (line.trim() === '') continue
    const [, hash = '', star = '', path = ''] = /^([0-9a-fA-F]+)[ \t]+(\*?)(\S.*?)$/.exec(line) ?? []
    if (path === '') malformed.push(number)
    else
      lines.push({
        path: path.replace(/^(?:\.\/)+/, ''),
        hash: hash.toLowerCase(),
        line: number,
        isDotted: path.startsWith('./'),
        isStarred: star !== '',
      })
  }
  return { lines, malformed }
}

/** `fetch.txt`: the names that it would fill, whatever address it would fetch them from. */
export function readFetch(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => /^\S+\s+\S+\s+(.*)$/s.exec(line)?.[1] ?? line)
    .map((path) => path.replace(/^(?:\.\/)+/, ''))
}

/** Label and value of each line of bag-info.txt; a line that begins with a blank belongs to the one before. */
export function readInfo(text: string): [label: string, value: string][] {
  const info: [string, string][] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = info.at(-1)
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line) && last) last[1] += ` ${line.trim()}`
    else if (colon > 0 && /^\S/.test(line))
      info.push([line.slice(0, colon).trimEnd(), line.slice(colon + 1).trim()])
  }
  return info
}

/** A name that stays within the package on every system: no way up, no drive, no home folder, no backslash. */
export function isSafe(path: string): boolean {
  // eslint-disable-next-line no-control-regex
  if (path === '' || /^[/~%]|^[A-Za-z]:|[\\\u0000-\u001f\u007f]/.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/** A name as a manifest of BagIt 1.0 writes it: the signs that would break a line, and `%`, are encoded. */
export function writeName(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')
}

export function readName(written: string): string {
  return written.replaceAll(/%0A/gi, '\n').replaceAll(/%0D/gi, '\r').replaceAll('%25', '%')
}

/** Files that systems put into folders by themselves. */
export function isOfTheSystem(path: string): boolean {
  return /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]+)$/i.test(path)
}
