/** One run of text as a PDF draws it: where it starts, in points from the left and from the bottom. */
export interface Piece {
  str: string
  x: number
  y: number
  width: number
  fontSize: number
  fontFamily: string
}

/** The pieces of each line of a page, from the top, each from the left. */
export function piecesByLine(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((one, other) => other.y - one.y || one.x - other.x)) {
    if (piece.str.trim() === '') continue
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - piece.y) < Math.max(2, piece.fontSize * 0.35)) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => row.toSorted((one, other) => one.x - other.x))
}

/** The lines of a page as one reads them: where it has two columns of running text, the left one first. */
export function inReadingOrder(pieces: readonly Piece[]): Piece[][] {
  const rows = piecesByLine(pieces)
  const gutter = gutterOf(rows)
  if (gutter === undefined) return rows
  const ordered: Piece[][] = []
  let band: Piece[] = []
  const flush = (): void => {
    ordered.push(...piecesByLine(band.filter((piece) => piece.x < gutter)))
    ordered.push(...piecesByLine(band.filter((piece) => piece.x >= gutter)))
    band = []
  }
  for (const [index, row] of rows.entries()) {
    // A title over both columns ends what stands above it; a page's number belongs to neither.
    const isEdge = index === 0 || index === rows.length - 1
    const isNumber = isEdge && /^[-–—\d\s]+$/.test(row.map(({ str }) => str).join(''))
    if (isNumber || stretchesOf(row).some((stretch) => crosses(stretch, gutter))) {
      flush()
      ordered.push(row)
    } else band.push(...row)
  }
  flush()
  return ordered
}

interface Stretch {
  from: number
  to: number
}

/** Where on the page the space between two columns is, or undefined: cells of a table are no running text. */
function gutterOf(rows: readonly (readonly Piece[])[]): number | undefined {
  const stretches = rows.flatMap(stretchesOf)
  if (stretches.length < 12) return undefined
  const left = Math.min(...stretches.map(({ from }) => from))
  const right = Math.max(...stretches.map(({ to }) => to))
  const places: { at: number; crossing: number }[] = []
  for (let at = left + (right - left) * 0.35; at < left + (right - left) * 0.65; at += 2) {
    places.push({ at, crossing: stretches.filter((stretch) => crosses(stretch, at)).length })
  }
  const fewest = Math.min(...places.map(({ crossing }) => crossing))
  if (fewest > stretches.length / 4) return undefined
  // The widest space that so few cross.
  let widest: number[] = []
  let space: number[] = []
  for (const { at, crossing } of places) {
    space = crossing === fewest ? [...space, at] : []
    if (space.length > widest.length) widest = space
  }
  const at = widest[Math.floor(widest.length / 2)] ?? left
  const onLeft = stretches.filter(({ to }) => to <= at)
  const onRight = stretches.filter(({ from }) => from >= at)
  return isColumn(onLeft, at - left) && isColumn(onRight, right - at) ? at : undefined
}

// Most lines of running text fill their column.
function isColumn(column: readonly Stretch[], width: number): boolean {
  const widths = column.map(({ from, to }) => to - from).toSorted((one, other) => one - other)
  return widths.length >= 6 && (widths[Math.floor(widths.length / 2)] ?? 0) > width * 0.6
}

function crosses({ from, to }: Stretch, at: number): boolean {
  return from < at && to > at
}

/** The parts of a line that no wide space breaks. */
function stretchesOf(row: readonly Piece[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { x, width, fontSize } of row) {
    const last = stretches.at(-1)
    if (last && x - last.to < Math.max(8, fontSize * 0.9)) last.to = Math.max(last.to, x + width)
    else stretches.push({ from: x, to: x + width })
  }
  return stretches
}
