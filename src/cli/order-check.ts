import type { Command } from 'commander'
import { casesOf, loadVocabulary, openOrder, orderIds, ordersFolder } from '../adoption/order-shelf.ts'
import { checkOrder, type Check } from '../policy/check.ts'
import { paint, wrap } from './paint.ts'

interface Options {
  json?: boolean
  quiet?: boolean
  limbs?: boolean
  orders: string
}

/** `decorum order check`: the proof that nothing of an order is dropped. */
export function addOrderCheck(order: Command): void {
  order
    .command('check')
    .description('prove that every provision is carried out by something, and that all cases pass')
    .argument('[id]', 'one order; without it, every order on the shelf')
    .option('--quiet', 'leave out the list of provisions')
    .option('--limbs', 'list each alternative, demand and exception, and whether a case turns on it alone')
    .option('--json', 'print as JSON')
    .option('--orders <folder>', 'where the orders stand', ordersFolder)
    .action((id: string | undefined, options: Options) => {
      const vocabulary = loadVocabulary(options.orders)
      const checks: Check[] = []
      let unread = 0
      for (const one of id === undefined ? orderIds(options.orders) : [id]) {
        const { order: read, problems } = openOrder(one, options.orders, vocabulary)
        if (read) checks.push(checkOrder(read, casesOf(one, options.orders), problems))
        else {
          unread++
          for (const { at, problem } of problems) console.error(`decorum: ${one}, ${at}: ${problem}`)
        }
      }
      if (options.json === true) console.log(JSON.stringify(checks, null, 2))
      else print(checks, options)
      process.exitCode = unread > 0 ? 2 : checks.some((check) => check.problems.length > 0) ? 1 : 0
    })
}

function print(checks: readonly Check[], { quiet, limbs }: Options): void {
  for (const check of checks) {
    console.log(paint('bold', check.order))
    if (quiet !== true)
      for (const account of check.accounts) {
        const modules = account.modules
          .map((module) => (account.toCome.includes(module) ? `${module}, still to come` : module))
          .join('; ')
        console.log(
          `  ${account.citation.padEnd(24)} ${account.carriedBy.join(' + ')}${modules === '' ? '' : paint('dim', ` (${modules})`)}`,
        )
        console.log(`  ${' '.repeat(24)} ${paint('dim', wrap(account.how, ' '.repeat(27), 110))}`)
      }
    const carriers = Object.entries(check.byCarrier)
      .map(([carrier, count]) => `${carrier} ${count}`)
      .join(', ')
    console.log(`  ${check.accounted} of ${check.accounts.length} provisions accounted for: ${carriers}`)
    console.log(`  ${check.toCome} of them wait, in part or whole, for modules still to come`)
    console.log(`  ${check.cases.passed} of ${check.cases.tried} cases pass`)
    const unproven = check.limbs.filter((limb) => !limb.isProven)
    console.log(
      `  ${check.limbs.length - unproven.length} of ${check.limbs.length} limbs have a case that turns on them alone`,
    )
    for (const { citation, rule, sort, limb, isProven } of limbs === true ? check.limbs : unproven)
      console.log(
        `    ${paint(isProven ? 'green' : 'red', isProven ? 'proven  ' : 'unproven')} ${citation}, rule ${rule}, ${sort}: ${wrap(limb, ' '.repeat(8))}`,
      )
    for (const { at, problem } of check.problems)
      console.log(`  ${paint('red', 'problem')} ${at}: ${wrap(problem, '    ')}`)
  }
  const sum = (of: (check: Check) => number): number => checks.reduce((total, check) => total + of(check), 0)
  const problems = sum((check) => check.problems.length)
  console.log(
    paint(
      problems > 0 ? 'red' : 'green',
      `${sum((check) => check.accounted)} of ${sum((check) => check.accounts.length)} accounted for, ` +
        `${sum((check) => check.cases.passed)} of ${sum((check) => check.cases.tried)} cases pass, ` +
        `${problems} problem${problems === 1 ? '' : 's'}`,
    ),
  )
}
