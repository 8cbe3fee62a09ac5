import { chance } from './contrasts.ts'

/** One training text as its hashed features, with its label and how much it counts. */
export interface Example {
  set: string
  group: string
  features: Int32Array
  hateful: boolean
  weight: number
}

export interface Weights {
  values: Float64Array
  bias: number
}

/** Logistic regression by AdaGrad with L2, averaged over the second half of the run; the same seed gives the same weights. */
export function train(
  examples: readonly Example[],
  buckets: number,
  epochs: number,
  l2: number,
  seed: number,
): Weights {
  const next = chance(seed)
  const order = Int32Array.from(examples.keys())
  const values = new Float64Array(buckets)
  const squares = new Float64Array(buckets).fill(1e-8)
  const mean = new Float64Array(buckets)
  let bias = 0
  let biasSquare = 1e-8
  let biasMean = 0
  let counted = 0
  const rate = 0.08
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const k = Math.floor(next() * (i + 1))
      const held = order[i] ?? 0
      order[i] = order[k] ?? 0
      order[k] = held
    }
    for (const index of order) {
      const example = examples[index]
      if (!example) continue
      const list = example.features
      let sum = bias
      for (const bucket of list) sum += values[bucket] ?? 0
      const gap = (1 / (1 + Math.exp(-sum)) - (example.hateful ? 1 : 0)) * example.weight
      for (const bucket of list) {
        const value = values[bucket] ?? 0
        const slope = gap + l2 * value
        const square = (squares[bucket] ?? 0) + slope * slope
        squares[bucket] = square
        values[bucket] = value - (rate * slope) / Math.sqrt(square + 0.1)
      }
      biasSquare += gap * gap
      bias -= (rate * gap) / Math.sqrt(biasSquare + 0.1)
    }
    if (epoch >= epochs / 2) {
      counted++
      for (let i = 0; i < buckets; i++) mean[i] = (mean[i] ?? 0) + (values[i] ?? 0)
      biasMean += bias
    }
  }
  return { values: mean.map((value) => value / counted), bias: biasMean / counted }
}

export function score(weights: Weights, list: Int32Array): number {
  let sum = weights.bias
  for (const bucket of list) sum += weights.values[bucket] ?? 0
  return sum
}
