import type { Detector } from '../detector.ts'
import { biasWeights } from '../model/bias-weights.ts'
import { isTweet } from '../model/insult-odds.ts'
import { logOdds, unpackModel, type LinearModel } from '../model/linear.ts'
import { speechOdds } from '../model/speech-class.ts'
import type { Reading } from '../reading.ts'
import { scopeOf } from '../scope.ts'
import type { Sighting } from '../sighting.ts'
import { biasEntries } from '../words/bias-entries.ts'
import { isAwake } from './bias-evidence.ts'
import { features, isPicture } from './bias-features.ts'
import { tokensOf, type Token } from './bias-tokens.ts'
import { before, isNotice } from './speech-scope.ts'

const triggers = ['bias.group', 'bias.maybe', 'bias.slur', 'bias.sign']

/** Log-odds from which a text counts as biased: chosen so that ordinary posts stay clear (docs/model-card.md). */
const threshold = 0.4
/** With pictures contempt is shorter and slyer: fewer features say more, unless the text swears. */
const pictureThreshold = -1
/**
 * In a text that swears or slurs the speech class tells hate from rudeness, and these log-odds count beside its own.
 * This and the two below were chosen by five-fold cross-validation over Davidson's tweets and HateCheck.
 */
const besideSpeechClass = 0.3
/** From this share of `speechOdds` on a text sounds harmless; then only plain contempt counts. */
const soundsHarmless = 0.7
const plainContempt = 2
/** Below these log-odds the speech class is not asked; beside them its own must come to more than the second. */
const inDoubt = -3
const plainlyHateful = 0.1
/** From this share on a slur with no contempt in it is foul language no longer. */
const mostlyHarmless = 0.5

/**
 * Contempt for a class of people. The lexicon wakes it; the sentences around a hit are turned into roles (group, slur,
 * filth, threat, negation, quotation ...) and a linear model over runs of roles weighs how they are put together.
 */
export const biasDetector: Detector = { name: 'bias', entries: biasEntries(), triggers, detect }

let model: LinearModel | undefined
const scratch = new Int32Array(2048)

function detect(reading: Reading): Sighting[] {
  model ??= unpackModel(biasWeights)
  const found: Sighting[] = []
  for (const { start, end } of windows(reading)) {
    const tokens = tokensOf(reading.norm, start, end)
    if (!isAwake(tokens) || isOfTeams(reading, tokens)) continue
    const odds = logOdds(model, scratch, features(tokens, scratch))
    const slurs = tokens.filter(isSlur).slice(0, 3)
    if (isBiased(reading, tokens, odds)) {
      const seen = sighting(reading, tokens, odds)
      if (seen) found.push(seen)
      continue
    }
    const sung = slurs.find((token) => token.role !== 'slur homonym' && isSung(reading, token))
    if (sung) found.push(ofLyrics(reading, sung))
    else found.push(...slurs.filter((token) => isFoul(reading, token)).map((token) => foul(reading, token)))
  }
  return found
}

function isBiased(reading: Reading, tokens: readonly Token[], odds: number): boolean {
  if (tokens.some(isPicture))
    return odds > (reading.has('offence.profane') || isNotice(reading) ? threshold : pictureThreshold)
  const swears = reading.has('offence.profane') || tokens.some(isPlainSlur)
  if (!swears && odds <= threshold) return soundsHateful(reading, tokens, odds)
  if (isHeard(reading.text, odds, swears)) return true
  return tokens.some((token) => isDisguised(reading, token)) && isHeard(reading.norm, odds, swears)
}

/** Whether the speech class bears out what the roles say. */
function isHeard(text: string, odds: number, swears: boolean): boolean {
  const speech = speechOdds(text)
  if (speech.neither > soundsHarmless && odds < plainContempt) return false
  return !swears || Math.log(speech.hate / speech.offensive) + besideSpeechClass * odds > 0
}

