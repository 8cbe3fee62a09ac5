import type { Sighting } from '../sighting.ts'

/** What a description says the picture shows. The first group of a pattern, where it has one, is what is marked. */
interface Showing {
  fact: string
  because: string
  is: RegExp
  unless?: RegExp
}

/** Toys, stages and other forces: they wear uniforms and drive marked cars too. */
const unreal =
  /\b(?:toys?|costumes?|halloween|lego|cartoons?|drawing|painting|coloring|crayons?|movie|film|tv|actors?|statue|museum|vintage|antique|model kit|scale model|replica|plush|video games?|demolition derby|junkyard|escape room)\b/
const otherForce =
  /\b(?:fire ?(?:fighters?|department|truck|station)?|army|navy|marines?|air force|military|soldiers?|soccer|football|baseball|basketball|hockey|softball|lacrosse|cheer\w*|school|scouts?|nurses?|band|ems|paramedics?|security guards?|waiters?|chefs?|airlines?|pilots?|ups|postal|mail)\b/
const force =
  /\b(?:police|officers?|cops?|sergeant|sgt|lieutenant|lt|captain|detective|chief|patrol|cruiser|squad|academy|pd|department|selfie|me|my|i|our|us)\b/

const showings: readonly Showing[] = [
  {
    fact: 'depicts.uniform',
    because: 'describes somebody in uniform',
    is: /\b(?:(?:in|wearing|his|her|my|our|their|dress|full|new|police|duty|patrol|class a) (?:\w+ ){0,2}?uniforms?|uniformed (?:police|officers?|cops?))\b/,
    unless: otherForce,
  },
  {
    fact: 'depicts.logo',
    because: "describes the Department's mark, badge or identification",
    is: /\b(?:(?:police|department|pd|officer's|cop's|chief's|detective's|sergeant's) (?:\w+ )?(?:patch(?:es)?|badges?|shields?|emblem|logo|insignia|crest|seal|id(?:entification)?(?: card)?)|shoulder patch(?:es)?|my (?:duty )?(?:badge|shield)(?! of))\b/,
    unless: otherForce,
  },
  {
    fact: 'depicts.vehicle',
    because: 'describes a vehicle of the Department',
    is: /\b(?:(?:police|patrol|squad|department|marked|unmarked) (?:cars?|suvs?|vehicles?|vans?|motorcycles?|trucks?|boats?|bikes?|cruisers?)|(?:my|our|k-?9) cruisers?)\b/,
  },
  {
    fact: 'depicts.building-inside',
    because: 'describes a room of the police building',
    is: /\b(?:squad ?room|roll ?call room|interview room|interrogation room|cell ?block|booking (?:area|room|desk)|evidence room|dispatch (?:center|floor|room)|inside (?:of )?(?:the |our )?(?:police (?:station|headquarters|department|building)|station ?house|headquarters|precinct)|(?:our|the station'?s?|police) locker room)\b/,
  },
  {
    fact: 'depicts.scene',
    because: 'describes a crime or accident scene',
    is: /\b(?:(?:crime|accident|crash|murder|homicide) scene|(?:crime scene|police) tape|(?:fatal|two-car|car|head-on|motorcycle|truck) (?:crash|wreck|collision|accident)|shell casings|body (?:bag|under a sheet))\b/,
  },
  {
    fact: 'depicts.suspect',
    because: 'describes somebody arrested',
    is: /\b(?:mug ?shots?|booking photos?|(?:man|woman|suspects?|teen|person|guy|prisoner|arrestee|kid|driver) (?:\w+ ){0,2}?(?:in (?:hand)?cuffs|handcuffed|being arrested|under arrest|in custody)|(?:arrested|handcuffed) (?:man|woman|suspect|teen|person))\b/,
  },
  {
    fact: 'depicts.evidence',
    because: 'describes evidence',
    is: /\b(?:evidence bags?|evidence (?:table|markers?)|(?:seized|confiscated) (?:\w+ ){0,2}?(?:drugs|guns?|weapons?|cash|heroin|cocaine|fentanyl|narcotics|pills|money))\b/,
  },
  {
    fact: 'depicts.author',
    because: 'describes a picture of the author',
    is: /\b(?:selfie|(?:picture|photo|portrait) of (?:me|myself)|^me (?:in|with|at|on|and|beside|next to|standing|sitting|holding|posing|wearing))\b/,
  },
]

const needsForce = new Set(['depicts.uniform', 'depicts.logo'])

/**
 * What the description of a picture says it shows of the police. Whoever describes a picture has seen it; a text that
 * only speaks of such things shows nothing, so none but descriptions are read.
 */
export function picturedIn(description: string): Sighting[] {
  const words = description.toLowerCase()
  if (unreal.test(words)) return []
  const found: Sighting[] = []
  for (const { fact, because, is, unless } of showings) {
    const match = is.exec(words)
    if (match === null || unless?.test(words) === true) continue
    if (needsForce.has(fact) && !force.test(words)) continue
    const start = pointsIn(description.slice(0, match.index))
    found.push({ fact, because, start, end: start + pointsIn(match[0]), confidence: 0.75 })
  }
  return found
}

function pointsIn(text: string): number {
  return Array.from(text).length
}
