import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMail } from './mail.ts'

const pasted = (...head: string[]): string => `${head.join('\r\n')}\r\n\r\nAll about the flood.\r\n`

test('sender, date and subject are found where a mail program wrote them', () => {
  assert.deepEqual(
    readMail(
      pasted(
        'From: "Evans, Eve" <mailto:evans@example.org>',
        'Date: Fri, 20 Nov 2026 09:00:00 -0500',
        'Asunto: Flood',
      ),
    ),
    {
      requester: { name: 'Evans, Eve', email: 'evans@example.org' },
      sentAt: '2026-11-20T14:00:00Z',
      subject: 'Flood',
      wants: 'All about the flood.',
    },
  )
})

test('a date that nobody could have written it on, and half an address, are left out', () => {
  const { requester, sentAt } = readMail(
    pasted('From: Eve @example', 'Date: Fri, 31 Dec 9999 23:59:59 -2359'),
  )
  assert.deepEqual([requester.email, sentAt], [null, null])
})

test('a line as long as a whole e-mail is read at once', () => {
  for (const line of [
    'a'.repeat(99_000),
    '@'.repeat(99_000),
    `${'a@'.repeat(45_000)}b`,
    `a@${'.b'.repeat(45_000)}.`,
  ]) {
    const began = performance.now()
    readMail(pasted(`From: ${line}`))
    assert.ok(performance.now() - began < 500, line.slice(0, 5))
  }
})
