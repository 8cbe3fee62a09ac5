/** Two kinds of words that say a thing together, at most `reach` letters apart (60 if unsaid). */
export interface Pair {
  /** The commoner words; looked at only near one of `with`. */
  words: string
  /** The rarer words: one of them starts the look. */
  with: string
  reach?: number
  confidence?: number
}

/** How a fact is told by words. Lists are in the form that `phrases` reads. */
export interface CueWords {
  /** Says it by itself. */
  alone?: string
  /** Says it by itself, but less surely. */
  perhaps?: string
  pairs?: readonly Pair[]
  /** Sayings and names in which a word means something else: a cue inside one is passed over. */
  idioms?: string
  /** Words that make the whole text something else. */
  unless?: string
}
