import assert from 'node:assert/strict'
import sharp from 'sharp'
import { reportImpostor, closeReport } from '../src/accounts/impostors.ts'
import { due as commentsDue } from '../src/comments/due.ts'
import { appealsSchema, blockMadeSchema, changedSchema, type CommentView } from '../src/comments/schema.ts'
import { openBlobs } from '../src/platform/blobs.ts'
import { newId } from '../src/platform/id.ts'
import { deliveringOf } from '../src/posts/deliver-soon.ts'
import type { MediaAddedView } from '../src/posts/schema.ts'
import { bringEach, markOf, type Bringing } from '../src/records/brought/bring.ts'
import { addImport } from '../src/records/brought/imports.ts'
import type { CommentedTown } from './commented-town.ts'
import { noticingIn } from './noticing.ts'
import { pageSaid, propose } from './official-town.ts'
import { postingIn } from './posting.ts'
import type { Townsperson } from './town.ts'

/** What was planted, by its ids. */
export interface Planted {
  media: MediaAddedView
  comment: CommentView
  things: string[]
}

/**
 * Plants a word in a record of every kind that a town can make: posts and pictures, people, comments hidden, restored and
 * appealed, blocks, filters, notices, permissions, pages, reports of false pages, and what was brought from before.
 */
export async function plantIn(town: CommentedTown, marker: string): Promise<Planted> {
  const { people, fakes, out, look, found, moves, agency, db, app } = town
  const { by } = people
  const posting = postingIn(town)
  const noticing = noticingIn(town, people, town.accounts.site.accountId)
  const post = async (name: Townsperson, url: string, body: object): Promise<unknown> => {
    const answer = await (await by(name)).post(url, body)
    assert.equal(answer.status, 200, `${url}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const made = (name: string, member: string) => ({
    agencyId: agency.agencyId,
    by: member,
    key: newId(),
    name,
    at: town.now(),
    input: null,
  })
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0f0f0f' } })
    .jpeg()
    .toBuffer()
  const { media } = await posting.add('grant', picture, `${marker}.jpg`)
  assert.ok(media)
  const postId = await posting.published(
    posting.said({
      texts: { en: `The ${marker} parade is moved to Sunday.` },
      media: [{ sha256: media.sha256, alt: `A ${marker} on a branch.` }],
      people: [{ name: `Zebulon ${marker}`, status: 'missing' }],
      category: 'missing',
    }),
  )
  await posting.moves('diaz', postId, 'remove', { remarks: `The ${marker} is over.` })
  await app.deliverSoon(agency)
  const person = { name: `Zebulon ${marker}`, status: 'found', reason: `The ${marker} is home.` }
  await posting.status('grant', person)

  fakes.bluesky.write(
    `${marker}.example`,
    out.bluesky,
    `Officer Alvarez is a worthless idiot and a fat ${marker}.`,
  )
  fakes.bluesky.write(`second.${marker}.example`, out.bluesky, `Hana Hale is a filthy pig and a ${marker}.`)
  fakes.mastodon.write('luz', out.mastodon, `Thank you for the ${marker}!`)
  fakes.bluesky.write('later.example', out.bluesky, 'See you at the parade.')
  await look()
  const hide = async (view: CommentView): Promise<void> => {
    const said = { move: 'hide', ground: 'personal-attack', n: 1, spans: [[0, 9]] }
    await moves('ito', view, {
      ...said,
      reason: `It calls an officer a ${marker}.`,
      notForCriticism: `Nothing of the department, but a ${marker}.`,
    })
  }
  const comment = await found('ito', 'Officer Alvarez is')
  await hide(comment)
  const hidden = await found('ito', 'Officer Alvarez is', 'hidden')
  await moves('ito', hidden, { move: 'restore', reason: `No ${marker} after all.` })
  const second = await found('ito', 'Hana Hale is')
  await hide(second)
  const code = await town.codeOf(second)
  const sent = await app.inject({
    method: 'POST',
    url: `/public/appeal/${code}`,
    headers: {
      host: agency.host,
      origin: `http://${agency.host}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({
      key: newId(),
      words: `I meant the ${marker} of the sergeant.`,
    }).toString(),
  })
  assert.equal(sent.statusCode, 200)
  const { items } = appealsSchema.parse((await (await by('chen')).get('/api/appeals')).body)
  const appealId = items[0]?.appealId ?? ''
  const reason = `A ${marker} is no excuse, it stays hidden.`
  await post('chen', `/api/appeals/${appealId}/decide`, { version: 1, outcome: 'uphold', reason })
  const blocking = {
    commentId: second.commentId,
    ground: 'personal-attack',
    reason: `He shouts ${marker} day after day.`,
    endsOn: '2027-01-31',
  }
  const { blockId } = blockMadeSchema.parse(await post('ito', '/api/blocks', blocking))
  const filtering = {
    accountId: null,
    words: `${marker} for sale`,
    place: 'here',
    ground: 'off-topic',
    reason: `Sellers of a ${marker} flood the page.`,
    endsOn: '2026-12-01',
  }
  const { id: filterId } = changedSchema.parse(await post('ito', '/api/filters', filtering))
  await post('chen', `/api/filters/${filterId}/decide`, {
    version: 1,
    approve: false,
    remarks: `No ${marker} yet.`,
  })

  const notice = await noticing.write(noticing.closure({ contact: `${marker} desk` }))
  await noticing.moves('grant', notice.noticeId, 'withdraw', { remarks: `No ${marker} on the road.` })
  const { requestId } = await people.ask(
    'alvarez',
    people.asked({ text: `Me and my ${marker}, in uniform.` }),
  )
  await people.moves('alvarez', requestId, 'submit')
  await people.moves('alvarez', requestId, 'withdraw')
  const said = {
    handle: `Riverton ${marker}`,
    address: `https://${marker}.example`,
    purpose: `News of the ${marker}.`,
  }
  const page = await propose(people, pageSaid(said))
  await people.moves('grant', page.requestId, 'withdraw')
  const reported = {
    address: `https://false-${marker}.example`,
    says: `It sells a ${marker}.`,
    reach: `${marker}@example.com`,
  }
  const { reportId } = await reportImpostor(db, made('impostors.report', 'visitor'), reported)
  const closing = { version: 1, remarks: `The ${marker} is real.` }
  await closeReport(db, made('impostors.close', 'jones'), reportId, closing)
  const importId = await bring(town, marker)

  // The block ends by its day.
  const now = town.now()
  town.moveTo('2027-02-01T15:00:00Z')
  await commentsDue(db, agency, town.now(), deliveringOf(app))
  town.moveTo(now)
  const things = [postId, media.mediaId, comment.commentId, second.commentId, appealId, blockId, filterId]
  things.push(notice.noticeId, requestId, page.requestId, page.accountId, reportId, importId)
  return { media, comment, things }
}

