import assert from 'node:assert/strict'
import { z } from 'zod'
import { waitingListSchema } from '../src/members/schema.ts'
import {
  mediaAddedSchema,
  postMovedSchema,
  postRulingSchema,
  postSchema,
  recalledSchema,
  type MediaAddedView,
  type PostRuling,
  type PostView,
} from '../src/posts/schema.ts'
import { newId } from '../src/platform/id.ts'
import type { OfficialTown } from './official-town.ts'
import type { Townsperson } from './town.ts'

const refusal = z.object({ error: z.object({ sentence: z.string(), citation: z.string().optional() }) })

export interface Tried {
  status: number
  sentence: string
  citation: string | undefined
}

/** People of the official town who write, approve and look at posts in their browsers. */
export interface Posting {
  /** A post's content on these accounts, with whatever is otherwise. */
  said: (rest?: object) => object
  write: (name: Townsperson, content?: object) => Promise<string>
  edit: (name: Townsperson, postId: string, content: object) => Promise<Tried>
  seen: (name: Townsperson, postId: string) => Promise<PostView>
  /** Moves from where the post is seen to be; a refusal is an answer. */
  tries: (name: Townsperson, postId: string, move: string, rest?: object) => Promise<Tried>
  moves: (name: Townsperson, postId: string, move: string, rest?: object) => Promise<void>
  /** Written by Grant, approved by Chen, on its way. */
  published: (content?: object) => Promise<string>
  ruling: (name: Townsperson, content: object) => Promise<PostRuling>
  status: (name: Townsperson, said: object) => Promise<z.infer<typeof recalledSchema>>
  add: (
    name: Townsperson,
    bytes: Buffer,
    fileName?: string,
  ) => Promise<Tried & { media: MediaAddedView | undefined }>
  waits: (name: Townsperson) => Promise<{ kind: string; subject: string; deadline: string | null }[]>
}

const answer = (status: number, body: unknown): Tried => {
  const refused = refusal.safeParse(body)
  return { status, sentence: refused.data?.error.sentence ?? '', citation: refused.data?.error.citation }
}

export function postingIn(town: OfficialTown): Posting {
  const { by } = town.people
  const site = town.accounts.site.accountId
  const said: Posting['said'] = (rest = {}) => ({
    texts: { en: 'Main Street is closed between Elm and Oak until noon.' },
    accounts: [site],
    byline: { words: 'Riverton Police Department' },
    ...rest,
  })
  const seen: Posting['seen'] = async (name, postId) => {
    const { status, body } = await (await by(name)).get(`/api/posts/${postId}`)
    assert.equal(status, 200, `${name}: ${JSON.stringify(body)}`)
    return postSchema.parse(body)
  }
  const write: Posting['write'] = async (name, content = said()) => {
    const { status, body } = await (await by(name)).post('/api/posts', { content })
    assert.equal(status, 200, JSON.stringify(body))
    return postMovedSchema.parse(body).postId
  }
  const tries: Posting['tries'] = async (name, postId, move, rest = {}) => {
    const { version, contentHash } = await seen(name, postId)
    const moving = { move, version, contentHash, ...rest }
    const { status, body } = await (await by(name)).post(`/api/posts/${postId}/move`, moving)
    return answer(status, body)
  }
  const moves: Posting['moves'] = async (name, postId, move, rest = {}) => {
    const { status, sentence } = await tries(name, postId, move, rest)
    assert.equal(status, 200, `${name}, ${move}: ${sentence}`)
  }
  return {
    said,
    write,
    seen,
    tries,
    moves,
    edit: async (name, postId, content) => {
      const { version } = await seen(name, postId)
      const { status, body } = await (await by(name)).put(`/api/posts/${postId}`, { version, content })
      return answer(status, body)
    },
    published: async (content = said()) => {
      const postId = await write('grant', content)
      await moves('grant', postId, 'submit')
      await moves('chen', postId, 'approve', { remarks: 'Weighed: nothing stands against it.' })
      await town.app.deliverSoon(town.agency)
      return postId
    },
    ruling: async (name, content) => {
      const { status, body } = await (await by(name)).post('/api/posts/ruling', { content })
      assert.equal(status, 200, JSON.stringify(body))
      return postRulingSchema.parse(body)
    },
    status: async (name, change) => {
      const { status, body } = await (await by(name)).put('/api/posts/people/status', change)
      assert.equal(status, 200, JSON.stringify(body))
      return recalledSchema.parse(body)
    },
    add: async (name, bytes, fileName = 'picture') => {
      const border = `b${newId()}`
      const head = `--${border}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${border}--\r\n`)])
      const host = town.agency.host
      const { cookie } = await by(name)
      const response = await town.app.inject({
        method: 'POST',
        url: '/api/media',
        headers: {
          host,
          cookie,
          origin: `http://${host}`,
          'idempotency-key': newId(),
          'content-type': `multipart/form-data; boundary=${border}`,
        },
        payload,
      })
      const body: unknown = response.json()
      return { ...answer(response.statusCode, body), media: mediaAddedSchema.safeParse(body).data }
    },
    waits: async (name) => {
      const { items } = waitingListSchema.parse((await (await by(name)).get('/api/waiting')).body)
      return items
        .filter(({ kind }) => kind.startsWith('post.') || kind.startsWith('delivery.'))
        .map(({ kind, subject, deadline }) => ({ kind, subject, deadline }))
    },
  }
}
