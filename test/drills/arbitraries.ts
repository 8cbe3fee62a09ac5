import fc from 'fast-check'

/** A JSON Schema, as the API publishes it. */
export type Schema = { readonly [key: string]: unknown }

/** What values are made of besides chance: ids that exist, and the schemas that others name. */
export interface Material {
  ids: readonly string[]
  components: Schema
}

export function isSchema(found: unknown): found is Schema {
  return typeof found === 'object' && found !== null && !Array.isArray(found)
}

/** Values that a schema lets in, as far as it can be told; ids are often ones that exist. */
export function valuesOf(schema: Schema, material: Material, depth = 0): fc.Arbitrary<unknown> {
  const { $ref, anyOf, oneOf, allOf, type, default: standard } = schema
  const within = (found: unknown): fc.Arbitrary<unknown> =>
    isSchema(found) ? valuesOf(found, material, depth + 1) : fc.constant(null)
  if (depth > 12) return fc.constant(null)
  if (typeof $ref === 'string') return within(material.components[$ref.split('/').at(-1) ?? ''])
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum'])
  for (const choices of [anyOf, oneOf])
    if (Array.isArray(choices)) return fc.oneof(...choices.map((choice: unknown) => within(choice)))
  if (Array.isArray(allOf))
    return fc.tuple(...allOf.map(within)).map((parts) => Object.assign({}, ...parts.filter(isSchema)))
  const made = ofType(Array.isArray(type) ? type[0] : type, schema, within, material)
  return standard === undefined ? made : fc.oneof(made, fc.constant(standard))
}

function ofType(
  type: unknown,
  schema: Schema,
  within: (found: unknown) => fc.Arbitrary<unknown>,
  material: Material,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return objects(schema, within)
    case 'array':
      return arrays(schema, within)
    case 'string':
      return strings(schema, material)
    case 'integer':
      // Versions start at one and go up slowly.
      return fc.oneof(fc.integer({ min: numberOf(schema['minimum'], 0), max: 12 }), wholes(schema))
    case 'number':
      return fc.oneof(wholes(schema), fc.double({ noNaN: true, noDefaultInfinity: true }))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function wholes(schema: Schema): fc.Arbitrary<number> {
  const [min, max] = [numberOf(schema['minimum'], -1_000), numberOf(schema['maximum'], 1_000)]
  return fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31 - 1) })
}

function objects(schema: Schema, within: (found: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const { properties, required, additionalProperties } = schema
  const names = Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []
  if (!isSchema(properties))
    return isSchema(additionalProperties)
      ? fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), within(additionalProperties), {
          maxKeys: 3,
        })
      : fc.constant({})
  const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, within(one)]))
  return fc.record(fields, { requiredKeys: names.filter((name) => name in fields), noNullPrototype: true })
}

function arrays(schema: Schema, within: (found: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const { prefixItems, items, minItems, maxItems } = schema
  if (Array.isArray(prefixItems)) return fc.tuple(...prefixItems.map(within))
  const [least, most] = [numberOf(minItems, 0), Math.min(numberOf(maxItems, 3), 4)]
  return fc.array(within(items), { minLength: least, maxLength: Math.max(most, least, 1) })
}

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString())

function strings(schema: Schema, { ids }: Material): fc.Arbitrary<unknown> {
  const { format, pattern, minLength, maxLength } = schema
  const known = fc.constantFrom(...ids)
  switch (format) {
    case 'uuid':
      return fc.oneof(
        { arbitrary: known.filter(isUuid), weight: 4 },
        { arbitrary: fc.uuid({ version: 7 }), weight: 1 },
      )
    case 'date':
      return days.map((day) => day.slice(0, 10))
    case 'date-time':
      return days
    case 'email':
      return fc.emailAddress()
    case 'uri':
      return fc.webUrl()
    default:
  }
  const hashes = ids.filter((id) => /^[0-9a-f]{64}$/.test(id))
  if (pattern === '^[0-9a-f]{64}$' && hashes.length > 0) return fc.constantFrom(...hashes)
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern))
  const text = fc.string({
    unit: 'grapheme',
    minLength: numberOf(minLength, 0),
    maxLength: Math.min(numberOf(maxLength, 60), 60),
  })
  return fc.oneof(
    { arbitrary: known, weight: 3 },
    { arbitrary: text, weight: 2 },
    { arbitrary: words, weight: 1 },
  )
}

const words = fc.constantFrom(
  'identification',
  'bridgeport-5.14',
  'IV.F.1',
  'because',
  'alvarez',
  'squad-a',
  '2026-11-21',
  'Ready for the late shift at the Riverton Police Department.',
)

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
}
function numberOf(found: unknown, otherwise: number): number {
  return typeof found === 'number' ? found : otherwise
}
