import type { Adopted } from '../adoption/adopted.ts'
import { command, type Made, type Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { membersOf } from '../members/store.ts'
import { beginRequest } from '../permissions/ask.ts'
import { makeMove } from '../permissions/move.ts'
import { orderInForce } from '../permissions/ways.ts'
import { dayIn } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { administratorsFault } from './account.ts'
import { refuseStale } from './changes.ts'
import { addressFault, serviceFault, serviceOf, tidyAddress } from './address.ts'
import { factsOf, judgePage, noticesLacking, requirementsOf } from './notices.ts'
import type { PageSaid, Propose, ProposeAgain, Proposed } from './schema.ts'
import { contentFor, periodFault, statementOf } from './statement.ts'
import { servingOf } from './serving.ts'
import { findPage } from './pages.ts'

/** A page is put into the register and its licence asked for, in one transaction; its request goes up at once. */
export async function proposeAccount(
  db: Db,
  agency: Agency,
  made: Made,
  { page: written, suspendsWhenLost, ...asked }: Propose,
  allow: readonly string[],
): Promise<Proposed> {
  const { agencyId } = agency
  const { by, at } = made
  return await command(db, made, async (tx, record) => {
    const page = tidied(written)
    const adopted = await refuseUnfit(tx, agency, page, asked, { at, allow })
    await refuseTwice(tx, agencyId, page)
    const accountId = newId()
    const { network, handle, address } = page
    const service = serviceOf(page)
    await tx
      .insertInto('account')
      .values({
        agencyId,
        accountId,
        network,
        handle,
        address,
        service,
        suspendsWhenLost,
        proposedBy: by,
        proposedAt: at,
        closedAt: null,
        closedBy: null,
        closedBecause: null,
        version: 1,
      })
      .execute()
    await tx
      .insertInto('accountAdministrator')
      .values(page.administrators.map((one) => ({ agencyId, accountId, ...one, since: at, until: null })))
      .execute()
    const requestId = await state(tx, record, { agency, made, accountId, page, asked, adopted })
    await record({ subject: accountId, body: { page, service, suspendsWhenLost, requestId } })
    return { accountId, requestId, version: 1 }
  })
}

/** The licence of a page is asked for anew: for longer, or for other words, which hold once they are approved. */
export async function proposeAgain(
  db: Db,
  agency: Agency,
  made: Made,
  accountId: string,
  { version, page: written, ...asked }: ProposeAgain,
  allow: readonly string[],
): Promise<Proposed> {
  const { agencyId } = agency
  const { at } = made
  return await command(db, made, async (tx, record) => {
    const known = await findPage(tx, agency, accountId, at)
    if (known.version !== version) await refuseStale(tx, agencyId, accountId)
    if (known.closedAt !== null)
      throw new Refusal('forbiddenByOrder', 'the page is closed; propose it as a new one')
    const page = tidied(written)
    if (page.network !== known.network || page.address !== known.address || page.handle !== known.handle)
      throw new Refusal(
        'malformed',
        'page.address: a page at another address is another page; close this one and propose that one',
      )
    const pending = known.statements.find(({ request }) => request !== undefined && open.has(request))
    if (pending)
      throw new Refusal(
        'conflict',
        'a request for this page is under way already; it has to be decided or withdrawn first',
      )
    const adopted = await refuseUnfit(tx, agency, page, asked, { at, allow })
    const requestId = await state(tx, record, { agency, made, accountId, page, asked, adopted })
    await record({ subject: accountId, body: { page, requestId } })
    return { accountId, requestId, version }
  })
}

/** The states of a request in which it may yet be approved. */
export const open: ReadonlySet<string> = new Set([
  'draft',
  'returned',
  'awaiting-consent',
  'awaiting-endorsement',
  'awaiting-decision',
  'stalled',
  'with-counsel',
  'on-appeal',
])

/** Writes a page's statement and submits the request that binds it; gives the request's id. */
async function state(
  tx: Tx,
  record: Recording,
  proposing: {
    agency: Agency
    made: Made
    accountId: string
    page: PageSaid
    asked: Pick<Propose, 'from' | 'to' | 'why'>
    adopted: Adopted
  },
): Promise<string> {
  const { agency, made, accountId, page, asked, adopted } = proposing
  const { agencyId } = agency
  const named = await membersOf(
    tx,
    agencyId,
    page.administrators.map(({ memberId }) => memberId),
  )
  const words = statementOf(page, accountId, new Map(named.map(({ memberId, name }) => [memberId, name])))
  const content = contentFor(page, words, factsOf(page, adopted.order), asked)
  const of =
    (kind: string): Recording =>
    (entry) =>
      record({ ...entry, kind })
  const ask = { kind: 'permission', matter: 'page', content, isPublicMatter: false } as const
  const { requestId, version } = await beginRequest(tx, of('requests.ask'), agency, made, ask)
  const moving = { move: 'submit', version } as const
  await makeMove(tx, of('requests.submit'), agency, { blobs: undefined, made, requestId, moving })
  await tx
    .insertInto('accountStatement')
    .values({
      agencyId,
      accountId,
      statementId: newId(),
      requestId,
      said: JSON.stringify(page),
      words,
      madeBy: made.by,
      at: made.at,
    })
    .execute()
  return requestId
}

/** Refuses a page that could not be approved as it is proposed, and says what would be right. */
async function refuseUnfit(
  tx: Tx,
  agency: Agency,
  page: PageSaid,
  asked: Pick<Propose, 'from' | 'to'>,
  { at, allow }: { at: string; allow: readonly string[] },
): Promise<Adopted> {
  const { agencyId, zone } = agency
  const today = dayIn(zone, at)
  const period = periodFault(asked, today)
  if (period !== undefined) throw new Refusal('malformed', `to: ${period}`)
  const address = addressFault(page, allow)
  if (address !== undefined) throw new Refusal('malformed', `page.address: ${address}`)
  const service = serviceFault(page, allow)
  if (service !== undefined) throw new Refusal('malformed', `page.service: ${service}`)
  const people = administratorsFault(
    page.administrators,
    await servingOf(tx, agencyId, page.administrators, today),
  )
  if (people !== undefined) throw new Refusal('malformed', `page.administrators: ${people}`)
  const adopted = await orderInForce(tx, agencyId, at)
  const [lacking] = noticesLacking(page, requirementsOf(adopted.order))
  if (lacking) throw new Refusal('forbiddenByOrder', lacking.sentence, lacking.citation)
  const ruling = judgePage(page, adopted.order, { on: at, isApproved: true })
  const barred = ruling.provisions.find(({ outcome }) => outcome === 'barred')
  if (barred) {
    const gist = adopted.order.byCitation.get(barred.citation)?.gist ?? ''
    throw new Refusal('forbiddenByOrder', `${gist} ${barred.note ?? ''}`.trim(), barred.citation)
  }
  return adopted
}

async function refuseTwice(tx: Tx, agencyId: string, { network, address }: PageSaid): Promise<void> {
  const other = await tx
    .selectFrom('account')
    .select('handle')
    .where('agencyId', '=', agencyId)
    .where('network', '=', network)
    .where((row) => row(row.fn<string>('lower', ['address']), '=', address.toLowerCase()))
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (other)
    throw new Refusal(
      'conflict',
      `page.address: this page stands in the register already, as ${other.handle}`,
    )
}

function tidied(page: PageSaid): PageSaid {
  return { ...page, address: tidyAddress(page.address) ?? page.address }
}
