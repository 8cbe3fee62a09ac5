/** FTRL-Proximal (McMahan and others, 2013): online regression whose L1 leaves most weights at zero. */
export class Ftrl {
  readonly weight: Float64Array
  private readonly pull: Float64Array
  private readonly energy: Float64Array
  private readonly rate: number
  private readonly sparsity: number
  private readonly smoothness: number

  constructor(
    size: number,
    { rate, sparsity, smoothness }: { rate: number; sparsity: number; smoothness: number },
  ) {
    this.weight = new Float64Array(size)
    this.pull = new Float64Array(size)
    this.energy = new Float64Array(size)
    this.rate = rate
    this.sparsity = sparsity
    this.smoothness = smoothness
  }

  step(at: number, gradient: number): void {
    const before = this.energy[at] ?? 0
    const after = before + gradient * gradient
    const grown = (Math.sqrt(after) - Math.sqrt(before)) / this.rate
    const z = (this.pull[at] ?? 0) + gradient - grown * (this.weight[at] ?? 0)
    this.pull[at] = z
    this.energy[at] = after
    this.weight[at] =
      Math.abs(z) <= this.sparsity
        ? 0
        : -(z - Math.sign(z) * this.sparsity) / ((1 + Math.sqrt(after)) / this.rate + this.smoothness)
  }
}

/** Shuffles in place, the same way for the same seed. */
export function shuffle(items: unknown[], seed: number): void {
  let state = seed
  for (let i = items.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state / 2 ** 32) * (i + 1))
    const [a, b] = [items[i], items[j]]
    if (a !== undefined && b !== undefined) [items[i], items[j]] = [b, a]
  }
}
