import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Refusal } from '../platform/refusal.ts'

/** The web app while it is built, beside whatever else is done. */
export interface BuildingWeb {
  /** Refuses if it could not be built; Vite has said why. */
  done: Promise<void>
  stop: () => void
}

/** Builds the web app of a checkout in a process of its own. */
export function buildWeb(): BuildingWeb {
  const root = join(import.meta.dirname, '..', '..')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    // What this command prints is read by others; Vite's faults are for people.
    stdio: ['ignore', 2, 2],
  })
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else
        reject(
          new Refusal(
            'unavailable',
            'the web app could not be built; run `npm ci`, then `npm run build:web`',
          ),
        )
    })
  })
  // Whoever waits for it hears of its end; until then nobody has to.
  done.catch(() => undefined)
  return { done, stop: () => child.kill() }
}
