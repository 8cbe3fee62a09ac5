import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeOnce } from '../made-once.ts'

const root = join(import.meta.dirname, '..', '..')

/** The built web app of the sources as they stand: built once, however many test files ask, and kept for the next run. */
export function webFolder(): Promise<string> {
  return madeOnce('web', sourcesDigest(), async (folder) => {
    const [{ build }, { webBuild }] = await Promise.all([import('vite'), import('../../vite.config.ts')])
    await build({ ...webBuild(folder), configFile: false, logLevel: 'error' })
  })
}

/** Changes whenever anything does that the web app is built from. */
function sourcesDigest(): string {
  const hash = createHash('sha256')
  const files = globSync(
    [
      'web/**/*.*',
      'src/policy/**/*.ts',
      'src/ledger/**/*.ts',
      'src/members/file-text.ts',
      'src/records/requests/{clock,redact-words}.ts',
      'vite.config.ts',
      'package-lock.json',
    ],
    { cwd: root, exclude: ['web/dist/**'] },
  )
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
