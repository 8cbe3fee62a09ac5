import { scaleLinear } from 'd3-scale'
import { useId, type ReactNode } from 'react'
import type { FiguresView } from '../../src/comments/neutrality-routes.ts'
import { useWords } from '../words/words.ts'
import { neutralityWords } from './neutrality-words.ts'

type Share = FiguresView['byLabel'][number]['removed']

/** `10 % (5 % – 19 %; n = 76)`; undefined where it is not shown. */
export function inPercent(share: Share): string | undefined {
  if (share === null) return undefined
  return `${percent(share.share)} (${percent(share.from)} – ${percent(share.to)}; n = ${share.n})`
}

/** Whole percents, halves up (decision A29); the count stands beside. */
function percent(part: number): string {
  return `${Math.round(part * 100)} %`
}

const [width, left, right, line] = [560, 110, 20, 44]

/** Removal rates as points with their ranges, one line for each label; the same stands in the table beneath. */
export function Rates({ figures, name }: { figures: FiguresView; name: string }): ReactNode {
  const words = useWords(neutralityWords)
  const id = useId()
  const shown = figures.byLabel.flatMap(({ label, removed }) => (removed ? [{ label, removed }] : []))
  if (shown.length === 0) return undefined
  const most = Math.max(...shown.map(({ removed }) => removed.to), 0.02)
  const x = scaleLinear([0, most], [left, width - right]).nice()
  const height = shown.length * line + 30
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="wide" role="region" aria-labelledby={id} tabIndex={0}>
      <svg className="rates" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
        <title id={id}>{`${words.rate}, ${name}`}</title>
        {x.ticks(5).map((tick) => (
          <g key={tick}>
            <line className="rates__line" x1={x(tick)} x2={x(tick)} y1={0} y2={height - 24} />
            <text x={x(tick)} y={height - 8} textAnchor="middle">
              {percent(tick)}
            </text>
          </g>
        ))}
        {shown.map(({ label, removed }, place) => {
          const y = place * line + line / 2
          return (
            <g key={label}>
              <text x={0} y={y + 4}>
                {words.labels[label]}
              </text>
              <line className="rates__range" x1={x(removed.from)} x2={x(removed.to)} y1={y} y2={y} />
              <circle className="rates__point" cx={x(removed.share)} cy={y} r={6} />
            </g>
          )
        })}
      </svg>
    </div>
  )
}
