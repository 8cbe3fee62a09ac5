import { z } from 'zod'
import { command } from '../ledger/command.ts'
import { madeBy, memberOf } from '../members/caller.ts'
import { demand } from '../members/may.ts'
import { dayIn } from '../platform/day.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { grounds } from './grounds.ts'
import { figuresByModerator, figuresOf, labels, quarterBefore, quarterOf } from './neutrality.ts'
import { pagesRunBy } from './offices.ts'
import { drawSample, nextToRead, publishedFigures, readAgain, readingsOf } from './rereads.ts'
import { groundSchema } from './schema.ts'
import { namesOf } from './store.ts'

const tags = ['neutrality']
const refusals = { '4xx': refusalSchema } as const
const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, 'is no quarter; write 2026-Q4')
const share = z
  .object({ share: z.number(), from: z.number(), to: z.number(), n: z.number() })
  .nullable()
  .meta({ id: 'RemovalShare' })
const byLabel = z.object({ label: z.enum(labels), removed: share })

export const figuresSchema = z
  .object({
    removed: z.number(),
    kept: z.number(),
    read: z.number(),
    byLabel: z.array(
      byLabel.extend({ byGround: z.array(z.object({ ground: groundSchema, removed: share })) }),
    ),
    wouldHaveKept: share,
    wouldHaveRemoved: share,
  })
  .meta({ id: 'NeutralityFigures' })
export type FiguresView = z.infer<typeof figuresSchema>

export const neutralitySchema = z
  .object({
    /** The quarter whose sample is read now; `figures` are what was read so far. */
    now: z
      .object({
        quarter: z.string(),
        sample: z.number(),
        read: z.number(),
        figures: figuresSchema,
        byModerator: z.array(
          z.object({
            moderator: z.object({ memberId: z.string(), name: z.string() }),
            byLabel: z.array(byLabel),
          }),
        ),
      })
      .nullable(),
    /** The quarter that may be drawn now, if it was not. */
    mayDraw: z.string().nullable(),
    published: z.array(z.object({ quarter: z.string(), publishedAt: z.string(), figures: figuresSchema })),
  })
  .meta({ id: 'Neutrality' })
export type NeutralityView = z.infer<typeof neutralitySchema>

export const toReadSchema = z
  .object({
    next: z
      .object({ quarter: z.string(), number: z.number(), text: z.string(), left: z.number() })
      .nullable(),
  })
  .meta({ id: 'ToReadAgain' })
const readSchema = z
  .strictObject({
    quarter,
    number: z.int().min(1),
    label: z.enum(labels),
    wouldRemove: z.enum([...grounds, 'none']),
  })
  .meta({ id: 'ReadAgain' })
const drawnSchema = z.object({ quarter: z.string(), drawn: z.number() }).meta({ id: 'SampleDrawn' })

/** Blind re-readings, and the removal rates of critical, neutral and praising comments that they tell. */
export function neutralityRoutes(app: App): void {
  app.get(
    '/api/neutrality',
    {
      config: { action: 'neutrality.see' },
      schema: {
        operationId: 'seeNeutrality',
        tags,
        summary: 'Removal rates by what comments say of the department, by ground and by moderator',
        response: { 200: neutralitySchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const { agencyId, zone } = agency
      const pages = await pagesRunBy(db, agencyId, member.memberId)
      demand(caller, 'neutrality.see', { assigned: pages.length > 0 })
      const last = quarterBefore(quarterOf(dayIn(zone, app.clock())))
      const [found, published] = await Promise.all([
        readingsOf(db, agencyId, last),
        publishedFigures(db, agencyId),
      ])
      if (!found) return { now: null, mayDraw: last, published }
      const { drawn, readings, sample } = found
      const moderators = figuresByModerator(readings, drawn)
      const named = await namesOf(
        db,
        agencyId,
        moderators.map(({ moderator }) => moderator),
      )
      return {
        now: {
          quarter: last,
          sample,
          read: readings.length,
          figures: figuresOf(readings, drawn),
          byModerator: moderators.map((one) => ({ ...one, moderator: named(one.moderator) })),
        },
        mayDraw: null,
        published,
      }
    },
  )

  app.post(
    '/api/neutrality/draw',
    {
      config: { action: 'rereads.draw' },
      schema: {
        operationId: 'drawSample',
        tags,
        summary: 'Draw the sample of a quarter that is over, to be read again by others',
        body: z.strictObject({ quarter }).meta({ id: 'DrawSample' }),
        response: { 200: drawnSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      const made = madeBy(request, 'rereads.draw', request.body)
      const asked = { quarter: request.body.quarter, by: member.memberId, at: made.at }
      return await command(db, made, (tx, record) => drawSample(tx, record, agency, asked))
    },
  )

  app.get(
    '/api/rereads/next',
    {
      config: { action: 'rereads.read' },
      schema: {
        operationId: 'nextToReadAgain',
        tags,
        summary: 'The next comment for me to read again: its words, and nothing of who wrote or decided it',
        response: { 200: toReadSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const pages = await pagesRunBy(db, agency.agencyId, member.memberId)
      demand(caller, 'rereads.read', { assigned: pages.length > 0 })
      return { next: (await nextToRead(db, agency.agencyId, member.memberId)) ?? null }
    },
  )

  app.post(
    '/api/rereads',
    {
      config: { action: 'rereads.read' },
      schema: {
        operationId: 'readAgain',
        tags,
        summary: 'Say whether it is critical, neutral or praising, and whether I would remove it',
        body: readSchema,
        response: { 200: z.object({ read: z.literal(true) }), ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const pages = await pagesRunBy(db, agency.agencyId, member.memberId)
      demand(caller, 'rereads.read', { assigned: pages.length > 0 })
      const made = madeBy(request, 'rereads.read', request.body)
      await command(db, made, async (tx, record) => {
        const said = { ...request.body, reader: member.memberId, at: made.at }
        await readAgain(tx, record, agency.agencyId, said)
        return null
      })
      return { read: true } as const
    },
  )
}
