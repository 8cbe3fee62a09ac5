import { turningIn } from '../policy/turning.ts'

/**
 * Why a text in this cannot be kept, in a sentence; `undefined` when all can. PostgreSQL takes no NUL, half a character
 * (a lone surrogate) has no bytes that a hash could bind, and a control of the writing's direction lets a page show
 * other words than are approved. Looks into arrays, objects and their names; bytes are no text. What is nested deeper
 * than any form is refused whole: whoever walks through it by calling itself would come to no end.
 * `asFound` are words of others, or an act to be judged: their controls of direction are kept, and told by
 * `turningIn`.
 */
export function whyUnkeepable(said: unknown, asFound: boolean): string | undefined {
  let level: unknown[] = [said]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostNested) return 'what was sent is nested too deeply to be read'
    const below: unknown[] = []
    for (const one of level)
      if (typeof one === 'string') {
        const why = whyNot(one, asFound)
        if (why !== undefined) return why
      } else if (typeof one === 'object' && one !== null && !ArrayBuffer.isView(one)) {
        for (const value of Object.values(one)) below.push(value)
        if (!Array.isArray(one)) for (const name of Object.keys(one)) below.push(name)
      }
    level = below
  }
  return undefined
}

const mostNested = 100

function whyNot(text: string, asFound: boolean): string | undefined {
  if (!text.isWellFormed() || text.includes('\u0000'))
    return 'a text holds NUL or half a character, which nobody can keep'
  const turning = asFound ? undefined : turningIn(text)
  return (
    turning &&
    `a text holds the invisible character ${turning}, which can make a page show other words than are written; take it out`
  )
}
