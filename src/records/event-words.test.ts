import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventIn, eventWord } from './event-words.ts'
import { kindIn } from './kind-words.ts'
import { kinds } from './kinds.ts'

const said = (kind: string, event: string): string => `${kindIn('es', kind)}: ${eventIn('es', event, kind)}`

test('what happened is said in Spanish too, whatever happens in the house', () => {
  const kept = Object.values(kinds).flatMap((row) => ('none' in row ? [] : [row]))
  assert.ok(kept.length > 100)
  for (const { kind, event } of kept) {
    const word = eventWord('es', event, kind)
    assert.ok(word !== undefined && !word.includes('{'), `${event} has no Spanish word`)
  }
})

test('a participle agrees with the kind that it is said of', () => {
  assert.equal(said('post', 'published'), 'Publicación: publicada')
  assert.equal(said('notice', 'written'), 'Aviso: escrito')
  assert.equal(said('request', 'withdrawn'), 'Solicitud de registros públicos: retirada a petición propia')
  assert.equal(said('moderation', 'hidden'), 'Moderación: ocultado')
  assert.equal(eventIn('es', 'published'), 'publicado')
})

test('a word that is held in English alone is told apart, and shown as it is', () => {
  assert.equal(eventWord('es', 'something new'), undefined)
  assert.equal(eventIn('es', 'something new'), 'something new')
  assert.equal(eventIn('en', 'published', 'post'), 'published')
  assert.equal(kindIn('es', 'strange'), 'strange')
})
