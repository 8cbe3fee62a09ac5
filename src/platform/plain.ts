/** What zod finds wrong with what was sent, as `fastify-type-provider-zod` hands it on. */
interface Problem {
  keyword: string
  instancePath: string
  message?: string | undefined
  params: Readonly<Record<string, unknown>>
}

/** Where it stands, `content.to`; empty for the whole. */
export function placeOf({ instancePath }: Problem): string {
  return instancePath.slice(1).replaceAll('/', '.')
}

/** What is wrong with what was sent, in a sentence for people: `the last day: write a day as 2026-11-21`. */
export function plainly(problem: Problem): string {
  const field = fieldOf(placeOf(problem))
  const what = whatIsWrong(problem)
  return field === undefined ? what : `${field}: ${what}`
}

/** What an address that names nothing would have named: `/api/requests/:id` is `request`. */
export function thingAt(route: string | undefined): string {
  const [, named] = /([a-z-]+)\/:\w+/.exec(route ?? '') ?? []
  return things[named ?? ''] ?? 'page'
}

const things: Readonly<Record<string, string>> = {
  requests: 'request',
  permissions: 'permission',
  members: 'member',
  orders: 'version of the order',
  positions: 'position',
  holdings: 'holding',
  designations: 'designation',
  blobs: 'picture',
  proof: 'entry',
  posts: 'post',
  comments: 'comment',
  accounts: 'account',
  invitations: 'invitation',
}

/** Where the name of a field is no word for it. */
const fields: Readonly<Record<string, string>> = {
  from: 'the first day',
  to: 'the last day',
  why: 'why you ask',
  because: 'the reason',
  alt: 'what a picture shows',
  page: 'the address of the page',
  covers: 'what it is to cover',
  matter: 'what it is for',
  email: 'the e-mail address',
  version: 'the version that was seen',
  on: 'the day',
  limit: 'how many at once',
  after: 'where the list goes on',
}

function fieldOf(place: string): string | undefined {
  if (place === '') return undefined
  const parts = place.split('.')
  const name = parts.findLast((part) => !/^\d+$/.test(part)) ?? ''
  const number = parts.findLast((part) => /^\d+$/.test(part))
  const words = fields[name] ?? name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  return number === undefined ? words : `${words} (number ${Number(number) + 1})`
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'names nothing that is here',
  date: 'write a day as 2026-11-21',
  datetime: 'write a moment as 2026-11-21T12:00:00Z',
  email: 'is no e-mail address',
  url: 'is no address on the web',
}

function whatIsWrong({ keyword, message, params }: Problem): string {
  const { format, minimum, maximum, origin, values, keys } = params
  const isText = origin === 'string'
  const unit = isText ? ' characters' : origin === 'array' ? ' of them' : ''
  switch (keyword) {
    case 'invalid_type':
      return message?.endsWith('received undefined') === true ? 'is missing' : 'is not what belongs here'
    case 'invalid_union':
      return 'is not what belongs here'
    case 'invalid_format':
      return formats[String(format)] ?? 'is not written as it must be'
    case 'invalid_value':
      return `is none of ${Array.isArray(values) ? values.join(', ') : 'what may stand here'}`
    case 'too_small':
      return isText && minimum === 1 ? 'is empty' : `must be at least ${String(minimum)}${unit}`
    case 'too_big':
      return `may be at most ${String(maximum)}${unit}`
    case 'unrecognized_keys':
      return `nobody knows what this is for: ${Array.isArray(keys) ? keys.join(', ') : ''}`
    default:
      return message ?? 'is not what belongs here'
  }
}
