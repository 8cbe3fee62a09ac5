import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Builds `verify.html`, one file with everything in it, from the verifier's own TypeScript: into the file that is named,
 * or to standard output. Needs vite, which an installation from npm lacks: that has the page built.
 */
const folder = join(import.meta.dirname, 'page')
const { build } = await import('vite')
const built = await build({
  configFile: false,
  logLevel: 'silent',
  root: folder,
  build: {
    write: false,
    target: 'es2023',
    modulePreload: false,
    lib: { entry: join(folder, 'page.ts'), formats: ['iife'], name: 'page', fileName: 'page' },
    minify: true,
  },
})
const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
const [script] = outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : []))
if (script === undefined) throw new Error('vite built no script')
// A script must not hold what would end it.
const code = script.trim().replaceAll('</script', String.raw`<\/script`)
const style = readFileSync(join(folder, 'page.css'), 'utf8').trim()
const hashed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
// Nothing but what stands here runs, and nothing goes out.
const policy = `default-src 'none'; script-src ${hashed(code)}; style-src ${hashed(style)}; base-uri 'none'; form-action 'none'`
const page = readFileSync(join(folder, 'page.html'), 'utf8')
  .replace(/\s*STYLE\s*/, () => style)
  .replace(/\s*SCRIPT\s*/, () => code)
  .replace('POLICY', () => policy)
const [out] = process.argv.slice(2)
if (out === undefined) process.stdout.write(page)
else writeFileSync(out, page)