/** A file of what was written before, and one item of it. */
async function bring(town: CommentedTown, marker: string): Promise<string> {
  const { agencyId } = town.agency
  const at = town.now()
  const sha256 = await openBlobs(town.blobsFolder).put(Buffer.from(`an export with a ${marker} in it`))
  let importId = ''
  await town.does('jones', 'records.import', async (tx, record) => {
    const file = { fileName: `${marker}.zip`, sha256, bytes: 30, accountId: null, by: 'jones', at }
    importId = await addImport(tx, record, agencyId, file)
  })
  const bringing: Bringing = { agencyId, importId, source: 'facebook', accountId: null, by: 'jones', at }
  const marked = markOf(bringing, {
    what: 'post',
    remoteId: `https://facebook.example/${marker}/1`,
    parentId: null,
    author: `Zoe ${marker}`,
    text: `A ${marker} was seen on Elm Street in 2019.`,
    saidAt: '2019-05-01T12:00:00Z',
    url: `https://facebook.example/${marker}/1`,
    links: [],
    people: [],
    files: [],
  })
  await town.does('jones', 'records.imported', async (tx, record) => {
    await bringEach(tx, bringing, [{ marked, kept: [] }])
    await tx
      .updateTable('recordImport')
      .set({ state: 'done', endedAt: at })
      .where('importId', '=', importId)
      .execute()
    await record({ subject: importId, body: { fileName: `${marker}.zip`, source: 'facebook' } })
  })
  return importId
}
