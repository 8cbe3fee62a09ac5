import { z } from 'zod'

/** What a person has still to write says so, in one sentence that names it. */
function told(what: string): { error: (issue: { input?: unknown }) => string } {
  return {
    error: ({ input }) =>
      input === undefined || input === null
        ? `is not filled in; write ${what}`
        : typeof input === 'string' && input !== ''
          ? `"${input}" is not ${what}`
          : `wants text; write ${what}, in quotes where it is a number`,
  }
}

const date = z.iso.date(told('a day that exists, such as 2020-05-01'))

const routeSchema = z.strictObject({
  by: z.array(z.enum(['chief', 'designee', 'supervisor', 'coworker'])).min(1),
  via: z.enum(['chain', 'direct']),
  form: z.enum(['express-written', 'written', 'express', 'consent', 'recorded']),
  cites: z.string().min(1),
  // The order names nobody; the pack reads it as these (decision A9), and an agency may read it otherwise.
  unnamed: z.literal(true).optional(),
  note: z.string().optional(),
})

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const idPattern = /^[a-z0-9][a-z0-9.-]*$/

/** Could this be the id of an order, and so the name of its folder? */
export function isOrderId(name: string): boolean {
  return idPattern.test(name)
}

/** Who issued an order, from when it binds, and who may permit what: `order.yaml`. */
export const identitySchema = z.object({
  id: z.string().regex(idPattern, 'an id is lower-case letters, digits, dots and hyphens'),
  agency: z.string(told('the name of the agency')).min(1, told('the name of the agency')),
  /** Other names by which people know the agency: `RPD`. */
  names: z.array(z.string()).optional(),
  number: z.string(told("the order's number")).min(1, told("the order's number")),
  title: z.string(told("the order's title")).min(1, told("the order's title")),
  zone: z
    .string()
    .refine(isTimeZone, 'is no time zone; write one such as America/New_York')
    .default('America/New_York'),
  issued: date.optional(),
  'first-issued': date.optional(),
  approved: z.object({ by: z.string(), on: date }).optional(),
  effective: z.iso.date(told('the day from which the order is in force, such as 2020-05-01')),
  'text-held-from': date.optional(),
  'superseded-on': date.optional(),
  permissions: z.record(z.string(), routeSchema),
  'code-of-conduct': z
    .object({ cites: z.string(), adherence: z.enum(['required', 'recommended']) })
    .optional(),
})
export type Identity = z.infer<typeof identitySchema>
