import { Refusal } from '../platform/refusal.ts'
import { openHouse, type House } from '../server/house.ts'
import type { HouseOptions } from './house-options.ts'

/** Opens the installation that the options and the environment name. */
export function houseOf({ data }: HouseOptions): Promise<House> {
  const { DATABASE_URL, DECORUM_OWNER_URL } = process.env
  return openHouse({ data, databaseUrl: DATABASE_URL, ownerUrl: DECORUM_OWNER_URL })
}

/** Does something with an installation and closes it, however it ends. A house that somebody else uses stays open. */
export async function inHouse<Result>(
  options: HouseOptions,
  work: (house: House) => Promise<Result>,
): Promise<Result> {
  const house = await houseOf(options)
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

/** The owner's address of the database, which only some commands need. */
export function ownerUrlOf(house: House): string {
  if (house.ownerUrl === undefined)
    throw new Refusal('malformed', 'this is done by the owner of the database; set DECORUM_OWNER_URL')
  return house.ownerUrl
}
