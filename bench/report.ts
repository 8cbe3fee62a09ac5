import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { now } from '../src/platform/clock.ts'

const lines: string[] = []

/** Prints a line, and keeps it for `keepReport`. */
export function say(line: string): void {
  lines.push(line)
  console.log(line)
}

/** The machine that it was measured on. */
export function sayMachine(beside = ''): void {
  say(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}${beside}`)
}

/** How many processes wanted a core in the last minute: ours alone want about two. */
export function sayLoad(when: string): void {
  say(`load of the machine ${when}: ${loadavg()[0]?.toFixed(1)}`)
}

/** Says whether a figure reached what an issue asks of it. */
export function goal(name: string, reached: number, bound: 'at least' | 'at most', wanted: number): void {
  const isMet = bound === 'at most' ? reached <= wanted : reached >= wanted
  const digits = Math.abs(reached) >= 100 ? 0 : 2
  say(
    `  ${isMet ? 'met   ' : 'MISSED'} ${name}: ${reached.toFixed(digits)} (goal ${bound} ${wanted.toLocaleString('en')})`,
  )
}

/** The value below which this share of the numbers lies; not a number where there is none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

/** A whole number in a column. */
export function figure(number: number): string {
  return Math.round(number).toLocaleString('en').padStart(9)
}

/** Writes everything that was said into `docs/NAME.md`, with how to read it. */
export function keepReport(name: string, title: string, command: string, reading: string): void {
  const printed = `What \`${command}\` printed on ${now().slice(0, 10)}.`
  writeFileSync(
    join(import.meta.dirname, '..', 'docs', `${name}.md`),
    `# ${title}\n\n${printed}\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n\n${reading}`,
  )
}
