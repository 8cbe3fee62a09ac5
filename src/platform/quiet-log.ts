import { isIP } from 'node:net'

/** Nobody's name, words or address is logged: the method, the route's pattern, the status and the time are. */
export const quietLog = {
  serializers: {
    req: (request: { method: string; routeOptions?: { url?: string | undefined } }) => ({
      method: request.method,
      route: request.routeOptions?.url,
    }),
    err: quietError,
  },
  hooks: {
    // An error that is logged without words of our own would be told in its own words.
    logMethod(this: unknown, said: unknown[], log: (...said: unknown[]) => void): void {
      const [first, words] = said
      const error = first instanceof Error ? first : errorIn(first)
      if (error !== undefined && (words === undefined || words === error.message))
        log.call(this, { err: error }, 'fault')
      else log.apply(this, said)
    },
  },
}

function errorIn(logged: unknown): Error | undefined {
  if (typeof logged !== 'object' || logged === null || !('err' in logged)) return undefined
  const { err } = logged
  return err instanceof Error ? err : undefined
}

/**
 * A fault as the log tells it: what it is and where. PostgreSQL and parsers quote in their words what people wrote, and
 * PostgreSQL's details hold whole rows; neither is logged.
 */
function quietError(error: unknown): { type: string; message: string; stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const quotes = 'severity' in error || error instanceof SyntaxError
  const told = ['code', 'constraint', 'table', 'column', 'routine'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return {
    type: error.name,
    message: withoutAddresses(quotes ? error.message.replace(/"[^]*"|'[^]*'/g, '…') : error.message),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...Object.fromEntries(told),
    ...(error.cause === undefined ? {} : { cause: quietError(error.cause) }),
    ...(error instanceof AggregateError ? { errors: error.errors.map(quietError) } : {}),
  }
}

/** `connect ECONNREFUSED 127.0.0.1:5432` without the address, whosever it is. */
function withoutAddresses(message: string): string {
  return message.replaceAll(/[\da-f:.]*[:.][\da-f:.]*[\da-f:]/gi, (token) =>
    isIP(token) > 0 || isIP(token.replace(/:\d*$/, '')) > 0 ? '…' : token,
  )
}
