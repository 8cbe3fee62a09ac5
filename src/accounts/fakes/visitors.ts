import { z } from 'zod'
import type { Answer, Call } from './fake.ts'
import { jsonOf } from './fake.ts'
import type { Wall } from './wall.ts'

const written = z.object({
  parentId: z.string(),
  handle: z.string(),
  name: z.string().optional(),
  text: z.string(),
})
const changed = z.object({ id: z.string(), text: z.string() })
const erased = z.object({ id: z.string() })

/**
 * What a visitor of a fake network does, for the demo: `GET /visitor` lists what is on it, `POST` writes below a post
 * (`{ parentId, handle, name?, text }`), `PATCH` edits (`{ id, text }`), `DELETE` deletes (`{ id }`).
 */
export function visit(wall: Wall, call: Call): Answer {
  const missing: Answer = { status: 404, body: { error: 'no such post or comment' } }
  if (call.method === 'GET') return { status: 200, body: { posts: [...wall.posts.values()] } }
  const asked = jsonOf(call)
  if (call.method === 'POST') {
    const { success, data } = written.safeParse(asked)
    if (!success) return { status: 400, body: { error: 'parentId, handle and text are needed' } }
    if (!wall.posts.has(data.parentId)) return missing
    const by = wall.visitor(data.handle, data.name)
    return { status: 201, body: wall.put({ by, parentId: data.parentId, text: data.text }) }
  }
  if (call.method === 'PATCH') {
    const { success, data } = changed.safeParse(asked)
    if (!success) return { status: 400, body: { error: 'id and text are needed' } }
    const post = wall.edit(data.id, data.text)
    return post === undefined ? missing : { status: 200, body: post }
  }
  const { success, data } = erased.safeParse(asked)
  if (!success) return { status: 400, body: { error: 'an id is needed' } }
  return wall.erase(data.id) ? { status: 200, body: {} } : missing
}
