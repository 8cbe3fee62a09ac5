import type { Act } from './act.ts'
import { detectNaming } from './own-names.ts'
import type { Sighting } from './sighting.ts'
import type { Seen } from './situation.ts'

const unnamed: readonly string[] = []

/**
 * Everything the detectors see in an act: its text, and the alt texts and words of its media. `names` are those by
 * which the department is known, beyond what a stranger would recognise.
 */
export function detectAct(act: Act, names = unnamed): Seen[] {
  const seen: Seen[] = []
  const look = (text: string | undefined, place: string): void => {
    if (text === undefined || text === '') return
    for (const sighting of detectNaming(text, names)) seen.push(placed(sighting, place))
  }
  look(act.text, 'text')
  act.media?.forEach((media, place) => {
    look(media.alt, `media.${place}.alt`)
    look(media.text, `media.${place}.text`)
  })
  return seen
}

/** Field by field: to spread an object takes three times as long. */
function placed({ fact, start, end, confidence, because, details }: Sighting, place: string): Seen {
  return details
    ? { fact, start, end, confidence, because, details, in: place }
    : { fact, start, end, confidence, because, in: place }
}
