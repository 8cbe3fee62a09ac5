import { phrases } from './pattern.ts'

/** A private particular in a text, in UTF-16 offsets of the text as given. */
export interface Particular {
  kind: 'phone' | 'e-mail' | 'ssn' | 'card' | 'plate' | 'date-of-birth' | 'address' | 'name-with-incident'
  start: number
  end: number
  confidence: number
  because: string
}

/** Finds of one kind in one text: beyond these nobody needs another. */
const most = 30

const own =
  /\b(?:(?:his|her|my|their|your|home|cell|mobile|personal|private|victim's|suspect's|witness's|neighbor's|ex's|wife's|husband's|[a-z]{3,}'s) (?:home |cell |personal |private |mobile |work )*(?:cell|phone|number|mobile|telephone|home(?=\s*(?:is|at|[:(#]))|line|email|e-mail|gmail|address|digits|contact)|(?:call|text|reach|email|e-mail|contact|write|ring|message) (?:me|him|her|them|back)|(?:my|this|his|her|their) e-?mail|messages to|answering at|cell|mobile)\b/i
const open =
  /\b(?:tip ?line|tips?|hotline|call (?:us|the|our|police|[a-z]+ (?:pd|police)|911|detectives?|det|officers?|sgt|lt|sergeant|lieutenant|captain|crime|dispatch|your|for|now|ahead|or|if|\d)|contact|police|non-?emergency|dispatch|headquarters|department|detectives?|det\.|division|bureau|squad|crime ?stoppers|information|info|toll[- ]free|register|rsvp|appointments?|questions|red cross|fema|shelter|donate|donations?|volunteer|helpline|crisis|call|dial|phone lines?|text|office|customer|media|press|line|hours|visit|sign up|service)\b/i

export const digits = (text: string): string => text.replace(/\D/g, '')

/** Luhn's check, as card issuers compute it. */
export function isCard(number: string): boolean {
  if (number.length < 13 || number.length > 19 || !/^(?:[2-6]|1800)/.test(number) || /^(\d)\1+$/.test(number))
    return false
  let sum = 0
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number.charAt(number.length - 1 - i))
    const twice = i % 2 === 1 ? digit * 2 : digit
    sum += twice > 9 ? twice - 9 : twice
  }
  return sum % 10 === 0
}

/** Whether the Social Security Administration could have issued it: no 000, 666 or 9xx, no zero group. */
export function isSsn(area: string, group: string, serial: string): boolean {
  return area !== '000' && area !== '666' && !area.startsWith('9') && group !== '00' && serial !== '0000'
}

/** Numbers and addresses of a private person; the public lines of a department or an agency are none. */
export function privateNumbers(text: string): Particular[] {
  const found: Particular[] = []
  const add = (
    kind: Particular['kind'],
    start: number,
    length: number,
    confidence: number,
    because: string,
  ): void => {
    if (!found.some((other) => start < other.end && other.start < start + length))
      found.push({ kind, start, end: start + length, confidence, because })
  }
  const count = digitCount(text)
  if (count >= 13)
    for (const m of first(
      text,
      /(?<![\w./#=-])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}[ -]\d{6}[ -]\d{4,5})(?![\d/])/g,
    ))
      if (isCard(digits(m[0]))) add('card', m.index, m[0].length, 0.95, 'gives a payment card number')
  if (count >= 9)
    for (const m of first(text, /(?<![\d-])(\d{3})([- ])(\d{2})\2(\d{4})(?![\d-])/g))
      if (isSsn(m[1] ?? '', m[3] ?? '', m[4] ?? ''))
        add('ssn', m.index, m[0].length, 0.9, 'gives a Social Security number')
  if (count >= 9)
    for (const m of first(
      text,
      /\b(?:ssn|social security(?: number)?|social)\b\W{0,3}(?:is |was |number |no\.? )?(\d{3})(\d{2})(\d{4})(?!\d)/gi,
    ))
      if (isSsn(m[1] ?? '', m[2] ?? '', m[3] ?? ''))
        add('ssn', m.index + m[0].length - 9, 9, 0.9, 'gives a Social Security number')
  if (text.includes('@'))
    for (const m of first(
      text,
      /(?<![\w.%+-])[a-z0-9][\w.%+'-]{0,62}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,12}(?![a-z0-9@])/gi,
    ))
      if (!isPublicMail(text, m[0], m.index))
        add('e-mail', m.index, m[0].length, 0.8, "gives somebody's e-mail address")
  for (const m of first(
    text,
    /(?<![\w/.#$=-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)[ .-]?|\d{2,5}[ .-])?\d{2,4}[ .-]\d{2,4}(?:[ .-]\d{2,4}){0,3}(?:x\d+)?(?![\w/%-])|(?<![\w/.#$=-])\d{10}(?![\w/%-])/g,
  ))
    if (isPrivatePhone(text, m[0], m.index))
      add('phone', m.index, m[0].length, 0.75, "gives somebody's telephone number")
  return found
}

/** How many digits there are, up to those of a payment card: most texts hold too few for most numbers. */
function digitCount(text: string): number {
  let count = 0
  for (let at = 0; at < text.length && count < 13; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 47 && unit < 58) count++
  }
  return count
}

function isPublicMail(text: string, mail: string, at: number): boolean {
  const [name = '', host = ''] = mail.toLowerCase().split('@')
  if (
    /\.(?:gov|mil|edu)$|\.[a-z]{2}\.us$|\.gov\.|police|sheriff|(?:^|\.)[a-z]*pd\.|cityof|townof|redcross/.test(
      host,
    )
  )
    return true
  if (publicNames.some((word) => name.includes(word))) return true
  const before = text.slice(Math.max(0, at - 60), at)
  return (
    !own.test(before) &&
    /\b(?:e-?mail|contact|send|submit|photos|resume|tips?|write to|questions|info|media|press|rsvp|register)\b[^.!?]{0,40}$/i.test(
      before,
    )
  )
}

const publicNames = phrases(
  'info, tips, press, media, contact, police, records, chief, help, support, admin, recruit, jobs, pio, news, office, hello, team, donate, volunteer, photos, customer, service, events, foia, foi, hr@',
)

function isPrivatePhone(text: string, number: string, at: number): boolean {
  const count = digits(number).length
  if (count < 7 || count > 15) return false
  const before = text.slice(Math.max(0, at - 70), at)
  const near = before.slice(-40) + '#' + text.slice(at + number.length, at + number.length + 30)
  const american = /^(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$/.test(number)
  const cued =
    /\b(?:call|phone|number|cell|mobile|tel|telephone|text|fax|reach|contact|dial|ring|extension|digits)\b/i.test(
      near,
    )
  if (own.test(near) && !/^\d{4}[ .-]\d{1,2}[ .-]\d{1,2}/.test(number)) return true
  if (!american && (!cued || /^\d{4}[ .-]\d{1,2}[ .-]\d{1,2}/.test(number))) return false
  if (/^(?:1?[ .-]?\(?8(?:00|33|44|55|66|77|88)\)?)/.test(number)) return false
  if (/\b(?:phone|tel|cell|mobile)\W{1,3}$/i.test(before))
    return !open.test(text.slice(Math.max(0, at - 140), at).replace(/phone\W*$/i, ''))
  // a bare number is private only when a name leads to it or the rest of the post is about somebody
  const aboutOne =
    /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\W{1,4}$/u.test(before) ||
    /\b(?:his|her|lives|guess who|tell (?:him|her)|blow up|harass|prank)\b/i.test(before)
  return american && aboutOne && !open.test(near) && !open.test(text.slice(Math.max(0, at - 140), at))
}

/** The first matches of a pattern; `matchAll` would make the pattern anew each time. */
function first(text: string, what: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  what.lastIndex = 0
  for (let m = what.exec(text); m && found.length < most; m = what.exec(text)) found.push(m)
  return found
}
