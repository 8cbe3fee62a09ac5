import { createHash } from 'node:crypto'
import { startFake, type Answer, type Call, type Fake, type FakeMade } from './fake.ts'
import {
  expired,
  internal,
  isSinceAsked,
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
import type { FacebookKept } from './kept.ts'
import { emptyWall, type Names, type WallMedia, type WallPost, type Writer } from './wall.ts'

const writerOf = ({ id, handle, name }: FakePage): Writer => ({ remoteId: id, handle, name })
const success: Answer = { status: 200, body: { success: true } }
const invalid = (message: string): Answer => refuses(`(#100) ${message}`)

export interface FakeFacebook extends Fake {
  /** Everything that it needs to go on in another process, but what was sent in and not published. */
  keep: () => FacebookKept
}

/** A fake Facebook, Graph API v25.0: what the pages of a department need of it. */
export async function startFacebook(
  pages: readonly FakePage[],
  clock: () => string,
  made: FakeMade & { kept?: FacebookKept | undefined } = {},
): Promise<FakeFacebook> {
  const [first] = pages
  if (!first) throw new RangeError('a fake Facebook has a page at least')
  const names: Names = {
    post: (_by, n) => `${first.id}_${1_000_000 + n}`,
    visitor: (handle, name) => ({ remoteId: numberFor(handle), handle, name }),
  }
  const wall = emptyWall(clock, names, made.kept?.wall)
  /** Photos that no post carries yet, and films that are not published yet. */
  const photos = new Map<string, WallMedia>()
  const films = new Map<string, { media: WallMedia; text: string }>()
  let uploads = made.kept?.uploads ?? 0

  const answer = async (call: Call): Promise<Answer> => {
    const { params, file } = await paramsOf(call)
    const page = pageBy(call, params, pages)
    if (page === undefined)
      return refuses('Invalid OAuth access token - Cannot parse access token', { status: 401, code: 190 })
    const [, version, node = '', edge] = call.path.split('/')
    if (version !== 'v25.0') return refuses(`Unknown path components: /${version}`, { code: 2500 })
    const isOwn = node === 'me' || node === page.id
    const asked = `${call.method} ${isOwn ? 'me' : ':id'}${edge === undefined ? '' : `/${edge}`}`
    if (call.method === 'GET' && node === 'debug_token')
      return {
        status: 200,
        body: { data: { is_valid: true, expires_at: page.expiresAt ?? 0, data_access_expires_at: 0 } },
      }
    switch (asked) {
      case 'GET me':
        return { status: 200, body: only(params.get('fields'), viewOf(page)) }
      case 'POST me/photos':
        return photo(params, file)
      case 'POST me/videos':
        return film(params, file, page)
      case 'POST me/feed':
        return post(params, page)
      case 'GET me/published_posts':
        return published(params, page, (one) => !films.has(one.id) && one.parentId === null)
      case 'GET me/videos':
        return published(params, page, (one) => films.has(one.id))
      case 'GET :id/comments':
        return wall.posts.has(node) ? commentsBelow(params, node) : missing(node)
      case 'POST :id/comments':
        return comment(params, node, page)
      case 'POST :id/captions':
        return captions(node, file)
      case 'POST :id':
        return change(params, node, page)
      case 'DELETE :id':
        return remove(node, page)
      default:
        return refuses(`Unknown path components: ${call.path}`, { code: 2500 })
    }
  }

  function photo(params: ReadonlyMap<string, string>, file: File | undefined): Answer {
    if (file === undefined || !file.type.startsWith('image/'))
      return refuses('(#324) Requires upload file', { code: 324 })
    const id = String(9_000_000 + ++uploads)
    const alt = params.get('alt_text_custom') ?? ''
    photos.set(id, { mediaType: file.type, alt, bytes: file.size, captions: null })
    if (params.get('published') !== 'false') return invalid('this fake publishes no single photo')
    return { status: 200, body: { id } }
  }

  function film(params: ReadonlyMap<string, string>, file: File | undefined, page: FakePage): Answer {
    if (file === undefined || !file.type.startsWith('video/'))
      return refuses('There was a problem uploading your video file', { code: 352 })
    const id = String(7_000_000 + ++uploads)
    const media = { mediaType: file.type, alt: '', bytes: file.size, captions: null }
    films.set(id, { media, text: params.get('description') ?? '' })
    if (params.get('published') !== 'false') publishFilm(id, page)
    return { status: 200, body: { id } }
  }

  function captions(id: string, file: File | undefined): Answer {
    const found = films.get(id)
    if (found === undefined) return missing(id)
    if (file === undefined || !/\.[a-z]{2}_[A-Z]{2}\.srt$/.test(file.name))
      return refuses('(#387) Invalid captions file name', { code: 387 })
    films.set(id, { ...found, media: { ...found.media, captions: file.name } })
    return success
  }

  function publishFilm(id: string, page: FakePage): void {
    const found = films.get(id)
    if (found && !wall.posts.has(id))
      wall.put({ id, parentId: null, by: writerOf(page), text: found.text, media: [found.media] })
  }

  function post(params: ReadonlyMap<string, string>, page: FakePage): Answer {
    const text = params.get('message') ?? ''
    const attached = [...params].flatMap(([name, value]) =>
      /^attached_media\[\d+\]$/.test(name) ? [/"media_fbid":"(\d+)"/.exec(value)?.[1] ?? ''] : [],
    )
    if (text === '' && attached.length === 0) return invalid('Missing message or attachment')
    if (text.length > 63_206) return invalid('Param message must be at most 63206 characters long')
    if (attached.some((id) => !photos.has(id))) return invalid('Invalid parameter: attached_media')
    const media = attached.flatMap((id) => photos.get(id) ?? [])
    const { id } = wall.put({ parentId: null, by: writerOf(page), text, media })
    return { status: 200, body: { id } }
  }

  function comment(params: ReadonlyMap<string, string>, below: string, page: FakePage): Answer {
    if (!wall.posts.has(below)) return missing(below)
    const text = params.get('message') ?? ''
    const attached = params.get('attachment_id')
    const picture = attached === undefined ? undefined : photos.get(attached)
    if (text === '' && picture === undefined) return invalid('Missing message or attachment')
    const media = picture === undefined ? [] : [picture]
    const { id } = wall.put({ parentId: below, by: writerOf(page), text, media })
    return { status: 200, body: { id } }
  }

  function change(params: ReadonlyMap<string, string>, id: string, page: FakePage): Answer {
    if (params.get('published') === 'true' && films.has(id)) {
      publishFilm(id, page)
      return success
    }
    const found = wall.posts.get(id)
    if (found === undefined) return missing(id)
    const hidden = params.get('is_hidden')
    if (hidden !== undefined) {
      if (hidden !== 'true' && hidden !== 'false') return invalid('Param is_hidden must be a boolean')
      if (found.by.remoteId === page.id)
        return refuses('(#200) Cannot hide own comment', { status: 403, code: 200 })
      wall.hide(id, hidden === 'true')
      return success
    }
    const words = params.get('message') ?? params.get('description')
    if (words === undefined) return invalid('Nothing to update')
    if (found.by.remoteId !== page.id) return refuses('(#200) Permissions error', { status: 403, code: 200 })
    wall.edit(id, words)
    return success
  }

  function remove(id: string, page: FakePage): Answer {
    const found = wall.posts.get(id)
    if (found === undefined) return missing(id)
    if (found.by.remoteId !== page.id) return refuses('(#200) Permissions error', { status: 403, code: 200 })
    wall.erase(id)
    return success
  }

  function published(
    params: ReadonlyMap<string, string>,
    page: FakePage,
    isAsked: (post: WallPost) => boolean,
  ): Answer {
    const found = wall.of(page.id).filter((one) => isAsked(one) && isSinceAsked(params, one))
    const rows = found.map(({ id, text, at }) =>
      only(params.get('fields'), {
        id,
        message: text,
        description: text,
        created_time: momentOf(at),
        published: true,
      }),
    )
    return paged(params, rows, 100)
  }

  function commentsBelow(params: ReadonlyMap<string, string>, id: string): Answer {
    const found =
      params.get('filter') === 'stream' ? wall.below(id) : wall.below(id).filter((one) => one.parentId === id)
    const rows = found
      .filter((one) => isSinceAsked(params, one))
      .map((one) => only(params.get('fields'), commentOf(one, id)))
    return paged(params, params.get('order') === 'chronological' ? rows : rows.toReversed(), 100)
  }

  const fake = await startFake(
    {
      version: 'Graph API v25.0, Pages',
      wall,
      answer,
      says: { internal, limited: limitedBy(first.id, 'pages'), expired },
    },
    made,
  )
  return { ...fake, keep: () => ({ wall: wall.keep(), uploads }) }
}

const numberFor = (handle: string): string =>
  createHash('sha256').update(handle).digest().readUIntBE(0, 6).toString()

function viewOf({ id, handle, name, about, website }: FakePage): { id: string; [name: string]: unknown } {
  return { id, name, about, website, link: `https://www.facebook.com/${handle}` }
}

function commentOf(
  { id, text, at, by, parentId, isHidden }: WallPost,
  rootId: string,
): { id: string; [name: string]: unknown } {
  return {
    id,
    message: text,
    created_time: momentOf(at),
    from: { id: by.remoteId, name: by.name },
    // A comment right below the post has no parent.
    parent: parentId === rootId ? undefined : { id: parentId },
    is_hidden: isHidden,
    permalink_url: `https://www.facebook.com/${id}`,
  }
}
