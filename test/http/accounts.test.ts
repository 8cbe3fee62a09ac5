import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountSchema, accountsSchema } from '../../src/accounts/schema.ts'
import { buildOfficialTown } from '../official-town.ts'

const town = await buildOfficialTown()
const { people } = town
const { by } = people

test('a page is proposed, approved by the Chief, and then speaks for the department', async () => {
  const { accountId } = town.accounts.site
  const { body } = await (await by('alvarez')).get('/api/accounts')
  const { items } = accountsSchema.parse(body)
  assert.deepEqual(
    items.map(({ state, handle }) => [handle, state]),
    [['Riverton Police', 'live']],
  )
  const seen = accountSchema.parse((await (await by('grant')).get(`/api/accounts/${accountId}`)).body)
  assert.equal(seen.imageryPermitted, true)
})
