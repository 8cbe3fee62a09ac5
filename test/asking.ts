import assert from 'node:assert/strict'
import { z } from 'zod'
import {
  movedSchema,
  permissionSchema,
  requestSchema,
  rulingSchema,
  type MemberRuling,
  type Moved,
  type PermissionView,
  type RequestView,
} from '../src/permissions/schema.ts'
import { waitingListSchema } from '../src/members/schema.ts'
import { dayIn } from '../src/platform/day.ts'
import type { Person, Town, Townsperson } from './town.ts'

/** What is waited for, without its words. */
interface Waits {
  kind: string
  subject: string
  deadline: string | null
}

/** People of the town who ask, move and look at requests in their browsers. */
export interface Asking {
  by: (name: Townsperson) => Promise<Person>
  ask: (name: Townsperson, body?: object) => Promise<Moved>
  seen: (name: Townsperson, requestId: string) => Promise<RequestView>
  /** Moves from where the request is seen to be; a refusal is an answer. */
  tries: (
    name: Townsperson,
    requestId: string,
    move: string,
    rest?: object,
  ) => Promise<{ status: number; sentence: string }>
  moves: (name: Townsperson, requestId: string, move: string, rest?: object) => Promise<void>
  waits: (name: Townsperson) => Promise<Waits[]>
  /** A permission that went all the way. */
  approved: (name?: Townsperson, body?: object) => Promise<PermissionView>
  ruling: (name: Townsperson, act: object) => Promise<MemberRuling>
  asked: (content?: object, rest?: object) => object
  today: () => string
}

export const selfie = 'Ready for the late shift at the Riverton Police Department.'

export function askingIn(town: Town): Asking {
  const people = new Map<string, Person>()
  const today = (): string => dayIn(town.agency.zone, town.now())
  // A session lives half a day, and the town's time is moved.
  const by: Asking['by'] = async (name) => {
    const key = `${name} ${town.now()}`
    const person = people.get(key) ?? (await town.signedIn(name))
    people.set(key, person)
    return person
  }
  const asked: Asking['asked'] = (content = {}, rest = {}) => ({
    matter: 'identification',
    content: { text: selfie, from: today(), to: '2027-03-31', why: 'My family asked for it.', ...content },
    ...rest,
  })
  const ask: Asking['ask'] = async (name, body = asked()) => {
    const { status, body: answer } = await (await by(name)).post('/api/requests', body)
    assert.equal(status, 200, JSON.stringify(answer))
    return movedSchema.parse(answer)
  }
  const seen: Asking['seen'] = async (name, requestId) => {
    const { status, body } = await (await by(name)).get(`/api/requests/${requestId}`)
    assert.equal(status, 200, `${name}: ${JSON.stringify(body)}`)
    return requestSchema.parse(body)
  }
  const tries: Asking['tries'] = async (name, requestId, move, rest = {}) => {
    const { version } = await seen(name, requestId)
    const url = `/api/requests/${requestId}/move`
    const { status, body } = await (await by(name)).post(url, { move, version, ...rest })
    const refused = z.object({ error: z.object({ sentence: z.string() }) }).safeParse(body)
    return { status, sentence: refused.data?.error.sentence ?? '' }
  }
  const moves: Asking['moves'] = async (name, requestId, move, rest = {}) => {
    const { status, sentence } = await tries(name, requestId, move, rest)
    assert.equal(status, 200, `${name}, ${move}: ${sentence}`)
  }
  return {
    by,
    ask,
    seen,
    tries,
    moves,
    asked,
    today,
    waits: async (name) => {
      const { items } = waitingListSchema.parse((await (await by(name)).get('/api/waiting')).body)
      return items.map(({ kind, subject, deadline }) => ({ kind, subject, deadline }))
    },
    ruling: async (name, act) => {
      const { status, body } = await (await by(name)).post('/api/rulings', act)
      assert.equal(status, 200, JSON.stringify(body))
      return rulingSchema.parse(body)
    },
    approved: async (name = 'alvarez', body = asked()) => {
      const { requestId } = await ask(name, body)
      await moves(name, requestId, 'submit')
      const { desks } = await seen(name, requestId)
      if (desks.length === 3) {
        await moves('bell', requestId, 'endorse')
        await moves('chen', requestId, 'endorse')
      }
      await moves('diaz', requestId, 'approve', { conditions: 'Only while off duty.' })
      const { permissionId } = await seen(name, requestId)
      const found = await (await by(name)).get(`/api/permissions/${permissionId}`)
      return permissionSchema.parse(found.body)
    },
  }
}
