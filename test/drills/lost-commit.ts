import { newId } from '../../src/platform/id.ts'
import { movedSchema } from '../../src/permissions/schema.ts'
import type { Answered, Person } from '../town.ts'
import { picker, type Run } from './drill.ts'
import { asked, wiredTown, type WiredTown } from './wired-town.ts'

/** [R7] The wire is cut at COMMIT: the app cannot know whether it was done. Whoever sends again gets one effect. */
export const run: Run = async (rounds, seed) => {
  const wired = await wiredTown()
  const faults: string[] = []
  const alvarez = await wired.signedIn('alvarez')
  const pick = picker(seed)
  let done = 0
  for (let round = 0; done < rounds; round++) {
    const cut = await lifeOf(wired, alvarez, `seed ${seed}, round ${round}`, {
      cutting: () => (pick(4) === 0 ? 'before' : 'after'),
      key: (first) => first,
    })
    faults.push(...cut.faults)
    done += cut.cuts
  }
  // Without the key, the same life leaves more than was asked for, or is refused what it did itself.
  const careless = await lifeOf(wired, alvarez, `seed ${seed}, without its key`, {
    cutting: () => 'after',
    key: newId,
  })
  return {
    claim: 'A command whose COMMIT lost its answer, sent again, has one effect',
    figure: `${done} COMMITs cut, ${faults.length} effects lost or doubled`,
    control: `sent again under another key: ${careless.faults.length} faults in ${careless.cuts} cuts`,
    faults,
    hasTeeth: careless.faults.length > 0,
  }
}

interface Life {
  faults: string[]
  cuts: number
}

/** One request from its beginning to its withdrawal, each step cut once and sent again under the key that is said. */
async function lifeOf(
  { town, wire }: WiredTown,
  person: Person,
  words: string,
  how: { cutting: () => 'before' | 'after'; key: (first: string) => string },
): Promise<Life> {
  const faults: string[] = []
  const before = wire.cuts()
  const twice = async (url: string, body: object): Promise<Answered> => {
    const key = newId()
    wire.cutNextCommit(how.cutting())
    const first = await person.send('POST', url, body, { 'idempotency-key': key })
    if (first.status !== 503)
      faults.push(`${words}: ${url} was answered ${first.status} when its COMMIT was cut`)
    const second = await person.send('POST', url, body, { 'idempotency-key': how.key(key) })
    if (second.status !== 200) faults.push(`${words}: ${url}, sent again, was answered ${second.status}`)
    return second
  }
  const begun = movedSchema.parse((await twice('/api/requests', asked(words))).body)
  const url = `/api/requests/${begun.requestId}/move`
  await twice(url, { move: 'submit', version: 1 })
  await twice(url, { move: 'withdraw', version: 2 })
  const drafts = await town.db
    .selectFrom('request')
    .select(['requestId', 'state', 'version'])
    .where('content', 'like', `%${words}"%`)
    .execute()
  const entries = await town.db
    .selectFrom('ledgerEntry')
    .select('kind')
    .where('subject', '=', begun.requestId)
    .orderBy('entryId')
    .execute()
  const left = JSON.stringify([
    drafts.map(({ state, version }) => [state, version]),
    entries.map(({ kind }) => kind),
  ])
  const wanted = '[[["withdrawn",3]],["requests.ask","requests.submit","requests.withdraw"]]'
  if (left !== wanted) faults.push(`${words}: left ${left}`)
  return { faults, cuts: wire.cuts() - before }
}
