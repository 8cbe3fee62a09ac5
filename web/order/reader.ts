import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OrderReader, ReaderProvision } from '../../src/adoption/schema.ts'
import { get } from '../api.ts'

/** The order in force, or a version of it by its id, as the order reader shows it. */
export function readerQuery(version?: string) {
  return queryOptions({
    queryKey: ['order', version ?? 'in force'],
    queryFn: ({ signal }) =>
      get<OrderReader>(version === undefined ? '/api/order' : `/api/order?version=${version}`, signal),
    staleTime: 5 * 60_000,
  })
}

/** The order in force, for pages that cite it. */
export function useReader(): UseQueryResult<OrderReader> {
  return useQuery(readerQuery())
}

/** What a provision of the order in force says: the department's own words where they are held, else our gist. */
export function useSaying(): (citation: string) => string | undefined {
  const { data } = useReader()
  const byCitation = useMemo(
    () => new Map((data?.provisions ?? []).map((one) => [one.citation, one.verbatim ?? one.gist])),
    [data],
  )
  return (citation) => byCitation.get(citation) ?? undefined
}

/** Provisions whose citation, words or gist hold every word that is looked for; all where none is. */
export function found(provisions: readonly ReaderProvision[], find: string): readonly ReaderProvision[] {
  const wanted = plain(find).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return provisions
  return provisions.filter(({ citation, gist, verbatim, risk, reading }) => {
    const all = plain([citation, gist, verbatim, risk, reading].join(' '))
    return wanted.every((word) => all.includes(word))
  })
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A section of the contents: provisions whose citations begin alike. */
export interface Section {
  name: string
  provisions: readonly ReaderProvision[]
}

/**
 * The provisions by what their citations begin with: `IV.A.20.e` stands in `IV.A`, `I.s1` in `I`, the lines of the head
 * together.
 */
export function sectionsOf(provisions: readonly ReaderProvision[]): Section[] {
  const all = provisions.map(({ citation }) => sectionOf(citation))
  const sections = new Map<string, ReaderProvision[]>()
  for (const [at, provision] of provisions.entries()) {
    // What names a section by itself heads it.
    const name = all.includes(provision.citation) ? provision.citation : (all[at] ?? '')
    const held = sections.get(name)
    if (held) held.push(provision)
    else sections.set(name, [provision])
  }
  return [...sections].map(([name, held]) => ({ name, provisions: held }))
}

function sectionOf(citation: string): string {
  const [first = '', second = '', ...rest] = citation.split('.')
  return rest.length > 0 && /^[A-Z\d]+$/.test(second) ? `${first}.${second}` : first
}
