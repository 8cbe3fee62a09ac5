const believedFor = 1_000
const mostKept = 1_000

/** Remembers answers for a second, by the machine's own steady clock; callers at once share one look. */
export function believed<Value>(): (key: string, look: () => Promise<Value>) => Promise<Value> {
  const found = new Map<string, { value: Promise<Value>; until: number }>()
  return (key, look) => {
    const here = found.get(key)
    if (here && performance.now() < here.until) return here.value
    if (found.size >= mostKept) found.clear()
    const value = look()
    found.set(key, { value, until: performance.now() + believedFor })
    value.catch(() => found.delete(key))
    return value
  }
}
