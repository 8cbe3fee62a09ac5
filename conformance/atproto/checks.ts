import { isDeepStrictEqual } from 'node:util'
import { NetworkFault } from '../../src/accounts/networks/network.ts'

export interface Checks {
  /** What is so must be as it should be, to the letter. */
  check: (name: string, work: () => Promise<{ is: unknown; should: unknown }>) => Promise<void>
  /** The table, and whether all of it holds. */
  print: () => boolean
}

/** A list of checks; one that throws has failed, and the rest still run. */
export function checks(): Checks {
  const rows: { name: string; ok: boolean; ms: number; why: string }[] = []
  return {
    check: async (name, work) => {
      const from = performance.now()
      let why = ''
      try {
        const { is, should } = await work()
        if (!isDeepStrictEqual(is, should))
          why = `is ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`
      } catch (cause) {
        why =
          cause instanceof Error
            ? `${cause.name}: ${cause.message} ${cause.cause instanceof Error ? cause.cause.message : ''}`
            : String(cause)
      }
      rows.push({ name, ok: why === '', ms: Math.round(performance.now() - from), why })
    },
    print: () => {
      const width = Math.max(...rows.map(({ name }) => name.length))
      for (const { name, ok, ms, why } of rows)
        console.log(
          `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(width)} ${String(ms).padStart(6)} ms${why && `\n     ${why}`}`,
        )
      const failed = rows.filter(({ ok }) => !ok).length
      console.log(`${rows.length - failed} of ${rows.length} checks hold`)
      return failed === 0
    },
  }
}

/** How a call ended: `done`, or the kind of its fault. */
export async function endOf(call: Promise<unknown> | undefined): Promise<string> {
  try {
    await call
    return 'done'
  } catch (cause) {
    if (cause instanceof NetworkFault) return cause.kind
    throw cause
  }
}

/** What stands at a path in a value, as `at(post, 'record', 'langs', 0)`; undefined where nothing does. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}
