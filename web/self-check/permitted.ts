import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { permissionsSchema } from '../../src/permissions/schema.ts'
import { matters, type Permission } from '../../src/policy/act.ts'
import { get } from '../api.ts'
import type { Draft } from './draft.ts'

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

/** The permissions as the judge weighs them for this draft; what is bound to other words or pictures covers none of it. */
export function permissionsFor(draft: Draft, permitted: readonly Permitted[]): Permission[] {
  return permitted.flatMap(({ content, matter, by, from, to, cites }) => {
    const known = matters.find((one) => one === matter)
    const isOther =
      content.act.capacity !== draft.capacity ||
      (content.act.audience === 'limited' && draft.audience !== 'limited')
    if (known === undefined || isOther) return []
    const { text, pictures, covers, device } = content
    const hashes = pictures.map(({ sha256 }) => sha256)
    const isSame =
      text === draft.text.trim() &&
      content.act.kind === draft.kind &&
      draft.pictures.every(({ id }) => hashes.includes(id))
    if (text !== null && !isSame) return []
    const isDevice = device !== null && device.owner === draft.owner && device.kind === draft.device
    const one: Permission = {
      matter: known,
      by,
      form: 'express-written',
      state: 'in-force',
      from,
      ...(to === null ? {} : { to }),
      // Never empty: an empty list would be read as any act of its matter.
      covers:
        text === null ? ['a permission', ...covers, ...hashes, ...(isDevice ? [cites] : [])] : ['self-check'],
    }
    return by === 'coworker' ? content.coworkers.map(() => one) : [one]
  })
}
