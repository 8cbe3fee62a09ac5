import { z } from 'zod'

/** What people write, one who asks or one who answers. */
export const words = z.string().trim().min(1).max(4_000)
export const line = z.string().trim().min(1).max(200)
export const version = z.int32().min(1)
export const day = z.iso.date()
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
