import { z } from 'zod'
import { daySchema, momentSchema } from '../../platform/day.ts'

/** Words in both languages. */
export interface Both {
  en: string
  es: string
}

/** One field of a template. What people fill in is checked by it, and the form is drawn from it. */
export interface Field {
  name: string
  label: Both
  hint?: Both
  /**
   * `line`: a name or a place, said as it is in every language. `both`: words that are written in both. `moment`: a
   * moment, ISO 8601 in UTC. `day`: 2026-11-21.
   */
  kind: 'line' | 'both' | 'choice' | 'choices' | 'moment' | 'day' | 'number' | 'yes-no' | 'address'
  isRequired: boolean
  /** Characters, or the highest number. */
  most?: number
  choices?: readonly Choice[]
}

export interface Choice {
  value: string
  words: Both
}

export const bothSchema = z.strictObject({
  en: z.string().trim().max(2_000).default(''),
  es: z.string().trim().max(2_000).default(''),
})
export const valueSchema = z.union([
  z.string().max(2_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(100)).max(20),
  bothSchema,
  z.null(),
])
export type Value = z.infer<typeof valueSchema>
export type Values = Readonly<Record<string, Value>>

/** What a field of each kind may hold; in a draft it may be empty. */
const holds: Readonly<Record<Field['kind'], (values: string[], most: number) => z.ZodType>> = {
  line: (_, most) => z.string().trim().max(most).nullable(),
  both: () => bothSchema.nullable(),
  choice: (values) => z.enum(values).nullable(),
  choices: (values) => z.array(z.enum(values)).max(values.length),
  moment: () => momentSchema.nullable(),
  day: () => daySchema.nullable(),
  number: (_, most) => z.number().int().min(0).max(most).nullable(),
  'yes-no': () => z.boolean(),
  address: () =>
    z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
}

function schemaOf({ kind, choices = [], most = 300 }: Field): z.ZodType {
  return holds[kind](
    choices.map(({ value }) => value),
    most,
  )
}

/** The zod schema of a template: its fields, and no other. */
export function valuesSchemaOf(fields: readonly Field[]): z.ZodType<Values> {
  const shape = Object.fromEntries(
    fields.map((field) => [field.name, schemaOf(field).default(emptyOf(field))]),
  )
  return z.strictObject(shape).pipe(z.record(z.string(), valueSchema))
}

/** What a field holds before anybody fills it in. */
export function emptyOf({ kind }: Field): Value {
  if (kind === 'choices') return []
  return kind === 'yes-no' ? false : null
}

/** The required fields that are still empty, each as a sentence. */
export function missing(fields: readonly Field[], values: Values): string[] {
  return fields
    .filter(({ name, isRequired, kind }) => isRequired && isEmpty(values[name] ?? null, kind))
    .map(({ label, kind }) => `fill in "${label.en}"${kind === 'both' ? ', in one language at least' : ''}`)
}

function isEmpty(value: Value, kind: Field['kind']): boolean {
  if (value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return kind === 'both' && typeof value === 'object' && value.en === '' && value.es === ''
}

/** What was filled in, as a template's words use it. */
export class Filled {
  readonly #fields: readonly Field[]
  readonly #values: Values
  readonly language: keyof Both

  constructor(fields: readonly Field[], values: Values, language: keyof Both) {
    this.#fields = fields
    this.#values = values
    this.language = language
  }

  /** The words of one field in this language; '' where it is empty. */
  say(name: string): string {
    const value = this.#values[name] ?? null
    if (typeof value === 'number') return String(value)
    if (typeof value === 'string') return this.#choice(name, value) ?? value
    if (value === null || typeof value === 'boolean' || Array.isArray(value)) return ''
    return value[this.language]
  }

  /** The chosen ones, in words. */
  each(name: string): string[] {
    const value = this.#values[name] ?? null
    return Array.isArray(value) ? value.map((one) => this.#choice(name, one) ?? one) : []
  }

  is(name: string): boolean {
    return this.#values[name] === true
  }

  has(name: string): boolean {
    return this.say(name) !== '' || this.each(name).length > 0
  }

  #choice(name: string, value: string): string | undefined {
    const field = this.#fields.find((one) => one.name === name)
    return field?.choices?.find((one) => one.value === value)?.words[this.language]
  }
}
