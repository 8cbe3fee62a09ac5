import { randomBytes } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { now } from '../../src/platform/clock.ts'
import { isDiskFull } from '../../src/platform/disk-full.ts'
import { newId, sha256 } from '../../src/platform/id.ts'
import { backUpHouse } from '../../src/server/backups/make.ts'
import type { Run } from './drill.ts'
import { addMember, addPicture, halfBlobs, missing, read, useUpLog } from './full-checks.ts'
import { openFullHouse, places, type FullHouse } from './full-house.ts'
import { lacksDisks } from './small-disks.ts'

const writers = 4
const sessionsNeeded = writers * 2 + 1

/** [R5] A disk is full: everybody is told so in words, what is there can be read, and when there is room it goes on. */
export const run: Run = async (rounds, seed) => {
  const lacking = lacksDisks()
  if (lacking !== undefined) return { skipped: lacking }
  const scene = await openFullHouse(sessionsNeeded)
  try {
    const faults: string[] = []
    const told: string[] = []
    let slowest = 0
    for (let round = 0; round < rounds; round++) {
      const place = places[round % places.length] ?? 'database'
      const words = `seed ${seed}, round ${round}, ${place}`
      const found =
        place === 'export' ? await fullExport(scene, words) : await fullUnderLoad(scene, place, words)
      faults.push(...found.faults)
      told.push(...found.told)
      slowest = Math.max(slowest, found.resumed)
    }
    const careless = await halfFiles(scene)
    const sum = [...new Set(told)]
      .toSorted()
      .map((one) => `${told.filter((each) => each === one).length} x ${one}`)
    return {
      claim:
        'When a disk is full, writers are told so, what is there can be read, nothing acknowledged is lost, and it goes on by itself',
      figure: `${rounds} full disks (${places.slice(0, rounds).join(', ')}): ${sum.join(', ')}; written again ${(slowest / 1000).toFixed(1)} s after there was room, at most; ${faults.length} faults`,
      control: `a file written under its own name at once: ${careless} half files found`,
      faults,
      hasTeeth: careless > 0,
    }
  } finally {
    await scene.close()
  }
}

interface Found {
  faults: string[]
  /** What those who wrote were answered while it was full, and those who read. */
  told: string[]
  /** Milliseconds until a write was done again. */
  resumed: number
}

const refusedSchema = z.object({ error: z.object({ sentence: z.string() }) })

/** People are written down and pictures added while the disk of a place fills, is full, and is emptied. */
async function fullUnderLoad(
  scene: FullHouse,
  place: 'database' | 'wal' | 'blobs',
  words: string,
): Promise<Found> {
  const faults: string[] = []
  const told: string[] = []
  const acknowledged = new Set<string>()
  const open = new Map<string, () => Promise<number>>()
  const state = { isOver: false }
  let refused = 0
  const write = async (name: string, ask: () => Promise<Response>): Promise<number> => {
    const answer = await ask()
    const body: unknown = await answer.json()
    if (answer.status === 200) {
      acknowledged.add(name)
      open.delete(name)
    } else if (answer.status === 507 || answer.status === 503) {
      refused++
      told.push(`${answer.status} to a writer`)
      const { sentence } = refusedSchema.parse(body).error
      if (answer.status === 507 && !sentence.includes('no room left')) faults.push(`${words}: "${sentence}"`)
    } else if (answer.status !== 429) faults.push(`${words}: ${answer.status} ${JSON.stringify(body)}`)
    return answer.status
  }
  const writing = Array.from({ length: writers }, async (_, writer) => {
    for (let i = 0; !state.isOver; i++) {
      const name = `${words}, ${writer}, ${i}`
      const key = newId()
      const cookie = scene.cookies[(writer * 2 + i) % (sessionsNeeded - 1)] ?? ''
      const again = (): Promise<number> =>
        write(name, () =>
          writer % 2 === 0 ? addMember(scene, cookie, name, key) : addPicture(scene, cookie, name, key),
        )
      if ((await again()) !== 200) open.set(name, again)
      await pause(writer % 2 === 0 ? 60 : 400)
    }
  })
  await until(() => acknowledged.size >= 20, `${words}: nobody wrote`)
  await scene.disks[place].fill()
  const beforeFull = refused
  if (place === 'wal') await useUpLog(scene)
  await until(() => refused - beforeFull >= 5, `${words}: nobody was refused`)
  for (let i = 0; i < 5; i++) {
    const { status } = await read(scene)
    // Where PostgreSQL has no room for its log it stops: then nobody can read, and everybody is told.
    if (status !== 200 && !(place === 'wal' && status === 503))
      faults.push(`${words}: a reader was answered ${status}`)
    told.push(`${status} to a reader`)
    await pause(100)
  }
  await scene.disks[place].empty()
  const start = performance.now()
  const doneBefore = acknowledged.size
  await until(() => acknowledged.size > doneBefore, `${words}: it did not go on`)
  const resumed = performance.now() - start
  if (resumed > 20_000) faults.push(`${words}: it went on after ${Math.round(resumed)} ms`)
  state.isOver = true
  await Promise.all(writing)
  for (const [name, again] of open)
    if ((await again()) !== 200) faults.push(`${name}: not done when sent again`)
  faults.push(
    ...(await missing(scene, words, acknowledged)),
    ...(await halfBlobs(scene)).map((one) => `${words}: ${one}`),
  )
  return { faults, told, resumed }
}

