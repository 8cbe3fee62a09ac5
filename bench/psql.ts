import { execFileSync, spawn } from 'node:child_process'

/** Where a program of this machine lies; `undefined` where it has none. */
export function where(program: string): string | undefined {
  try {
    return execFileSync('which', [program], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

export const psql = where('psql')

/** Runs commands in one psql, as the agency that every bench has, and gives the milliseconds they took. */
export async function runPsql(url: string, commands: readonly string[]): Promise<number> {
  const start = performance.now()
  const asked = commands.flatMap((one) => ['-c', one])
  await runProgram(psql ?? 'psql', ['-q', '-X', '-v', 'ON_ERROR_STOP=1', ...asked, url])
  return performance.now() - start
}

/** Runs a program for that agency and gives the end of what it wrote. */
export function runProgram(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PGOPTIONS: '-c decorum.agency=riverton' },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (said = (said + String(chunk)).slice(-10_000)))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${program}: ${said}`))))
  })
}
