import { translating, type Pairs } from '../words/pairs.ts'
import { withDays } from '../words/refusal-in.ts'

/** What is wrong with an official page, as the server says it (`src/accounts/problems.ts`). */
export const problemsInSpanish: Pairs = [
  [
    'Its licence ended on {}; nothing is published through it until it is licensed anew.',
    'Su licencia terminó el {}; no se publica nada por ella hasta que se autorice de nuevo.',
  ],
  [
    'Its licence was withdrawn; nothing is published through it until it is licensed anew.',
    'Se renunció a su licencia; no se publica nada por ella hasta que se autorice de nuevo.',
  ],
  [
    'Its licence was revoked; nothing is published through it until it is licensed anew.',
    'Su licencia fue revocada; no se publica nada por ella hasta que se autorice de nuevo.',
  ],
  [
    'Its licence ends on {}; ask for it anew in time.',
    'Su licencia termina el {}; pídala de nuevo a tiempo.',
  ],
  [
    'Nobody holds the key; a page needs two. Name a successor.',
    'Nadie tiene la clave; una página necesita dos personas. Nombre a un sucesor.',
  ],
  [
    'Only {} holds the key; a page needs two. Name a successor.',
    'Solo {} tiene la clave; una página necesita dos personas. Nombre a un sucesor.',
  ],
  [
    '{} left. Nobody holds the key; a page needs two. Name a successor.',
    '{} ya no está. Nadie tiene la clave; una página necesita dos personas. Nombre a un sucesor.',
  ],
  [
    '{} left. Only {} holds the key; a page needs two. Name a successor.',
    '{} ya no está. Solo {} tiene la clave; una página necesita dos personas. Nombre a un sucesor.',
  ],
  ['{} left. Name a successor.', '{} ya no está. Nombre a un sucesor.'],
  [
    'Nobody has given its key yet, so nothing can be published on {}.',
    'Nadie ha dado todavía su clave, así que no se puede publicar nada en {}.',
  ],
  [
    'Its network no longer takes the key; somebody who holds it has to give a new one.',
    'Su red ya no acepta la clave; alguien que la tenga ha de dar una nueva.',
  ],
  ['Its key ends on {}; give a new one before.', 'Su clave termina el {}; dé antes una nueva.'],
  ['The page could not be read: {}', 'No se pudo leer la página: {}'],
  [
    'the page has lost it. Put the recorded words back on the page.',
    'la página lo ha perdido. Vuelva a poner en la página las palabras registradas.',
  ],
  [
    'the page does not show it. Put the recorded words back on the page.',
    'la página no lo muestra. Vuelva a poner en la página las palabras registradas.',
  ],
  ['Publishing waits: {}.', 'La publicación espera: {}.'],
  [
    'What stands on it is to be looked through again since {}.',
    'Lo que hay en ella se ha de revisar de nuevo desde el {}.',
  ],
]

const inSpanish = translating(problemsInSpanish)

/** What is wrong with a page, in Spanish; undefined where it is held in English alone. */
export function problemInSpanish(sentence: string): string | undefined {
  const spanish = inSpanish(sentence)
  return spanish && withDays('es', spanish)
}
