import { spawn } from 'node:child_process'
import { testDatabase } from '../database.ts'
import type { Run } from './drill.ts'
import { tryHostileSql } from './hostile-sql.ts'
import { drillTampering } from './tamper.ts'
import { faultsOf, houses, reachable, wallless } from './workflow.ts'

/** [R15] Somebody who may do anything to the database changes the ledger. */
export const runTampering: Run = async (rounds, seed) => {
  const { tried, missed, onlyOutside } = await drillTampering(await testDatabase(), rounds, seed)
  return {
    claim: 'Whatever a superuser changes in the ledger is found, and the entry is named',
    figure: `${rounds} tamperings of ${Object.keys(tried).length} kinds, ${missed.length} not found or not named`,
    control: `${onlyOutside} looked whole from within and were found only by a checkpoint kept outside`,
    faults: missed,
    hasTeeth: onlyOutside > 0,
  }
}

/** [R16] Hostile statements as the app, and as the owner, whom the triggers hold back. */
export const runHostileSql: Run = async () => {
  const { app, owner } = await tryHostileSql(await testDatabase())
  return {
    claim: 'No statement of the app changes evidence, nor its guards',
    figure: `${app.tried} statements as the app and ${owner.tried} as the owner, ${app.effects.length + owner.effects.length} with an effect`,
    control: `a deletion that nothing holds back was ${app.controlSaw && owner.controlSaw ? 'seen' : 'NOT seen'}`,
    faults: [...app.effects, ...owner.effects],
    hasTeeth: app.controlSaw && owner.controlSaw,
  }
}

/** [R25] Every state that four people can bring a request to, in so many steps. */
export const runWorkflow: Run = async (steps) => {
  const faults: string[] = []
  let [states, approvals, found] = [0, 0, 0]
  for (const house of houses) {
    for (const visit of reachable(house, steps)) {
      states++
      if (visit.standing.state === 'approved') approvals++
      faults.push(...faultsOf(visit))
    }
    for (const visit of reachable(house, Math.min(steps, 4), wallless)) found += faultsOf(visit).length
  }
  return Promise.resolve({
    claim: 'No request is ever approved by its author, past a desk, or without the consents it needs',
    figure: `${houses.length} departments, ${steps} steps, ${states} states, ${approvals} of them approved, ${faults.length} faults`,
    control: `without the wall between author and office: ${found} faults`,
    faults,
    hasTeeth: found > 0,
  })
}

/** [R23, R36] Every role at every route; the test file is the drill. */
export const runMatrix: Run = async () => {
  const said = await testFile('test/http/access.test.ts')
  const passed = [...said.matchAll(/^ok \d+ - (.*)$/gm)].map(([, name = '']) => name)
  const faults = [...said.matchAll(/^not ok \d+ - (.*)$/gm)].map(([, name = '']) => name)
  const control = passed.find((name) => name.includes('does not build'))
  if (passed.length < 6) faults.push(`only ${passed.length} tests passed`)
  return {
    claim: 'Every role, stranger and ended session is let in or refused at every route as the table says',
    figure: `${passed.length} tests of all routes passed, ${faults.length} failed`,
    control: control ?? 'a route outside the table was let through',
    faults,
    hasTeeth: control !== undefined,
  }
}

/** Runs a test file by itself and gives what it said. */
function testFile(file: string): Promise<string> {
  const { NODE_TEST_CONTEXT: _ours, ...env } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--test-reporter=tap', file], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (part) => (said += String(part)))
    child.on('error', reject)
    child.on('close', () => resolve(said))
  })
}
