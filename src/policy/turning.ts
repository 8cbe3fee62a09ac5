import type { Act } from './act.ts'

/** The first control of the writing's direction in a text: `U+202E (right-to-left override)`; `undefined` without one. */
export function turningIn(text: string): string | undefined {
  const [found] = /[\u202A-\u202E\u2066-\u2069]/.exec(text) ?? []
  const name = found === undefined ? undefined : controls[found]
  return name && `U+${found?.codePointAt(0)?.toString(16).toUpperCase()} (${name})`
}

const controls: Readonly<Record<string, string>> = {
  '\u202A': 'left-to-right embedding',
  '\u202B': 'right-to-left embedding',
  '\u202C': 'pop directional formatting',
  '\u202D': 'left-to-right override',
  '\u202E': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
}

/** Says of an act that a page may show its words as other words; `undefined` of nearly every act. */
export function turned({ text, media }: Act): string | undefined {
  let turning = text === undefined ? undefined : turningIn(text)
  for (const medium of media ?? [])
    for (const words of [medium.alt, medium.text]) if (words !== undefined) turning ??= turningIn(words)
  return turning === undefined
    ? undefined
    : `The text holds the invisible character ${turning}: a page can show other words than these.`
}
