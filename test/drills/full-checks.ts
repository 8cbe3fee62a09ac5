import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { sha256 } from '../../src/platform/id.ts'
import type { FullHouse } from './full-house.ts'

function send(
  scene: FullHouse,
  cookie: string,
  path: string,
  key: string,
  body: string | Buffer,
): Promise<Response> {
  const type = typeof body === 'string' ? 'application/json' : 'image/png'
  const headers = { cookie, origin: scene.url, 'idempotency-key': key, 'content-type': type }
  return fetch(`${scene.url}${path}`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
}

export function addMember(scene: FullHouse, cookie: string, name: string, key: string): Promise<Response> {
  return send(scene, cookie, '/api/members', key, JSON.stringify({ kind: 'sworn', name, from: '2026-01-01' }))
}

/** A picture by its first bytes; the rest is the name, and chance. */
function pictureOf(name: string): Buffer {
  const head = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([head, Buffer.from(name), Buffer.alloc(60_000, sha256(name))])
}

export function addPicture(scene: FullHouse, cookie: string, name: string, key: string): Promise<Response> {
  return send(scene, cookie, '/api/blobs', key, pictureOf(name))
}

export function read({ url, cookies }: FullHouse): Promise<Response> {
  return fetch(`${url}/api/members?limit=5`, { headers: { cookie: cookies.at(-1) ?? '' } })
}

/** Makes PostgreSQL need a new file of its log, for which there is no room. */
export async function useUpLog({ house }: FullHouse): Promise<void> {
  const client = new pg.Client({ connectionString: house.ownerUrl, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    for (let i = 0; i < 20; i++) {
      await client.query(
        "select pg_switch_wal(), pg_logical_emit_message(false, 'drill', repeat('x', 100000))",
      )
    }
  } catch {
    // It went down: that is what is looked for.
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What was acknowledged and is not there once. */
export async function missing(
  { house }: FullHouse,
  words: string,
  acknowledged: ReadonlySet<string>,
): Promise<string[]> {
  const client = new pg.Client(house.ownerUrl)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'select name from member where position($1 in name) = 1',
    [words],
  )
  const pictures = await client.query<{ sha256: string }>('select sha256 from blob')
  await client.end()
  const times = new Map<string, number>()
  for (const { name } of rows) times.set(name, (times.get(name) ?? 0) + 1)
  const blobs = new Set(pictures.rows.map((row) => row.sha256))
  const faults: string[] = []
  for (const name of acknowledged) {
    const isPicture = Number(name.slice(words.length + 2).split(',')[0]) % 2 === 1
    if (!isPicture && times.get(name) !== 1)
      faults.push(`${name}: acknowledged, and there ${times.get(name) ?? 0} times`)
    if (!isPicture) continue
    const hash = sha256(pictureOf(name))
    if (!blobs.has(hash)) faults.push(`${name}: acknowledged, and no record names it`)
    const file = await readFile(join(house.blobsFolder, hash.slice(0, 2), hash)).catch(() => undefined)
    if (file === undefined || sha256(file) !== hash)
      faults.push(`${name}: acknowledged, and its file is ${file === undefined ? 'not there' : 'another'}`)
  }
  return faults
}

/** Blobs that are not what their name says. */
export async function halfBlobs({ house }: FullHouse): Promise<string[]> {
  const files = await readdir(house.blobsFolder, { recursive: true, withFileTypes: true })
  const faults: string[] = []
  for (const file of files) {
    if (!file.isFile() || !/^[0-9a-f]{64}$/.test(file.name)) continue
    if (sha256(await readFile(join(file.parentPath, file.name))) !== file.name)
      faults.push(`half a file, ${file.name}`)
  }
  return faults
}
