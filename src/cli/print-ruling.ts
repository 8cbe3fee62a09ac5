import { marked, meaning, remedy, spansOf } from '../policy/explain.ts'
import type { Order } from '../policy/order.ts'
import { gravity, type ProvisionRuling, type Ruling } from '../policy/ruling.ts'
import { paint, paintOutcome, wrap } from './paint.ts'

/** A ruling for people: the words marked in place, each provision with its gist, what would make it allowed. */
export function rulingInWords(ruling: Ruling, order: Order, text: string | undefined): string {
  const { agency, number, title } = order.identity
  const lines = [
    paint('bold', `${agency}, General Order ${number} (${title}), in force from ${ruling.version}`),
    `${paintOutcome(ruling.outcome)}  ${wrap(meaning[ruling.outcome], '  ')}`,
  ]
  if (ruling.note) lines.push(`  ${wrap(ruling.note, '  ')}`)
  if (text !== undefined && text !== '') lines.push('', `  ${markedText(text, ruling)}`)
  const gravestFirst = ruling.provisions.toSorted((a, b) => gravity(a.outcome) - gravity(b.outcome))
  for (const provision of gravestFirst) lines.push('', ...provisionInWords(provision, order))
  if (ruling.asks.length > 0) {
    lines.push('', paint('bold', 'The answer could change with:'))
    for (const ask of ruling.asks)
      lines.push(
        `  ? ${ask.question}${ask.choices ? ` (${ask.choices.join(', ')})` : ''}  ${paint('dim', ask.fact)}`,
      )
  }
  if (ruling.review.length > 0)
    lines.push('', `A person weighs: ${ruling.review.join(', ')}. A detector never finds anybody in breach.`)
  return lines.join('\n')
}

function provisionInWords(provision: ProvisionRuling, order: Order): string[] {
  const gist = order.byCitation.get(provision.citation)?.gist ?? ''
  const lines = [
    `  ${paint('bold', provision.citation)}  ${paintOutcome(provision.outcome)}`,
    `    ${wrap(gist.trim(), '    ')}`,
  ]
  for (const ground of provision.because) {
    const how =
      ground.from === 'detector'
        ? `${ground.because ?? 'detected'} (${Math.round((ground.confidence ?? 0) * 100)} %)`
        : ground.from === 'act'
          ? 'from the act itself'
          : 'said by a person'
    const details = ground.details ? ` [${Object.values(ground.details).join(', ')}]` : ''
    lines.push(`    ${paint('dim', `because ${ground.fact}${details}: ${how}`)}`)
  }
  const remedied = remedy(provision)
  if (remedied !== undefined) lines.push(`    ${wrap(remedied, '    ')}`)
  if (provision.note !== undefined) lines.push(`    Note: ${wrap(provision.note, '    ')}`)
  return lines
}

/** A text may carry codes that would command a terminal, or turn its words around; they are shown, not obeyed. */
function visible(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, (code) => `\\x${code.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, (code) => `\\u${code.charCodeAt(0).toString(16)}`)
}

function markedText(text: string, ruling: Ruling): string {
  const isLong = text.length > 2000
  const shown = isLong ? `${text.slice(0, 2000)} […]` : text
  return marked(shown, spansOf(ruling.provisions))
    .map((stretch) => ({ ...stretch, text: visible(stretch.text) }))
    .map((stretch) =>
      stretch.isMarked
        ? process.stdout.hasColors?.()
          ? paint('inverse', stretch.text)
          : `[${stretch.text}]`
        : stretch.text,
    )
    .join('')
    .replaceAll('\n', '\n  ')
}
