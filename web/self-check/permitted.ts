import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { permissionsSchema } from '../../src/permissions/schema.ts'
import { matters, type Act, type Permission } from '../../src/policy/act.ts'
import { get } from '../api.ts'
import { draftId, type Draft } from './draft.ts'

type Permissions = z.infer<typeof permissionsSchema>
type Permitted = Permissions['items'][number]

/** What a member was permitted. Read once, when the page opens; the drafts are compared with it here. */
export const permittedQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['self-check', 'permitted', memberId],
    queryFn: async ({ signal }) => {
      const address = `/api/permissions?limit=200&member=${encodeURIComponent(memberId)}`
      const { items } = await get<Permissions>(address, signal)
      return items.filter(({ state }) => state === 'in-force' || state === 'about-to-end')
    },
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** What was permitted, as the judge weighs it for a draft. */
export type Weighed = Required<Pick<Act, 'permissions' | 'consents'>>

/**
 * The permissions that a draft may come under, and the yes of every colleague who gave one to this very draft. A
 * permission that is bound to other words or pictures covers none of it.
 */
export function weighedFor(draft: Draft, permitted: readonly Permitted[]): Weighed {
  const fitting = permitted.filter((one) => isFor(draft, one))
  return {
    permissions: fitting.flatMap((one) => asPermissions(draft, one)),
    // What colleagues alone permit is weighed as their permission, and shown as such.
    consents: fitting
      .filter(({ by, content }) => by !== 'coworker' && content.text !== null)
      .flatMap(({ content }) => content.coworkers.map((member) => ({ member, given: true }))),
  }
}

/** Is a draft part of what a request asked for: its words and none but its pictures, where words were asked for? */
export function isFor(draft: Draft, { content }: Pick<Permitted, 'content'>): boolean {
  const { act, text, pictures } = content
  if (act.capacity !== draft.capacity || (act.audience === 'limited' && draft.audience !== 'limited'))
    return false
  return (
    text === null ||
    (text === draft.text.trim() &&
      act.kind === draft.kind &&
      draft.pictures.every(({ id }) => pictures.some(({ sha256 }) => sha256 === id)))
  )
}

function asPermissions(draft: Draft, { content, matter, by, from, to, cites }: Permitted): Permission[] {
  const known = matters.find((one) => one === matter)
  if (known === undefined) return []
  const { text, pictures, covers, device, coworkers } = content
  const isDevice = device !== null && device.owner === draft.owner && device.kind === draft.device
  const named = [...covers, ...pictures.map(({ sha256 }) => sha256), ...(isDevice ? [cites] : [])]
  const one: Permission = {
    matter: known,
    by,
    form: 'express-written',
    state: 'in-force',
    from,
    ...(to === null ? {} : { to }),
    // Never empty: an empty list would be read as any act of its matter.
    covers: text === null ? ['a permission', ...named] : [draftId],
  }
  return by === 'coworker' ? coworkers.map(() => one) : [one]
}
