import type { Token } from './bias-tokens.ts'

const waking = new Set([
  'group many',
  'group one',
  'group kind',
  'group sign',
  'group maybe',
  'group thing',
  'slur plain',
  'slur reclaimed',
  'slur homonym',
])

/** Whether anything names a group or may be a slur; without it there is no class of people to be biased against. */
export function isAwake(tokens: readonly Token[]): boolean {
  return tokens.some((token) => waking.has(token.role))
}
