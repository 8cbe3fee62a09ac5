import { detectors } from '../src/policy/detect.ts'

const size = 1_000_000

function fill(part: string): string {
  return part.repeat(Math.ceil(size / part.length)).slice(0, size)
}

/** Texts of a million UTF-16 units each, made to be slow. */
export function adversarialTexts(): Record<string, string> {
  const phrases = [...new Set(detectors.flatMap(({ entries }) => entries.map(({ phrase }) => phrase)))]
  return {
    'combining marks': `a${fill('\u0301\u0323')}`,
    'zero-width': fill('\u200B'),
    'one letter': fill('a'),
    digits: fill('1'),
    'letters and digits': fill('a1b '),
    quotes: fill('"'),
    'stops and line ends': fill('.\n'),
    'spaced letters': fill('a b c d e f '),
    'spaced words': fill('f u c k '),
    'starred words': fill('f**k sh*t '),
    'exclamation marks': fill('a!a'),
    mentions: fill('@a '),
    'stretched letters': fill('aaab '),
    'emoji chains': fill('👨‍👩‍👧‍👦'),
    'lone surrogates': fill('\uDC00\uD800'),
    'direction marks': fill('\u202Ea\u202C'),
    'expanding letters': fill('ﷺ½'),
    'accented letters': fill('é'),
    Cyrillic: fill('привет мир '),
    'every phrase of the lexicon': fill(`${phrases.join(' ')} `),
    'every phrase, no stop or space': fill(`${phrases.join(',')},`),
    'one sentence said again': fill("he is guilty and they're all animals "),
    'in quotes': fill('"he is guilty" said the "chief '),
  }
}
