import type { Found } from './pattern.ts'
import type { Reading } from '../reading.ts'

/** Ways in which a department itself speaks to the public: appeals, blotters, advisories. */
const official =
  /\b(?:anyone with (?:any )?(?:information|video|knowledge)|with (?:any )?information|(?:asked|urged|encouraged|requested) to (?:call|contact|come forward)|please (?:call|contact|avoid|share|welcome|be|help|report)|(?:call|contact|text) (?:us|the|our|detective|det|officer|sgt|lt|911|9-1-1|police|hamden|hartford|bridgeport|crime|\d{3})(?![a-z])|tip ?line|tips?411|crime ?stoppers|hotline|remain anonymous|reward|amber alert|silver alert|missing person|(?:press|news|media) (?:release|advisory|conference|briefing)|according to|(?:police|officers|authorities|officials|investigators|detectives)(?: have| has)? (?:say|said|are asking|ask|seek|seeking|are seeking|are investigating|are looking for|charge|arrest|arrested|continue|believe)|(?:the|this) (?:investigation|incident|case|matter) (?:is|remains|was|has been|continues)|under investigation|is investigating|are investigating|on (?:a |an )?\$?[\d,]+ (?:bond|bail)|was (?:charged|arrested|arraigned|identified|taken)|were (?:charged|arrested|taken)|has been (?:charged|arrested|identified|released)|officers (?:responded|arrested|recovered|located|are|were|used|deployed|on scene|administered)|warrants? (?:has|have|was) been issued|wanted (?:for|on|by)|(?:identified the victim|victim was identified|the victim, an?)|charged with|charging|obtained a warrant|facing charges|do you (?:know|recognize)|operation [a-z]+ [a-z]+|no (?:arrests|injuries|threat)|presumed innocent|per (?:department )?policy|we (?:thank|remind|ask|urge|encourage|are proud|welcome)|congratulations|happy retirement|stay safe|be advised|be on the lookout|bolo|road clos\w+|traffic advisory|update:)/

const personal =
  /(?<![\w-])(?:i(?![-\d.])|i'm|i've|i'll|i'd|me|my|mine|lol|lmao|haha|smh|omg|wtf|btw|fyi|guess who|gonna|yall|y'all)\b/

/** Whether a text reads like a notice of the department and not like a member's own remark. */
export function readsOfficial(reading: Reading): boolean {
  const text = reading.norm.slice(0, 2000)
  return official.test(text) && !personal.test(text)
}

export function asks(found: Found): boolean {
  return found.after.trimEnd().endsWith('?')
}