const teams = /^(?:indians?|braves|redskins?|chiefs|blackhawks|fighting irish|celtics)$/
const match =
  /\b(?:innings?|ninth|runs?|bullpen|pitch(?:er|ing)|homer|touchdowns?|quarterback|playoffs?|season|lead|score[ds]?|overtime|coach|stadium|lineup|roster|trade[ds]?|draft|wins?|won|lost|beat)\b/

/** Only the name of a team, in talk of a match. */
function isOfTeams(reading: Reading, tokens: readonly Token[]): boolean {
  const named = tokens.filter(({ role }) => role.startsWith('group ') || role.startsWith('slur '))
  return named.length > 0 && named.every(({ word }) => teams.test(word)) && match.test(reading.norm)
}

/** "We queers", "as a dyke": said of oneself, it is no abuse. */
const ofSelf = /\b(?:we|us|my fellow|fellow|as an?|proud|proudly|i'm an?|i am an?|call myself an?) (?:\w+ )?$/

/** Whether the speech class hears hate where this model is in doubt: slurs of other times, groups by nickname. */
function soundsHateful(reading: Reading, tokens: readonly Token[], odds: number): boolean {
  if (odds <= inDoubt || !(tokens.some(isSlurOfOthers) || isTweet(reading)) || isNotice(reading)) return false
  const { hate, offensive, neither } = speechOdds(reading.text)
  return hate > neither && Math.log(hate / offensive) + besideSpeechClass * odds > plainlyHateful
}

/** A slur that the text spells otherwise: the speech class, which reads letters, is given the word itself. */
function isDisguised(reading: Reading, token: Token): boolean {
  if (reading.isPlain || !isPlainSlur(token) || ofSelf.test(before(reading, token.start))) return false
  return reading.original(token.start, token.end).toLowerCase() !== reading.norm.slice(token.start, token.end)
}

function isPlainSlur({ role }: Token): boolean {
  return role === 'slur plain'
}

function isSlur({ role }: Token): boolean {
  return role.startsWith('slur ')
}

/** A slur that is not also what its people call themselves. */
function isSlurOfOthers(token: Token): boolean {
  return isSlur(token) && !token.word.startsWith('queer')
}

function isSung(reading: Reading, { start, end }: Token): boolean {
  const scope = scopeOf(reading, start, end)
  return scope.lyrics && (scope.quoted || scope.attributed)
}

/** A slur that shows no contempt for a class is still foul language, unless it is quoted, blamed or named as others'. */
function isFoul(reading: Reading, slur: Token): boolean {
  if (!isPlainSlur(slur) && !(isTweet(reading) && soundsRude(reading) && !isNotice(reading))) return false
  if (speechOdds(reading.text).neither >= mostlyHarmless) return false
  if (ofSelf.test(before(reading, slur.start))) return false
  const scope = scopeOf(reading, slur.start, slur.end)
  return !scope.quoted && !scope.attributed && !scope.condemned
}

/** A word that may also be a tool, a food or banter is foul only in a tweet in which the speech class hears rudeness. */
function soundsRude(reading: Reading): boolean {
  const { hate, offensive, neither } = speechOdds(reading.text)
  return offensive > neither && offensive > hate
}

function foul(reading: Reading, slur: Token): Sighting {
  const [start, end] = reading.span(slur.start, slur.end)
  return {
    fact: 'speech.profane',
    start,
    end,
    confidence: 0.7,
    because: 'uses a slur as a mere word of abuse',
  }
}

/** A slur in words of a song, shared as such: for a person to weigh, not a statement of the author. */
function ofLyrics(reading: Reading, slur: Token): Sighting {
  const [start, end] = reading.span(slur.start, slur.end)
  const details = { about: slur.about, setting: 'lyrics' }
  return {
    fact: 'speech.bias',
    start,
    end,
    confidence: 0.6,
    because: 'shares a lyric with a slur in it',
    details,
  }
}

const farthest = 400

/** The stretches of text to weigh: short texts whole, long ones the sentences around each hit. */
function windows(reading: Reading): { start: number; end: number }[] {
  const { length } = reading.norm
  if (length <= farthest) return [{ start: 0, end: length }]
  const sentences = reading.sentences()
  const found: { start: number; end: number }[] = []
  let at = 0
  let last = -1
  for (const hit of reading.hits) {
    if (!hit.tag.startsWith('bias.')) continue
    while (at + 1 < sentences.length && (sentences[at]?.end ?? length) <= hit.start) at++
    if (at <= last) continue
    const start = Math.max(sentences[at - 1]?.start ?? 0, hit.start - farthest / 2, found.at(-1)?.end ?? 0)
    const end = Math.min(sentences[at + 1]?.end ?? length, hit.start + farthest / 2)
    if (end > start) found.push({ start, end: Math.max(end, hit.end) })
    last = at
    if (found.length >= 64) break
  }
  return found
}

/** The sighting, or undefined where the slur or the group stands in a quotation that is blamed or reported. */
function sighting(reading: Reading, tokens: readonly Token[], odds: number): Sighting | undefined {
  const named = tokens.filter((token) => token.role.startsWith('group ') || token.role.startsWith('slur '))
  const target =
    named.find((token) => token.role !== 'group maybe' && token.role !== 'slur homonym') ?? named[0]
  const telling = tokens.filter((token) => contempt.has(token.role) || token === target)
  const [from, to] = tellingSpan(telling)
  const [start, end] = reading.span(from, to)
  const scope = scopeOf(reading, target?.start ?? from, target?.end ?? to)
  if (scope.quoted && !scope.lyrics && (scope.condemned || scope.news)) return undefined
  const about = target?.about ?? 'other'
  const setting = scope.lyrics ? 'lyrics' : isJoke(tokens) ? 'joke' : 'own-words'
  return {
    fact: 'speech.bias',
    start,
    end,
    confidence: Math.round(100 / (1 + Math.exp(-odds))) / 100,
    because: because(target, telling),
    details: { about, setting },
  }
}

/** The words to mark: all that tell, where they stand close together, else the first words of contempt. */
function tellingSpan(telling: readonly Token[]): [number, number] {
  const first = telling[0]
  const last = telling.at(-1)
  if (!first || !last) return [0, 0]
  if (last.end - first.start <= longestMark) return [first.start, last.end]
  const worst = telling.find((token) => contempt.has(token.role)) ?? first
  const near = telling.filter((token) => token.start >= worst.start && token.end <= worst.start + longestMark)
  return [worst.start, near.at(-1)?.end ?? worst.end]
}

/** The longest run of words that is marked whole, in units of the normalised text. */
const longestMark = 25

const contempt = new Set([
  'slur plain',
  'slur reclaimed',
  'dirt',
  'evil',
  'fool',
  'vile',
  'hate',
  'loath',
  'upset',
  'slay',
  'slain',
  'death',
  'hurt',
  'expel',
  'expelled',
  'fuck',
])

const jokeWords = new Set([
  'joke',
  'jokes',
  'lol',
  'lmao',
  'rofl',
  'haha',
  'hahaha',
  'funny',
  'walks into a bar',
])

function isJoke(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.role === 'sign laugh' || jokeWords.has(token.word))
}

function because(target: Token | undefined, telling: readonly Token[]): string {
  if (target?.role.startsWith('slur')) return 'uses a slur for a class of people'
  const roles = new Set(telling.map((token) => token.role))
  const whom = 'people for what they are'
  if (['slay', 'slain', 'death', 'hurt'].some((role) => roles.has(role))) return `wishes harm on ${whom}`
  if (['expel', 'expelled'].some((role) => roles.has(role))) return `would shut out ${whom}`
  if (roles.has('dirt')) return `likens ${whom} to filth, beasts or disease`
  if (['hate', 'loath', 'upset', 'fuck'].some((role) => roles.has(role)))
    return `speaks with hatred of ${whom}`
  return `disparages ${whom}`
}
