/** Why records may not be disposed of for the time being. */
export const matters = ['records-request', 'litigation', 'inquiry', 'audit', 'grievance'] as const
export type Matter = (typeof matters)[number]

export const holdStates = ['in-force', 'release-asked', 'released'] as const
export type HoldState = (typeof holdStates)[number]
export const holdMoves = ['ask', 'confirm', 'refuse', 'take-back'] as const
export type HoldMove = (typeof holdMoves)[number]

export interface HoldStep {
  to: HoldState
  /** Whoever asked for the release makes this move, anybody else does, or either. */
  by: 'asker' | 'another' | 'anybody'
  /** The words on the button. */
  says: string
  needsReason: boolean
}

/** What may happen to a hold. One person never lifts it alone; what is not here is refused. */
export const holdTable = {
  'in-force': {
    ask: { to: 'release-asked', by: 'anybody', says: 'Ask for its release', needsReason: true },
  },
  'release-asked': {
    confirm: { to: 'released', by: 'another', says: 'Release it', needsReason: true },
    refuse: { to: 'in-force', by: 'another', says: 'Keep it', needsReason: true },
    'take-back': { to: 'in-force', by: 'asker', says: 'Take back', needsReason: false },
  },
  released: {},
} as const satisfies Record<HoldState, Partial<Record<HoldMove, HoldStep>>>

export const dispositionStates = [
  'proposed',
  'signed',
  'countersigned',
  'notice-running',
  'carried-out',
  'withdrawn',
] as const
export type DispositionState = (typeof dispositionStates)[number]
export const dispositionMoves = [
  'leave-out',
  'sign',
  'countersign',
  'give-notice',
  'note-approval',
  'carry-out',
  'withdraw',
] as const
export type DispositionMove = (typeof dispositionMoves)[number]

export interface DispositionStep {
  to: DispositionState
  /** The first signature is the records custodian's, the second that of the chief or whom the agency names. */
  by: 'custodian' | 'second' | 'either'
  says: string
  needsReason: boolean
  /** Is everything on the list looked at again, and does what fails fall out of it? */
  looksAgain: boolean
}

const custodian = { by: 'custodian', looksAgain: true, needsReason: false } as const
const withdraw = {
  to: 'withdrawn',
  by: 'either',
  says: 'Withdraw the list',
  needsReason: true,
  looksAgain: false,
} as const satisfies DispositionStep
const carryOut = { ...custodian, to: 'carried-out', says: 'Dispose of the records' } as const

/** What may happen to a list of records that are due. Two people sign it; what is not here is refused. */
export const dispositionTable = {
  proposed: {
    'leave-out': { ...custodian, to: 'proposed', says: 'Leave out', needsReason: true, looksAgain: false },
    sign: { ...custodian, to: 'signed', says: 'Sign' },
    withdraw,
  },
  signed: {
    countersign: { ...custodian, by: 'second', to: 'countersigned', says: 'Countersign' },
    withdraw,
  },
  countersigned: {
    'give-notice': { ...custodian, to: 'notice-running', says: 'Put down that notice was given' },
    'note-approval': { ...custodian, to: 'countersigned', says: 'Put down the approval of the State' },
    'carry-out': carryOut,
    withdraw,
  },
  'notice-running': {
    'note-approval': { ...custodian, to: 'notice-running', says: 'Put down the approval of the State' },
    'carry-out': carryOut,
    withdraw,
  },
  'carried-out': {},
  withdrawn: {},
} as const satisfies Record<DispositionState, Partial<Record<DispositionMove, DispositionStep>>>

/** The step that a move takes from a state; undefined where the table has none. */
export function holdStepOf(state: HoldState, move: HoldMove): HoldStep | undefined {
  const steps: Partial<Record<HoldMove, HoldStep>> = holdTable[state]
  return steps[move]
}

export function dispositionStepOf(
  state: DispositionState,
  move: DispositionMove,
): DispositionStep | undefined {
  const steps: Partial<Record<DispositionMove, DispositionStep>> = dispositionTable[state]
  return steps[move]
}
