import { createHash } from 'node:crypto'
import { startFake, type Answer, type Call, type Fake, type FakeMade } from './fake.ts'
import {
  expired,
  internal,
  limitedBy,
  missing,
  momentOf,
  only,
  pageBy,
  paged,
  paramsOf,
  refuses,
  type FakePage,
} from './graph.ts'
import { emptyWall, type WallMedia, type WallPost, type Writer } from './wall.ts'

interface Container {
  caption: string
  media: readonly WallMedia[]
  isItem: boolean
  /** How often it was asked for; a film is ready at the second time. */
  asked: number
}

/** Long-lived tokens of Instagram are good for sixty days. */
const sixtyDays = 5_184_000
const success: Answer = { status: 200, body: { success: true } }
const writerOf = ({ id, handle, name }: FakePage): Writer => ({ remoteId: id, handle, name })

/** A fake Instagram, Instagram API with Instagram Login v25.0: what a department's account needs of it. */
export async function startInstagram(
  pages: readonly FakePage[],
  clock: () => string,
  made: FakeMade = {},
): Promise<Fake> {
  const accounts = pages.map((page) => ({ ...page }))
  const wall = emptyWall(clock, {
    post: (_by, n) => String(17_900_000_000_000_000n + BigInt(n)),
    visitor: (handle, name) => ({ remoteId: numberFor(handle), handle, name }),
  })
  const containers = new Map<string, Container>()

  const answer = async (call: Call): Promise<Answer> => {
    const { params } = await paramsOf(call)
    const page = pageBy(call, params, accounts)
    if (page === undefined) return expired()
    if (call.method === 'GET' && call.path === '/refresh_access_token') return renew(params, page)
    const [, version, node = '', edge] = call.path.split('/')
    if (version !== 'v25.0') return refuses(`Unknown path components: /${version}`, { code: 2500 })
    const isOwn = node === 'me' || node === page.id
    switch (`${call.method} ${isOwn ? 'me' : ':id'}${edge === undefined ? '' : `/${edge}`}`) {
      case 'GET me':
        return { status: 200, body: only(params.get('fields'), viewOf(page)) }
      case 'POST me/media':
        return contain(params)
      case 'POST me/media_publish':
        return publish(params, page)
      case 'GET me/media':
        return paged(
          params,
          wall
            .of(page.id)
            .filter(({ parentId }) => parentId === null)
            .map((post) => only(params.get('fields'), mediaOf(post))),
          100,
        )
      case 'GET :id':
        return look(params, node)
      case 'GET :id/comments':
      case 'GET :id/replies':
        return wall.posts.has(node) ? below(params, node) : missing(node)
      case 'POST :id/comments':
      case 'POST :id/replies':
        return comment(params, node, edge ?? '', page)
      case 'POST :id':
        return hide(params, node, page)
      case 'DELETE :id':
        return remove(node)
      default:
        return refuses(`Unknown path components: ${call.path}`, { code: 2500 })
    }
  }

  function contain(params: ReadonlyMap<string, string>): Answer {
    const [image, film, type] = ['image_url', 'video_url', 'media_type'].map((name) => params.get(name))
    const caption = params.get('caption') ?? ''
    if (caption.length > 2_200) return refuses('The caption was too long', { code: 36004 })
    const isItem = params.get('is_carousel_item') === 'true'
    const id = String(18_000_000_000_000_000n + BigInt(containers.size))
    const kept = { caption, isItem, asked: 0 }
    if (type === 'CAROUSEL') {
      const children = (params.get('children') ?? '').split(',').map((child) => containers.get(child))
      if (children.length < 2 || children.length > 10 || children.some((child) => child?.isItem !== true))
        return refuses('Carousel needs between 2 and 10 children', { code: 9004 })
      containers.set(id, { ...kept, media: children.flatMap((child) => child?.media ?? []) })
      return { status: 200, body: { id } }
    }
    const address = image ?? film
    if (address === undefined || !URL.canParse(address) || (film !== undefined && type !== 'REELS'))
      return refuses('Only photo or video can be accepted as media type.', { code: 9004 })
    const mediaType = image === undefined ? 'video/mp4' : 'image/jpeg'
    const media = [{ mediaType, alt: params.get('alt_text') ?? '', bytes: 0, captions: null }]
    containers.set(id, { ...kept, media })
    return { status: 200, body: { id } }
  }

  function publish(params: ReadonlyMap<string, string>, page: FakePage): Answer {
    const id = params.get('creation_id') ?? ''
    const found = containers.get(id)
    if (found === undefined) return missing(id)
    if (!isReady(found)) return refuses('Media ID is not available', { code: 9007 })
    containers.delete(id)
    const post = wall.put({ parentId: null, by: writerOf(page), text: found.caption, media: found.media })
    return { status: 200, body: { id: post.id } }
  }

  function look(params: ReadonlyMap<string, string>, id: string): Answer {
    const container = containers.get(id)
    if (container !== undefined) {
      container.asked++
      return { status: 200, body: { id, status_code: isReady(container) ? 'FINISHED' : 'IN_PROGRESS' } }
    }
    const post = wall.posts.get(id)
    if (post === undefined) return missing(id)
    const fields = params.get('fields') ?? ''
    if (post.parentId !== null && fields.includes('media_product_type'))
      return refuses('(#100) Tried accessing nonexisting field (media_product_type)', { code: 100 })
    return { status: 200, body: only(fields, mediaOf(post)) }
  }

  function below(params: ReadonlyMap<string, string>, id: string): Answer {
    const found = wall.below(id).filter(({ parentId }) => parentId === id)
    const rows = found.toReversed().map((post) => {
      const replies = wall.below(post.id).map((one) => commentOf(one))
      const withReplies = {
        ...commentOf(post),
        ...(replies.length === 0 ? {} : { replies: { data: replies } }),
      }
      return only(`${params.get('fields')},replies`, withReplies)
    })
    return paged(params, rows, 50)
  }

  function comment(params: ReadonlyMap<string, string>, id: string, edge: string, page: FakePage): Answer {
    const parent = wall.posts.get(id)
    const text = params.get('message') ?? ''
    if (parent === undefined) return missing(id)
    if (text === '') return refuses('(#100) The parameter message is required')
    if ((parent.parentId === null) !== (edge === 'comments')) return missing(id)
    const posted = wall.put({ parentId: id, by: writerOf(page), text })
    return { status: 200, body: { id: posted.id } }
  }

  function hide(params: ReadonlyMap<string, string>, id: string, page: FakePage): Answer {
    const found = wall.posts.get(id)
    const asked = params.get('hide')
    if (found === undefined || found.parentId === null) return missing(id)
    if (asked !== 'true' && asked !== 'false') return refuses('(#100) The parameter hide is required')
    if (found.by.remoteId === page.id)
      return refuses('Comments by the owner of the media are always shown', { status: 403, code: 200 })
    wall.hide(id, asked === 'true')
    return success
  }

  function remove(id: string): Answer {
    const found = wall.posts.get(id)
    if (found === undefined) return missing(id)
    if (found.parentId === null) return refuses('Unsupported delete request.', { code: 100 })
    wall.erase(id)
    return success
  }

  const [first] = pages
  return startFake(
    {
      version: 'Instagram API with Instagram Login v25.0',
      wall,
      answer,
      says: { internal, limited: limitedBy(first?.id ?? '', 'instagram'), expired },
    },
    made,
  )
}

