import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const web = join(import.meta.dirname, '..', '..', 'web')

/** The folder of the built web app, with a word on stderr if it is not there, or older than what it is built from. */
export function builtWeb(): string | undefined {
  const folder = join(web, 'dist')
  const state = stateOfBuild(web)
  if (state === 'missing') {
    console.error('The web app is not built (npm run build:web); only the API is served.')
    return undefined
  }
  if (state === 'old')
    console.error('The web app is older than its sources; npm run build:web, or bin/demo, builds it anew.')
  return folder
}

/** Whether a folder with the sources of the web app, if it has any, holds a build that is not older than they are. */
export function stateOfBuild(folder: string): 'missing' | 'old' | 'fresh' {
  const built = statSync(join(folder, 'dist', 'index.html'), { throwIfNoEntry: false })
  if (!built) return 'missing'
  const sources = globSync('**/*.{ts,tsx,scss,html}', { cwd: folder, exclude: (name) => name === 'dist' })
  const isOlder = sources.some((file) => statSync(join(folder, file)).mtimeMs > built.mtimeMs)
  return isOlder ? 'old' : 'fresh'
}
