import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bearerOf, jsonOf, startFake, type Answer, type Call, type Fake, type FakeMade } from './fake.ts'
import { emptyWall, type Wall, type WallPost, type Writer } from './wall.ts'

/** An agency on the fake Nextdoor. */
export interface FakeAgency {
  handle: string
  name: string
  accessToken: string
  profileId: string
}

const root = '/external/api/partner/v1'
/** How many of its own posts an agency is told of. */
const latest = 100
const refuses = (status: number, error: string, description: string): Answer => ({
  status,
  body: { error, error_description: description },
})
const missing = refuses(404, 'not_found', 'The requested resource was not found.')
const created = z.object({
  body_text: z.string().min(1).max(8_192),
  media_attachments: z.array(z.url()).max(10).optional(),
  secure_profile_id: z.string().optional(),
})
const commented = z.object({
  id: z.string(),
  body_text: z.string().min(1),
  parent_comment_id: z.string().optional(),
  secure_profile_id: z.string().optional(),
})

/**
 * A fake Nextdoor, Publish API, partner v1. What its manual does not tell (the fields of one's own posts and comments) is
 * made up as the adapter reads it, so that it proves nothing about the real one there.
 */
export async function startNextdoor(
  agencies: readonly FakeAgency[],
  clock: () => string,
  made: FakeMade = {},
): Promise<Fake> {
  const wall = emptyWall(clock, {
    post: (_by, n) => createHash('sha256').update(`nextdoor ${n}`).digest('base64url').slice(0, 12),
    visitor: (handle, name) => ({ remoteId: handle, handle, name }),
  })

  const answer = (call: Call): Answer => {
    const agency = agencies.find(({ accessToken }) => accessToken === bearerOf(call))
    if (agency === undefined) return refuses(401, 'unauthorized', 'The access token is invalid.')
    const by: Writer = { remoteId: agency.profileId, handle: agency.handle, name: agency.name }
    switch (`${call.method} ${call.path.replace(root, '')}`) {
      case 'GET /me/':
        return { status: 200, body: { id: 1, agency_name: agency.name, agency_id: 7, verified: true } }
      case 'POST /post/create/':
        return create(call, by)
      case 'GET /post/':
        return {
          status: 200,
          body: {
            posts: wall
              .of(by.remoteId)
              .filter(isPost)
              .slice(0, latest)
              .map((post) => viewOf(wall, post)),
          },
        }
      case 'DELETE /post/':
        return remove(call, by)
      case 'POST /comment/':
        return comment(call, by)
      default:
        return missing
    }
  }

  function create(call: Call, by: Writer): Answer {
    const asked = created.safeParse(jsonOf(call))
    if (!asked.success) return refuses(400, 'invalid_input', 'body_text is missing or too long.')
    if ((asked.data.secure_profile_id ?? by.remoteId) !== by.remoteId)
      return refuses(400, 'invalid_input', 'secure_profile_id is not yours.')
    const media = (asked.data.media_attachments ?? []).map(() => ({
      mediaType: 'image/*',
      alt: '',
      bytes: 0,
      captions: null,
    }))
    const { id } = wall.put({ parentId: null, by, text: asked.data.body_text, media })
    return { status: 200, body: { result: 'success', share_link: linkTo(id) } }
  }

  function remove(call: Call, by: Writer): Answer {
    const found = [...wall.posts.values()].find(({ id }) => numberOf(id) === call.query.get('id'))
    if (found === undefined) return missing
    if (found.by.remoteId !== by.remoteId) return refuses(403, 'forbidden', 'The post is not yours.')
    wall.erase(found.id)
    return { status: 200, body: { message: 'Post deleted successfully' } }
  }

  function comment(call: Call, by: Writer): Answer {
    const asked = commented.safeParse(jsonOf(call))
    if (!asked.success) return refuses(400, 'missing_input', 'Missing required input.')
    const { id, parent_comment_id: parent = id, body_text: text } = asked.data
    if (!wall.posts.has(id) || !wall.posts.has(parent)) return missing
    return { status: 200, body: { id: wall.put({ parentId: parent, by, text }).id } }
  }

  return startFake(
    {
      version: 'Publish API, partner v1, as documented in September 2026',
      wall,
      answer,
      says: {
        internal: refuses(500, 'server_error', 'Please retry.'),
        limited: (seconds) => ({
          ...refuses(429, 'too_many_requests', 'Too many requests.'),
          headers: { 'retry-after': String(seconds) },
        }),
        expired: () => refuses(401, 'unauthorized', 'The access token has expired.'),
      },
    },
    made,
  )
}

const isPost = ({ parentId }: WallPost): boolean => parentId === null
const linkTo = (id: string): string => `https://nextdoor.com/p/${id}`
/** A post is deleted by another name than the one in its link. */
const numberOf = (id: string): string => String(createHash('sha256').update(id).digest().readUIntBE(0, 6))

function viewOf(wall: Wall, { id, text, by, at }: WallPost): object {
  return {
    id: numberOf(id),
    body: text,
    creation_date: at,
    share_link: linkTo(id),
    author: { name: by.name, type: 'agency' },
    comments: commentsOf(wall, id),
  }
}

function commentsOf(wall: Wall, parentId: string): object[] {
  return wall
    .below(parentId)
    .filter((one) => one.parentId === parentId)
    .map(({ id, text, at, by }) => ({
      id,
      body: text,
      creation_date: at,
      author_name: by.name,
      like_count: 0,
      comments: commentsOf(wall, id),
    }))
}
