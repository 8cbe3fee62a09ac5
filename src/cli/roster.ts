import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { now } from '../platform/clock.ts'
import { fileText } from '../members/file-text.ts'
import type { RosterCheck } from '../members/schema.ts'
import { withHouse, type HouseOptions } from './house-options.ts'

interface ImportOptions extends HouseOptions {
  agency: string
  skipBad: boolean
  check: boolean
}

/** `decorum roster`: the people of a department, by the same functions as the web app. */
export function addRosterCommands(program: Command): void {
  const roster = program.command('roster').description('the people of a department')
  withHouse(roster.command('import'))
    .description('take over a roster file (CSV): all of it, or nothing and why')
    .argument(
      '<file>',
      'name, kind and from are needed; badge, rank, unit, email, language, to, position, supervisor',
    )
    .requiredOption('--agency <id>', 'the department')
    .option('--skip-bad', 'import what is good although some lines are not', false)
    .option('--check', 'only say what it would do', false)
    .action(async (file: string, { agency, check, skipBad, ...house }: ImportOptions) => {
      const csv = fileText(await readFile(file))
      const [{ inHouse }, { rosterFromCli }] = await Promise.all([
        import('./in-house.ts'),
        import('../server/roster.ts'),
      ])
      const told = await inHouse(house, ({ appUrl }) =>
        rosterFromCli(appUrl, agency, { csv, skipBad, check }, now()),
      )
      tell(told, { check, skipBad })
    })
  withHouse(roster.command('invite'))
    .description('a new invitation for somebody who cannot sign in any more; releases a lock')
    .argument('<email>', 'their e-mail address on the roster')
    .requiredOption('--agency <id>', 'the department')
    .action(async (email: string, { agency, ...house }: HouseOptions & { agency: string }) => {
      const [{ inHouse }, { inviteFromCli }] = await Promise.all([
        import('./in-house.ts'),
        import('../server/roster.ts'),
      ])
      const { host, code, expires } = await inHouse(house, ({ appUrl }) =>
        inviteFromCli(appUrl, agency, email, now()),
      )
      console.log(`Good once, until ${expires}:`)
      console.log(`  https://${host}/invitation/${code}`)
    })
}

function tell(
  { rows, added, changed, same, problems }: RosterCheck,
  how: { check: boolean; skipBad: boolean },
): void {
  for (const { line, column, sentence } of problems)
    console.error(`line ${line}${column === null ? '' : `, ${column}`}: ${sentence}`)
  const counts = `${added} added, ${changed} changed, ${same} as they were`
  if (how.check) console.log(`${rows} lines; an import would leave ${counts}.`)
  else if (problems.length === 0 || how.skipBad) console.log(`${rows} lines: ${counts}.`)
  else console.log(`${rows} lines; nothing was imported.`)
  if (problems.length > 0) process.exitCode = 1
}
