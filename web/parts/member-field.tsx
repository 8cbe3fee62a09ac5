import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Member } from '../../src/members/schema.ts'
import { get } from '../api.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { SelectField } from './field.tsx'

interface MemberFieldProps {
  name: string
  label: string
  hint?: ReactNode
  required?: boolean
  start?: string
  /** Those who may not be chosen, the reader for one. */
  except?: readonly string[]
}

/** Chooses a member of the roster, by name. */
export function MemberField({ except = [], ...rest }: MemberFieldProps): ReactNode {
  const { choose } = useWords(shared).form
  const everybody = useEverybody()
  const choices = everybody
    .filter(({ memberId }) => !except.includes(memberId))
    .map(({ memberId, name, rank, unit }) => ({
      value: memberId,
      label: `${name}${rank === null ? '' : `, ${rank}`}${unit === null ? '' : `, ${unit}`}`,
    }))
  // Before the list has come there is nothing to begin with.
  return <SelectField {...rest} key={String(choices.length > 0)} empty={choose} choices={choices} />
}

/** Everybody who serves today, by name; read once for all fields of a page. */
export function useEverybody(): Member[] {
  const { data } = useQuery({
    queryKey: ['members', 'everybody'],
    queryFn: async ({ signal }) => {
      const all: Member[] = []
      let after = ''
      do {
        // oxlint-disable-next-line no-await-in-loop -- a page names the next
        const page = await get<{ items: Member[]; next: string | null }>(
          `/api/members?limit=200${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
          signal,
        )
        all.push(...page.items)
        after = page.next ?? ''
      } while (after !== '')
      return all
    },
    staleTime: 60_000,
  })
  return data ?? []
}
