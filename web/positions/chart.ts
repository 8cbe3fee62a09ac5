import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { chartSchema, Holding, Position } from '../../src/members/schema.ts'
import { get } from '../api.ts'

export type ChartData = z.infer<typeof chartSchema>

export const chartQuery = queryOptions({
  queryKey: ['positions'],
  queryFn: ({ signal }) => get<ChartData>('/api/positions', signal),
})

/** A position of a day, with those who sit there and those below. */
export interface Place {
  position: Position
  holdings: Holding[]
  below: Place[]
}

const isOn = (line: { from: string; to: string | null }, on: string): boolean =>
  line.from <= on && (line.to === null || on < line.to)

/** The chart of one day as a tree, its highest positions first; titles in alphabetical order beside one another. */
export function treeOn({ positions, holdings }: ChartData, on: string): Place[] {
  const today = positions.filter((position) => isOn(position, on))
  const known = new Set(today.map(({ positionId }) => positionId))
  const below = (upper: string | null, path: ReadonlySet<string>): Place[] =>
    today
      .filter(({ reportsTo, positionId }) => {
        const stands = reportsTo !== null && known.has(reportsTo) ? reportsTo : null
        return stands === upper && !path.has(positionId)
      })
      .toSorted((one, other) => one.title.localeCompare(other.title))
      .map((position) => ({
        position,
        holdings: holdings.filter((held) => held.positionId === position.positionId && isOn(held, on)),
        below: below(position.positionId, new Set([...path, position.positionId])),
      }))
  return below(null, new Set())
}

/** Every place of a tree, from the top down. */
export function everyPlace(tree: readonly Place[]): Place[] {
  return tree.flatMap((place) => [place, ...everyPlace(place.below)])
}

export function nameOf({ people }: Pick<ChartData, 'people'>, memberId: string): string {
  return people.find((one) => one.memberId === memberId)?.name ?? memberId
}
