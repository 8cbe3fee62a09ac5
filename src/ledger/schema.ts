import { z } from 'zod'

/** A hash of the tree, or a commitment: 32 bytes in base64. */
const hash = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/)
  .meta({ description: '32 bytes in base64' })
const size = z.number().int().nonnegative()

/** Who has co-signed a checkpoint, and when they say they saw it. */
export const cosignatureSchema = z
  .object({ witness: z.string(), at: z.iso.datetime() })
  .meta({ id: 'LedgerCosignature' })

/** The ledger at its last checkpoint, for anybody. */
export const ledgerSchema = z
  .object({
    /** Host and path, the first line of every checkpoint. */
    origin: z.string(),
    /** The log's public key, as C2SP verifiers take it: `name+id+base64`. */
    key: z.string(),
    size,
    root: hash,
    at: z.iso.datetime(),
    /** The signed checkpoint itself, with the lines of its witnesses. */
    checkpoint: z.string(),
    cosignatures: z.array(cosignatureSchema),
    /** Entries that wait for the next checkpoint. */
    waiting: size,
    /** The backups of the installation; null where it makes none by itself. */
    backups: z
      .object({
        madeAt: z.iso.datetime().nullable(),
        state: z.enum(['fine', 'lacking', 'due', 'failed', 'late']),
        /** Are the keys of the backups lost when the data are? */
        areKeysWithData: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'Ledger' })
export type Ledger = z.infer<typeof ledgerSchema>

export const proofParamsSchema = z.object({ entryId: z.uuid() })

/** That an entry is in the ledger: hash `commitment` into a leaf, climb by `proof`, and meet the checkpoint's root. */
export const inclusionSchema = z
  .object({
    entryId: z.uuid(),
    index: size,
    size,
    /** SHA-256 of the entry's salt and its canonical JSON. It tells nothing of the words. */
    commitment: hash,
    proof: z.array(hash),
    checkpoint: z.string(),
  })
  .meta({ id: 'LedgerInclusion' })
export type Inclusion = z.infer<typeof inclusionSchema>

export const consistencyQuerySchema = z.object({
  from: z.coerce.number().int().nonnegative(),
  /** The last checkpoint's size unless told. */
  to: z.coerce.number().int().nonnegative().optional(),
})

/** That the tree of size `from` is a beginning of the tree of size `to`. */
export const consistencySchema = z
  .object({ from: size, to: size, fromRoot: hash, toRoot: hash, proof: z.array(hash) })
  .meta({ id: 'LedgerConsistency' })
export type Consistency = z.infer<typeof consistencySchema>

/** A checkpoint of ours with the lines of witnesses beneath it. */
export const cosigningSchema = z
  .object({ checkpoint: z.string().max(20_000) })
  .meta({ id: 'LedgerCosigning' })

export const cosignedSchema = z
  .object({
    /** Names of the witnesses whose lines were added now. */
    added: z.array(z.string()),
  })
  .meta({ id: 'LedgerCosigned' })
