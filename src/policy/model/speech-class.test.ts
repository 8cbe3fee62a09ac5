import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speechClass, speechOdds } from './speech-class.ts'

test('the three classes are told apart', () => {
  assert.equal(speechClass('Looking forward to the parade on Saturday'), 'neither')
  assert.equal(speechClass('that bitch aint loyal lol'), 'offensive')
  assert.equal(speechClass('i hate you dirty faggots, you should all die'), 'hate')
})

test('the odds sum to 1, whatever the text', () => {
  for (const text of ['', '\ud800', 'a'.repeat(100_000), '&#1114112; &#x; \u202e', 'plain words']) {
    const { hate, offensive, neither } = speechOdds(text)
    assert.ok(Math.abs(hate + offensive + neither - 1) < 1e-9)
  }
})
