import { join } from 'node:path'
import { build } from 'vite'

/** `decorum/policy` as a browser would load it: one minified script that lays its exports on `globalThis.decorum`. */
export async function bundlePolicy(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: join(import.meta.dirname, '..', '..', 'src', 'policy', 'policy.ts'),
        formats: ['iife'],
        name: 'decorum',
      },
    },
  })
  const [first] = [result].flat()
  if (!first || !('output' in first)) throw new Error('vite built nothing')
  return first.output[0].code
}
