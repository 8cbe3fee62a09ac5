import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { webBuild } from '../../vite.config.ts'

const root = join(import.meta.dirname, '..', '..')

/** The built web app of the sources as they stand: built once, however many test files ask, and kept for the next run. */
export async function webFolder(): Promise<string> {
  const kept = join(tmpdir(), `decorum-web-${sourcesDigest()}`)
  if (existsSync(kept)) return kept
  await forgetOld()
  const made = await mkdtemp(join(tmpdir(), 'decorum-web-'))
  await build({ ...webBuild(made), configFile: false, logLevel: 'error' })
  try {
    await rename(made, kept)
  } catch {
    // Another test process was quicker.
    await rm(made, { recursive: true, force: true })
  }
  return kept
}

/** Folders of sources that are no more, unless a test may still serve them. */
async function forgetOld(): Promise<void> {
  const anHourAgo = Date.now() - 3_600_000
  for (const folder of globSync('decorum-web-*', { cwd: tmpdir() }).map((name) => join(tmpdir(), name)))
    if ((statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? anHourAgo) < anHourAgo)
      await rm(folder, { recursive: true, force: true })
}

/** Changes whenever anything does that the web app is built from. */
function sourcesDigest(): string {
  const hash = createHash('sha256')
  const files = globSync(
    [
      'web/**/*.*',
      'src/policy/**/*.ts',
      'src/ledger/**/*.ts',
      'src/records/requests/{clock,redact-words}.ts',
      'vite.config.ts',
      'package-lock.json',
    ],
    { cwd: root, exclude: ['web/dist/**'] },
  )
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
