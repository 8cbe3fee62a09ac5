import { z } from 'zod'
import { jsonOf, type Answer, type Call } from './fake.ts'
import type { Wall, WallPost } from './wall.ts'

const written = z.object({
  parentId: z.string(),
  handle: z.string().min(1),
  name: z.string().optional(),
  text: z.string(),
})
const changed = z.object({ id: z.string(), text: z.string() })
const erased = z.object({ id: z.string() })
const asked = z.object({ does: z.string().optional() })

/** What stands on top of a fake's page: its name, and lines that a visitor should know. */
export interface FakeFront {
  title: string
  says: readonly string[]
}
const plain: FakeFront = { title: 'A fake network', says: [] }

/** Is this a person with a browser, or somebody who asks for what is on the wall, rather than the network’s own interface? */
export function isVisit({ method, path, headers }: Call): boolean {
  const reads = method === 'GET' && (headers.accept ?? '').includes('text/html')
  return reads || path === '/' || path.startsWith('/visitor')
}

/**
 * What a visitor of a fake network does, for the demo and for tests. A browser gets a page with what is on the wall, and
 * forms. A program asks `/visitor`: `GET` lists what is on it, `POST` writes below a post (`{ parentId, handle, name?,
 * text }`), `PATCH` edits (`{ id, text }`), `DELETE` deletes (`{ id }`).
 */
export function visit(wall: Wall, call: Call, version: string, front: FakeFront = plain): Answer {
  const isForm = call.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  const sent = isForm ? Object.fromEntries(new URLSearchParams(call.body.toString('utf8'))) : jsonOf(call)
  const does = isForm ? (asked.safeParse(sent).data?.does ?? 'POST') : call.method
  if (does === 'GET') {
    if (!(call.headers.accept ?? '').includes('text/html'))
      return { status: 200, body: { posts: [...wall.posts.values()] } }
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    return { status: 200, body: Buffer.from(pageOf(wall, version, front)), headers }
  }
  const answer = change(wall, does, sent)
  return isForm && answer.status < 400 ? { status: 303, body: {}, headers: { location: '/' } } : answer
}

function change(wall: Wall, does: string, sent: unknown): Answer {
  const missing: Answer = { status: 404, body: { error: 'no such post or comment' } }
  if (does === 'POST') {
    const { success, data } = written.safeParse(sent)
    if (!success) return { status: 400, body: { error: 'parentId, handle and text are needed' } }
    if (!wall.posts.has(data.parentId)) return missing
    const by = wall.visitor(data.handle, data.name)
    return { status: 201, body: wall.put({ by, parentId: data.parentId, text: data.text }) }
  }
  if (does === 'PATCH') {
    const { success, data } = changed.safeParse(sent)
    if (!success) return { status: 400, body: { error: 'id and text are needed' } }
    const post = wall.edit(data.id, data.text)
    return post === undefined ? missing : { status: 200, body: post }
  }
  const { success, data } = erased.safeParse(sent)
  if (!success) return { status: 400, body: { error: 'an id is needed' } }
  return wall.erase(data.id) ? { status: 200, body: {} } : missing
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** What readers of the network see, the newest thread first, with the forms of a visitor. */
function pageOf(wall: Wall, version: string, { title, says }: FakeFront): string {
  const roots = [...wall.posts.values()].filter(
    ({ parentId }) => parentId === null || !wall.posts.has(parentId),
  )
  const posts = roots.toReversed().map((post) => threadOf(wall, post))
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>body{font:1rem/1.5 system-ui;max-width:42rem;margin:auto;padding:1rem}
article{border-left:3px solid #aaa;padding-left:1rem;margin:1rem 0}p{white-space:pre-wrap}form{display:inline}</style>
<h1>${escaped(title)}</h1><p>It imitates ${escaped(version)}, on this machine only. You are a visitor: write, edit, delete.</p>
${says.map((line) => `<p>${escaped(line)}</p>`).join('')}
<main>${posts.join('') || '<p>Nothing is published here yet.</p>'}</main></html>`
}

const form = (does: string, fields: string, button: string): string =>
  `<form method="post" action="/visitor"><input type="hidden" name="does" value="${does}">${fields}<button>${button}</button></form> `

function threadOf(wall: Wall, post: WallPost): string {
  const { id, by, text, at, editedAt, isHidden, media, parentId } = post
  const hidden = `<input type="hidden" name="id" value="${escaped(id)}">`
  const reply = `<input type="hidden" name="parentId" value="${escaped(id)}"><input name="handle" value="evans" aria-label="Your name"><input name="text" required aria-label="Your reply">`
  const own =
    parentId === null
      ? ''
      : form(
          'PATCH',
          `${hidden}<input name="text" value="${escaped(text)}" aria-label="Other words">`,
          'Edit',
        ) + form('DELETE', hidden, 'Delete')
  const marks = `${editedAt === null ? '' : ', edited'}${isHidden ? ', hidden by the page' : ''}`
  return `<article id="${escaped(id)}"><strong>${escaped(by.name)}</strong> @${escaped(by.handle)}, ${escaped(at)}${marks}
<p>${escaped(text)}</p>${media.map(({ mediaType, alt }) => `<p>[${escaped(mediaType)}: ${escaped(alt)}]</p>`).join('')}
${form('POST', reply, 'Reply')}${own}${wall
    .children(id)
    .map((child) => threadOf(wall, child))
    .join('')}</article>`
}
