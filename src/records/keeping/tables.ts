import type { ColumnType } from 'kysely'
import type { SearchQuery } from '../query.ts'
import type { DispositionState, HoldMove, HoldState, Matter } from './moves.ts'
import type { SeriesRule } from './schema.ts'
import type { Starts } from './series.ts'

/** By what a hold keeps records. */
export type HeldBy = 'record' | 'thing' | 'thread'

/** JSON comes out read, and goes in as text. */
type Written<Value> = ColumnType<Value, string, string>

declare module '../../platform/db.ts' {
  interface Tables {
    series: {
      agencyId: string
      seriesId: string
      title: string
      period: string
      starts: Starts
      authority: string
      version: number
    }
    seriesRules: { agencyId: string; version: number; rules: Written<SeriesRule[]>; sortedTo: string | null }
    seriesByHand: {
      agencyId: string
      recordId: string
      seriesId: string
      reason: string
      by: string
      at: string
    }
    seriesDue: {
      agencyId: string
      seriesId: string
      things: number
      isExact: boolean
      since: string
      at: string
    }
    hold: {
      agencyId: string
      holdId: string
      matter: Matter
      ref: string | null
      title: string
      isAutomatic: boolean
      search: Written<SearchQuery> | null
      by: string
      at: string
    }
    holdLine: {
      agencyId: string
      holdId: string
      what: HeldBy
      id: string
      at: string
    }
    holdStep: {
      agencyId: string
      holdId: string
      n: number
      move: HoldMove | 'place' | 'widen' | 'request-ended' | 'request-open'
      toState: HoldState
      by: string
      reason: string | null
      releasableFrom: string | null
      askedN: number | null
      askedBy: string | null
      askedAs: 'ask' | null
      at: string
    }
    holdStanding: {
      agencyId: string
      holdId: string
      version: number
      state: HoldState
      askedBy: string | null
    }
    holdSearchRun: {
      agencyId: string
      holdId: string
      captured: number
      since: string | null
      kinds: string | null
      because: string | null
    }
    disposition: {
      agencyId: string
      dispositionId: string
      number: string
      seriesId: string
      title: string
      description: string
      state: DispositionState
      version: number
      proposedBy: string
      proposedAt: string
      carriedOutAt: string | null
      entryId: string | null
    }
    dispositionSeries: {
      agencyId: string
      dispositionId: string
      seriesId: string
      title: string
      period: string
      starts: Starts
      authority: string
    }
    dispositionLine: {
      agencyId: string
      dispositionId: string
      thing: string
      kind: string
      records: string[]
      series: string[]
      firstOn: string
      lastOn: string
      over: string
    }
    dispositionFallen: {
      agencyId: string
      dispositionId: string
      thing: string
      because: string
      at: string
    }
    dispositionStep: {
      agencyId: string
      dispositionId: string
      version: number
      move: string
      by: string
      reason: string | null
      at: string
    }
    dispositionSignature: {
      agencyId: string
      dispositionId: string
      signedAs: 'custodian' | 'second'
      by: string
      at: string
      entryId: string
      firstAs: 'custodian' | null
      firstBy: string | null
    }
    dispositionNotice: {
      agencyId: string
      dispositionId: string
      givenTo: string
      authority: string
      how: string
      period: string
      givenOn: string
      until: string
      by: string
      at: string
    }
    dispositionApproval: {
      agencyId: string
      dispositionId: string
      approver: string
      number: string
      approvedOn: string
      by: string
      at: string
    }
    dispositionSettings: {
      agencyId: string
      version: number
      settings: Written<unknown>
      by: string
      at: string
    }
    blobSweep: {
      agencyId: string
      dispositionId: string
      sha256: string
      since: string
      asideAt: string | null
      sweptAt: string | null
    }
  }
}
