/** Has PostgreSQL, or a folder of ours, no room to write? */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:53100|ENOSPC|EDQUOT)$/.test(String(error.code))
}

/** For what may be left undone while the disk is full: any other fault goes on. */
export function unlessDiskFull(error: unknown): void {
  if (!isDiskFull(error)) throw error
}
