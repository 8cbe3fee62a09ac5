import { setTimeout as pause } from 'node:timers/promises'
import type { mastodon } from 'masto'
import { NetworkFault, type Outgoing, type OutgoingMedia } from './network.ts'

/** What Mastodon takes of the words for a picture or a film. */
export const mostAltText = 1500

/** How often it is asked whether a film is ready, in milliseconds. */
const pollEvery = 500

/** Uploads what a post carries, and waits until it is ready: ids for the post. What no post takes is dropped there. */
export async function uploadAll(
  client: mastodon.rest.Client,
  { media }: Outgoing,
  signal: AbortSignal,
): Promise<string[]> {
  if (media.length > 1 && media.some(({ mediaType }) => mediaType.startsWith('video/')))
    throw new NetworkFault(
      'refused',
      'Mastodon takes one film, or up to four pictures, but not both in one post.',
    )
  const ids: string[] = []
  for (const part of media) {
    const file = new Blob([Buffer.from(part.bytes)], { type: part.mediaType })
    // The library would wait for it as well, but past the signal.
    const made = await client.v2.media.create({ file, description: wordsFor(part), skipPolling: true })
    let ready = made.url ?? null
    while (ready === null) {
      await pause(pollEvery, undefined, { signal })
      ready = (await client.v1.media.$select(made.id).fetch()).url ?? null
    }
    ids.push(made.id)
  }
  return ids
}

/**
 * Mastodon has no captions: what is spoken in a film goes into its description, as far as it fits, so that nobody is left
 * without it.
 */
function wordsFor({ alt, captions }: OutgoingMedia): string {
  if (captions === null) return alt
  const words = `${alt}\n\n${spokenIn(captions)}`
  const letters = Array.from(words)
  return letters.length <= mostAltText ? words : `${letters.slice(0, mostAltText - 1).join('')}…`
}

/** The words of a WebVTT file, without its times, notes and marks. */
function spokenIn(vtt: string): string {
  const cues = vtt.replaceAll('\r', '').split(/\n{2,}/)
  return cues
    .flatMap((cue) => {
      const lines = cue.split('\n')
      const time = lines.findIndex((line) => line.includes('-->'))
      return time === -1 ? [] : lines.slice(time + 1)
    })
    .map((line) => line.replaceAll(/<[^>]*>/g, '').trim())
    .filter((line) => line !== '')
    .join('\n')
}
