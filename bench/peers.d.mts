/** How many hits, messages or decisions a peer gives for a text. */
export type Screen = (text: string) => number

export const obscenityHasMatch: Screen
export const obscenityAllMatches: Screen
export const retext: Screen
export const alex: Screen
/** Every whole-word match of the phrases, with spans, by `modern-ahocorasick`. */
export function ahoCorasick(phrases: readonly string[]): Screen
/** Decides one request against fifty policies parsed beforehand, as an act with a dozen facts. */
export function cedar(): Screen
