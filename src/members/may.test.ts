import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addAgency, testDatabase } from '../../test/database.ts'
import { access, isAction, roles, type Role } from './access.ts'
import type { Caller } from './caller.ts'
import { may, scope, type Tie } from './may.ts'

const database = await testDatabase()
await addAgency(database, 'riverton')
const db = database.db('riverton')
const agency = {
  agencyId: 'riverton',
  name: 'Riverton',
  host: 'riverton.localhost',
  zone: 'America/New_York',
}

function callerWith(held: readonly Role[]): Caller {
  const common = { agency, db, session: undefined }
  if (held.length === 1 && held[0] === 'visitor') return { ...common, member: undefined }
  const member = { memberId: 'alvarez', name: 'Ana Alvarez', rank: null, language: 'en' } as const
  return { ...common, member: { ...member, roles: new Set(held) } }
}

const ties: Tie[] = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
  own: (bits & 1) > 0,
  inMyChain: (bits & 2) > 0,
  assigned: (bits & 4) > 0,
}))

test('the check and the filter of rows say the same of every action, role and tie', async () => {
  const asked: { told: string; may: boolean; row: ReturnType<typeof scope> }[] = []
  for (const action of Object.keys(access)) {
    assert.ok(isAction(action))
    for (const role of roles)
      for (const held of role === 'visitor' ? [[role]] : [[role], ['member', role] as const])
        for (const tie of ties) {
          const caller = callerWith(held)
          const row = scope(caller, action, {
            own: sql`${tie.own}::boolean`,
            inMyChain: sql`${tie.inMyChain}::boolean`,
            assigned: sql`${tie.assigned}::boolean`,
          })
          const told = `${held.join('+')} ${action} ${JSON.stringify(tie)}`
          asked.push({ told, may: may(caller, action, tie), row })
        }
  }
  for (let from = 0; from < asked.length; from += 500) {
    const some = asked.slice(from, from + 500)
    const { rows } = await sql<{ is: boolean[] }>`
      select array[${sql.join(some.map((one) => one.row))}] as is`.execute(db)
    for (const [place, one] of some.entries()) assert.equal(rows[0]?.is[place], one.may, one.told)
  }
  const allowed = asked.filter((one) => one.may).length
  assert.ok(allowed > 500 && asked.length - allowed > 500, `${allowed} of ${asked.length} allowed`)
})

test('what is not said of a tie does not hold, and a missing condition lets no row through', async () => {
  const caller = callerWith(['member'])
  assert.equal(may(caller, 'requests.edit'), false)
  const { rows } = await sql<{ is: boolean }>`select ${scope(caller, 'requests.edit', {})} as is`.execute(db)
  assert.equal(rows[0]?.is, false)
})
