import assert from 'node:assert/strict'
import { z } from 'zod'
import { firstSettings, type Settings } from '../src/adoption/settings.ts'
import type { Town } from './town.ts'

const begun = z.object({ versionId: z.string() })
const detail = z.object({ version: z.number() })

/** The town adopts an order from the shelf as a department does, with what it settles of deadlines and appeals. */
export async function adoptIn(
  town: Town,
  pack: string,
  settled: Partial<Settings> = {},
  effective = '2026-01-01',
): Promise<string> {
  const chief = await town.signedIn('diaz')
  const { versionId } = begun.parse((await chief.post('/api/orders', { pack })).body)
  const settings = { ...firstSettings(town.agency.name), ...settled }
  const versionNow = async (): Promise<number> =>
    detail.parse((await chief.get(`/api/orders/${versionId}`)).body).version
  const put = await chief.put(`/api/orders/${versionId}/settings`, { version: await versionNow(), settings })
  assert.equal(put.status, 200, JSON.stringify(put.body))
  const adopted = await chief.post(`/api/orders/${versionId}/adopt`, {
    version: await versionNow(),
    approvingBody: 'Police Commission',
    approvedOn: effective,
    effective,
    signedBy: 'Dan Diaz',
  })
  assert.equal(adopted.status, 200, JSON.stringify(adopted.body))
  return versionId
}
