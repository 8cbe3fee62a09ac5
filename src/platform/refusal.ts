/** The codes a refusal may carry, each with its HTTP status. */
export const refusalStatus = {
  malformed: 400,
  unauthenticated: 401,
  unauthorized: 403,
  /** Allowed, once the caller has shown again who they are. */
  unconfirmed: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  forbiddenByOrder: 422,
  tooMany: 429,
  unavailable: 503,
  /** The disk is full: of the database, or of the folder of blobs. */
  noRoom: 507,
} as const
export type RefusalCode = keyof typeof refusalStatus

/** The one error that is expected: a sentence for a person, a code for a program, the provision it rests on. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly citation: string | undefined

  constructor(code: RefusalCode, sentence: string, citation?: string) {
    super(sentence)
    this.name = 'Refusal'
    this.code = code
    this.citation = citation
  }
}
