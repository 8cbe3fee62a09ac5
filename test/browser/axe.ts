import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const lookedSchema = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
  passes: z.array(z.unknown()),
})

/** Asserts that a page gives axe nothing to say: WCAG 2.2 AA, and what is good practice beside it. */
export async function assertAccessible(page: Page, name: string): Promise<void> {
  // Its half megabyte is put into a page once, however often it looks there; as a script, which V8 keeps compiled.
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Runtime.evaluate', { expression: axe.source })
    await devtools.detach()
  }
  const looked: unknown = await page.evaluate(
    (values) =>
      Reflect.get(globalThis, 'axe').run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
        preload: false,
      }),
    tags,
  )
  const { violations, passes } = lookedSchema.parse(looked)
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  assert.deepEqual(found, [], `axe on ${name}`)
  assert.ok(passes.length > 10, `axe looked at ${name}`)
}
