import { z } from 'zod'

const name = z.string().trim().min(1).max(200)

/** What an order leaves open and an agency decides. No order sets a time; each agency must. */
export const settingsSchema = z
  .object({
    /** Who gives a permission for which the order names nobody (decision A9). */
    standsForUnnamed: z
      .array(z.enum(['chief', 'designee']))
      .min(1)
      .max(2),
    /** Hours that a request may lie on one desk below the giver before it passes upward. */
    deskHours: z.int().min(1).max(720),
    /** Days within which the giver decides; then the way to `appealTo` is open. */
    decisionDays: z.int().min(1).max(180),
    /** Who decides an appeal, and a request of the Chief's own. */
    appealTo: z.object({ title: name, memberId: z.string().nullable() }),
    /** Who advises on citizen speech. */
    counsel: z.object({ memberId: z.string().nullable() }),
    /** Who gives an advance opinion. */
    opinionBy: z
      .array(z.enum(['chief', 'designee', 'counsel']))
      .min(1)
      .max(3),
    /** Days that a member has to read the order, answer and acknowledge. */
    acknowledgeDays: z.int().min(1).max(365),
    /** Questions in one attempt, and how many right answers pass it. */
    questions: z.int().min(1).max(20),
    passMark: z.int().min(0).max(20),
    /** Names and short forms by which people recognise the department ("Riverton PD", "RPD"). */
    departmentNames: z.array(name).max(20),
    /** Where members find help after a hard call, in the agency's own words; the self-check shows it. */
    support: z.string().trim().min(1).max(600).optional(),
  })
  .refine((settings) => settings.passMark <= settings.questions, {
    path: ['passMark'],
    error: 'asks for more right answers than there are questions',
  })
  .meta({ id: 'OrderSettings' })
export type Settings = z.infer<typeof settingsSchema>

/** What a new version starts with, until the agency says otherwise. */
export function firstSettings(agencyName: string): Settings {
  return {
    standsForUnnamed: ['chief', 'designee'],
    deskHours: 72,
    decisionDays: 14,
    appealTo: { title: 'Appointing authority', memberId: null },
    counsel: { memberId: null },
    opinionBy: ['chief', 'designee'],
    acknowledgeDays: 30,
    questions: 5,
    passMark: 4,
    departmentNames: [agencyName],
  }
}

/** Who may permit one matter, as a pack writes it. */
export const routeSchema = z.looseObject({
  by: z.array(z.string()),
  via: z.string(),
  form: z.string(),
  cites: z.string(),
  unnamed: z.boolean().optional(),
})
export type Route = z.infer<typeof routeSchema>

/**
 * Who may permit what, with the agency's answer put in where the order names nobody. A giver whom the pack adds for
 * another reason (a supervisor for duty use, decision A15) stays.
 */
export function givenBy(route: Route, settings: Pick<Settings, 'standsForUnnamed'>): Route {
  if (route.unnamed !== true) return route
  const others = route.by.filter((giver) => giver !== 'chief' && giver !== 'designee')
  const by = [...settings.standsForUnnamed, ...others]
  return { ...route, by, note: `The order names nobody; this agency reads it as the ${by.join(' or the ')}.` }
}
