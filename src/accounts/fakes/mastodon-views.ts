import type { Wall, WallPost, Writer } from './wall.ts'

/** An account of a department on the fake server. */
export interface FakeMember {
  handle: string
  accessToken: string
  name: string
  note: string
  fields: readonly { name: string; value: string }[]
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A text as Mastodon shows it: paragraphs, line breaks, and links cut for the eye but whole in their words. */
export function htmlOf(text: string): string {
  const linked = escaped(text).replaceAll(/https?:\/\/[^\s<]+/g, (address) => {
    const [scheme = '', rest = ''] = address.split(/(?<=:\/\/)/)
    const shown = `<span class="ellipsis">${rest.slice(0, 30)}</span><span class="invisible">${rest.slice(30)}</span>`
    return `<a href="${address}" rel="nofollow noopener"><span class="invisible">${scheme}</span>${shown}</a>`
  })
  return linked
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />')}</p>`)
    .join('')
}

export function accountOf(by: Writer, url: string, member?: FakeMember): { [key: string]: unknown } {
  return {
    id: by.remoteId,
    username: by.handle.split('@')[0],
    acct: by.handle,
    url: `${url}/@${by.handle}`,
    display_name: by.name,
    note: htmlOf(member?.note ?? ''),
    fields: (member?.fields ?? []).map(({ name, value }) => ({ name, value: htmlOf(value) })),
    emojis: [],
    bot: false,
    locked: false,
  }
}

export function statusOf(post: WallPost, wall: Wall, url: string): { [key: string]: unknown } {
  return {
    id: post.id,
    uri: `${url}/users/${post.by.handle}/statuses/${post.id}`,
    url: `${url}/@${post.by.handle}/${post.id}`,
    created_at: post.at,
    edited_at: post.editedAt,
    in_reply_to_id: post.parentId,
    content: htmlOf(post.text),
    spoiler_text: '',
    visibility: 'public',
    language: post.languages[0] ?? null,
    account: accountOf(post.by, url),
    media_attachments: post.media.map(({ id, mediaType, alt }) => ({
      id: id ?? '0',
      type: mediaType.split('/')[0],
      url: `${url}/media/${id}`,
      description: alt,
    })),
    replies_count: wall.children(post.id).length,
    mentions: [],
    tags: [],
    emojis: [],
  }
}
