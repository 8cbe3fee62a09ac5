import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'decorum-'))
after(() => rmSync(folder, { recursive: true }))

interface Run {
  code: number | null
  out: string
  err: string
}

function decorum(args: string[], input = ''): Run {
  const bin = join(import.meta.dirname, '..', 'bin', 'decorum.mjs')
  const run = spawnSync(process.execPath, [bin, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
    timeout: 120_000,
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('judge prints the provision, the marked words and what would make it allowed', () => {
  const run = decorum(['judge', '--order', 'hartford-3-01a', "He's guilty, fry him"])
  assert.equal(run.code, 1)
  assert.match(run.out, /IV\.A\.20\.e {2}barred/)
  assert.match(run.out, /\[[^\]]*guilty/)
  assert.match(run.out, /No permission can cure it/)
  assert.ok(!run.out.includes('\u001b'), 'no colours in a pipe')
})

test('judge without an order asks every order on the shelf; a clear act exits with 0', () => {
  const run = decorum(['judge', 'Happy birthday, Mom'])
  assert.equal(run.code, 0)
  assert.equal(run.out.match(/^clear /gm)?.length, 3)
})

test('--json is one document: the ruling of the order named, or a list with one for each order', () => {
  const all: { order: string }[] = JSON.parse(decorum(['judge', '--json', "He's guilty, fry him"]).out)
  assert.deepEqual(
    all.map(({ order }) => order),
    ['bridgeport-5.14', 'hamden-004-011', 'hartford-3-01a'],
  )
  const one = JSON.parse(decorum(['judge', '--json', '--order', 'hartford-3-01a', 'x']).out)
  assert.equal(one.order, 'hartford-3-01a')
})

test('compare exits as judge does: 1 when something bears on an act, 0 when nothing does', () => {
  const quiet = '{ id: quiet, text: Lovely evening }'
  assert.equal(decorum(['compare', file('quiet.yaml', `- ${quiet}`)]).code, 0)
  const bearing = decorum([
    'compare',
    file('mixed.yaml', `- { id: b, facts: { depicts.uniform: true } }\n- ${quiet}`),
  ])
  assert.equal(bearing.code, 1)
  assert.match(bearing.out, /needs-permission/)
  assert.match(decorum(['compare', '--help']).out, /Exit codes: 0 .*, 1 .*, 2 bad input/)
})

const permitted = (permission: string) => `{"id":"a","text":"x","permissions":[${permission}]}`

test('a permission in a state or of a matter that nobody knows is bad input, in one act and in a batch', () => {
  const odd = permitted('{"matter":"identifcation","by":"chief","state":"in-force"}')
  const alone = decorum(['judge', '--act', file('odd.json', odd)])
  assert.equal(alone.code, 2)
  assert.match(alone.err, /permissions\.0\.matter: .*did you mean "identification"/)
  const batch = decorum(
    ['judge', '--order', 'hartford-3-01a', '--batch', '-'],
    `${permitted('{"matter":"page","by":"chief","state":"in-forse"}')}\n{"id":"b","text":"Fine"}`,
  )
  assert.equal(batch.code, 2)
  assert.match(batch.err, /line 1: act, permissions\.0\.state: .*did you mean "in-force"/)
  assert.match(batch.out, /"act":"b"/)
})

test('a batch is written in order, on one core or two alike', () => {
  const lines = Array.from({ length: 9000 }, (_, place) =>
    JSON.stringify({ id: `a${place}`, text: place % 3 ? 'Lovely evening' : "He's guilty, fry him" }),
  )
  const acts = file('acts.jsonl', lines.join('\n'))
  const one = decorum(['judge', '--order', 'bridgeport-5.14', '--batch', acts])
  const two = decorum(['judge', '--order', 'bridgeport-5.14', '--batch', acts, '--jobs', '2'])
  assert.equal(one.code, 1)
  assert.deepEqual(two, one)
  const ids = one.out
    .trim()
    .split('\n')
    .map((line) => line.match(/"act":"(a\d+)"/)?.[1])
  assert.deepEqual(
    ids,
    lines.map((_, place) => `a${place}`),
  )
})

test('a bad line is named by its number, the batch goes on, the exit code says so', () => {
  const input = [
    '{"id":"a","text":"Lovely evening"}',
    '{oops',
    '{"id":"c","text":"x","on":"2020-02-30"}',
    '{"id":"d","text":"Fine"}',
  ]
  const run = decorum(['judge', '--order', 'hamden-004-011', '--batch', '-'], input.join('\n'))
  assert.equal(run.code, 2)
  assert.match(run.err, /line 2: is not JSON/)
  assert.match(run.err, /line 3: .*is no date/)
  assert.equal(run.out.trim().split('\n').length, 2)
})

test('detect gives facts with spans in code points', () => {
  const run = decorum(['detect', '--batch', '-'], '{"id":"a","text":"🚓🚓 He is guilty, fry him"}')
  assert.equal(run.code, 1)
  const { id, facts } = JSON.parse(run.out)
  assert.equal(id, 'a')
  assert.ok(facts.length > 0)
  for (const fact of facts) assert.ok(fact.start >= 3 && fact.end <= 25, JSON.stringify(fact))
})

for (const [what, args, says] of [
  ['an unknown order', ['judge', '--order', 'hartfrod-3-01a', 'x'], /did you mean "hartford-3-01a"/],
  ['an unknown fact', ['judge', '--fact', 'speech.bais', 'x'], /did you mean "speech.bias"/],
  ['an impossible date', ['judge', '--on', '2020-02-30', 'x'], /is no date/],
  ['an empty text', ['judge', '--order', 'hartford-3-01a', ' '], /the text is empty/],
  ['no text at all', ['judge'], /give a text in quotes/],
  ['an unknown command', ['jugde', 'x'], /judge/],
  ['an unknown option', ['judge', '--ordr', 'x'], /--order/],
  ['a batch with no order', ['judge', '--batch', '-'], /name it with --order/],
  [
    'a batch file that is not there',
    ['judge', '--order', 'hartford-3-01a', '--batch', 'nowhere.jsonl'],
    /there is no such file/,
  ],
  [
    'jobs that are no number',
    ['judge', '--order', 'hartford-3-01a', '--batch', '-', '--jobs', 'two'],
    /1 or more/,
  ],
  ['an unknown provision', ['order', 'show', 'hartford-3-01a', 'IV.A.20.z'], /did you mean "IV.A.20/],
] as const)
  test(`${what} gets a sentence and exit code 2`, () => {
    const run = decorum([...args])
    assert.equal(run.code, 2, run.out)
    assert.match(run.err, says)
    assert.doesNotMatch(run.err, /\n\s+at .*:\d+/, 'no stack trace')
  })

for (const [what, args, says] of [
  ['compare a file that is not there', ['compare', 'nowhere.yaml'], /nowhere\.yaml: there is no such file/],
  ['read orders from nowhere', ['judge', '--orders', 'nowhere', 'x'], /there is no such file or folder/],
  [
    'write where nothing can be',
    ['order', 'import', 'README.md', '--order', 'hartford-3-01a', '--out', 'no/x'],
    /no\/x/,
  ],
  ['judge a folder', ['judge', '--act', '.'], /it is a folder/],
  [
    'mix a batch with options of one act',
    ['judge', '--order', 'hartford-3-01a', '--batch', '-', '--duty', 'on'],
    /each line says its own/,
  ],
] as const)
  test(`to ${what} gets a sentence and exit code 2`, () => {
    const run = decorum([...args])
    assert.equal(run.code, 2, run.out)
    assert.match(run.err, says)
    assert.doesNotMatch(run.err, /\n\s+at .*:\d+/, 'no stack trace')
  })

test('what cannot be seen is no text, and codes that command a terminal are shown, not sent', () => {
  assert.equal(decorum(['judge', '-'], '').code, 2)
  assert.equal(decorum(['detect', '-'], '\u200b\u202e').code, 2)
  const run = decorum(['judge', '--order', 'hartford-3-01a', 'he is guilty \u001b[2J'])
  assert.ok(!run.out.includes('\u001b') && run.out.includes('\\x1b[2J'), run.out)
})

test('malformed YAML is named by file and line', () => {
  const run = decorum(['judge', '--act', file('act.yaml', 'text: "a\nkind: [post\n')])
  assert.equal(run.code, 2)
  assert.match(run.err, /act\.yaml, line \d+/)
})

for (const [what, text] of [
  ['ten megabytes', 'He is guilty. '.repeat(750_000)],
  ['lone surrogates', 'a\ud800b\udc00 He is guilty'],
  ['right-to-left marks', '\u202eHe is \u2067guilty\u202c'],
] as const)
  test(`a text of ${what} is judged`, () => {
    const run = decorum(['judge', '--order', 'hartford-3-01a', '--json', '-'], text)
    assert.equal(run.code === 0 || run.code === 1, true, run.err)
    assert.equal(JSON.parse(run.out).order, 'hartford-3-01a')
  })

test('order check accounts for all 316 provisions and passes every case', () => {
  const run = decorum(['order', 'check', '--quiet'])
  assert.match(run.out, /316 of 316 accounted for, (\d+) of \1 cases pass, 0 problems/)
  assert.equal(run.code, 0, run.out)
  const limbs = [...run.out.matchAll(/(\d+) of (\d+) limbs have a case/g)]
  assert.deepEqual(
    limbs.map(([, proven]) => proven),
    limbs.map(([, , all]) => all),
  )
  assert.ok(limbs.length === 3 && limbs.every(([, , all]) => Number(all) > 100), run.out)
})

test('order check --limbs lists each limb of the rules', () => {
  const run = decorum(['order', 'check', 'hartford-3-01a', '--quiet', '--limbs'])
  assert.match(run.out, /proven +IV\.A\.20\.e, rule 1, demand: not matter\.concluded/)
})

test('order draft writes a pack; what the document does not say is named, and the check names it again', () => {
  const document = file(
    'plain.txt',
    'Rules\n\n1. Members shall not show the patch.\n2. Members shall ask first.\n',
  )
  const said = JSON.parse(decorum(['order', 'draft', document, '--json']).out)
  assert.deepEqual(said.missing.slice(0, 2), ['agency', 'number'])
  assert.deepEqual(
    said.provisions.map(({ citation, modality }: Record<string, string>) => [citation, modality]),
    [
      ['META.title', 'states'],
      ['1', 'must-not'],
      ['2', 'must'],
    ],
  )
  const out = join(folder, 'shelf', 'my-town')
  const drafted = decorum(['order', 'draft', document, '--out', out])
  assert.equal(drafted.code, 0, drafted.err)
  assert.match(drafted.err, /wants filled in: agency, number, .*effective/)
  const again = decorum(['order', 'draft', document, '--out', out])
  assert.equal(again.code, 2)
  assert.match(again.err, /order\.yaml is there already; nothing was written/)
  const checked = decorum(['order', 'check', 'my-town', '--orders', join(folder, 'shelf')])
  assert.equal(checked.code, 2)
  assert.match(checked.err, /agency: is not filled in; write the name of the agency\n/)
  assert.match(checked.err, /effective: is not filled in; write the day/)
  writeFileSync(
    join(out, 'order.yaml'),
    'id: my-town\nagency: A\nnumber: "1"\ntitle: T\neffective: 2021-03-01\npermissions: {}\n',
  )
  const loaded = decorum(['order', 'check', 'my-town', '--quiet', '--orders', join(folder, 'shelf')])
  assert.equal(loaded.code, 1, loaded.err)
  assert.match(loaded.out, /still say DRAFT/)
})

for (const [where, says] of [
  ['/proc/x/y', /no folder can be made at \/proc\/x \(/],
  [import.meta.filename, /is a file, and a folder is wanted/],
] as const)
  test(`order draft to ${where.startsWith('/proc') ? 'a special path' : 'a file'} ends at once with a sentence`, () => {
    const document = file('short.txt', '1. Members shall ask first.\n2. Members shall wait.\n')
    const run = decorum(['order', 'draft', document, '--out', where])
    assert.equal(run.code, 2)
    assert.match(run.err, says)
  })

test('order diff tells in words where two orders part, and replays acts', () => {
  const words = decorum(['order', 'diff', 'hartford-3-01a', 'hamden-004-011'])
  assert.equal(words.code, 1)
  assert.match(words.out, /kinds of act and \d+ permissions differ/)
  const acts = file(
    'replay.jsonl',
    '{"id":"slip","text":"Damn this rain"}\n{"id":"uniform","text":"","facts":{"depicts.uniform":true}}',
  )
  const broken = ['order', 'diff', 'hartford-3-01a', 'hamden-004-011', '--acts', file('bad.jsonl', '\n{oops')]
  assert.match(decorum(broken).err, /bad\.jsonl, line 2: is not JSON/)
  const replayed = decorum(['order', 'diff', 'hartford-3-01a', 'hamden-004-011', '--acts', acts])
  assert.match(replayed.out, /1 of 2 acts change/)
  assert.match(replayed.out, /hartford-3-01a IV\.A\.6\.a/)
})

test('order diff of an order with itself finds nothing', () => {
  const run = decorum(['order', 'diff', 'hartford-3-01a', 'hartford-3-01a'])
  assert.equal(run.code, 0)
  assert.match(run.out, /0 kinds of act and 0 permissions differ/)
})

test('help teaches by example', () => {
  const run = decorum(['judge', '--help'])
  assert.equal(run.code, 0)
  assert.match(run.out, /Examples:/)
})
