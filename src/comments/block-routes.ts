import { command } from '../ledger/command.ts'
import { madeBy, memberOf, type MemberCaller } from '../members/caller.ts'
import { demand, may } from '../members/may.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { blocksOf, blockUndone, blockWriter, findBlock, reviewBlock } from './blocks.ts'
import { appealsOf } from './hidings.ts'
import { carryingOut } from './house.ts'
import { hearersAt, pagesRunBy, roleOf, sightOf } from './offices.ts'
import { handlesOf } from './queue.ts'
import {
  blockMadeSchema,
  blocksSchema,
  changedSchema,
  idSchema,
  makeBlockSchema,
  reviewBlockSchema,
  undoneSchema,
  type BlockView,
} from './schema.ts'
import { findComment, namesOf } from './store.ts'

const tags = ['blocks']
const refusals = { '4xx': refusalSchema } as const

/** Blocks of writers: each has a reason, an end, a review before it by another, and an appeal. */
export function blockRoutes(app: App): void {
  app.get(
    '/api/blocks',
    {
      config: { action: 'filters.see' },
      schema: {
        operationId: 'listBlocks',
        tags,
        summary: 'Writers who are or were blocked from the pages that I run',
        response: { 200: blocksSchema, ...refusals },
      },
    },
    async (request) => ({ items: await blocksSeen(memberOf(request), app.clock()) }),
  )

  app.post(
    '/api/blocks',
    {
      config: { action: 'blocks.change' },
      schema: {
        operationId: 'blockWriter',
        tags,
        summary: 'Block a writer for a time; the address to appeal is shown once',
        body: makeBlockSchema,
        response: { 200: blockMadeSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const { agencyId } = agency
      const { accountId } = await findComment(db, agencyId, request.body.commentId)
      const pages = await pagesRunBy(db, agencyId, member.memberId)
      if (!may(caller, 'blocks.change', { assigned: pages.includes(accountId) }))
        throw new Refusal('notFound', 'there is no such comment')
      const made = madeBy(request, 'blocks.make', request.body)
      const { origin } = carryingOut(app, request.host)
      const by = { by: member.memberId, role: roleOf(caller), origin, at: made.at }
      return await command(db, made, (tx, record) => blockWriter(tx, record, agency, by, request.body))
    },
  )

  app.post(
    '/api/blocks/:id/review',
    {
      config: { action: 'blocks.change' },
      schema: {
        operationId: 'reviewBlock',
        tags,
        summary: 'Look at a block again: it goes on, or it is lifted; never by whoever made it',
        params: idSchema,
        body: reviewBlockSchema,
        response: { 200: changedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const { id } = request.params
      await demandTie(caller, id, app.clock())
      const made = madeBy(request, 'blocks.review', { id, ...request.body })
      const said = { ...request.body, by: member.memberId, at: made.at }
      return await command(db, made, (tx, record) => reviewBlock(tx, record, agency.agencyId, id, said))
    },
  )

  app.post(
    '/api/blocks/:id/undone',
    {
      config: { action: 'blocks.change' },
      schema: {
        operationId: 'blockUndone',
        tags,
        summary: 'Say that a block that is over was undone on the network',
        params: idSchema,
        body: undoneSchema,
        response: { 200: changedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency } = caller
      const { id } = request.params
      await demandTie(caller, id, app.clock())
      const made = madeBy(request, 'blocks.undone', { id, ...request.body })
      const { version } = request.body
      return await command(db, made, (tx, record) =>
        blockUndone(tx, record, agency.agencyId, id, { version, at: made.at }),
      )
    },
  )
}

/** Whoever runs the page, the Chief, and whoever hears appeals may review a block. */
async function demandTie(caller: MemberCaller, blockId: string, at: string): Promise<void> {
  const { db, agency, member } = caller
  const { accountId } = await findBlock(db, agency.agencyId, blockId)
  const [pages, hearers] = await Promise.all([
    pagesRunBy(db, agency.agencyId, member.memberId),
    hearersAt(db, agency, at),
  ])
  const assigned = pages.includes(accountId) || hearers.includes(member.memberId)
  demand(caller, 'blocks.change', { assigned })
}

async function blocksSeen(caller: MemberCaller, at: string): Promise<BlockView[]> {
  const { db, agency, member } = caller
  const { agencyId } = agency
  const { memberId } = member
  const [all, sight, pages, hearers, handles] = await Promise.all([
    blocksOf(db, agencyId),
    sightOf(caller),
    pagesRunBy(db, agencyId, memberId),
    hearersAt(db, agency, at),
    handlesOf(db, agencyId),
  ])
  const isHearer = hearers.includes(memberId)
  const mine = all.filter(({ accountId }) => isHearer || sight === 'all' || sight.includes(accountId))
  const [named, appeals] = await Promise.all([
    namesOf(
      db,
      agencyId,
      mine.flatMap(({ madeBy: by, reviewedBy }) => [by, reviewedBy]),
    ),
    appealsOf(
      db,
      agencyId,
      mine.map(({ blockId }) => blockId),
    ),
  ])
  return mine.map((block) => {
    const { blockId, accountId, writerHandle, ground, reason, citation, madeBy: by, madeAt } = block
    const { reviewOn, endsOn, state, version, reviewedBy, reviewedAt, reviewWord, undoneAt } = block
    const assigned = isHearer || pages.includes(accountId)
    const isTied = may(caller, 'blocks.change', { assigned })
    return {
      blockId,
      accountId,
      ground,
      reason,
      citation,
      madeAt,
      reviewOn,
      endsOn,
      state,
      version,
      account: handles(accountId),
      writer: writerHandle,
      madeBy: named(by),
      reviewed:
        reviewedBy !== null && reviewedAt !== null
          ? {
              by: named(reviewedBy),
              at: reviewedAt,
              word: reviewWord ?? '',
            }
          : null,
      isUndone: undoneAt !== null,
      appeal: appeals.find(({ subjectId }) => subjectId === blockId)?.state ?? null,
      mayReview: state === 'in-force' && isTied && by !== memberId,
      mayUndo: state !== 'in-force' && undoneAt === null && isTied,
    }
  })
}
