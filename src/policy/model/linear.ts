/** A linear model over hashed features, its weights in one byte each. */
export interface LinearModel {
  weights: Int8Array
  scale: number
  bias: number
}

/** The letter of a weight of nothing; the others stand as far from it in ASCII as they weigh. */
export const nothing = 60

/** Undoes the text form of the weights: a letter each. */
export function unpackModel(packed: { scale: number; bias: number; weights: string }): LinearModel {
  const weights = new Int8Array(packed.weights.length)
  for (let i = 0; i < weights.length; i++) weights[i] = packed.weights.charCodeAt(i) - nothing
  return { weights, scale: packed.scale, bias: packed.bias }
}

/** The log-odds for the first `count` features of `list`. */
export function logOdds(model: LinearModel, list: Int32Array, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += model.weights[list[i] ?? 0] ?? 0
  return sum * model.scale + model.bias
}
