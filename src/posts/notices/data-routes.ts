import { z } from 'zod'
import { madeBy, memberOf } from '../../members/caller.ts'
import { demand } from '../../members/may.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { sha256 } from '../../platform/id.ts'
import {
  checkCrime,
  crimeBodySchema,
  crimeCheckedSchema,
  crimeLoadedSchema,
  crimeShown,
  loadCrime,
} from './crime-store.ts'
import { tieTo } from './routes.ts'
import { loadMap, mapBodySchema, shownFeatureSchema, townMapOf } from './town-map.ts'

const tags = ['notices']
const refusals = { '4xx': refusalSchema } as const

/** What an agency loads: the map of its town, and the figures of reported crime. */
export function dataRoutes(app: App): void {
  app.get(
    '/api/map',
    {
      config: { action: 'notices.see' },
      schema: {
        operationId: 'townMap',
        tags,
        summary: 'The town’s own map, as it was last loaded',
        response: {
          200: z.object({
            mapId: z.string().nullable(),
            source: z.string(),
            features: z.array(shownFeatureSchema),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      demand(caller, 'notices.see', await tieTo(caller, app.clock()))
      const { mapId, source, features } = await townMapOf(caller.db, caller.agency.agencyId)
      return { mapId, source, features: [...features] }
    },
  )

  app.post(
    '/api/map',
    {
      config: { action: 'map.change' },
      bodyLimit: 4 * 1024 * 1024,
      schema: {
        operationId: 'loadMap',
        tags,
        summary: 'Load the town’s map: GeoJSON lines and areas with names and kinds',
        body: mapBodySchema,
        response: { 200: z.object({ mapId: z.string(), features: z.number() }), ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      demand(caller, 'map.change', await tieTo(caller, app.clock()))
      const { source, map } = request.body
      const made = madeBy(request, 'map.load', { source, sha256: sha256(JSON.stringify(map)) })
      return await loadMap(caller.db, made, request.body)
    },
  )

  app.get(
    '/api/crime-data',
    {
      config: { action: 'notices.see' },
      schema: {
        operationId: 'crimeData',
        tags,
        summary: 'What was loaded last, its small cells hidden',
        response: {
          200: z.object({
            loadId: z.string().nullable(),
            source: z.string(),
            threshold: z.number(),
            at: z.string().nullable(),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      demand(caller, 'notices.see', await tieTo(caller, app.clock()))
      const shown = await crimeShown(caller.db, caller.agency.agencyId)
      if (!shown) return { loadId: null, source: '', threshold: 5, at: null }
      const { loadId, source, threshold, at } = shown
      return { loadId, source, threshold, at }
    },
  )

  app.post(
    '/api/crime-data/check',
    {
      config: { action: 'crime-data.change', asFound: true },
      bodyLimit: 20 * 1024 * 1024,
      schema: {
        operationId: 'checkCrimeData',
        tags,
        summary: 'What is wrong with a CSV of reports, or the tables that it would make; nothing is kept',
        body: crimeBodySchema,
        response: { 200: crimeCheckedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      demand(caller, 'crime-data.change', await tieTo(caller, app.clock()))
      return await checkCrime(caller.db, caller.agency.agencyId, request.body)
    },
  )

  app.post(
    '/api/crime-data',
    {
      config: { action: 'crime-data.change' },
      bodyLimit: 20 * 1024 * 1024,
      schema: {
        operationId: 'loadCrimeData',
        tags,
        summary: 'Load reports from CSV; problems are told line by line, and then nothing is loaded',
        body: crimeBodySchema,
        response: { 200: crimeLoadedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      demand(caller, 'crime-data.change', await tieTo(caller, app.clock()))
      const { csv, source, threshold } = request.body
      const made = madeBy(request, 'crime-data.load', { source, threshold, sha256: sha256(csv) })
      return await loadCrime(caller.db, made, request.body)
    },
  )
}
