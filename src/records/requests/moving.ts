import { command, type Made, type Record as Recording } from '../../ledger/command.ts'
import type { Agency } from '../../members/caller.ts'
import type { Blobs } from '../../platform/blobs.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { feeOf } from './fee.ts'
import { holdAfter } from './held.ts'
import { lawOf, type Law } from './law.ts'
import { clockAfter, writeLetter, type After } from './move-letter.ts'
import { openStates, type Move, type State } from './moves.ts'
import { lacksWordOnPersonnel } from './notices.ts'
import { prepare, putOut, type Prepared } from './release.ts'
import { timesIn } from './redact-words.ts'
import { rule, type Actor } from './request.ts'
import type { moveSchema } from './schema.ts'
import { standingOf } from './standing.ts'
import { addStep, changeRequest, findRequest, type Changes } from './store.ts'
import type { Appeal, StoredRequest } from './tables.ts'
import { showsUndercover } from './undercover.ts'
import type { z } from 'zod'

/** What is said with a move, by whoever makes it. */
export type MoveSaid = Omit<z.infer<typeof moveSchema>, 'move'> & { move: Move }

export interface Moving {
  db: Db
  blobs: Blobs
  agency: Agency
  made: Made
  actor: Actor & { isChief: boolean }
}

export interface Moved extends Record<string, string | number | null> {
  requestId: string
  state: State
  version: number
  letterId: string | null
  instalment: number | null
}

/** Makes a move of the table: its step, its letter, its entry, and with a release what goes out. */
export async function moveRequest(
  { db, blobs, agency, made, actor }: Moving,
  requestId: string,
  said: MoveSaid,
): Promise<Moved> {
  const { agencyId, zone } = agency
  const { move, version } = said
  const isRelease = move === 'release' || move === 'release-part'
  const seen = await findRequest(db, agencyId, requestId)
  const law = lawOf(seen.lawId)
  // Pictures are redrawn before the transaction; what was reviewed anew meanwhile is refused in it.
  const may =
    isRelease && seen.version === version && (await ruled(db, agency, seen, law, made, actor, said)).ok
  const prepared = may ? await ready({ db, blobs, agency, made, actor }, seen, law, said) : undefined
  return await command(db, made, async (tx, record) => {
    const request = await findRequest(tx, agencyId, requestId)
    const ruling = await ruled(tx, agency, request, law, made, actor, said)
    if (!ruling.ok) {
      const isLate = request.version !== version && ruling.code === 'conflict'
      if (isLate) await changeRequest(tx, request, version, {})
      throw new Refusal(ruling.code, ruling.because, ruling.cites)
    }
    const { step, to } = ruling
    const today = dayIn(zone, made.at)
    const instalment = prepared ? await nextInstalment(tx, request) : null
    const changes = changesOf(request, law, said, { to, today, at: made.at, prepared })
    const told = { request, said, law, changes, prepared, instalment, today }
    const letterId = step.letter === undefined ? null : await writeLetter(tx, agency, made, step.letter, told)
    if (prepared && instalment !== null && letterId !== null)
      await putOut(tx, request, prepared, {
        instalment,
        isLast: move === 'release',
        by: made.by,
        at: made.at,
        letterId,
      })
    const holdId = await heldAfter(tx, record, agency, { request, law, changes, to, today, made })
    const next = await changeRequest(tx, request, version, {
      state: to,
      ...changes,
      ...(holdId === null ? {} : { holdId }),
    })
    await addStep(tx, {
      agencyId,
      requestId,
      move,
      fromState: request.state,
      toState: to,
      madeBy: made.by,
      at: made.at,
      words: wordsOf(said),
      letterId,
    })
    await enter(record, request, said, { to, letterId, instalment, prepared, fee: changes.fee })
    return { requestId, state: to, version: next, letterId, instalment }
  })
}

async function ruled(
  db: Db,
  agency: Agency,
  request: StoredRequest,
  law: Law,
  { at }: Made,
  actor: Actor,
  said: MoveSaid,
): Promise<ReturnType<typeof rule>> {
  return rule(await standingOf(db, agency, request, at), said.move, actor, said, law)
}

