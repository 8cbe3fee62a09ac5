import { z } from 'zod'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { languageOf, publicPage, sendPage } from '../../platform/public-page.ts'
import { Refusal } from '../../platform/refusal.ts'
import { crimeCsv } from '../notices/crime-csv.ts'
import { crimeMap, crimePlot } from '../notices/crime-pictures.ts'
import { crimeShown, demandCrime } from '../notices/crime-store.ts'
import { townMapOf } from '../notices/town-map.ts'
import { crimeBody, crimeTitle } from './crime-page.ts'

const tags = ['public']
const refusals = { '4xx': refusalSchema } as const
const querystring = z.object({ lang: z.string().max(10).optional() })
const response = { 200: z.any(), ...refusals }
const config = { action: 'open' } as const
const sealed = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'public, max-age=300',
}

/** The figures of reported crime, for everybody: a page, its pictures, a file. */
export function crimeRoutes(app: App): void {
  app.get(
    '/public/crime',
    {
      config,
      compress: {},
      schema: {
        operationId: 'publicCrime',
        tags,
        summary: 'The figures of reported crime',
        querystring,
        produces: ['text/html'],
        response,
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const language = languageOf(request.query.lang)
      const [shown, town] = await Promise.all([
        crimeShown(db, agency.agencyId),
        townMapOf(db, agency.agencyId),
      ])
      const hasMap = shown !== undefined && crimeMap(shown, town, language) !== undefined
      const page = { agency, language, title: crimeTitle(language), path: '/public/crime' }
      return sendPage(reply, publicPage(page, crimeBody({ agency, language }, shown, hasMap)))
    },
  )

  app.get(
    '/public/crime/plot.svg',
    {
      config,
      compress: {},
      schema: { operationId: 'publicCrimePlot', tags, summary: 'The months as bars', querystring, response },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const shown = demandCrime(await crimeShown(db, agency.agencyId))
      const svg = crimePlot(shown, languageOf(request.query.lang))
      return await reply.type('image/svg+xml; charset=utf-8').headers(sealed).send(svg)
    },
  )

  app.get(
    '/public/crime/map.svg',
    {
      config,
      compress: {},
      schema: {
        operationId: 'publicCrimeMap',
        tags,
        summary: 'The districts by their figures',
        querystring,
        response,
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const shown = demandCrime(await crimeShown(db, agency.agencyId))
      const svg = crimeMap(shown, await townMapOf(db, agency.agencyId), languageOf(request.query.lang))
      if (svg === undefined) throw new Refusal('notFound', 'the town’s map has none of these areas')
      return await reply.type('image/svg+xml; charset=utf-8').headers(sealed).send(svg)
    },
  )

  app.get(
    '/public/crime.csv',
    {
      config,
      compress: {},
      schema: {
        operationId: 'publicCrimeCsv',
        tags,
        summary: 'What the page of figures shows, as CSV',
        querystring,
        produces: ['text/csv'],
        response,
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const { tables, threshold } = demandCrime(await crimeShown(db, agency.agencyId))
      return await reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="crime.csv"')
        .send(crimeCsv(tables, threshold))
    },
  )
}
