import { existsSync, globSync, lstatSync } from 'node:fs'
import { mkdtemp, readlink, rename, rm, symlink } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const anHour = 3_600_000

/**
 * A folder that many test processes want, made by the first and kept for the next run: who comes meanwhile waits. `kind`
 * names what it is, `digest` what it is made of; those of other digests are forgotten, unless a test may still use them.
 */
export async function madeOnce(
  kind: string,
  digest: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const place = join(tmpdir(), `decorum-${kind}-${digest}`)
  const making = `${place}.making`
  while (!existsSync(place)) {
    if (!(await isOurs(making))) continue
    try {
      if (existsSync(place)) break
      await forgetOld(kind, place)
      const made = await mkdtemp(join(tmpdir(), `decorum-${kind}-`))
      await make(made)
      await rename(made, place)
    } finally {
      await rm(making, { force: true })
    }
  }
  return place
}

/** Takes the making of it, by a link that names this process; or waits a moment, unless whoever had it is no more. */
async function isOurs(making: string): Promise<boolean> {
  try {
    await symlink(String(process.pid), making)
    return true
  } catch {
    const maker = await readlink(making).catch(() => undefined)
    if (maker !== undefined && !isAlive(Number(maker))) await rm(making, { force: true })
    await pause(100)
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function forgetOld(kind: string, place: string): Promise<void> {
  const names = globSync(`decorum-${kind}-*`, { cwd: tmpdir() }).filter(
    (name) => !name.startsWith(basename(place)),
  )
  for (const folder of names.map((name) => join(tmpdir(), name)))
    if (Date.now() - (lstatSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) > anHour)
      await rm(folder, { recursive: true, force: true })
}