/** What would go out, looked at once more: words that are cut elsewhere, and people who are nobody's business. */
async function ready(
  { db, blobs, agency, actor }: Moving,
  request: StoredRequest,
  law: Law,
  said: MoveSaid,
): Promise<Prepared> {
  const prepared = await prepare(db, blobs, request, law)
  const { evenSo } = said
  const shown = prepared.items.filter(({ withheld }) => withheld === null)
  const ids = shown.map(({ recordId }) => recordId)
  if (await lacksWordOnPersonnel(db, request, ids))
    throw new Refusal(
      'forbiddenByOrder',
      'something of a personnel file would go out; say first whether that would invade the privacy of whose file it is, and why',
      law.personnel.citation,
    )
  if (timesIn(wordsOf(said) ?? '', prepared.secrets) > 0)
    throw new Refusal(
      'malformed',
      'your words say what is cut, and they go out to the requester; say it without them',
    )
  const [echo] = prepared.echoes
  if (echo && evenSo === undefined)
    throw new Refusal(
      'forbiddenByOrder',
      `words that are cut in one record still stand elsewhere in the set, in so many records: ${new Set(prepared.echoes.map(({ recordId }) => recordId)).size}; cut them there too (the review of the cut one leads to them), or say why they may go out`,
    )
  if (!actor.isChief && (await showsUndercover(db, agency.agencyId, prepared)))
    throw new Refusal('forbiddenByOrder', 'this part has to be released by the Chief')
  return prepared
}

async function nextInstalment(tx: Tx, { agencyId, requestId }: StoredRequest): Promise<number> {
  const { last } = await tx
    .selectFrom('recordsRelease')
    .select((row) => row.fn.coalesce(row.fn.max('instalment'), row.lit(0)).as('last'))
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .executeTakeFirstOrThrow()
  return last + 1
}

interface Going {
  to: State
  today: string
  at: string
  prepared: Prepared | undefined
}

/** What of a request changes with a move, beside its state. */
function changesOf(
  request: StoredRequest,
  law: Law,
  said: MoveSaid,
  { to, today, at, prepared }: Going,
): Changes {
  const { move, words = '', waiver, docket, outcome } = said
  const cuts = prepared ? prepared.redacted + prepared.withheld > 0 : false
  const changes: Changes = {}
  // Whatever of it is still owed is denied by closing it, and that may be appealed.
  const isOwed = move === 'close' && openStates.includes(request.state)
  if (move === 'deny' || move === 'find-none' || isOwed || cuts) changes.deniedOn = today
  if (to === 'closed') changes.closedAt = at
  if (move === 'reopen') changes.closedAt = null
  if (move === 'estimate' && said.fee) changes.fee = feeOf(law, said.fee.lines, at)
  if (move === 'paid' && request.fee) changes.fee = { ...request.fee, paidAt: at }
  if (move === 'waive' && request.fee) changes.fee = { ...request.fee, waivedFor: waiver ?? '' }
  if (move === 'appeal')
    changes.appeal = { at, words, docket: docket ?? null, outcome: null, ordered: null, decidedAt: null }
  if (move === 'decide-appeal') changes.appeal = decided(request.appeal, { outcome, words, docket, at })
  return changes
}

function decided(
  appeal: Appeal | null,
  said: { outcome: Appeal['outcome'] | undefined; words: string; docket: string | undefined; at: string },
): Appeal {
  const first = appeal ?? {
    at: said.at,
    words: '',
    docket: null,
    outcome: null,
    ordered: null,
    decidedAt: null,
  }
  const { outcome = null, words, docket, at } = said
  return { ...first, docket: docket ?? first.docket, outcome, ordered: words, decidedAt: at }
}

/** The words of a step, as its history shows them. */
function wordsOf({ words, waiver, evenSo }: MoveSaid): string | null {
  return words ?? waiver ?? evenSo ?? null
}

async function heldAfter(
  tx: Tx,
  record: Recording,
  agency: Agency,
  { to, made, ...after }: After & { to: State; made: Made },
): Promise<string | null> {
  const { request, law, today } = after
  const { clock, calendar } = await clockAfter(tx, agency, after)
  const { by, at } = made
  const { zone } = agency
  const { appealBy } = clock
  return await holdAfter(tx, record, request, { to, today, appealBy }, { law, calendar, zone }, { by, at })
}

async function enter(
  record: Recording,
  { requestId }: StoredRequest,
  { move, words, exemptions, outcome, docket, waiver, evenSo }: MoveSaid,
  did: {
    to: State
    letterId: string | null
    instalment: number | null
    prepared: Prepared | undefined
    fee: Changes['fee']
  },
): Promise<void> {
  const { to, letterId, instalment, prepared, fee } = did
  const kind = `records-requests.${move}`
  const body = {
    state: to,
    words: words ?? null,
    letterId,
    ...(exemptions === undefined ? {} : { exemptions }),
    ...(outcome === undefined ? {} : { appealOutcome: outcome }),
    ...(docket === undefined ? {} : { docket }),
    ...(waiver === undefined ? {} : { waiver }),
    ...(fee === undefined
      ? {}
      : { fee: { lines: fee.lines.map((line) => ({ ...line })), cents: fee.cents } }),
    ...(prepared === undefined
      ? {}
      : {
          instalment,
          records: prepared.items.length,
          redacted: prepared.redacted,
          withheld: prepared.withheld,
          evenSo: evenSo ?? null,
        }),
  }
  await record({ subject: requestId, body, kind })
}
