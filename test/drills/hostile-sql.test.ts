import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../database.ts'
import { tryHostileSql } from './hostile-sql.ts'

test('[R16] no statement of the app changes evidence or its guards; the owner is held back by the triggers', async () => {
  const { app, owner } = await tryHostileSql(await testDatabase())
  assert.deepEqual([app.effects, owner.effects], [[], []])
  assert.ok(app.tried >= 60 && owner.tried >= 30, `${app.tried} and ${owner.tried}`)
  assert.ok(app.controlSaw && owner.controlSaw, 'a deletion that nothing holds back must be seen')
})
