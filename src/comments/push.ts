import { createHmac, timingSafeEqual } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RemoteComment } from '../accounts/networks/network.ts'
import { seal, unseal } from '../members/seal.ts'
import type { Record as Recording } from '../ledger/command.ts'
import type { Db, Tx } from '../platform/db.ts'
import { momentSchema } from '../platform/day.ts'
import { newSecret, sha256 } from '../platform/id.ts'
import type { Arrival } from './capture.ts'

declare module '../platform/db.ts' {
  interface Tables {
    commentPush: {
      agencyId: string
      accountId: string
      secret: Buffer
      verify: string
      madeBy: string
      madeAt: string
    }
  }
}

/** Makes the secret that pushes for an account are signed with, and the word that sets it up; the old ones end. */
export async function setPush(
  tx: Tx,
  record: Recording,
  agencyId: string,
  { accountId, by, at, sealKey }: { accountId: string; by: string; at: string; sealKey: string },
): Promise<{ secret: string; verify: string }> {
  const secret = newSecret()
  const verify = newSecret()
  const row = {
    secret: seal(sealKey, secret, about(agencyId, accountId)),
    verify: sha256(verify),
    madeBy: by,
    madeAt: at,
  }
  await tx
    .insertInto('commentPush')
    .values({ agencyId, accountId, ...row })
    .onConflict((conflict) => conflict.columns(['agencyId', 'accountId']).doUpdateSet(row))
    .execute()
  await record({ subject: accountId, body: {} })
  return { secret, verify }
}

function about(agencyId: string, accountId: string): string {
  return `comment push ${agencyId} ${accountId}`
}

/** Is this the word with which pushes for an account were set up? */
export async function isVerified(
  db: Db,
  agencyId: string,
  accountId: string,
  verify: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('commentPush')
    .select('verify')
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row !== undefined && isSame(row.verify, sha256(verify))
}

/** What signs the pushes of an account; undefined where none were set up. */
export async function pushSecret(
  db: Db,
  agencyId: string,
  accountId: string,
  sealKey: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('commentPush')
    .select('secret')
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row && unseal(sealKey, row.secret, about(agencyId, accountId))
}

/** Is `header` (`sha256=<hexadecimal>`, as Meta's webhooks sign) the HMAC of these very bytes? */
export function isSigned(secret: string, body: Uint8Array, header: string | undefined): boolean {
  const signed = createHmac('sha256', secret).update(body).digest('hex')
  return header !== undefined && isSame(header, `sha256=${signed}`)
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const id = z.string().min(1).max(500)

/** The plain form, for a network's own stream that somebody relays: comments as `Network.comments` gives them. */
const plainSchema = z.object({
  comments: z
    .array(
      z.object({
        rootId: id,
        remoteId: id,
        parentId: id.optional(),
        writer: z.object({ remoteId: id, handle: z.string().max(300), name: z.string().max(300) }),
        text: z.string().max(100_000),
        at: momentSchema,
        url: z.url().nullable().default(null),
        media: z
          .array(z.object({ mediaType: z.string().max(100), url: z.url(), alt: z.string().max(5_000) }))
          .max(20)
          .default([]),
      }),
    )
    .max(1_000)
    .default([]),
  gone: z
    .array(z.object({ rootId: id, remoteId: id }))
    .max(1_000)
    .default([]),
})

/** What a Facebook page's subscription to `feed` sends (Graph API v25.0); other changes are passed over. */
const metaSchema = z.object({
  object: z.literal('page'),
  entry: z
    .array(
      z.object({
        /** The page's own id. */
        id: id.optional(),
        changes: z
          .array(
            z.object({
              field: z.string(),
              value: z.looseObject({
                item: z.string().optional(),
                verb: z.string().optional(),
                comment_id: id.optional(),
                post_id: id.optional(),
                parent_id: id.optional(),
                from: z.object({ id, name: z.string().max(300).default('') }).optional(),
                message: z.string().max(100_000).optional(),
                created_time: z.number().optional(),
                photo: z.url().optional(),
              }),
            }),
          )
          .default([]),
      }),
    )
    .max(1_000),
})

/** A comment as it was pushed: under which post of the network, and what became of it. */
export interface Pushed {
  rootId: string
  comment: Arrival['comment']
}

/** Reads a push of either form; undefined for what is neither. `at` stands for a time that the network does not tell. */
export function readPush(sent: unknown, at: string): Pushed[] | undefined {
  const plain = plainSchema.safeParse(sent)
  if (plain.success && typeof sent === 'object' && sent !== null && ('comments' in sent || 'gone' in sent))
    return [
      ...plain.data.comments.map(({ rootId, parentId, ...comment }) => ({
        rootId,
        comment: {
          ...comment,
          parentId: parentId ?? rootId,
          isHidden: false,
          at: inUtc(comment.at),
        } satisfies RemoteComment,
      })),
      ...plain.data.gone.map(({ rootId, remoteId }) => ({
        rootId,
        comment: { remoteId, isGone: true } as const,
      })),
    ]
  const meta = metaSchema.safeParse(sent)
  if (!meta.success) return undefined
  return meta.data.entry.flatMap(({ id: pageId, changes }) =>
    changes
      // The page's own answers, receipts among them, are no comments.
      .filter(({ value }) => pageId === undefined || value.from?.id !== pageId)
      .flatMap((change) => fromMeta(change, at)),
  )
}

type Change = z.infer<typeof metaSchema>['entry'][number]['changes'][number]

function fromMeta({ field, value }: Change, at: string): Pushed[] {
  const { item, verb, comment_id: remoteId, post_id: rootId, parent_id: parentId, from } = value
  if (field !== 'feed' || item !== 'comment' || remoteId === undefined || rootId === undefined) return []
  if (verb === 'remove') return [{ rootId, comment: { remoteId, isGone: true } }]
  if ((verb !== 'add' && verb !== 'edited') || !from) return []
  const { message = '', created_time: seconds, photo } = value
  return [
    {
      rootId,
      comment: {
        remoteId,
        parentId: parentId ?? rootId,
        writer: { remoteId: from.id, handle: from.name === '' ? from.id : from.name, name: from.name },
        text: message,
        at: seconds === undefined ? at : fromSeconds(seconds),
        isHidden: false,
        url: null,
        media: photo === undefined ? [] : [{ mediaType: 'image/jpeg', url: photo, alt: '' }],
      },
    },
  ]
}

function inUtc(at: string): string {
  return Temporal.Instant.from(at).toString()
}

function fromSeconds(seconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1_000)).toString()
}
