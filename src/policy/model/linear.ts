/** A linear model over hashed features, its weights in one byte each. */
export interface LinearModel {
  weights: Int8Array
  scale: number
  bias: number
}

/** Undoes the text form of the weights: base64 of signed bytes. */
export function unpackModel(packed: { scale: number; bias: number; weights: string }): LinearModel {
  const bytes = atob(packed.weights)
  const weights = Int8Array.from(bytes, (byte) => byte.charCodeAt(0))
  return { weights, scale: packed.scale, bias: packed.bias }
}

/** The log-odds for the first `count` features of `list`. */
export function logOdds(model: LinearModel, list: Int32Array, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += model.weights[list[i] ?? 0] ?? 0
  return sum * model.scale + model.bias
}
