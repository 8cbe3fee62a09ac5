import type { Limits } from '../accounts/networks/network.ts'

/** What is known of a picture or film that is to go out. */
export interface MediaMeasured {
  kind: 'image' | 'video'
  mediaType: string
  bytes: number
  seconds: number | null
  alt: string
  captions: string | null
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const link = /https?:\/\/[^\s<>"']+/giu

/** How long a text is, as a network counts it. */
export function lengthOf(text: string, { counts, link: perLink }: Limits['text']): number {
  if (perLink === undefined) return counted(text, counts)
  const links = text.match(link)?.length ?? 0
  return counted(text.replace(link, ''), counts) + links * perLink
}

function counted(text: string, counts: Limits['text']['counts']): number {
  if (counts === 'graphemes') return [...segmenter.segment(text)].length
  if (counts === 'characters') return Array.from(text).length
  // As X weighs: letters of the commonest scripts and punctuation are one, all others and whole emoji two.
  return [...segmenter.segment(text.normalize('NFC'))].reduce(
    (sum, { segment }) => sum + (isEmoji.test(segment) ? 2 : weightOf(segment)),
    0,
  )
}

const isEmoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u{20E3}/u

function weightOf(segment: string): number {
  return Array.from(segment).reduce(
    (sum, character) => sum + (isLight(character.codePointAt(0) ?? 0) ? 1 : 2),
    0,
  )
}

function isLight(code: number): boolean {
  return (
    code <= 4_351 ||
    (code >= 8_192 && code <= 8_205) ||
    (code >= 8_208 && code <= 8_223) ||
    (code >= 8_242 && code <= 8_247)
  )
}

/** Why a network would not take this; each a sentence that says what would be right. None if it would. */
export function overLimits(text: string, media: readonly MediaMeasured[], limits: Limits): string[] {
  const faults: string[] = []
  const length = lengthOf(text, limits.text)
  if (length > limits.text.most)
    faults.push(
      `the text has ${length} ${unit[limits.text.counts]}, ${length - limits.text.most} more than the ${limits.text.most} that it takes`,
    )
  const bytes = new TextEncoder().encode(text).length
  if (bytes > (limits.text.bytes ?? bytes))
    faults.push(
      `the text takes ${bytes} bytes, and it takes ${limits.text.bytes} at most; emoji made of many parts take the most`,
    )
  if (limits.needsMedia && media.length === 0) faults.push('it takes no post without a picture or a film')
  const images = media.filter(({ kind }) => kind === 'image')
  const films = media.filter(({ kind }) => kind === 'video')
  if (images.length > limits.images.most)
    faults.push(`it takes ${limits.images.most} pictures at most, and this has ${images.length}`)
  if (films.length > 1) faults.push('it takes one film in a post')
  if (films.length > 0 && images.length > 0) faults.push('it takes pictures or a film, not both')
  for (const one of images) faults.push(...overEach(one, limits.images))
  for (const one of films) {
    if (limits.video === null) faults.push('it takes no films')
    else {
      faults.push(...overEach(one, limits.video))
      if (one.seconds !== null && one.seconds > limits.video.seconds)
        faults.push(
          `a film lasts ${Math.ceil(one.seconds)} seconds, and it takes ${limits.video.seconds} at most`,
        )
    }
  }
  for (const { alt } of media)
    if (Array.from(alt).length > limits.altText)
      faults.push(
        `the words for a picture have ${Array.from(alt).length} characters; it takes ${limits.altText}`,
      )
  return [...new Set(faults)]
}

const unit = { graphemes: 'characters', characters: 'characters', weighted: 'weighted characters' } as const

function overEach(
  { bytes, mediaType, kind }: MediaMeasured,
  { bytes: most, mediaTypes }: { bytes: number; mediaTypes: readonly string[] },
): string[] {
  const what = kind === 'image' ? 'a picture' : 'a film'
  return [
    ...(bytes > most ? [`${what} has ${megabytes(bytes)}, and it takes ${megabytes(most)} at most`] : []),
    ...(mediaTypes.includes(mediaType)
      ? []
      : [
          `it takes no ${mediaType.split('/')[1]}, but ${mediaTypes.map((type) => type.split('/')[1]).join(', ')}`,
        ]),
  ]
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
