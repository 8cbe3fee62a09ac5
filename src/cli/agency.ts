import type { Command } from 'commander'
import { now } from '../platform/clock.ts'
import { withHouse, type HouseOptions } from './house-options.ts'

interface AddOptions extends HouseOptions {
  name: string
  host: string
  zone: string
  administrator: string
  email?: string
}

/** `decorum agency`: the departments of an installation, each at its own host name. */
export function addAgencyCommands(program: Command): void {
  const agency = program.command('agency').description('the departments of this installation')
  withHouse(agency.command('add'))
    .description('make a department, and print the invitation of its first administrator')
    .argument('<id>', 'small letters, digits and hyphens; it never changes')
    .requiredOption('--name <name>', 'what the department is called')
    .requiredOption('--host <host>', 'the host name it is reached at, orders.riverton.gov')
    .requiredOption('--zone <zone>', 'its time zone, America/New_York')
    .option('--administrator <name>', 'who administers Decorum there', 'Administrator')
    .option('--email <address>', 'their e-mail address; a password needs one, a passkey does not')
    .action(async (agencyId: string, options: AddOptions) => {
      const [{ inHouse, ownerUrlOf }, { migrateHouse }, { addAgency }] = await Promise.all([
        import('./in-house.ts'),
        import('../server/house.ts'),
        import('../server/agency.ts'),
      ])
      const { name, host, zone, administrator, email = null } = options
      const { code, expires } = await inHouse(options, async (house) => {
        if (house.isEmbedded) await migrateHouse(house)
        const first = { name: administrator, email }
        return await addAgency(ownerUrlOf(house), { agencyId, name, host, zone }, first, now())
      })
      console.log(`${name} is at home at ${host}.`)
      console.log(`Its administrator, ${administrator}, opens this once, by ${expires}:`)
      console.log(`  https://${host}/invitation/${code}`)
    })
  withHouse(agency.command('list'))
    .description('list the departments')
    .action(async (options: HouseOptions) => {
      const [{ inHouse }, { listAgencies }] = await Promise.all([
        import('./in-house.ts'),
        import('../server/agency.ts'),
      ])
      const agencies = await inHouse(options, (house) => listAgencies(house.appUrl))
      if (agencies.length === 0) console.log('There is none yet; `decorum agency add` makes one.')
      for (const { agencyId, name, host, zone } of agencies)
        console.log(`${agencyId}  ${name}, at ${host} (${zone})`)
    })
}
