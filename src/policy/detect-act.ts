import type { Act } from './act.ts'
import { picturedIn } from './detectors/pictured.ts'
import { detectNaming } from './own-names.ts'
import type { Sighting } from './sighting.ts'
import { showing, type Seen } from './situation.ts'

const unnamed: readonly string[] = []

/** Facts that are shown by a picture or by a film, each with its own consequences. */
const byMedium = new Set(['depicts.building-inside', 'depicts.scene'])

/**
 * Everything the detectors see in an act: its text, and the alt texts and words of its media. `names` are those by
 * which the department is known, beyond what a stranger would recognise. What a description says is shown counts
 * only where nobody has said what the picture shows.
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
    if (media.alt === undefined || (media.shows?.length ?? 0) > 0) return
    for (const sighting of picturedIn(media.alt)) {
      if (byMedium.has(sighting.fact)) sighting.details = { medium: showing(media.kind) }
      seen.push(placed(sighting, `media.${place}.alt`))
    }
  })
  return seen
}

/** Field by field: to spread an object takes three times as long. */
function placed({ fact, start, end, confidence, because, details }: Sighting, place: string): Seen {
  return details
    ? { fact, start, end, confidence, because, details, in: place }
    : { fact, start, end, confidence, because, in: place }
}
