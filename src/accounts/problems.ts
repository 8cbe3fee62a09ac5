import { dayAfter } from '../permissions/deadlines.ts'
import { fewestHolders, holdersOf, isLicence, licenceDays, suspension } from './account.ts'
import { places } from './address.ts'
import { isKeyEnding } from './keys.ts'
import { nameOf } from './notices.ts'
import type { AccountProblem } from './schema.ts'
import type { Page } from './pages.ts'

/** What is wrong, or soon will be, with a page: each in a sentence that says what would be right. Pure. */
export function problemsOf(
  page: Page,
  seen: { at: string; day: string; wantsKey: boolean; reviewDue: string | null },
): AccountProblem[] {
  if (page.state !== 'live' && page.state !== 'ended') return []
  return [
    ...licenceProblems(page, seen.day),
    ...peopleProblems(page, seen),
    ...checkProblems(page),
    ...reviewProblems(seen),
  ]
}

function licenceProblems({ licence, licences, state }: Page, day: string): AccountProblem[] {
  if (licence === null) return []
  if (state === 'ended') {
    const because = licence.state === 'ended' ? `ended on ${licence.to}` : `was ${licence.state}`
    return [
      {
        kind: 'licence-ended',
        sentence: `Its licence ${because}; nothing is published through it until it is licensed anew.`,
        since: null,
      },
    ]
  }
  const { to } = licence
  if (!isLicence(licence) || to === null || to > dayAfter(day, licenceDays)) return []
  // A renewal that was approved already follows on.
  if (licences.some((one) => one.state === 'not-yet' && one.from <= dayAfter(to, 1))) return []
  return [
    { kind: 'licence-ending', sentence: `Its licence ends on ${to}; ask for it anew in time.`, since: null },
  ]
}

function peopleProblems(
  { administrators, key, network, state }: Page,
  { at, wantsKey }: { at: string; wantsKey: boolean },
): AccountProblem[] {
  const found: AccountProblem[] = []
  const holders = holdersOf(administrators)
  const left = administrators.filter(({ serves }) => !serves).map(({ name }) => name)
  if (holders.length < fewestHolders || left.length > 0) {
    const gone = left.length > 0 ? `${left.join(', ')} left. ` : ''
    const few =
      holders.length < fewestHolders
        ? `${holders.length === 0 ? 'Nobody' : `Only ${holders[0]?.name ?? 'one'}`} holds the key; a page needs two. `
        : ''
    found.push({ kind: 'too-few-holders', sentence: `${gone}${few}Name a successor.`, since: null })
  }
  if (!wantsKey || state !== 'live') return found
  if (!key)
    found.push({
      kind: 'key-missing',
      sentence: `Nobody has given its key yet, so nothing can be published on ${places[network].title}.`,
      since: null,
    })
  else if (key.state === 'signed-out')
    found.push({
      kind: 'signed-out',
      sentence: 'Its network no longer takes the key; somebody who holds it has to give a new one.',
      since: key.checkedAt,
    })
  else if (isKeyEnding(key.until, at))
    found.push({
      kind: 'key-ending',
      sentence: `Its key ends on ${key.until?.slice(0, 10) ?? ''}; give a new one before.`,
      since: null,
    })
  return found
}

function checkProblems(page: Page): AccountProblem[] {
  const { lastCheck } = page
  if (!lastCheck) return []
  const found: AccountProblem[] = []
  if (lastCheck.fault !== null)
    found.push({
      kind: 'unreadable',
      sentence: `The page could not be read: ${lastCheck.fault}`,
      since: lastCheck.at,
    })
  const lacking = lastCheck.found.filter(({ isFound }) => !isFound)
  for (const { fact, language, wasThere, lostSince, citation } of lacking) {
    const cited = citation === null ? '' : ` (${citation})`
    found.push({
      kind: wasThere ? 'notice-lost' : 'notice-missing',
      sentence: `${nameOf(fact)}, ${language === 'en' ? 'English' : 'Spanish'}${cited}: ${
        wasThere ? 'the page has lost it' : 'the page does not show it'
      }. Put the recorded words back on the page.`,
      since: lostSince,
    })
  }
  const suspended = page.state === 'live' ? suspension(page) : undefined
  if (suspended)
    found.push({ kind: 'suspended', sentence: `Publishing waits: ${suspended.sentence}.`, since: null })
  return found
}

function reviewProblems({ day, reviewDue }: { day: string; reviewDue: string | null }): AccountProblem[] {
  if (reviewDue === null || reviewDue > day) return []
  return [
    {
      kind: 'review-due',
      sentence: `What stands on it is to be looked through again since ${reviewDue}.`,
      since: null,
    },
  ]
}
