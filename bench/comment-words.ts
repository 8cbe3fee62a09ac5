const openings = [
  'Thank you for telling us about',
  'When does it reopen, I mean',
  'I do not understand',
  'Great work on',
  'The department lies about',
  'Who decided on',
  'My mother was stuck because of',
  'Gracias por avisar sobre',
  'No entiendo por qué cerraron',
  'Können Sie bitte sagen, warum es hier',
  'You are all idiots and morons about',
  'What the fuck is',
  'Please keep us posted on',
  'See you on Saturday at',
  'The Chief should resign over',
] as const
const things = [
  'the closure of Main Street',
  'the parade on Saturday',
  'the new traffic lights by the school',
  'el desfile del sábado en la plaza',
  'the noise on Elm Avenue every night',
  'the missing dog near the park',
  'the accident on the bridge this morning',
  'the town meeting of last week',
] as const
const closings = [
  '.',
  '!',
  ', and nobody told the neighbours.',
  '. I have lived here for thirty years and never saw anything like it.',
  ', thanks.',
  '? My children walk there.',
] as const

/** The words of the nth visitor, the same for the same chance; no two are alike. */
export function words(chance: () => number, n: number): string {
  const one = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(chance() * list.length)] ?? list[0]
  return `${one(openings)} ${one(things)}${one(closings)} (${n})`
}

/** A threat that a detector surely sees, with a name by which it is found again. */
export function threat(name: string): string {
  return `I will shoot you all dead, every cop in this town. ${name}`
}
