import { randomBytes } from 'node:crypto'
import type { Fetch } from '../../platform/outbound.ts'
import { Refusal } from '../../platform/refusal.ts'
import { checkStamp, isAnswer, stampQuery } from './verify/stamp.ts'

/**
 * Asks the time-stamp authority at an address for a stamp (RFC 3161) of some bytes: a production's checkpoint. Refuses an
 * answer that is no stamp of those bytes; a production without the stamp that it promises is not made.
 */
export async function requestStamp(fetch: Fetch, address: string, bytes: Uint8Array): Promise<Uint8Array> {
  const nonce = Buffer.concat([Buffer.of(1), randomBytes(7)])
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: Buffer.from(await stampQuery(bytes, nonce)),
  })
  if (!answer.ok)
    throw new Refusal(
      'unavailable',
      `the time-stamp authority answers with ${answer.status}; try again later`,
    )
  const stamp = new Uint8Array(await answer.arrayBuffer())
  const says = await checkStamp(stamp, bytes)
  if (!says.ok || !isAnswer(stamp, nonce))
    throw new Refusal(
      'unavailable',
      'what the time-stamp authority sent is no stamp of what it was asked for',
    )
  return stamp
}
