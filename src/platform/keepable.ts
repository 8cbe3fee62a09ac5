import { turningIn } from '../policy/turning.ts'

/**
 * Why a text in this cannot be kept, in a sentence; `undefined` when all can. PostgreSQL takes no NUL, half a character
 * (a lone surrogate) has no bytes that a hash could bind, and a control of the writing's direction lets a page show
 * other words than are approved. Looks into arrays, objects and their names, however deep; bytes are no text.
 * `asFound` are words of others, or an act to be judged: their controls of direction are kept, and told by
 * `turningIn`.
 */
export function whyUnkeepable(said: unknown, asFound: boolean): string | undefined {
  const open: unknown[] = [said]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next === 'string') {
      const why = whyNot(next, asFound)
      if (why !== undefined) return why
    } else if (typeof next === 'object' && next !== null && !ArrayBuffer.isView(next)) {
      for (const value of Object.values(next)) open.push(value)
      if (!Array.isArray(next)) for (const name of Object.keys(next)) open.push(name)
    }
  }
  return undefined
}

function whyNot(text: string, asFound: boolean): string | undefined {
  if (!text.isWellFormed() || text.includes('\u0000'))
    return 'a text holds NUL or half a character, which nobody can keep'
  const turning = asFound ? undefined : turningIn(text)
  return (
    turning &&
    `a text holds the invisible character ${turning}, which can make a page show other words than are written; take it out`
  )
}
