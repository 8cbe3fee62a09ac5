import type { ExpressionBuilder, Expression, SqlBool } from 'kysely'
import { isAdministrator } from '../accounts/store.ts'
import { may, scope } from '../members/may.ts'
import type { MemberCaller } from '../members/caller.ts'
import type { Db, Tables } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PostState } from './moves.ts'
import { postGroundOf, type PostGround } from './seats.ts'
import { findPost, type StoredPost } from './store.ts'

/** What was said in public is there for every member to read. */
const open = ['publishing', 'published', 'removed'] as const satisfies readonly PostState[]

/** The posts that a caller may see: their own, those they may speak for, and whatever is or was out. */
export function seesPost(
  caller: MemberCaller,
  privy: boolean,
  row: ExpressionBuilder<Tables, 'post'>,
): Expression<SqlBool> {
  const { memberId } = caller.member
  return scope(caller, 'posts.see', {
    own: row.or([row('post.author', '=', memberId), row('post.editor', '=', memberId)]),
    assigned: row.or([
      row('post.state', 'in', open),
      // A draft that nobody was shown is its writers' affair.
      ...(privy ? [row('post.state', '<>', 'draft')] : []),
      row.exists(
        row
          .selectFrom('postAccount')
          .innerJoin('accountAdministrator', (join) =>
            join
              .onRef('accountAdministrator.agencyId', '=', 'postAccount.agencyId')
              .onRef('accountAdministrator.accountId', '=', 'postAccount.accountId'),
          )
          .select('postAccount.accountId')
          .whereRef('postAccount.agencyId', '=', 'post.agencyId')
          .whereRef('postAccount.postId', '=', 'post.postId')
          .where('accountAdministrator.memberId', '=', memberId)
          .where('accountAdministrator.until', 'is', null),
      ),
    ]),
  })
}

/** May a caller read whatever was submitted: because they approve it, advise on it, or keep its record? */
export function isPrivy({ member }: MemberCaller, { approvers }: PostGround): boolean {
  const { memberId, roles } = member
  return approvers.has(memberId) || roles.has('counsel') || roles.has('records-custodian')
}

/** A post that the caller may see, with what it is weighed on; for anybody else there is none. */
export async function seenPost(
  caller: MemberCaller,
  postId: string,
  at: string,
): Promise<{ post: StoredPost; ground: PostGround }> {
  const { db, agency } = caller
  const ground = await postGroundOf(db, agency, at)
  const row = await db
    .selectFrom('post')
    .select('post.postId')
    .where('post.agencyId', '=', agency.agencyId)
    .where('post.postId', '=', postId)
    .where((where) => seesPost(caller, isPrivy(caller, ground), where))
    .executeTakeFirst()
  if (!row) throw new Refusal('notFound', 'there is no such post')
  return { post: await findPost(db, agency.agencyId, postId), ground }
}

/** Does a caller run any page, or may they approve posts? Then posts and what became of them are their affair. */
export async function keepsPosts(caller: MemberCaller, ground: PostGround): Promise<boolean> {
  const { db, agency, member } = caller
  return (
    ground.approvers.has(member.memberId) ||
    (await isAdministrator(db, agency.agencyId, null, member.memberId))
  )
}

/** Refuses (notFound) a picture or film that the caller neither added nor may see in a post. */
export async function refuseUnseenMedia(
  caller: MemberCaller,
  sha256: string,
  ground: PostGround,
): Promise<void> {
  const { db, agency, member } = caller
  const { agencyId } = agency
  const own = await addedBy(db, agencyId, sha256, member.memberId)
  const assigned = own || (await keepsPosts(caller, ground)) || (await isOut(db, agencyId, sha256))
  if (!may(caller, 'media.see', { own, assigned }))
    throw new Refusal('notFound', 'there is no such picture or film')
}

async function addedBy(db: Db, agencyId: string, sha256: string, memberId: string): Promise<boolean> {
  const row = await db
    .selectFrom('mediaCopy')
    .innerJoin('media', (join) =>
      join
        .onRef('media.agencyId', '=', 'mediaCopy.agencyId')
        .onRef('media.mediaId', '=', 'mediaCopy.mediaId'),
    )
    .select('media.mediaId')
    .where('mediaCopy.agencyId', '=', agencyId)
    .where('mediaCopy.sha256', '=', sha256)
    .where((where) =>
      where.or([where('media.addedBy', '=', memberId), where('mediaCopy.madeBy', '=', memberId)]),
    )
    .executeTakeFirst()
  return row !== undefined
}

async function isOut(db: Db, agencyId: string, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('post')
    .select('postId')
    .where('agencyId', '=', agencyId)
    .where('state', 'in', open)
    .where('content', 'like', `%"${sha256}"%`)
    .executeTakeFirst()
  return row !== undefined
}
