/** A statement that a connection was asked so often before is prepared there: PostgreSQL reads and plans it once. */
const often = 3
/** The most statements that are prepared on one connection, and that are watched for it. */
const mostPrepared = 256
const mostWatched = 1_024

/** A statement and its values, as `pg` takes them. */
type Given = readonly unknown[]

/**
 * Gives what a connection is asked again and again a name, under which PostgreSQL keeps it prepared; for one
 * connection.
 */
export function preparing(): (given: Given) => Given {
  const names = new Map<string, string>()
  const uses = new Map<string, number>()
  const isOften = (text: string): boolean => {
    if (names.size >= mostPrepared) return false
    const used = (uses.get(text) ?? 0) + 1
    if (used > 1 || uses.size < mostWatched) uses.set(text, used)
    return used >= often
  }
  return (given) => {
    const [text, values] = given
    // What takes no values begins or ends a transaction, or is asked once.
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return given
    // How words are best looked for hangs on the words: a plan for any would be the wrong one for most.
    if (text.includes('@@')) return given
    const name = names.get(text) ?? (isOften(text) ? `s${names.size}` : undefined)
    if (name === undefined) return given
    names.set(text, name)
    return [{ name, text, values }]
  }
}
