import { parse, stringify } from 'yaml'
import { z } from 'zod'
import type { Prints } from './print.ts'

const fileSchema = z.object({ prints: z.record(z.string(), z.string()) })

/** The prints in the text of an order's `document.yaml`. Throws what YAML or its shape refuses: a pack is ours. */
export function readPrints(text: string): Prints {
  const { prints } = fileSchema.parse(parse(text))
  return new Map(Object.entries(prints).map(([citation, list]) => [citation, list.split(' ')]))
}

/** An order's `document.yaml`: a line for each citation, a print for each sentence. */
export function writePrints(prints: Prints): string {
  const lists = Object.fromEntries([...prints].map(([citation, list]) => [citation, list.join(' ')]))
  return head + stringify({ prints: lists }, { lineWidth: 0, singleQuote: true })
}

const head = `# Prints of the order's own words, one for each sentence of each provision (SHA-256 of the words in small
# letters, its first 12 digits). They show whether a department's copy has other words, and hold none.
# Written by \`npm run exam:import -- --write\` from the order itself.
`
