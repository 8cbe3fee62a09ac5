import {
  categories,
  certainties,
  messageTypes,
  responseTypes,
  scopes,
  severities,
  statuses,
  urgencies,
} from './cap.ts'

/** What an element holds: words of a shape, one of a list, or elements. */
export type Holds =
  | { kind: 'words'; shape?: RegExp; fits?: (words: string) => boolean; says?: string }
  | { kind: 'one-of'; words: readonly string[] }
  | { kind: 'elements'; of: Grammar }

/** The elements of an element, in the order they stand in: how few, how many, what each holds. */
export type Grammar = readonly (readonly [
  name: string,
  least: 0 | 1,
  /** One, or any number. */
  most: number,
  holds: Holds,
])[]
export const anyNumber = Number.POSITIVE_INFINITY

const words: Holds = { kind: 'words' }
const oneOf = (list: readonly string[]): Holds => ({ kind: 'one-of', words: list })

const moment = /\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d/.source
const time: Holds = {
  kind: 'words',
  shape: new RegExp(`^${moment}$`),
  fits: isMoment,
  says: 'is a moment with its offset, such as 2026-11-21T14:00:00-05:00, without fraction and without Z',
}
const label: Holds = {
  kind: 'words',
  shape: /^[^\s,&<]+$/,
  says: 'has no space, comma, & or < in it, and is not empty',
}
const references: Holds = {
  kind: 'words',
  shape: new RegExp(`^\\s*[^\\s,&<]+,[^\\s,&<]+,${moment}(?:\\s+[^\\s,&<]+,[^\\s,&<]+,${moment})*\\s*$`),
  says: 'is sender,identifier,sent of each message, with a space between',
}
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/.source
const decimal: Holds = {
  kind: 'words',
  shape: /^\s*\+?(?:\d+\.?\d*|\.\d+)\s*$/,
  says: 'is a number that is not negative',
}
const letter = "(?:[A-Za-z0-9._~!$&'()*+,;=\\u{80}-\\u{10FFFF}\\-]|%[0-9a-fA-F]{2})"
const segment = `(?:${letter}|[:@])*`
const server = `//(?:(?:${letter}|:)*@)?(?:\\[[0-9a-fA-F:.]+\\]|${letter}*)(?::[0-9]+)?(?:/${segment})*`
/** A reference as RFC 3986 writes it, its letters of every script: with a scheme, or without and then no colon first. */
const address: Holds = {
  kind: 'words',
  shape: new RegExp(
    `^\\s*(?:[A-Za-z][A-Za-z0-9+.\\-]*:(?:${server}|/?(?:(?!/)${segment}(?:/${segment})*)?)|${server}|/(?:(?!/)${segment}(?:/${segment})*)?|(?:(?:${letter}|@)+(?:/${segment})*)?)(?:\\?(?:${segment}|[/?])*)?(?:#(?:${segment}|[/?])*)?\\s*$`,
    'u',
  ),
  says: 'is an address',
}
const pairs: Holds = {
  kind: 'elements',
  of: [
    ['valueName', 1, 1, words],
    ['value', 1, 1, words],
  ],
}

const polygon: Holds = {
  kind: 'words',
  shape: new RegExp(`^\\s*${number},${number}(?:\\s+${number},${number}){3,}\\s*$`),
  fits: (written) => {
    const places = written.trim().split(/\s+/)
    return places[0] === places.at(-1) && places.every(isPlace)
  },
  says: 'has at least four places, latitude,longitude, of which the last is the first',
}
const circle: Holds = {
  kind: 'words',
  shape: new RegExp(`^\\s*${number},${number}\\s\\+?(?:\\d+\\.?\\d*|\\.\\d+)\\s*$`),
  fits: (written) => isPlace(written.trim().split(/\s/)[0] ?? ''),
  says: 'is latitude,longitude and a radius in kilometres',
}

