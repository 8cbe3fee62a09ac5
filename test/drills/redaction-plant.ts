import sharp from 'sharp'
import { append } from '../../src/ledger/append.ts'
import { openBlobs, noteBlob } from '../../src/platform/blobs.ts'
import { addRecords } from '../../src/records/store.ts'
import type { Town } from '../town.ts'
import { oneOf, type Pick } from './drill.ts'

/** What must not be found, in every way in which it was planted. */
export interface Secret {
  /** As it stands in the words that a reviewer marks. */
  marked: string
  forms: string[]
}

/** A record with a secret in it, or without. */
export interface Planted {
  recordId: string
  words: string
  /** What the reviewer does with it. */
  how: 'redact' | 'withhold' | 'release'
  picture: string | null
  letter: string | null
}

const firsts = [
  'Zélia',
  'Marguerite',
  'Ottoline',
  'Xiomara',
  'Benedikt',
  'Thaddeus',
  'Íñigo',
  'Wilhelmina',
] as const
const lasts = [
  'Quackenbush',
  'Ödegaard',
  'Vandersloot',
  'Przybylski',
  'Núñez',
  'Featherstone',
  'Kowalczyk',
] as const
const says = [
  'The parade was loud and long.',
  'Who cleans the park after the feast?',
  'A dog ran over Main Street at noon.',
  'The council met about parking again.',
] as const

/** Where the secret is drawn, in parts of the picture, with a little room around it. */
export const drawnAt = { x: 0.1, y: 0.3, w: 0.6, h: 0.4 } as const
const magenta = '#ff00ff'

/** A name, a telephone and an e-mail that no other text here has. */
export function secrets(pick: Pick): Secret[] {
  const [first, last] = [oneOf(pick, firsts), oneOf(pick, lasts)]
  const number = 1_000_000 + pick(8_999_999)
  const phone = `(860) ${String(number).slice(0, 3)}-${String(number).slice(3)}`
  const digits = phone.replaceAll(/\D/g, '')
  const mail = `${last.toLowerCase()}.${first.toLowerCase()}${100 + pick(899)}@mail.example`
  const name = `${first} ${last}`
  return [
    {
      marked: name,
      forms: [
        name,
        name.toUpperCase(),
        `${first}  ${last}`,
        `${first}.${last}`.toLowerCase(),
        `${first}${last}`,
        name.normalize('NFD'),
      ],
    },
    {
      marked: phone,
      forms: [phone, digits, `${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6)}`],
    },
    { marked: mail, forms: [mail, mail.toUpperCase()] },
  ]
}

/** A picture with the secret drawn on magenta, and said in its metadata. */
async function pictureOf(secret: Secret, aside: string, pick: Pick): Promise<Buffer> {
  const [width, height] = [160 + pick(80), 100 + pick(60)]
  const [w, h] = [Math.floor(width * 0.5), Math.floor(height * 0.3)]
  const text = secret.marked.replaceAll('&', '').replaceAll('<', '')
  const drawn = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><rect width="100%" height="100%" fill="${magenta}"/><text x="2" y="${h / 2}" font-size="10">${text}</text></svg>`,
  )
  const left = Math.ceil(width * (drawnAt.x + 0.05))
  const top = Math.ceil(height * (drawnAt.y + 0.05))
  const base = sharp({ create: { width, height, channels: 3, background: '#88aa88' } })
    .composite([{ input: drawn, left, top }])
    .withMetadata({ exif: { IFD0: { ImageDescription: secret.marked, Copyright: aside } } })
  return pick(2) === 0 ? await base.jpeg({ quality: 95 }).toBuffer() : await base.png().toBuffer()
}

/** A letter that names the secret, as a file. */
function letterOf(secret: Secret): Buffer {
  return Buffer.from(`From: ${secret.marked}\nSubject: ${secret.forms.at(-1) ?? ''}\n\nIt was me.\n`)
}

/** Records of a small affair: those that name somebody, one that stays back whole, and some that name nobody. */
export async function plant(town: Town, pick: Pick, all: readonly Secret[]): Promise<Planted[]> {
  const { agency, db, blobsFolder } = town
  const { agencyId } = agency
  const blobs = openBlobs(blobsFolder)
  const planted: Planted[] = []
  const at = town.now()
  for (let n = 0; n < 5; n++) {
    const secret = oneOf(pick, all)
    const how = n < 3 ? 'redact' : n === 3 ? 'withhold' : 'release'
    const names = how !== 'release'
    const form = (): string => oneOf(pick, secret.forms)
    const words = names
      ? `${oneOf(pick, says)} ${secret.marked} said so, ${form()}; ask ${form()}. 😀 ${oneOf(pick, says)}`
      : `${oneOf(pick, says)} Nobody is named.`
    const bytes = names
      ? await pictureOf(secret, all[1]?.marked ?? '', pick)
      : await pictureOf({ marked: 'A tree', forms: ['a tree'] }, 'A tree', pick)
    const picture = await blobs.put(bytes)
    const letter = names && pick(2) === 0 ? await blobs.put(letterOf(secret)) : null
    const alt = names ? `A photograph of ${form()}` : 'A photograph of a tree'
    const author = names ? form() : 'resident.example'
    const media = [{ sha256: picture, alt }, ...(letter === null ? [] : [{ sha256: letter, alt: form() }])]
    const recordId = await db.transaction().execute(async (tx) => {
      for (const [sha256, mediaType, size] of [
        [picture, bytes.subarray(0, 2).toString('hex') === 'ffd8' ? 'image/jpeg' : 'image/png', bytes.length],
        ...(letter === null ? [] : [[letter, 'message/rfc822', letterOf(secret).length] as const]),
      ] as const)
        await noteBlob(tx, agencyId, { sha256, mediaType, bytes: size, at })
      const body = { text: words, writer: { handle: author }, media }
      const id = await append(tx, agencyId, {
        kind: 'drill.record',
        by: 'system',
        at,
        subject: `affair-${n}`,
        body,
      })
      const place = {
        thing: names ? `web:${secret.forms.at(-1) ?? ''}/${n}` : id,
        thread: id,
        accountId: null,
      }
      await addRecords(tx, [
        {
          agencyId,
          recordId: id,
          at,
          kind: 'comment',
          event: 'written',
          ...place,
          madeBy: 'visitor',
          author,
          people: [],
          words,
          media: media.map(({ sha256 }) => sha256),
          ruling: null,
          moderation: 'shown',
          source: 'ledger',
          access: 'open',
          digest: null,
        },
      ])
      return id
    })
    planted.push({ recordId, words, how, picture, letter })
  }
  return planted
}
