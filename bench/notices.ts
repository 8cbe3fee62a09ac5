import assert from 'node:assert/strict'
import { cpus, loadavg } from 'node:os'
import { test } from 'node:test'
import { parseArgs } from 'node:util'
import { now } from '../src/platform/clock.ts'
import { publishedNames, townOn } from '../test/drills/publish-town.ts'
import { sides } from '../test/networks/sides.ts'
import { askingIn } from '../test/asking.ts'
import { noticingIn } from '../test/noticing.ts'
import { licensed, pageSaid } from '../test/official-town.ts'
import { townMap } from '../test/public-data.ts'
import { median } from './report.ts'

// `npm run bench:notices [--rounds 21]`: how long a notice takes from the request that signs it until the site and every
// network have acknowledged it, with a map drawn from the town's own; the same for an update, and for "found".
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '21' } } })
const rounds = Number(values.rounds)

await test('bench:notices', async (t) => {
  // YouTube takes films only, Instagram fetches its pictures from an address that they do not have yet.
  const names = publishedNames.filter((name) => name !== 'youtube' && name !== 'instagram')
  const standing = await Promise.all(names.map(async (name) => ({ name, ...(await sides[name](now, {})) })))
  t.after(() => Promise.all(standing.map(({ fake }) => fake.stop())))
  const { town, accounts } = await townOn(
    standing.map(({ name, fake, access }) => ({ name, host: fake.host, access })),
  )
  const people = askingIn(town)
  const jones = await people.by('jones')
  assert.equal((await jones.post('/api/map', { source: 'City', map: townMap(24) })).status, 200)
  const site = await licensed(town, people, pageSaid())
  const ids = [site.accountId, ...accounts.map(({ accountId }) => accountId)]
  const notices = noticingIn(town, people, site.accountId)
  console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}`)
  console.log(`load of the machine at the beginning ${loadavg()[0]?.toFixed(1)}`)
  console.log(`${ids.length} channels: site, ${names.join(', ')}; a map of 48 streets; ${rounds} times`)

  const times = new Map<string, number[]>()
  const timed = async (name: string, noticeId: string, move: string, rest: object): Promise<void> => {
    const { version, contentHash } = await notices.view(noticeId)
    const grant = await people.by('grant')
    const begun = performance.now()
    const moved = await grant.post(`/api/notices/${noticeId}/move`, { move, version, contentHash, ...rest })
    assert.equal(moved.status, 200, JSON.stringify(moved.body))
    await town.app.deliverSoon(town.agency)
    times.set(name, [...(times.get(name) ?? []), performance.now() - begun])
    const { deliveries } = await notices.view(noticeId)
    assert.deepEqual(
      deliveries.filter(({ state }) => state !== 'done'),
      [],
    )
    assert.ok(deliveries.length >= ids.length)
  }
  // The first two warm up and are not counted.
  for (let n = -2; n < rounds; n++) {
    if (n === 0) times.clear()
    const remarks = 'Her mother asked for it.'
    const wrote = async (): Promise<string> =>
      (await notices.write(notices.missing({ accounts: ids }))).noticeId
    const found = await wrote()
    await timed('published', found, 'sign', { remarks })
    await timed('found, taken down', found, 'find', {})
    const updated = await wrote()
    await timed('published', updated, 'sign', { remarks })
    const { version, content } = await notices.view(updated)
    const edit = { version, content: { ...content, contact: `203-555-01${n + 10}` } }
    assert.equal((await (await people.by('grant')).put(`/api/notices/${updated}`, edit)).status, 200)
    await timed('updated', updated, 'sign', { remarks })
  }
  for (const [name, took] of times) {
    const longest = Math.max(...took)
    console.log(
      `${name.padEnd(18)} median ${median(took).toFixed(0).padStart(4)} ms, longest ${longest.toFixed(0).padStart(4)} ms`,
    )
  }
  console.log(`load of the machine at the end ${loadavg()[0]?.toFixed(1)}`)
})
