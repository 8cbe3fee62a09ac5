import {
  NetworkFault,
  type Access,
  type Network,
  type Outgoing,
  type OutgoingMedia,
} from '../accounts/networks/network.ts'
import { isBefore, later } from '../platform/day.ts'
import type { Blobs } from '../platform/blobs.ts'
import { z } from 'zod'
import type { Claimed } from './deliver-claim.ts'
import { isPublication, type Outcome, type Pace } from './delivery-outcome.ts'

const storedSchema = z.object({
  text: z.string(),
  languages: z.array(z.string()),
  media: z.array(
    z.object({
      sha256: z.string(),
      mediaType: z.string(),
      alt: z.string(),
      width: z.number(),
      height: z.number(),
      captions: z.string().nullable(),
    }),
  ),
})

/** Makes the one call that a claim allows, within the time that is left of it, and gives what came of it. */
export async function send(
  network: Network,
  access: Access,
  blobs: Blobs,
  claimed: Claimed,
  at: string,
  pace: Pace,
): Promise<Outcome> {
  const { row, mayRepeat, sentBefore } = claimed
  const begun = performance.now()
  const outgoing = row.outgoing === null ? undefined : await outgoingOf(claimed, row.outgoing, blobs)
  // A process that was held up since it took this must not send what another may have been given meanwhile.
  const left = pace.call * 1_000 - (performance.now() - begun)
  const signal = AbortSignal.timeout(Math.max(1, Math.floor(left)))
  const isKeyFresh =
    sentBefore !== null && isBefore(at, later(sentBefore, { seconds: pace.keyLasts })) && network.isKeyed
  const looks = row.inDoubt && !(mayRepeat && isKeyFresh)
  const { deliveryId, askedAt } = row
  try {
    if (!isPublication(row.does)) return await act(network, access, claimed, outgoing, signal)
    if (outgoing === undefined) throw new TypeError('a publication says something')
    if (!looks)
      return { kind: 'done', published: await network.publish(access, outgoing, deliveryId, signal) }
    const found = await network.find(access, outgoing, deliveryId, askedAt, signal)
    return found === undefined ? { kind: 'absent' } : { kind: 'done', published: found }
  } catch (error) {
    return { kind: 'fault', during: looks ? 'find' : 'call', fault: asFault(error) }
  }
}

/** What changes nothing when it is done twice. */
async function act(
  network: Network,
  access: Access,
  { row, target }: Claimed,
  outgoing: Outgoing | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  if (target === null) throw new NetworkFault('refused', 'It does not say what it is about.')
  const { remoteId, rootId } = target
  switch (row.does) {
    case 'edit':
      if (network.edit === undefined || outgoing === undefined)
        throw new NetworkFault('refused', 'What is out there cannot be changed in its place.')
      return {
        kind: 'done',
        published: await network.edit(access, remoteId, { ...outgoing, replyTo: null }, signal),
      }
    case 'remove':
      await network.remove(access, remoteId, signal)
      break
    case 'hide':
      await network.hide(access, rootId, remoteId, signal)
      break
    case 'restore':
      await network.restore(access, rootId, remoteId, signal)
      break
    default:
      throw new TypeError(`${row.does} is a publication`)
  }
  return { kind: 'done', published: null }
}

async function outgoingOf({ target }: Claimed, written: string, blobs: Blobs): Promise<Outgoing> {
  const { text, languages, media } = storedSchema.parse(JSON.parse(written))
  const loaded: OutgoingMedia[] = []
  for (const { sha256, ...one } of media) loaded.push({ ...one, bytes: await blobs.get(sha256) })
  return { text, languages, media: loaded, replyTo: target }
}

/** A network throws nothing but its own faults; anything else is a bug, after which nobody knows what is there. */
function asFault(error: unknown): Pick<NetworkFault, 'kind' | 'sentence' | 'after'> {
  if (error instanceof NetworkFault) return error
  return { kind: 'unknown', sentence: 'Something failed on our side while it was being sent.', after: null }
}