const numberFor = (handle: string): string =>
  createHash('sha256').update(handle).digest().readUIntBE(0, 6).toString()

function viewOf({ id, handle, name, about, website }: FakePage): { id: string; [name: string]: unknown } {
  return { id, user_id: id, username: handle, name, biography: about, website }
}

function mediaOf({ id, text, at }: WallPost): { id: string; [name: string]: unknown } {
  return {
    id,
    caption: text,
    timestamp: momentOf(at),
    media_product_type: 'FEED',
    permalink: `https://www.instagram.com/p/${id}/`,
  }
}

function commentOf({ id, text, at, by, isHidden }: WallPost): { id: string; [name: string]: unknown } {
  return {
    id,
    text,
    timestamp: momentOf(at),
    username: by.handle,
    from: { id: by.remoteId, username: by.handle },
    hidden: isHidden,
  }
}

function renew(params: ReadonlyMap<string, string>, page: FakePage): Answer {
  if (params.get('grant_type') !== 'ig_refresh_token') return refuses('Unsupported grant type', { code: 100 })
  page.accessToken = `${page.accessToken}+`
  return {
    status: 200,
    body: { access_token: page.accessToken, token_type: 'bearer', expires_in: sixtyDays },
  }
}

function isReady({ media, asked }: Container): boolean {
  return media.every(({ mediaType }) => mediaType.startsWith('image/')) || asked > 1
}