async function until(isSo: () => boolean, otherwise: string): Promise<void> {
  for (const start = performance.now(); !isSo(); await pause(20))
    if (performance.now() - start > 90_000) throw new Error(otherwise)
}

/** A backup into a folder that fills leaves nothing that looks like one, and hinders nobody. */
async function fullExport(scene: FullHouse, words: string): Promise<Found> {
  const { house, disks } = scene
  const faults: string[] = []
  const [depot, keys] = [join(disks.export.folder, 'backups'), join(house.blobsFolder, '..', 'backup-keys')]
  const making = (): ReturnType<typeof backUpHouse> =>
    backUpHouse(house, house.ownerUrl ?? '', {
      depot,
      keys,
      at: now(),
      withSecrets: false,
      progress: () => undefined,
    })
  const kept = async (): Promise<string[]> =>
    (await readdir(depot).catch(() => [])).filter((name) => name !== 'blobs' && name !== 'database')
  const keysIn = async (): Promise<string[]> =>
    (await readdir(keys).catch(() => [])).filter((name) => name.endsWith('.key'))
  const [before, keysBefore] = [await kept(), await keysIn()]
  await disks.export.fill()
  const refused = await making().then(
    () => 'a backup onto a full disk was made',
    (error: unknown) => (isDiskFull(error) ? undefined : String(error)),
  )
  if (refused !== undefined) faults.push(`${words}: ${refused}`)
  const left = (await kept()).filter((name) => !before.includes(name))
  if (left.length > 0) faults.push(`${words}: ${left.join(', ')} was left`)
  const leftKeys = (await keysIn()).filter((name) => !keysBefore.includes(name))
  if (leftKeys.length > 0) faults.push(`${words}: ${leftKeys.join(', ')}, the key of no backup, was left`)
  const { status } = await read(scene)
  if (status !== 200) faults.push(`${words}: a reader was answered ${status}`)
  await disks.export.empty()
  const start = performance.now()
  await making()
  return {
    faults,
    told: ['no room told to a backup', `${status} to a reader`],
    resumed: performance.now() - start,
  }
}

/** The control: whoever writes under the own name at once leaves half a file when the disk fills. */
async function halfFiles(scene: FullHouse): Promise<number> {
  const disk = scene.disks.blobs
  await disk.fill()
  await disk.empty()
  const bytes = randomBytes(7 * 1024 * 1024)
  for (let i = 0; i < 4; i++) {
    const name = sha256(Buffer.concat([bytes, Buffer.from([i])]))
    await writeFile(join(disk.folder, name), Buffer.concat([bytes, Buffer.from([i])])).catch(
      (error: unknown) => {
        if (!isDiskFull(error)) throw error
      },
    )
  }
  return (await halfBlobs(scene)).length
}
