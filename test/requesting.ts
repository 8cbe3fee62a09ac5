import assert from 'node:assert/strict'
import { newId } from '../src/platform/id.ts'
import { capture } from '../src/records/capture.ts'
import { putDownDoneSchema, requestViewSchema, type RequestView } from '../src/records/requests/schema.ts'
import type { CommentedTown } from './commented-town.ts'
import type { Answered, Townsperson } from './town.ts'

/** People who ask for records of the town, and who answer them: Lopez keeps records, Kim looks a second time. */
export interface Requesting {
  /** A form as a browser without JavaScript sends it. */
  sendForm: (url: string, fields: Record<string, string>, key?: string) => Promise<Answered>
  open: (url: string) => Promise<{ status: number; page: string }>
  seen: (id: string, name?: Townsperson) => Promise<RequestView>
  /** Moves from where the request is seen to be; a refusal is an answer. */
  tries: (name: Townsperson, id: string, move: string, rest?: object) => Promise<Answered>
  moves: (name: Townsperson, id: string, move: string, rest?: object) => Promise<void>
  /** A request that came over the counter; its id and its code. */
  putDown: (said?: object) => Promise<{ requestId: string; code: string; number: string }>
  /** Comments that somebody wrote, as records. */
  comments: (...words: string[]) => Promise<string[]>
  add: (id: string, records: string[], rest?: object) => Promise<Answered>
  review: (name: Townsperson, id: string, record: string, said: object) => Promise<Answered>
  /** Lopez reviews, Kim agrees. */
  settle: (id: string, record: string, said: object, version?: number) => Promise<void>
}

export function requestingIn(town: CommentedTown): Requesting {
  const { people, fakes, out, look, app, agency, db } = town
  const { by } = people
  const sendForm = async (url: string, fields: Record<string, string>, key = newId()): Promise<Answered> => {
    const {
      statusCode: status,
      body,
      headers,
    } = await app.inject({
      method: 'POST',
      url,
      headers: {
        host: agency.host,
        origin: `http://${agency.host}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ key, ...fields }).toString(),
    })
    return { status, body, headers, cookie: '' }
  }
  const open = async (url: string): Promise<{ status: number; page: string }> => {
    const { status, body } = await town.visitor.get(url)
    return { status, page: typeof body === 'string' ? body : JSON.stringify(body) }
  }

  const seen = async (id: string, name: Townsperson = 'lopez'): Promise<RequestView> => {
    const { status, body } = await (await by(name)).get(`/api/records-requests/${id}`)
    assert.equal(status, 200, JSON.stringify(body))
    return requestViewSchema.parse(body)
  }
  const tries = async (name: Townsperson, id: string, move: string, rest: object = {}): Promise<Answered> => {
    const { version } = await seen(id)
    return await (await by(name)).post(`/api/records-requests/${id}/move`, { move, version, ...rest })
  }
  const moves = async (name: Townsperson, id: string, move: string, rest: object = {}): Promise<void> => {
    const { status, body } = await tries(name, id, move, rest)
    assert.equal(status, 200, `${move}: ${JSON.stringify(body)}`)
  }
  const putDown = async (said: object = {}): Promise<{ requestId: string; code: string; number: string }> => {
    const asked = {
      way: 'counter',
      requester: { name: 'Eve Evans', email: 'evans@example.org', address: null, phone: null },
      wants: 'All comments about the parade.',
      receivedAt: town.now(),
      ...said,
    }
    const { status, body } = await (await by('lopez')).post('/api/records-requests', asked)
    assert.equal(status, 200, JSON.stringify(body))
    return putDownDoneSchema.parse(body)
  }
  const comments = async (...words: string[]): Promise<string[]> => {
    for (const one of words) fakes.bluesky.write('resident.example', out.bluesky, one)
    await look()
    await capture(db, agency, town.now())
    const rows = await db
      .selectFrom('record')
      .select(['recordId', 'words'])
      .where('agencyId', '=', agency.agencyId)
      .where('kind', '=', 'comment')
      .where('words', 'in', words)
      .execute()
    return words.map((one) => rows.find((row) => row.words === one)?.recordId ?? '')
  }
  const add = async (id: string, records: string[], rest: object = {}): Promise<Answered> => {
    const { version } = await seen(id)
    return await (
      await by('lopez')
    ).post(`/api/records-requests/${id}/responsive`, { version, add: records, ...rest })
  }
  const review = async (name: Townsperson, id: string, record: string, said: object): Promise<Answered> =>
    await (await by(name)).put(`/api/records-requests/${id}/review/${record}`, { version: 0, ...said })
  const settle = async (id: string, record: string, said: object, version = 0): Promise<void> => {
    const first = await review('lopez', id, record, { version, ...said })
    assert.equal(first.status, 200, JSON.stringify(first.body))
    const { status, body } = await (
      await by('kim')
    ).post(`/api/records-requests/${id}/review/${record}/second`, { version: version + 1, agrees: true })
    assert.equal(status, 200, JSON.stringify(body))
  }
  return { sendForm, open, seen, tries, moves, putDown, comments, add, review, settle }
}
