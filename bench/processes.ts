import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The milliseconds that the PostgreSQL of a folder has had a core for: its processes, and those of them that are gone. */
export function coreTimeOf(folder: string): number {
  const server = serverOf(folder)
  const ticks = [...processesOf(server)].map(([pid, [, , ...used]]) =>
    used.slice(9, pid === server ? 13 : 11).reduce((sum, one) => sum + Number(one), 0),
  )
  return ticks.reduce((sum, one) => sum + one, 0) * 10
}

/** Gives what asks, often and to the microsecond, how many milliseconds they and we have had: of those that are there now. */
export function coreClockOf(folder: string): () => number {
  const pids = [...processesOf(serverOf(folder)).keys()]
  return () => {
    const { user, system } = process.cpuUsage()
    return (
      pids.reduce((sum, pid) => sum + Number(read(`/proc/${pid}/schedstat`).split(' ')[0]) / 1e6, 0) +
      (user + system) / 1000
    )
  }
}

function serverOf(folder: string): string {
  return readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
}

/** The server and its children: of each the state, the parent and what else `/proc/PID/stat` tells after the name. */
function processesOf(server: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${pid}/stat`)
    const told = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (pid === server || told[1] === server) found.set(pid, told)
  }
  return found
}

/** Nothing of a process that is gone meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
