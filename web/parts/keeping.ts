// What somebody wrote and did not send lies in this window alone: over a reload, and over a session that ends while they
// write. It is gone with the window, and when they sign out. Each member has their own. The number is of its form.
const prefix = 'decorum-kept-1'

/** What a member left in a form of theirs, `null` where nothing lies there: what `keepIn` was given for it. */
export function keptIn(memberId: string, form: string): ReturnType<typeof JSON.parse> {
  return JSON.parse(sessionStorage.getItem(placeOf(memberId, form)) ?? 'null')
}

export function keepIn(memberId: string, form: string, what: unknown): void {
  try {
    sessionStorage.setItem(placeOf(memberId, form), JSON.stringify(what))
  } catch {
    // A window that has no room left keeps what it has; the form itself is not touched.
  }
}

export function forgetIn(memberId: string, form: string): void {
  sessionStorage.removeItem(placeOf(memberId, form))
}

/** Whoever signs out leaves nothing in the window. */
export function forgetEveryForm(): void {
  const places = Array.from({ length: sessionStorage.length }, (_, place) => sessionStorage.key(place))
  for (const place of places) if (place?.startsWith(prefix) === true) sessionStorage.removeItem(place)
}

function placeOf(memberId: string, form: string): string {
  return `${prefix} ${memberId} ${form}`
}
