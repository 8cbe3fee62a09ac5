import fc from 'fast-check'
import type { App } from '../../src/platform/http.ts'
import { isSchema, valuesOf, type Material, type Schema } from './arbitraries.ts'

/** A request as it could be sent. */
export interface Shot {
  route: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  body: unknown
}

/** A route of the API, and requests that its schemas let in. */
export interface ApiRoute {
  name: string
  shots: fc.Arbitrary<Shot>
}

const methods = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const

/** Every route that the API describes, with requests made from its own description; the ids are sometimes these. */
export function apiRoutes(app: App, ids: readonly string[]): ApiRoute[] {
  const described: unknown = JSON.parse(JSON.stringify(app.swagger()))
  const paths = at(described, 'paths')
  const components = at(at(described, 'components'), 'schemas')
  return Object.entries(paths).flatMap(([path, found]) =>
    Object.entries(methods).flatMap(([name, method]) => {
      const route = at(found, name)
      if (route['operationId'] === undefined) return []
      return [{ name: `${method} ${path}`, shots: shotsOf(method, path, route, { ids, components }) }]
    }),
  )
}

function shotsOf(
  method: Shot['method'],
  path: string,
  route: Schema,
  material: Material,
): fc.Arbitrary<Shot> {
  const parameters = Array.isArray(route['parameters']) ? route['parameters'].filter(isSchema) : []
  const named = (place: string): Record<string, fc.Arbitrary<unknown>> =>
    Object.fromEntries(
      parameters
        .filter((one) => one['in'] === place)
        .map((one) => [String(one['name']), valuesOf(at(one, 'schema'), material)]),
    )
  const content = at(at(route, 'requestBody'), 'content')
  const schema = at(at(content, 'application/json'), 'schema')
  const body: fc.Arbitrary<unknown> =
    method === 'GET' || method === 'DELETE' ? fc.constant(undefined) : valuesOf(schema, material)
  const required = parameters.filter((one) => one['required'] === true).map((one) => String(one['name']))
  const query = named('query')
  return fc
    .record({
      params: fc.record(named('path')),
      query: fc.record(query, { requiredKeys: required.filter((name) => name in query) }),
      body,
    })
    .map((made) => {
      const filled = path.replaceAll(/\{(\w+)\}|\*/g, (_whole, name: string | undefined) =>
        encodeURIComponent(textOf(at(made, 'params')[name ?? '*'] ?? '0/000')),
      )
      const asked = new URLSearchParams()
      for (const [name, value] of Object.entries(at(made, 'query')))
        if (value !== undefined && value !== null) asked.append(name, textOf(value))
      const text = asked.size === 0 ? '' : `?${asked.toString()}`
      return { route: `${method} ${path}`, method, url: `${filled}${text}`, body: made.body }
    })
}

/** A value as an address bears it. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function at(found: unknown, name: string): Schema {
  const inner = isSchema(found) ? found[name] : undefined
  return isSchema(inner) ? inner : {}
}
