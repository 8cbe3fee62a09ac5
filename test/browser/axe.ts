import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Asserts that a page gives axe nothing to say: WCAG 2.2 AA, and what is good practice beside it. */
export async function assertAccessible(page: Page, name: string): Promise<void> {
  // Our pages have no frames, for whose sake axe would open another page each time.
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  assert.deepEqual(found, [], `axe on ${name}`)
  assert.ok(passes.length > 10, `axe looked at ${name}`)
}
