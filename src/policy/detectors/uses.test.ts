import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectWith } from './detect-with.ts'
import { usesDetector } from './uses.ts'

const see = detectWith(usesDetector)
const factsOf = (text: string) => [...new Set(see(text).map((sighting) => sighting.fact))].toSorted()

const uses: Record<string, readonly string[]> = {
  'use.wanted': [
    'WANTED: Max Moe, 31, on an active warrant',
    'The gunman remains at large, do not approach',
    'Se busca sospechoso armado',
  ],
  'use.tips': [
    'Anyone with information is asked to call the tip line',
    'Do you recognize this person? Call our detectives',
    'Si tiene información llame a la línea de denuncias',
  ],
  'use.prevention': [
    'Lock your car and take your keys',
    'Scam alert: nobody from the bank asks for your PIN',
    'Cierre con llave las puertas de su carro',
  ],
  'use.reporting': ['File a police report online for lost property', 'Presente su reporte en línea'],
  'use.data': ['The crime map is on our site', 'Burglaries are down 12% compared to last year'],
}

for (const [fact, texts] of Object.entries(uses))
  for (const text of texts) test(`${fact}: ${text}`, () => assert.deepEqual(factsOf(text), [fact]))

for (const text of [
  'I wanted to say thanks to the night shift',
  'Any tips for growing tomatoes?',
  'My report card was all A’s',
  'Officers served a search warrant on Vine Street',
  'The two men wanted in the robbery are now in custody',
])
  test(`no use: ${text}`, () => assert.deepEqual(factsOf(text), []))
