/** Is this the badge or the e-mail address of somebody? Given in lower case. */
export function hasSign(one: { badge: string | null; email: string | null }, sign: string): boolean {
  return one.badge?.toLowerCase() === sign || one.email?.toLowerCase() === sign
}
