import { z } from 'zod'
import type { MemberCaller } from './caller.ts'

/** One thing that waits for somebody, with its deadline and the page where it is done. */
export const waitingSchema = z
  .object({
    /** `request.decide`, `request.consent`, `order.acknowledge`, `member.locked`, ... */
    kind: z.string(),
    /** The id of what waits. */
    subject: z.string(),
    title: z.string(),
    /** The permission matter that it is about, whose plain words a page puts before the title. */
    matter: z.string().optional(),
    /** ISO 8601 in UTC. */
    since: z.string(),
    deadline: z.string().nullable(),
    /** The address in the web app. */
    href: z.string(),
  })
  .meta({ id: 'Waiting' })
export type Waiting = z.infer<typeof waitingSchema>

/** What a module says waits for a member; server/waiting.ts merges them, the earliest deadline first. */
export type WaitingOf = (caller: MemberCaller, at: string) => Promise<Waiting[]>
