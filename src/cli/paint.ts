import { styleText } from 'node:util'
import type { Outcome } from '../policy/ruling.ts'

type Style = Parameters<typeof styleText>[0]

/** Colours on a terminal that wants them (NO_COLOR, pipes and files get plain text). */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout })
}

const styles: Record<Outcome, Style> = {
  barred: ['bold', 'red'],
  'needs-permission': ['bold', 'yellow'],
  'needs-review': ['bold', 'magenta'],
  'outside-the-order': ['bold', 'blue'],
  advised: 'cyan',
  clear: 'green',
  'not-in-force': 'dim',
  'text-not-held': 'dim',
}

/** An outcome in its colour. */
export function paintOutcome(outcome: Outcome): string {
  return paint(styles[outcome], outcome)
}

/** Breaks a text into lines of at most `width` characters, each after the first indented. */
export function wrap(text: string, indent: string, width = 100): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 + indent.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join(`\n${indent}`)
}
