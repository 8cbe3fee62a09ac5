import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rosterCheckSchema } from '../../src/members/schema.ts'
import { buildTown } from '../town.ts'

const town = await buildTown()

test('a check says what would be otherwise of whom, before and after, and that a first day is kept', async () => {
  const jones = await town.signedIn('jones')
  const csv = [
    'name,kind,badge,rank,from,position,supervisor',
    'Gus Grant,sworn,102,Corporal,5/5/2021,Patrol Officer,hale@riverton.example',
    'Ana Alvarez,sworn,101,Officer,2020-01-01,"Patrol Officer, Squad A",201',
  ].join('\n')
  const { body } = await jones.post('/api/roster/check', { csv })
  const { changed, same, changes, problems } = rosterCheckSchema.parse(body)
  assert.deepEqual([changed, same, problems], [1, 1, []])
  assert.deepEqual(
    changes.map(({ line, memberId, column, before, after, isKept }) => [
      line,
      memberId,
      column,
      before,
      after,
      isKept,
    ]),
    [
      [2, 'grant', 'rank', 'Officer', 'Corporal', false],
      [2, 'grant', 'from', '2020-01-01', '2021-05-05', true],
      [2, 'grant', 'position', 'Patrol Officer, Squad A', 'Patrol Officer', false],
      [2, 'grant', 'supervisor', 'Ben Bell', 'Hana Hale', false],
    ],
  )
})
