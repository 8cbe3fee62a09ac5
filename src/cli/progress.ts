import type { Progress } from '../platform/backup/tables.ts'

/**
 * Shows on the terminal how far a long work is, on one line that ends with it. Where nobody watches, a line for each
 * part that is done.
 */
export function showProgress(out: NodeJS.WriteStream = process.stderr): {
  progress: Progress
  end: () => void
} {
  let [doing, percent] = ['', -1]
  const end = (): void => {
    if (doing !== '' && out.isTTY) out.write('\n')
    doing = ''
  }
  return {
    progress: (what, done, of) => {
      const now = of === 0 ? 100 : Math.floor((done / of) * 100)
      if (what === doing && now === percent) return
      if (what !== doing) end()
      ;[doing, percent] = [what, now]
      if (out.isTTY) out.write(`\r${what.padEnd(8)} ${bar(now)} ${String(now).padStart(3)} %`)
      else if (now === 100) out.write(`${what}: done\n`)
    },
    end,
  }
}

function bar(percent: number): string {
  const full = Math.round(percent / 4)
  return `${'#'.repeat(full)}${'.'.repeat(25 - full)}`
}
