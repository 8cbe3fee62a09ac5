import assert from 'node:assert/strict'
import sharp from 'sharp'
import type { Tx } from '../src/platform/db.ts'
import { newId } from '../src/platform/id.ts'
import { bindPost, postContentSchema, type PostContent } from '../src/posts/content.ts'
import { askDelivery } from '../src/posts/deliveries.ts'
import { insertPost } from '../src/posts/store.ts'
import { noticingIn } from './noticing.ts'
import type { OfficialTown } from './official-town.ts'
import { postingIn } from './posting.ts'
import { crimeReports, townMap } from './public-data.ts'

/** Puts a post on the site as one that was approved; how that comes about is shown elsewhere. */
export async function stands(town: OfficialTown, tx: Tx, content: PostContent): Promise<string> {
  const { agencyId } = town.agency
  const postId = newId()
  const { written, hash } = bindPost(content)
  await insertPost(tx, agencyId, { postId, author: 'grant', content, written, hash }, town.now())
  const { accountId } = town.accounts.site
  const media = content.media.map(({ sha256, alt, captions }) => ({
    sha256,
    alt,
    captions,
    mediaType: 'image/jpeg',
    width: 1600,
    height: 1000,
  }))
  const outgoing = { text: content.texts.en ?? '', languages: ['en'], media }
  const asked = { subject: { kind: 'post' as const, id: postId }, accountId, does: 'publish' as const }
  await askDelivery(tx, agencyId, { ...asked, outgoing, hash, replyTo: null, remoteId: null }, town.now())
  return postId
}

export interface FullSite {
  postId: string
  removedId: string
  noticeId: string
  cancelledId: string
  foundId: string
}

const sentences = [
  'Crews are repairing the water main between Elm Street and Oak Street.',
  'Buses 4 and 9 turn at the library; the stop at the square is not served.',
  'Officers direct the traffic at both ends, and walkers can pass on the north side.',
  'We shall say here when the road is open again.',
]

/** A site as it looks after a busy month: posts with pictures, notices of every fate, two years of figures, a map. */
export async function fillSite(town: OfficialTown): Promise<FullSite> {
  const { by } = town.people
  const jones = await by('jones')
  const map = await jones.post('/api/map', { source: 'City of Riverton, 2026', map: townMap(24) })
  assert.equal(map.status, 200, JSON.stringify(map.body))
  const figures = { csv: crimeReports(24), source: 'Records Unit', threshold: 5 }
  assert.equal((await jones.post('/api/crime-data', figures)).status, 200)
  const { add, moves, published, said } = postingIn(town)
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const picture = await sharp({
    create: { width: 1600, height: 1000, channels: 3, background: '#3b6', noise },
  })
    .blur(2)
    .jpeg()
    .toBuffer()
  const { media, sentence } = await add('grant', picture)
  const sha256 = media?.sha256 ?? assert.fail(sentence)
  const pictures = Array.from({ length: 4 }, (_, n) => ({
    sha256,
    alt: `Workers at the water main, ${n + 1}`,
  }))
  let postId = ''
  await town.does('grant', 'posts.publish', async (tx, record) => {
    for (let n = 0; n < 22; n++) {
      const en = `Water main on Main Street, day ${n + 1}\n\n${Array.from({ length: 6 }, () => sentences.join(' ')).join('\n\n')}\n\nhttps://www.riverton.example/water`
      const es = n % 2 === 0 ? { es: `Tubería de Main Street, día ${n + 1}\n\nLas obras siguen.` } : {}
      const whole = said({ texts: { en, ...es }, media: n === 21 ? pictures : [] })
      postId = await stands(town, tx, postContentSchema.parse(whole))
    }
    await record({ subject: postId, body: {} })
  })
  await town.app.deliverSoon(town.agency)
  const notices = noticingIn(town, town.people, town.accounts.site.accountId)
  const { closure, missing } = notices
  const signed = async (content: object): Promise<string> => {
    const { noticeId } = await notices.write(content)
    await notices.moves('grant', noticeId, 'sign', { remarks: 'It cannot wait.' })
    return noticeId
  }
  const alt = { en: 'Workers at the water main', es: 'Obreros en la tubería' }
  const noticeId = await signed(closure({ picture: { sha256, alt }, contact: '203-555-0100' }))
  const weather = closure({
    kind: 'weather-emergency',
    severity: 'Severe',
    urgency: 'Expected',
    fields: { hazard: 'flood', ask: ['no-water'] },
    texts: {
      en: {
        headline: 'Flood warning for the river meadows',
        description: 'Water may rise tonight.',
        instruction: 'Move cars uphill.',
      },
    },
    lacks: 'Nobody who speaks Spanish is on duty.',
  })
  await signed(weather)
  const cancelledId = await signed(closure())
  await notices.moves('grant', cancelledId, 'cancel', { remarks: 'The road is open again.' })
  const foundId = await signed(missing())
  await notices.moves('grant', foundId, 'find')
  await signed(missing())
  const removedId = await published(said({ texts: { en: 'The fair begins at ten.' } }))
  await moves('grant', removedId, 'remove', { remarks: 'The fair is called off.' })
  await town.app.deliverSoon(town.agency)
  return { postId, removedId, noticeId, cancelledId, foundId }
}
