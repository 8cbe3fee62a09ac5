import { caught, crimes, held, insults, offenders, persons, roles } from '../words/guilt.ts'
import { anyOf } from './pattern.ts'

/** A pattern, why it is a statement of guilt or innocence, and how surely. */
export type GuiltWording = readonly [is: string, because: string, confidence: number]

/** Wordings that are tried only where one of the tags was hit. */
export interface GuiltGroup {
  needs: readonly string[]
  wordings: readonly GuiltWording[]
}

/** What `{name}` stands for in the wordings. */
export const guiltParts = {
  offender: anyOf(offenders),
  role: anyOf(roles),
  insult: anyOf(insults),
  person: anyOf(persons),
  crime: anyOf(crimes),
  caught: anyOf(caught),
  held: anyOf(held),
  // up to three words that may stand before a noun or a verb
  adj: "(?:[a-z0-9'-]+ ){0,3}?",
  adv: '(?:(?:so|clearly|obviously|definitely|totally|absolutely|certainly|plainly|undoubtedly|completely|100%|100 percent|really|literally|surely|just|very|still|in fact|most certainly|without a doubt|without question|for sure|of course|also|both|all|actually|probably|truly|straight up|flat out|dead|stone cold|beyond doubt|no doubt|indeed) ){0,2}',
  pro: "(?:he|she|they|him|her|our (?:suspect|arrestee|prisoner|perp|defendant|guy)|this (?:guy|man|woman|kid|dude|boy|girl|person|couple|driver|mother|mom|father|husband|teacher|coach|priest|lady)|that (?:guy|man|woman|kid|dude|boy|girl|person|driver|mother|mom|father|husband|teacher|coach|priest|lady)|those (?:guys|men|two|kids)|these (?:guys|men|two|three|four|kids)|the (?:two|three)? ?(?:suspect|suspects|defendant|defendants|arrestee|accused|prisoner|nurse|doctor|pastor|janitor|owner|husband|wife|boyfriend|girlfriend|ex|uncle|father|dad|mother|mom|stepfather|stepdad|stepmother|son|daughter|brother|brothers|sister|neighbor|babysitter|nanny|teacher|coach|priest|butler|landlord|roommate|nephew|cousin|driver|guy|man|woman|kid|dude|perp)(?! (?:who|that|we|you|i|they))|(?:her|his|my|the mayor's) (?:husband|wife|boyfriend|girlfriend|ex|uncle|father|dad|mother|mom|stepfather|stepdad|son|brother|neighbor|nephew|cousin|partner|roommate))",
  // bound to a word, or a name that ends so would hold one: "Harris"
  is: "(?:\\b(?:is|was|are|were)|'s|'re)",
  det: '(?:the|our|this|that|these|those|another|a|an|two|three|four|five|your|his|her)',
}
