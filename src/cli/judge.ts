import { text as readAll } from 'node:stream/consumers'
import { InvalidArgumentError, type Command } from 'commander'
import { loadOrder, loadVocabulary, orderIds, ordersFolder, readYaml } from '../adoption/order-shelf.ts'
import { judge } from '../policy/judge.ts'
import { readAct } from '../policy/read-act.ts'
import type { Act } from '../policy/act.ts'
import type { Vocabulary } from '../policy/vocabulary.ts'
import { now } from '../platform/clock.ts'
import { Refusal } from '../platform/refusal.ts'
import { bears, exitCodes, runBatch } from './batch.ts'
import { rulingInWords } from './print-ruling.ts'

interface Options {
  order?: string
  on?: string
  act?: string
  batch?: string
  jobs: number
  json?: boolean
  capacity?: string
  kind?: string
  author?: string
  duty?: string
  audience?: string
  fact?: string[]
  orders: string
}

/** `decorum judge`: one text, one act, or a batch of acts, under one order or under all. */
export function addJudge(program: Command): void {
  program
    .command('judge')
    .description('judge a text or an act under an order')
    .argument('[text]', 'the text of a post; - reads it from standard input')
    .option('--order <id>', 'the order to judge by; without it, every order on the shelf')
    .option('--on <date>', 'when it was posted: 2020-05-01 or 2020-05-01T12:00:00-04:00')
    .option('--act <file>', 'read the act from a YAML or JSON file')
    .option('--batch <file>', 'read acts as JSON lines (- for standard input), write rulings as JSON lines')
    .option('--jobs <n>', 'cores for a batch', wholeNumber, 1)
    .option('--capacity <capacity>', 'personal, official or visitor')
    .option('--kind <kind>', 'post, comment, reshare, message, profile, statement …')
    .option('--author <kind>', 'sworn, civilian, special, support, volunteer, town-employee')
    .option('--duty <duty>', 'on, off or unknown')
    .option('--audience <audience>', 'public or limited')
    .option('--fact <name>', 'say that a fact is true (name=false: that it is not); may be repeated', collect)
    .option('--json', 'print the ruling as JSON; without --order, a list with one ruling for each order')
    .option('--orders <folder>', 'where the orders stand', ordersFolder)
    .addHelpText(
      'after',
      `
Examples:
  decorum judge --order hartford-3-01a "He's guilty, fry him"
  decorum judge --capacity official "Elm Street is closed until noon"
  decorum judge --order hamden-004-011 --fact depicts.uniform "First day!"
  decorum judge --order bridgeport-5.14 --batch acts.jsonl --jobs 2 > rulings.jsonl

${exitCodes}`,
    )
    .action(async (text: string | undefined, options: Options) => {
      process.exitCode =
        options.batch === undefined ? await judgeOne(text, options) : await judgeBatch(text, options)
    })
}

/** A whole number of 1 or more, or a sentence. */
export function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It must be 1 or more.')
  return number
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value]
}

async function judgeBatch(text: string | undefined, options: Options): Promise<number> {
  const { on, act, capacity, kind, author, duty, audience, fact } = options
  if ([text, on, act, capacity, kind, author, duty, audience, fact].some((one) => one !== undefined))
    throw new Refusal(
      'malformed',
      'in a batch each line says its own date, capacity, facts and so on; leave the text and those options out',
    )
  if (options.order === undefined)
    throw new Refusal(
      'malformed',
      'a batch is judged by one order; name it with --order (decorum order list)',
    )
  const work = { task: 'judge' as const, order: options.order, orders: options.orders }
  return runBatch(options.batch ?? '-', work, options.jobs)
}

async function judgeOne(text: string | undefined, options: Options): Promise<number> {
  const vocabulary = loadVocabulary(options.orders)
  const act = actFrom(await givenText(text), options, vocabulary)
  const ids = options.order === undefined ? orderIds(options.orders) : [options.order]
  const rulings = ids.map((id) => {
    const order = loadOrder(id, options.orders, vocabulary)
    return { order, ruling: judge(act, order) }
  })
  if (options.json === true) {
    // One document whatever was asked: the ruling of the order that was named, or a list with one for each order.
    const answer = options.order === undefined ? rulings.map(({ ruling }) => ruling) : rulings[0]?.ruling
    console.log(JSON.stringify(answer, null, 2))
  } else console.log(rulings.map(({ order, ruling }) => rulingInWords(ruling, order, act.text)).join('\n\n'))
  return rulings.some(({ ruling }) => bears(ruling.outcome)) ? 1 : 0
}

function actFrom(text: string | undefined, options: Options, vocabulary: Vocabulary): Act {
  const written = options.act === undefined ? {} : readActFile(options.act)
  if (text === undefined && options.act === undefined)
    throw new Refusal(
      'malformed',
      'give a text in quotes, --act FILE or --batch FILE; decorum judge --help shows how',
    )
  if (text !== undefined && isEmpty(text))
    throw new Refusal('malformed', 'the text is empty; there is nothing to judge')
  const facts = Object.fromEntries(
    (options.fact ?? []).map((fact) => {
      const [name = '', value = 'true'] = fact.split('=')
      if (value !== 'true' && value !== 'false')
        throw new Refusal(
          'malformed',
          `--fact ${fact}: a fact is true or false; write ${name} or ${name}=false`,
        )
      return [name, value === 'true']
    }),
  )
  const said = {
    ...(text === undefined ? {} : { text }),
    ...(options.on === undefined ? {} : { on: options.on }),
    ...(options.capacity === undefined ? {} : { capacity: options.capacity }),
    ...(options.kind === undefined ? {} : { kind: options.kind }),
    ...(options.author === undefined ? {} : { author: { kind: options.author } }),
    ...(options.duty === undefined ? {} : { duty: options.duty }),
    ...(options.audience === undefined ? {} : { audience: options.audience }),
    ...(options.fact === undefined ? {} : { facts }),
  }
  const { act, problems } = readAct(mergeActs(written, said), vocabulary)
  if (!act)
    throw new Refusal('malformed', problems.map(({ at, problem }) => `${at}: ${problem}`).join('\n  '))
  return act
}

/** What is said on the command line adds to what the file says of the author and the facts. */
function mergeActs(written: object, said: object): object {
  const merged: Record<string, unknown> = { on: now(), ...written, ...said }
  for (const key of ['author', 'facts']) {
    const [before, after] = [Reflect.get(written, key), Reflect.get(said, key)]
    if (isRecord(before) && isRecord(after)) merged[key] = { ...before, ...after }
  }
  return merged
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text as given, or all of standard input for `-`. */
export async function givenText(text: string | undefined): Promise<string | undefined> {
  return text === '-' ? await readAll(process.stdin) : text
}

/** Nothing that can be seen: no more than white space, zero-width and direction marks. */
export function isEmpty(text: string): boolean {
  return !/[^\s\p{Cf}]/u.test(text)
}

function readActFile(file: string): object {
  const data = readYaml(file)
  if (typeof data !== 'object' || data === null)
    throw new Refusal('malformed', `${file}: an act is a list of keys such as text, media or facts`)
  return data
}
