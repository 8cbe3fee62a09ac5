import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const built = join(import.meta.dirname, 'verify.html')
let page: Promise<string> | undefined

/** The page that goes into every package: as it was published, or in a checkout built once for this process. */
export function verifyPage(): Promise<string> {
  page ??= existsSync(built) ? readFile(built, 'utf8') : buildPage()
  return page
}

async function buildPage(): Promise<string> {
  const builder = join(import.meta.dirname, 'build-page.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [builder], { maxBuffer: 16 * 1024 * 1024 })
  return stdout
}
