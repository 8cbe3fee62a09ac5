/** Whether the dialog that asks "is it still you?" is open, for the dialog; and the way to open it, for the rest. */
let resolve: ((confirmed: boolean) => void) | undefined
const listeners = new Set<() => void>()

/** Opens the dialog; `true` once they have shown who they are, `false` when they would rather not. */
export function askWhoItIs(): Promise<boolean> {
  resolve?.(false)
  return new Promise((settle) => {
    resolve = settle
    for (const listener of listeners) listener()
  })
}

export function answerWhoItIs(confirmed: boolean): void {
  resolve?.(confirmed)
  resolve = undefined
  for (const listener of listeners) listener()
}

export function isAsked(): boolean {
  return resolve !== undefined
}

export function onAsked(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
