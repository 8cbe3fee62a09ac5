import { cpus } from 'node:os'
import { loadOrder } from '../src/adoption/order-shelf.ts'
import type { Act } from '../src/policy/act.ts'
import { detect } from '../src/policy/detect.ts'
import { judge } from '../src/policy/judge.ts'
import { compileLexicon, noneEvades } from '../src/policy/lexicon.ts'
import { read } from '../src/policy/reading.ts'
import { adversarialTexts } from './adversarial.ts'
import { alternation, phraseList } from './lexicons.ts'
import { ahoCorasick, alex, cedar, obscenityAllMatches, obscenityHasMatch, retext } from './peers.mjs'
import { hitHeavyPosts, policePosts } from './posts.ts'
import { median } from './report.ts'
import { coreTime, keptSum, race, type Contestant, type Figure } from './rounds.ts'

const police = policePosts()
const heavy = hitHeavyPosts()
const phrases = phraseList(5_000, heavy.posts)
const lexicon = compileLexicon(phrases.map((phrase) => ({ phrase, tag: 'said' })))
const large = compileLexicon(phraseList(50_000, heavy.posts).map((phrase) => ({ phrase, tag: 'said' })))
const pattern = alternation(phrases)
const automaton = ahoCorasick(phrases)
const order = loadOrder('hartford-3-01a')
const decide = cedar()

const encoder = new TextEncoder()
const bytesOf = new Map([...police, ...heavy.posts].map((post) => [post, encoder.encode(post)]))

function byteLoop(post: string): number {
  const bytes = bytesOf.get(post) ?? new Uint8Array(0)
  let sum = 0
  for (let at = 0; at < bytes.length; at++) sum += bytes[at] ?? 0
  return sum
}

function ruling(text: string): number {
  const act: Act = {
    id: 'act',
    kind: 'post',
    capacity: 'personal',
    on: '2020-05-01',
    author: { kind: 'sworn' },
    audience: 'public',
    duty: 'off',
    text,
  }
  return judge(act, order).provisions.length
}

/** ASCII posts without a hit, in which every engine has only to get through. */
const ascii = (posts: readonly string[]) =>
  posts.filter((post) => lexicon.scanPlain(post, noneEvades) !== undefined)
const hitsIn = (post: string) => lexicon.scan(post.toLowerCase()).length
const clean = ascii(police.flatMap((post) => post.split(/(?<=[.!?]) /))).filter((post) => hitsIn(post) === 0)
const hitting = ascii(heavy.posts)

const passes = (posts: readonly string[]): Contestant[] => [
  { name: 'lexicon pass, 5,000', posts, run: (post) => lexicon.scanPlain(post, noneEvades)?.length ?? 0 },
  { name: 'lexicon pass, 50,000', posts, run: (post) => large.scanPlain(post, noneEvades)?.length ?? 0 },
  { name: 'reading with disguises, 5,000', posts, run: (post) => read(post, lexicon).hits.length },
  { name: 'V8 RegExp alternation, 5,000', posts, run: pattern },
  { name: 'modern-ahocorasick, 5,000', posts, run: automaton },
  { name: 'bare byte loop', posts, run: byteLoop },
]
const pipelines = (posts: readonly string[]): Contestant[] => [
  { name: 'detect', posts, run: (post) => detect(post).length },
  { name: 'judge, one order', posts, run: ruling },
  { name: 'obscenity hasMatch', posts, run: obscenityHasMatch },
  { name: 'obscenity getAllMatches', posts, run: obscenityAllMatches },
  { name: 'retext-profanities + equality', posts, run: retext },
  { name: 'alex', posts, run: alex },
  { name: 'cedar, 50 policies', posts, run: decide },
]

function report(title: string, figures: ReadonlyMap<string, Figure>): void {
  console.log(`\n${title}`)
  for (const { name, postsPerSecond, megabytes } of figures.values())
    console.log(
      `  ${name.padEnd(32)}${Math.round(postsPerSecond).toLocaleString('en').padStart(12)} a second ${megabytes.toFixed(2).padStart(9)} MB/s`,
    )
}

const goals: string[] = []

function goal(what: string, measured: number, wanted: number, unit = 'x'): void {
  const isMet = unit === 'ms' || unit === 'x at most' ? measured <= wanted : measured >= wanted
  const shown = measured >= 1000 ? Math.round(measured).toLocaleString('en') : measured.toFixed(2)
  goals.push(
    `  ${isMet ? 'met   ' : 'MISSED'}  ${what}: ${shown} (goal ${wanted.toLocaleString('en')}) ${unit}`,
  )
}

const rate = (figures: ReadonlyMap<string, Figure>, name: string) =>
  figures.get(name)?.postsPerSecond ?? Number.NaN
const ratio = (figures: ReadonlyMap<string, Figure>, ours: string, theirs: string) =>
  rate(figures, ours) / rate(figures, theirs)

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}; medians of interleaved rounds, time on the core`,
)
console.log(
  `hit-heavy: ${heavy.from}, ${hitting.length} of them ASCII; clean: ${clean.length} sentences of our police posts`,
)

const onHeavy = race(passes(hitting), 7, 60)
report('Finding every phrase with word bounds and spans, hit-heavy', onHeavy)
const onClean = race(passes(clean), 7, 60)
report('The same, clean', onClean)
const whole = race(pipelines(police), 7, 60)
report('Whole pipelines, police posts', whole)
const wholeHeavy = race(pipelines(heavy.posts), 3, 60)
report('Whole pipelines, hit-heavy', wholeHeavy)

const ours = 'lexicon pass, 5,000'
const v8 = 'V8 RegExp alternation, 5,000'
goal('lexicon pass against V8 RegExp, hit-heavy', ratio(onHeavy, ours, v8), 1.3)
goal('lexicon pass against V8 RegExp, clean', ratio(onClean, ours, v8), 2)
goal(
  'cost of 50,000 entries against 5,000, hit-heavy',
  ratio(onHeavy, ours, 'lexicon pass, 50,000'),
  2,
  'x at most',
)
goal(
  'cost of 50,000 entries against 5,000, clean',
  ratio(onClean, ours, 'lexicon pass, 50,000'),
  2,
  'x at most',
)
goal(
  'judge against obscenity (hasMatch), police posts',
  ratio(whole, 'judge, one order', 'obscenity hasMatch'),
  5,
)
goal('judge against cedar deciding 50 policies', ratio(whole, 'judge, one order', 'cedar, 50 policies'), 10)
goal('acts judged a second on one core, police posts', rate(whole, 'judge, one order'), 150_000, '')

console.log('\nA million units made to be slow, median of 5, in ms')
let slowest = 0
for (const [name, text] of Object.entries(adversarialTexts())) {
  const times = Array.from({ length: 6 }, () => {
    const start = coreTime()
    ruling(text)
    return coreTime() - start
  })
  const typical = median(times.slice(1))
  slowest = Math.max(slowest, typical)
  console.log(`  ${name.padEnd(32)}${typical.toFixed(1).padStart(8)} (first ${times[0]?.toFixed(1)})`)
}
goal('slowest adversarial text of 1 MB, judged', slowest, 50, 'ms')

console.log(`\nGoals (one run, this machine as it was; ${keptSum()} kept)\n${goals.join('\n')}`)
