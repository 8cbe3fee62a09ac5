import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { ocrFolder, ocrVersions } from './ocr-files.ts'

const modules = join(import.meta.dirname, '..', '..', 'node_modules')
const ocrFiles = [
  ['tesseract.js', 'dist', 'worker.min.js'],
  ['tesseract.js-core', 'tesseract-core-simd-lstm.js'],
  ['tesseract.js-core', 'tesseract-core-simd-lstm.wasm'],
  ['@tesseract.js-data', 'eng', '4.0.0_best_int', 'eng.traineddata.gz'],
] as const

/** Adds to the web build what the self-check needs without a network: the reader of pictures, and the service worker. */
export function offline(): Plugin {
  return {
    name: 'decorum-offline',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      refuseOtherVersions()
      for (const path of ocrFiles)
        this.emitFile({
          type: 'asset',
          fileName: `${ocrFolder}/${path.at(-1)}`,
          source: readFileSync(join(modules, ...path)),
        })
      const shell = shellOf(bundle)
      const reader = filesOf(bundle, (id) => id.includes('/tesseract.js/')).filter(
        (name) => !shell.includes(name),
      )
      const files = {
        version: versionOf(bundle, shell),
        shell: ['/self-check', ...shell.map((name) => `/${name}`)],
        reader: [...reader, ...ocrFiles.map((path) => `${ocrFolder}/${path.at(-1)}`)].map(
          (name) => `/${name}`,
        ),
      }
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: await serviceWorker(files) })
    },
  }
}

/** Browsers keep the reader of pictures by the name of its folder: other files under the same name never reach them. */
function refuseOtherVersions(): void {
  for (const [name, version] of Object.entries(ocrVersions)) {
    const found: { version: string } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'))
    if (found.version !== version)
      throw new Error(`${name} is ${found.version} and not ${version}: say so in web/offline/ocr-files.ts`)
  }
}

/** The scripts and styles that the page of the self-check is made of, with its worker. */
function shellOf(bundle: Rolldown.OutputBundle): string[] {
  const names = new Set<string>()
  const add = (name: string): void => {
    const part = bundle[name]
    if (!part || names.has(name)) return
    names.add(name)
    if (part.type === 'chunk') part.imports.forEach(add)
  }
  for (const [name, part] of Object.entries(bundle)) {
    const isEntry = part.type === 'chunk' && part.isEntry
    const isPage = part.type === 'chunk' && (part.facadeModuleId ?? '').endsWith('/self-check-page.tsx')
    if (isEntry || isPage || /judge-worker-[\w-]+\.js$|\.css$/.test(name)) add(name)
  }
  if (![...names].some((name) => name.includes('judge-worker'))) throw new Error('the build has no judge')
  return [...names]
}

function filesOf(bundle: Rolldown.OutputBundle, isOf: (moduleId: string) => boolean): string[] {
  return Object.values(bundle).flatMap((part) =>
    part.type === 'chunk' && Object.keys(part.modules).some(isOf) ? [part.fileName] : [],
  )
}

/** Names carry the hash of what they name; the page itself does not. */
function versionOf(bundle: Rolldown.OutputBundle, shell: readonly string[]): string {
  const page = bundle['index.html']
  const source = page?.type === 'asset' ? page.source : ''
  return createHash('sha256').update(shell.join()).update(source).digest('hex').slice(0, 12)
}

async function serviceWorker(files: object): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { filesOfTheBuild: JSON.stringify(files) },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(import.meta.dirname, 'service-worker.ts'), formats: ['iife'], name: 'sw' },
    },
  })
  const [first] = [result].flat()
  if (!first || !('output' in first)) throw new Error('vite built no service worker')
  return first.output[0].code
}
