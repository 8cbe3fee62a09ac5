import { asciiPlain } from './characters.ts'

/** Letters of other scripts and styles that pass for a Latin one: what they look like, then the letters. */
const likenesses = `
a аαɑᴀɐ
b вьβʙ
c сᴄϲ
d ԁᴅđɖð
e еεᴇɛəҽ
f ƒꜰϝ
g ɡɢց
h нһʜħհ
i іιıɩɪ
j јᴊϳ
k кκᴋ
l ʟłɭӏ
m мᴍ♏
n ηɴոп
o оοøᴏɔօ
p рρᴘ
q ԛ
r ʀгᴦ
s ѕꜱςʃ
t тτᴛŧ
u υμᴜս
v νѵᴠ
w ωԝᴡ
x хχ
y уγʏ
z ᴢζ
' ‘’ʼʹ′\`´＇
" “”„‟″
- ‐‑−
ae æ
oe œ
ss ß
th þ
`

const fixed = new Map<string, string>()
for (const line of likenesses.trim().split('\n')) {
  const [plain = '', alike = ''] = line.split(' ')
  for (const letter of alike) fixed.set(letter, plain)
}

const unseen = /^[\p{M}\p{Cf}\u115F\u1160\u3164\uFFA0]$/u

/** In `plainUnit`: nothing is left of it; it stays the pair of units it is. Below these: `expansionOf` knows. */
export const vanishes = -1
export const stays = -2

/** Room for all from the first: an array with wide holes is slow to look up. */
const pages = Array.from({ length: 0x1100 }, (): Int32Array | undefined => undefined)
const expansions: string[] = []

/**
 * The plain form of one code point: lower case, without accent, Latin where it merely looks so; `vanishes` for
 * what is not seen (accents, zero-width and direction marks); `stays` for emoji and the like; a lower number where
 * more than one unit comes of it. Normalising one code point at a time keeps a long run of accents linear:
 * `String.normalize` sorts it in quadratic time.
 */
export function plainUnit(point: number): number {
  const page = pages[point >> 8] ?? learn(point >> 8)
  return page[point & 255] ?? point
}

/**
 * The same for a code unit that one unit or nothing comes of, and whose page was asked for before: `gone` where nothing
 * does, 0 where `plainUnit` must say. One look is enough for nearly all units of any script.
 */
export const quickly = new Uint16Array(65_536)
export const gone = 0xffff
quickly.set(asciiPlain)

/** What a number below `stays` stands for: `ae`, `ss`. */
export function expansionOf(plain: number): string {
  return expansions[stays - 1 - plain] ?? ''
}

function learn(number: number): Int32Array {
  const page = new Int32Array(256)
  for (let low = 0; low < 256; low++) {
    const point = (number << 8) | low
    const form = isLeftAlone(point) ? String.fromCodePoint(point) : work(point)
    if (form === '') page[low] = vanishes
    else if (form.length === 1) page[low] = form.charCodeAt(0)
    else if (form === String.fromCodePoint(point)) page[low] = stays
    else page[low] = stays - expansions.push(form)
  }
  pages[number] = page
  if (number < 256 && (number < 0xd8 || number > 0xdf)) hasten(number, page)
  return page
}

function hasten(number: number, page: Int32Array): void {
  for (let low = number === 0 ? 128 : 0; low < 256; low++) {
    const plain = page[low] ?? 0
    if (plain === vanishes) quickly[(number << 8) | low] = gone
    else if (plain > 0 && plain < gone) quickly[(number << 8) | low] = plain
  }
}

/** Ideographs, Hangul, surrogates, private use and emoji: nothing to fold, and too many to work out. */
export function isLeftAlone(point: number): boolean {
  if (point < 0x3400) return false
  if (point < 0xf900) return point < 0xa000 || point >= 0xac00
  return (point >= 0x1f1e6 && point < 0x1fc00) || (point >= 0x20000 && point < 0xe0000)
}

function work(point: number): string {
  const char = String.fromCodePoint(point)
  if (unseen.test(char)) return ''
  if (point === 0x2028 || point === 0x2029) return '\n'
  if (point === 0x1f196) return 'ng'
  if (point >= 0x1f150 && point <= 0x1f189) return String.fromCharCode(97 + ((point - 0x1f150) & 31))
  const lower = char.toLowerCase()
  const alike = fixed.get(lower)
  if (alike !== undefined) return alike
  let plain = ''
  for (const part of char.normalize('NFKD').toLowerCase().normalize('NFD'))
    if (!unseen.test(part)) plain += fixed.get(part) ?? part
  return plain.length > 4 || plain === '' ? lower : plain
}
