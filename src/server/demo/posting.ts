import type { z } from 'zod'
import type { PostContent, postContentSchema } from '../../posts/content.ts'
import { mediaAddedSchema, postMovedSchema, postSchema, recalledSchema } from '../../posts/schema.ts'
import { tellBelow } from './commenting.ts'
import { everyPage, townNetworks, type Outreach } from './outreach.ts'
import { drawn, pictures, type PictureName } from './pictures.ts'
import { postsTold, type PostTold } from './posts-told.ts'
import { upload } from './upload.ts'

const byline = { words: 'Riverton Police Department' }
const weighed = 'Read twice; it names nobody whom it should not, and says what we know.'

/** The posts of the year: written, reviewed, published, corrected, removed, recalled. */
export function tellPosts(outreach: Outreach): void {
  const { on, speaksSince } = outreach
  for (const [place, post] of postsTold.filter(({ day }) => day >= speaksSince).entries())
    on(post.day, '09:40', () => writes(outreach, post, place % 3 === 0 ? 'nash' : 'diaz'))
}

type Fields = z.input<typeof postContentSchema>

async function write({ teller }: Outreach, who: string, content: Fields): Promise<string> {
  const { postId } = await teller.send(who, postMovedSchema, 'POST', '/api/posts', { content })
  return postId
}

/** Somebody looks at a post and moves it; what goes out is out when this is done. */
async function move(
  { teller, sent }: Outreach,
  who: string,
  postId: string,
  made: string,
  remarks?: string,
): Promise<void> {
  const { version, contentHash } = await teller.get(who, postSchema, `/api/posts/${postId}`)
  await teller.send(who, postMovedSchema, 'POST', `/api/posts/${postId}/move`, {
    move: made,
    version,
    contentHash,
    ...(remarks === undefined ? {} : { remarks }),
  })
  await sent()
}

async function writes(outreach: Outreach, post: PostTold, approver: 'nash' | 'diaz'): Promise<void> {
  const { teller } = outreach
  const { author, category, texts, people = [], picture, fate, key } = post
  const media = picture === undefined ? [] : [await adds(outreach, author, picture)]
  const content = { category, texts, accounts: everyPage(outreach), byline, people, media }
  const postId = await write(outreach, author, content)
  if (fate.does === 'leave') return
  if (fate.does === 'sign') {
    await move(outreach, 'west', postId, 'sign', fate.because)
    await isOut(outreach, postId, key)
    return teller.after(9, () => move(outreach, approver, postId, 'confirm', 'There was no time to ask.'))
  }
  await move(outreach, author, postId, 'submit')
  const { chance } = outreach
  const approves = async (): Promise<void> => {
    await move(outreach, approver, postId, 'approve', weighed)
    await isOut(outreach, postId, key)
    follows(outreach, post, postId, approver)
  }
  if (fate.does !== 'return') return teller.after(chance.whole(1, 4), approves)
  teller.after(2, async () => {
    await move(outreach, approver, postId, 'return', fate.remarks)
    teller.after(3, async () => {
      const url = `/api/posts/${postId}`
      const { version } = await teller.get(author, postSchema, url)
      const edited = { version, content: { ...content, texts: fate.instead } }
      await teller.send(author, postMovedSchema, 'PUT', url, edited)
      await move(outreach, author, postId, 'submit')
      teller.after(2, approves)
    })
  })
}

/** What becomes of a post once it is out. */
function follows(outreach: Outreach, { author, fate }: PostTold, postId: string, approver: string): void {
  const { teller } = outreach
  if (fate.does === 'correct')
    return teller.after(5, async () => {
      const { content } = await teller.get(author, postSchema, `/api/posts/${postId}`)
      const corrects = { postId, how: 'reply' } as const
      const correction = await write(outreach, author, { ...content, texts: fate.texts, corrects })
      await move(outreach, author, correction, 'submit')
      teller.after(1, () => move(outreach, approver, correction, 'approve', weighed))
    })
  if (fate.does === 'remove')
    return teller.after(4, () => move(outreach, author, postId, 'remove', fate.because))
  if (fate.does === 'clear')
    return teller.after(24 * 12, async () => {
      const said = { name: fate.name, status: 'cleared', reason: fate.because, does: 'remove' }
      const url = '/api/posts/people/status'
      const { tasks } = await teller.send('west', recalledSchema, 'PUT', url, said)
      await outreach.sent()
      for (const { toldBy } of tasks)
        teller.after(2, () => move(outreach, approver, toldBy, 'approve', weighed))
    })
}

async function adds(
  { teller }: Outreach,
  who: string,
  name: PictureName,
): Promise<PostContent['media'][number]> {
  const sent = await upload({ file: { bytes: await drawn(name), name: `${name}.jpg`, type: 'image/jpeg' } })
  const { sha256 } = await teller.send(who, mediaAddedSchema, 'POST', '/api/media', sent)
  const { alt } = pictures[name]
  return { sha256, alt, captions: null, rights: 'own', source: null, shows: [] }
}

/** A post that is out stands on every page; where it does not, the story is at fault. */
async function isOut(outreach: Outreach, postId: string, key: string): Promise<void> {
  const { teller, fakes, out } = outreach
  const { state, deliveries } = await teller.get('west', postSchema, `/api/posts/${postId}`)
  const stuck = deliveries.find((one) => one.state !== 'done')
  if (state !== 'published' || stuck)
    throw new Error(`the post "${key}" is ${state}: ${stuck?.network ?? ''} ${stuck?.sentence ?? ''}`)
  for (const network of townNetworks) {
    const { posts } = fakes()[network].wall
    const last = [...posts.values()].findLast(({ parentId }) => parentId === null)
    if (last) out.set(`${key} on ${network}`, last)
  }
  tellBelow(outreach, key)
}
