import type { ColumnType } from 'kysely'
import type { NetworkName } from './networks/network.ts'
import type { Found, PageSaid } from './schema.ts'

declare module '../platform/db.ts' {
  interface Tables {
    account: AccountRow
    accountStatement: {
      agencyId: string
      accountId: string
      statementId: string
      requestId: string
      said: Written<PageSaid>
      words: string
      madeBy: string
      at: string
    }
    accountAdministrator: {
      agencyId: string
      accountId: string
      memberId: string
      holdsKey: boolean
      since: string
      until: string | null
    }
    accountKey: KeyRow
    pageCheck: {
      agencyId: string
      accountId: string
      checkId: string
      at: string
      madeBy: string
      fault: string | null
      hash: string | null
      found: Written<Found[]>
    }
    pageReview: {
      agencyId: string
      accountId: string
      reviewId: string
      at: string
      madeBy: string
      remarks: string
      lookedAt: Written<string[]>
    }
    impostorReport: {
      agencyId: string
      reportId: string
      address: string
      says: string
      reach: string | null
      at: string
      state: 'open' | 'closed'
      closedBy: string | null
      closedAt: string | null
      remarks: string | null
      version: number
    }
  }
}

/** JSON goes in as its text and comes out read. */
type Written<Value> = ColumnType<Value, string, never>

/** A page as it is kept. */
export interface AccountRow {
  agencyId: string
  accountId: string
  network: NetworkName
  handle: string
  address: string
  service: string
  suspendsWhenLost: boolean
  proposedBy: string
  proposedAt: string
  closedAt: string | null
  closedBy: string | null
  closedBecause: string | null
  version: number
}

/** The key to a page; `sealed` is opened for one call. */
export interface KeyRow {
  agencyId: string
  accountId: string
  sealed: Buffer
  names: string[]
  state: 'good' | 'signed-out'
  until: string | null
  givenBy: string
  givenAt: string
  renewedAt: string
  checkedAt: string
  version: number
}
