import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostNameOf, hostOf, isFromItself } from './host.ts'

const to = (host: string, origin?: string): { headers: { host: string; origin?: string } } => ({
  headers: { host, ...(origin === undefined ? {} : { origin }) },
})

test('a host is read in small letters, without its last dot; its port is no part of the name', () => {
  for (const host of [
    'riverton.gov',
    'Riverton.GOV',
    'riverton.gov.',
    'RIVERTON.gov.:8443',
    'riverton.gov:80',
  ])
    assert.equal(hostNameOf(to(host)), 'riverton.gov', host)
  assert.equal(hostOf(to('LOCALHOST.:8080')), 'localhost:8080')
  assert.equal(hostNameOf(to('[::1]:8080')), '[::1]')
  assert.equal(hostNameOf(to('riverton.gov..')), 'riverton.gov.', 'one dot, no more')
})

test('a page of the host itself may send, and no other', () => {
  assert.ok(isFromItself(to('LOCALHOST:8080', 'http://localhost:8080'), 'http'))
  assert.ok(isFromItself(to('localhost.:8080', 'http://localhost.:8080'), 'http'))
  for (const origin of ['http://localhost', 'https://localhost:8080', 'http://localhost:8080.evil', 'null'])
    assert.equal(isFromItself(to('localhost:8080', origin), 'http'), false, origin)
  assert.equal(isFromItself(to('localhost:8080'), 'http'), false)
})
