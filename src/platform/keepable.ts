/**
 * Can every text in this be kept? PostgreSQL takes no NUL, and half a character (a lone surrogate) has no bytes that
 * a hash could bind. Looks into arrays, objects and their names, however deep; bytes are no text.
 */
export function isKeepable(said: unknown): boolean {
  const open: unknown[] = [said]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next === 'string') {
      if (!next.isWellFormed() || next.includes('\u0000')) return false
    } else if (typeof next === 'object' && next !== null && !ArrayBuffer.isView(next)) {
      for (const value of Object.values(next)) open.push(value)
      if (!Array.isArray(next)) for (const name of Object.keys(next)) open.push(name)
    }
  }
  return true
}
