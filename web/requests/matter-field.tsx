import { useQuery } from '@tanstack/react-query'
import { ErrorMessage, Fieldset, FormGroup, Radio } from '@trussworks/react-uswds'
import { useId, type ReactNode } from 'react'
import type { z } from 'zod'
import type { OrderReader } from '../../src/adoption/schema.ts'
import type { chainSchema } from '../../src/members/schema.ts'
import { get } from '../api.ts'
import { useProblem } from '../parts/form.tsx'
import { useInWords } from '../parts/in-words.ts'
import { useMember } from '../session.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { requestFormWords } from './form-words.ts'

interface MatterFieldProps {
  order: OrderReader
  chosen: string
  onChoose: (matter: string) => void
}

/** What a request is for, in plain words, each with who decides it and how long that may take. */
export function MatterField({ order, chosen, onChoose }: MatterFieldProps): ReactNode {
  const words = useWords(requestFormWords)
  const inWords = useInWords()
  const { matters } = useWords(shared)
  const id = useId()
  const problem = useProblem('matter')
  const below = useDesksBelow()
  const { terms, routes } = order
  const how = ({ by, via, form, cites }: OrderReader['routes'][number]): string => {
    const who = words.matterHow(inWords.givers(by), inWords.form(form), cites)
    if (by.every((giver) => giver === 'coworker')) return who
    const long =
      via === 'chain'
        ? words.inChain(below, terms.deskHours, terms.decisionDays)
        : words.direct(terms.decisionDays)
    return `${who} ${long}`
  }
  const choices = [
    ...inOrder(routes, matters).map((route) => ({ matter: route.matter, hint: how(route) })),
    { matter: 'opinion', hint: `${words.opinionHow} ${words.direct(terms.decisionDays)}` },
  ]
  return (
    <FormGroup error={problem !== undefined}>
      <Fieldset legend={words.matter} legendStyle="large">
        {problem !== undefined && <ErrorMessage>{problem}</ErrorMessage>}
        {choices.map(({ matter, hint }) => (
          <Radio
            key={matter}
            id={`${id}-${matter}`}
            name="matter"
            value={matter}
            label={inWords.matter(matter)}
            labelDescription={hint}
            required
            tile
            checked={matter === chosen}
            data-label={words.matter}
            onChange={() => onChoose(matter)}
          />
        ))}
      </Fieldset>
    </FormGroup>
  )
}

/** How many desks stand between the reader and the Chief. */
function useDesksBelow(): number {
  const { memberId } = useMember()
  const { data } = useQuery({
    queryKey: ['chain', memberId],
    queryFn: ({ signal }) => get<z.infer<typeof chainSchema>>(`/api/chain/${memberId}`, signal),
  })
  return (data?.desks ?? []).filter(({ office, holder }) => office !== 'chief' && holder !== null).length
}

/** The matters that are asked for most come first, as they stand in the dictionary. */
function inOrder(routes: OrderReader['routes'], matters: object): OrderReader['routes'] {
  const known = Object.keys(matters)
  return routes.toSorted((one, other) => known.indexOf(one.matter) - known.indexOf(other.matter))
}
