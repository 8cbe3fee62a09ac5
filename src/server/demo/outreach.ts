import { Temporal } from 'temporal-polyfill'
import type { WallPost } from '../../accounts/fakes/wall.ts'
import type { Chance } from './chance.ts'
import type { Fakes, Ports } from './networks.ts'
import type { Teller } from './teller.ts'

export const townNetworks = ['bluesky', 'mastodon', 'facebook'] as const
export type TownNetwork = (typeof townNetworks)[number]

/** What the official side of the story is told with: the people, the made-up networks, and what was found on the way. */
export interface Outreach {
  teller: Teller
  chance: Chance
  zone: string
  /** The first day of the story. */
  first: string
  /** The day from which on it posts and gives notices; a small town has little to say before. */
  speaksSince: number
  fakes: () => Fakes
  ports: Ports
  /** Sends what is due, and waits until nothing more is on its way. */
  sent: () => Promise<void>
  /** Residents wrote something; it is read on the next morning. */
  stirred: () => void
  /** Pages by where they are, once they are proposed. */
  accounts: Map<'site' | TownNetwork, string>
  /** Puts something into the story at a time of one of its days. */
  on: (day: number, time: string, act: () => Promise<void>) => void
  /** What stands on a network since a post with this key of the story went out there. */
  out: Map<string, WallPost>
}

/** A moment of a day of the story, ISO 8601 in UTC. */
export function momentOn(
  { first, zone }: Pick<Outreach, 'first' | 'zone'>,
  day: number,
  time: string,
): string {
  const date = Temporal.PlainDate.from(first).add({ days: day })
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString()
}

/** Every page of the town, in one order. */
export function everyPage({ accounts }: Outreach): string[] {
  return [...accounts.values()]
}
