import type { Line } from './line.ts'

/** The section names that orders of every school share, whatever their typography. */
const keyword =
  /^(?:purpose|policy|policy statement|scope|purpose and scope|background|introduction|definitions?|glossary|procedures?|guidelines|responsibilit(?:y|ies)|discussion|references?|rationale|general)\s*:?$/i

/** True for a line that is nothing but the name of a section every order has: PURPOSE, Policy:, Definitions. */
export function isSectionName(text: string): boolean {
  return keyword.test(text.trim())
}

/** True for a section of definitions, by its heading. */
export function isDefinitions(heading: string): boolean {
  return /\b(?:definitions?|glossary|terms? (?:used|defined))\b/i.test(heading)
}

/** True where a sentence, or one limb of a list, has come to its end. */
export function isTerminated(text: string): boolean {
  const end = text.slice(-40).trimEnd()
  return /[.!?:;]["”’')\]*]*$/.test(end) || /;\s*(?:and|or|and\/or)$/i.test(end)
}

// No sentence, heading or entry of a list ends in one of these.
const unfinished =
  /\b(?:the|an?|of|and|or|nor|to|by|with|from|as|than|their|its|his|her|our|your|any|every|no|not|shall|may|must|will|can|should|be|is|are|was|were|been|has|have|had|whose|if|unless|when|while|because)$/i

/** True where a line stops in the middle of what it says. */
export function isUnfinished(text: string): boolean {
  return unfinished.test(text.slice(-20)) || /[,–—]$/.test(text)
}

/** True for words that bind somebody: a rule, though it be as short as a heading. */
export function commands(text: string): boolean {
  return /\b(?:shall|must|may not|cannot)\b/i.test(text)
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/**
 * How surely a paragraph is a heading: 3 by the format's own mark, 2 by bold or capitals or a known name,
 * 1 by Title Case or by being a few words alone, 0 not at all. Says nothing of what stands around it.
 */
export function headingStrength(text: string, mark: Line['mark']): 0 | 1 | 2 | 3 {
  if (text.length > 250) return 0
  const words = wordsOf(text)
  if (words.length === 0 || words.length > 18) return 0
  if (typeof mark === 'object') return 3
  if (/[.;,!?]$/.test(text) && !/\b(?:etc|Inc)\.$/.test(text)) return 0
  if (isSectionName(text)) return 2
  if (mark === 'bold' && words.length <= 15) return 2
  if (isCapitals(text) && words.length <= 12) return 2
  if (isTitleCase(words) && words.length <= 15) return 1
  return 0
}

/** Few words, a capital first, no stop: a heading where a document writes its headings plainly. */
export function couldStandAlone(text: string): boolean {
  if (text.length > 120 || wordsOf(text).length > 9) return false
  return /^["“(]?\p{Lu}/u.test(text) && !/[.;:,!?]$/.test(text) && !isUnfinished(text)
}

function isCapitals(text: string): boolean {
  const letters = text.replace(/\P{L}/gu, '')
  return letters.length >= 3 && letters === letters.toUpperCase()
}

// Small words may be small; every word that carries meaning has its capital, and there are two of those or more.
function isTitleCase(words: readonly string[]): boolean {
  const heavy = words.filter((word) => word.replace(/\P{L}/gu, '').length > 3 || /^\p{Lu}/u.test(word))
  return heavy.length >= 2 && heavy.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word))
}