const area: Grammar = [
  ['areaDesc', 1, 1, words],
  ['polygon', 0, anyNumber, polygon],
  ['circle', 0, anyNumber, circle],
  ['geocode', 0, anyNumber, pairs],
  ['altitude', 0, 1, decimal],
  ['ceiling', 0, 1, decimal],
]

/** CAP 1.2, section 3.2, in the order of its schema. */
const alert12: Grammar = [
  ['identifier', 1, 1, label],
  ['sender', 1, 1, label],
  ['sent', 1, 1, time],
  ['status', 1, 1, oneOf(statuses)],
  ['msgType', 1, 1, oneOf(messageTypes)],
  ['source', 0, 1, words],
  ['scope', 1, 1, oneOf(scopes)],
  ['restriction', 0, 1, words],
  ['addresses', 0, 1, words],
  ['code', 0, anyNumber, words],
  ['note', 0, 1, words],
  ['references', 0, 1, references],
  ['incidents', 0, 1, words],
  ['info', 0, anyNumber, { kind: 'elements', of: infoOf(responseTypes, 1) }],
]

/** 1.1 knows two responses fewer, and a resource need not say its type. */
const fewerResponses = responseTypes.filter((one) => one !== 'Avoid' && one !== 'AllClear')

/** The grammar of each version that we read, by its namespace. */
export const grammars: ReadonlyMap<string, Grammar> = new Map([
  ['urn:oasis:names:tc:emergency:cap:1.2', alert12],
  [
    'urn:oasis:names:tc:emergency:cap:1.1',
    alert12.map((row) =>
      row[0] === 'info'
        ? (['info', 0, anyNumber, { kind: 'elements', of: infoOf(fewerResponses, 0) }] as const)
        : row,
    ),
  ],
])

function infoOf(responses: readonly string[], mediaTypes: 0 | 1): Grammar {
  return [
    [
      'language',
      0,
      1,
      { kind: 'words', shape: /^\s*[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*\s*$/, says: 'is a language' },
    ],
    ['category', 1, anyNumber, oneOf(categories)],
    ['event', 1, 1, words],
    ['responseType', 0, anyNumber, oneOf(responses)],
    ['urgency', 1, 1, oneOf(urgencies)],
    ['severity', 1, 1, oneOf(severities)],
    ['certainty', 1, 1, oneOf(certainties)],
    ['audience', 0, 1, words],
    ['eventCode', 0, anyNumber, pairs],
    ['effective', 0, 1, time],
    ['onset', 0, 1, time],
    ['expires', 0, 1, time],
    ['senderName', 0, 1, words],
    ['headline', 0, 1, words],
    ['description', 0, 1, words],
    ['instruction', 0, 1, words],
    ['web', 0, 1, address],
    ['contact', 0, 1, words],
    ['parameter', 0, anyNumber, pairs],
    ['resource', 0, anyNumber, { kind: 'elements', of: resourceOf(mediaTypes) }],
    ['area', 0, anyNumber, { kind: 'elements', of: area }],
  ]
}

function resourceOf(mediaTypes: 0 | 1): Grammar {
  return [
    ['resourceDesc', 1, 1, words],
    ['mimeType', mediaTypes, 1, words],
    ['size', 0, 1, { kind: 'words', shape: /^\s*[+-]?\d+\s*$/, says: 'is a whole number' }],
    ['uri', 0, 1, address],
    ['derefUri', 0, 1, words],
    ['digest', 0, 1, words],
  ]
}

function isPlace(written: string): boolean {
  const [latitude = Number.NaN, longitude = Number.NaN] = written.split(',').map(Number)
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
}

/** Is it a day of the calendar and an hour of the day, in an offset that exists? */
function isMoment(written: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, hours = 0, minutes = 0] = written
    .split(/\D/)
    .map(Number)
  const days = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  const isOffset = minutes < 60 && (hours < 14 || (hours === 14 && minutes === 0))
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= days
  const isHour = hour < 24 || (hour === 24 && minute === 0 && second === 0)
  return isDay && isHour && minute < 60 && second < 60 && isOffset
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
