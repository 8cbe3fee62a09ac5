import type { Act } from '../policy/act.ts'
import { readAct } from '../policy/read-act.ts'
import { inOneLine, type Vocabulary } from '../policy/vocabulary.ts'

/** An act read from one line of a JSON-lines file, or the sentence that says what is wrong with the line. */
export type ActLine = { act: Act; sentence?: never } | { act?: never; sentence: string }

/**
 * Reads the acts of a JSON-lines text, each with its line counted from 1; empty lines are passed over.
 * `firstLine` is the number of the first line in the whole file: it names acts that have no id.
 */
export function* actsIn(
  text: string,
  vocabulary: Vocabulary,
  firstLine = 1,
): Generator<{ line: number } & ActLine> {
  for (const [place, line] of text.split(/\r?\n/).entries())
    if (line.trim() !== '') yield { line: place + 1, ...actOfLine(line, firstLine + place, vocabulary) }
}

function actOfLine(line: string, number: number, vocabulary: Vocabulary): ActLine {
  let data: unknown
  try {
    data = JSON.parse(line)
  } catch (error) {
    return { sentence: `is not JSON (${error instanceof Error ? error.message : 'unreadable'})` }
  }
  const { act, problems } = readAct(withId(data, number), vocabulary)
  return act ? { act } : { sentence: inOneLine(problems) }
}

function withId(data: unknown, line: number): unknown {
  const isAct = typeof data === 'object' && data !== null && !Array.isArray(data)
  return isAct && !('id' in data) ? { id: `line-${line}`, ...data } : data
}
