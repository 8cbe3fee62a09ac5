import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detect } from './detect.ts'
import { detectNaming } from './own-names.ts'

const names = ["Riverton's Finest", 'R.P.D.', 'The Watch']
const seenIn = (text: string): string[] =>
  detectNaming(text, names)
    .filter(({ fact }) => fact === 'identifies.department')
    .map(({ start, end }) => Array.from(text).slice(start, end).join(''))

test('a department is recognised by names that no detector could know', () => {
  assert.deepEqual(detect("🚓 Proud to work for riverton's  finest since 2010"), [])
  const seen = seenIn("🚓 Proud to work for riverton's  finest since 2010, and R.P.D. forever")
  assert.ok(seen.length > 0)
  assert.ok(
    seen.every((words) => /work for riverton's {2}finest/.test(words)),
    JSON.stringify(seen),
  )
})

test('a name within another word is no name, and other texts are read as they stand', () => {
  const text = 'The Watchmaker on Elm St: I work for The Watchmaker'
  assert.deepEqual(detectNaming(text, names), detect(text))
  assert.deepEqual(detectNaming('He is guilty, fry him', names), detect('He is guilty, fry him'))
  assert.deepEqual(detectNaming('The Watch', []), detect('The Watch'))
})

test('what stands after a name is marked where it stands', () => {
  const text = 'R.P.D. news: he is guilty, fry him'
  const guilt = detectNaming(text, names).find(({ fact }) => fact === 'speech.guilt')
  assert.match(text.slice(guilt?.start, guilt?.end), /^he is guilty|^guilty/)
})
