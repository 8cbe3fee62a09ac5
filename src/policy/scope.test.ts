import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileLexicon } from './lexicon.ts'
import { read } from './reading.ts'
import { scopeOf, type Scope } from './scope.ts'

const lexicon = compileLexicon([{ phrase: 'scum', tag: 'test' }])

/** The scopes that hold for the word "scum" in a sentence. */
function scopes(text: string): string[] {
  const hit = read(text, lexicon).hitsOf('test')[0]
  assert.ok(hit, text)
  const scope: Scope = scopeOf(read(text, lexicon), hit.start, hit.end)
  return names.filter((name) => scope[name])
}

const names = ['negated', 'quoted', 'attributed', 'condemned', 'hypothetical', 'lyrics', 'news'] as const

test('a bare assertion has no scope', () => assert.deepEqual(scopes('They are scum.'), []))

test('negation reaches from before, within the clause', () => {
  assert.ok(scopes('They are not scum.').includes('negated'))
  assert.ok(scopes('Nobody here is scum').includes('negated'))
  assert.ok(!scopes('I am not angry; they are scum').includes('negated'))
  assert.ok(!scopes('They are scum, not people').includes('negated'))
})

test('quotation needs an open and a closing mark, straight or curly', () => {
  assert.ok(scopes('He wrote "they are scum" on the wall').includes('quoted'))
  assert.ok(scopes('He wrote \u201cthey are scum\u201d on the wall').includes('quoted'))
  assert.ok(scopes("He wrote 'they are scum' on the wall").includes('quoted'))
  assert.ok(!scopes('He said "hello". They are scum').includes('quoted'))
  assert.ok(!scopes("They're scum and that's that").includes('quoted'))
})

test('somebody else said it', () => {
  assert.ok(scopes('The caller said they were scum').includes('attributed'))
  assert.ok(scopes('People who write that they are scum').includes('attributed'))
  assert.ok(!scopes('They are scum and I stand by it').includes('attributed'))
})

test('blame counts outside the words, also in the next sentence', () => {
  assert.ok(scopes('He called them scum. That is unacceptable.').includes('condemned'))
  assert.ok(scopes('It is hateful to call people scum').includes('condemned'))
  assert.ok(!scopes('They are scum. I like tea.').includes('condemned'))
})

test('songs, news and suppositions', () => {
  assert.ok(scopes('\u{1f3b5} you are scum \u{1f3b5} best verse').includes('lyrics'))
  assert.ok(scopes('BREAKING: mayor calls rivals scum').includes('news'))
  assert.ok(scopes('What if I said they are scum').includes('hypothetical'))
  assert.ok(!scopes('They are scum').includes('hypothetical'))
})

test('a long text costs no more than its sentence', () => {
  const text = `${'Nothing to see here. '.repeat(20_000)}They are scum. ${'More text. '.repeat(20_000)}`
  const reading = read(text, lexicon)
  const hit = reading.hitsOf('test')[0]
  assert.ok(hit)
  assert.deepEqual(scopeOf(reading, hit.start, hit.end).negated, false)
})
