/** Numbers a place that is out of step: which unit, and where it starts and ends. */
const perBreak = 3

/** Most texts have none: room is made for the first. */
const noBreaks = new Int32Array(0)
const leastRoom = 24

/**
 * Which code points of a text the units of its plain form stand for. Nearly everywhere one unit is the next code
 * point, so only those are kept that are not: the accented, the unseen's neighbours, the first after something left out.
 */
export class WayBack {
  private breaks = noBreaks
  private length = 0
  private lastUnit = -1
  private lastEnd = 0
  /** How many units it is good for. */
  known = 0

  /** Puts down where a unit stands; the units come in order. */
  put(unit: number, start: number, end: number): void {
    if (start !== this.lastEnd + unit - this.lastUnit - 1 || end !== start + 1) this.add(unit, start, end)
  }

  /** The last unit put down, or begun from, stands for code points as far as `end`. */
  stretch(unit: number, end: number): void {
    if (this.length > 0 && this.lastUnit === unit) this.breaks[this.length - 1] = this.lastEnd = end
    else this.add(unit, this.lastEnd + unit - this.lastUnit - 1, end)
  }

  private add(unit: number, start: number, end: number): void {
    if (this.length === this.breaks.length) {
      const more = new Int32Array(Math.max(leastRoom, this.length * 2))
      more.set(this.breaks)
      this.breaks = more
    }
    const { breaks, length } = this
    breaks[length] = this.lastUnit = unit
    breaks[length + 1] = start
    breaks[length + 2] = this.lastEnd = end
    this.length = length + perBreak
  }

  /** Puts down as `unit` and those after it what were the units `from` to `to` of another. */
  take(other: WayBack, from: number, to: number, unit: number): void {
    this.put(unit, other.start(from), other.end(from))
    const { breaks, length } = other
    for (let at = other.breakAt(from) + perBreak; at < length && (breaks[at] ?? 0) < to; at += perBreak)
      this.put(unit + (breaks[at] ?? 0) - from, breaks[at + 1] ?? 0, breaks[at + 2] ?? 0)
  }

  /** The code point at which a unit starts. */
  start(unit: number): number {
    const at = this.breakAt(unit)
    if (at < 0) return unit
    const before = this.breaks[at] ?? 0
    return before === unit ? (this.breaks[at + 1] ?? 0) : (this.breaks[at + 2] ?? 0) + unit - before - 1
  }

  /** The code point before which it ends. */
  end(unit: number): number {
    const at = this.breakAt(unit)
    if (at < 0) return unit + 1
    return (this.breaks[at + 2] ?? 0) + unit - (this.breaks[at] ?? 0)
  }

  /** The last place out of step that is not after a unit; below 0 when there is none. */
  private breakAt(unit: number): number {
    let low = 0
    let high = this.length / perBreak
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.breaks[middle * perBreak] ?? 0) > unit) high = middle
      else low = middle + 1
    }
    return (low - 1) * perBreak
  }
}
