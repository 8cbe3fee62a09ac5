import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { commonPasswords } from './common-passwords.ts'

const derive = promisify(argon2)

/** argon2id at the figures of OWASP's password storage sheet: 19 MiB, twice over, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }

/** The hash of a password, with its salt and cost. Nothing is cut off, whatever its length. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive('argon2id', { ...cost, message: spelt(password), nonce: salt, tagLength: 32 })
  const { memory, passes, parallelism } = cost
  return [
    'argon2id',
    memory,
    passes,
    parallelism,
    salt.toString('base64url'),
    hash.toString('base64url'),
  ].join('$')
}

/** What a password is compared with where nobody has the name: the work is the same, the answer always no. */
const nobodys = `argon2id$${cost.memory}$${cost.passes}$${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Is this the password of the hash? Takes as long where there is no hash. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', wanted = ''] = (hash ?? nobodys).split('$')
  const found = await derive('argon2id', {
    message: spelt(password),
    nonce: Buffer.from(salt, 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: 32,
  })
  return timingSafeEqual(found, Buffer.from(wanted, 'base64url')) && hash !== undefined
}

/** One way to write what can be typed in several: an accent is the same whichever keyboard made it. */
function spelt(password: string): string {
  return password.normalize('NFKC')
}

export type PasswordRule = { ok: true } | { ok: false; because: string }

/**
 * May this be a password? Twelve characters or more, and not made of what is tried first: common passwords, the
 * agency's name, one's own, a run on the keyboard. No kind of character is asked for (NIST SP 800-63B).
 */
export function mayBePassword(password: string, names: readonly string[]): PasswordRule {
  if (Array.from(password).length < 12) return { ok: false, because: 'use twelve characters or more' }
  const known = new Set([
    ...commonPasswords,
    ...names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2),
  ])
  const words = [...known].map(plainly).toSorted((a, b) => b.length - a.length)
  // Digits are read as letters only among letters.
  let rest = password.replaceAll(/[^\p{L}]/gu, '').length < 4 ? '' : plainly(password)
  let taken = 0
  for (const word of words)
    if (word !== '' && rest.includes(word)) {
      rest = rest.replaceAll(word, ' ')
      taken++
    }
  // Several known words together are a passphrase; one or two with a year are the first thing that is tried.
  const digits = password.replaceAll(/\D/g, '')
  if (taken >= 4 || isOwn(rest.replaceAll(' ', '')) || isOwn(digits, 6)) return { ok: true }
  return {
    ok: false,
    because: 'this is among the first that would be tried: a common password, a name, or a run of keys',
  }
}

/** Is there enough that is neither the same over and over nor a run? */
function isOwn(text: string, distinct = 5): boolean {
  return new Set(text).size >= distinct && !isRun(text)
}

/** Letters as they are meant: `P4$$word` is password. What stands before and behind falls away. */
function plainly(text: string): string {
  return text
    .replaceAll(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '')
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('4', 'a')
    .replaceAll('3', 'e')
    .replaceAll(/[1!|]/g, 'i')
    .replaceAll('0', 'o')
    .replaceAll(/[5$]/g, 's')
    .replaceAll('7', 't')
    .replaceAll(/[^\p{L}]/gu, '')
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '0123456789', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

function isRun(text: string): boolean {
  return rows.some((row) => {
    const round = row.repeat(3)
    return round.includes(text) || round.split('').toReversed().join('').includes(text)
  })
}
