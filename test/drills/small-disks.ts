import { execFileSync } from 'node:child_process'
import { mkdirSync, statfsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A file system of its own, of a few megabytes, that can be filled and emptied again. */
export interface SmallDisk {
  folder: string
  /** Leaves no byte free. */
  fill: () => Promise<void>
  empty: () => Promise<void>
  unmount: () => void
}

/** What this machine lacks for small disks, if anything. */
export function lacksDisks(): string | undefined {
  return process.getuid?.() === 0 ? undefined : 'only root may mount a file system'
}

/** Mounts a disk at a folder, which is made where there is none. */
export function smallDisk(folder: string, megabytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder])
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: async () => {
      const file = await open(filler, 'a')
      const zeros = Buffer.alloc(64 * 1024)
      try {
        // Others write meanwhile: it is full when nothing is free, however often something became so.
        while (statfsSync(folder).bavail > 0)
          await file.appendFile(zeros).catch((error: NodeJS.ErrnoException) => {
            if (error.code !== 'ENOSPC') throw error
          })
      } finally {
        await file.close()
      }
    },
    empty: () => rm(filler, { force: true }),
    unmount: () => execFileSync('umount', ['-l', folder]),
  }
}
