import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actOfPost } from './act.ts'
import { postContentSchema } from './content.ts'

const accountId = '01935b5e-0000-7000-8000-000000000001'

test('what the licences say of imagery is not said otherwise by the author', () => {
  const facts = { 'page.imagery-permitted': true, 'media.licensed': true }
  const content = postContentSchema.parse({ texts: { en: 'Our new car.' }, accounts: [accountId], facts })
  const said = (accounts: { imageryPermitted: boolean }[]): unknown => {
    const { facts: told } = actOfPost(content, {
      on: '2026-11-21T12:00:00Z',
      authorKind: undefined,
      accounts,
      kindOf: () => 'image',
    })
    return [told?.['page.imagery-permitted'], told?.['media.licensed']]
  }
  assert.deepEqual(said([{ imageryPermitted: true }, { imageryPermitted: false }]), [false, false])
  assert.deepEqual(said([{ imageryPermitted: true }]), [true, false])
})
