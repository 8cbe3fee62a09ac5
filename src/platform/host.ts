/**
 * The host that a request was sent to: small letters, without the dot that may end a name, with its port where it has
 * one. Only the header Host counts: what a proxy adds (X-Forwarded-Host) may have been written by anybody.
 */
export function hostOf({ headers }: { headers: { host?: string | undefined } }): string {
  return inSmall(headers.host ?? '')
}

/** The name alone: `orders.riverton.gov` of `Orders.Riverton.Gov.:8443`; an address in brackets keeps them. */
export function hostNameOf(request: { headers: { host?: string | undefined } }): string {
  return hostOf(request).replace(/:\d*$/, '')
}

/** Was a request sent by a page of this scheme and of the host it was sent to? */
export function isFromItself(
  request: { headers: { host?: string | undefined; origin?: string | undefined } },
  scheme: string,
): boolean {
  const { origin } = request.headers
  return origin !== undefined && inSmall(origin) === `${scheme}://${hostOf(request)}`
}

function inSmall(host: string): string {
  return host.toLowerCase().replace(/\.(?=:\d*$|$)/, '')
}
