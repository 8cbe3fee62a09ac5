import { test } from 'node:test'
import { assertSound, narrow, openHouse, wide } from './visit.ts'

// Every page, seen by somebody for whom it is full.
const pages = [
  ['visitor', '/sign-in'],
  ['visitor', '/ledger'],
  ['alvarez', '/'],
  ['jones', '/roster'],
  ['jones', '/roster/add'],
  ['jones', '/roster/import'],
  ['jones', '/roster/alvarez'],
  ['diaz', '/roster/alvarez'],
  ['diaz', '/positions?position=squad-a'],
  ['diaz', '/designations'],
  ['alvarez', '/settings'],
  ['visitor', '/invitation/not-a-code'],
  ['alvarez', '/opened'],
  ['alvarez', '/roster/import'],
  ['alvarez', '/no-such-page'],
] as const

test('every page is sound, wide and at 320 px', async (t) => {
  const house = await openHouse()
  for (const [who, path] of pages)
    for (const width of [wide, narrow])
      // oxlint-disable-next-line no-await-in-loop -- one browser, one page at a time
      await t.test(`${path} as ${who} at ${width} px`, async () => {
        const visit = await house.visit(who === 'visitor' ? undefined : who, width)
        await visit.goTo(path)
        await assertSound(visit, `${path.replaceAll(/[^\w]+/g, '-')}-${who}-${width}`)
        await visit.context.close()
      })
})
