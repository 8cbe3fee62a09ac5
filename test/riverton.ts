import { readOrder, type Order } from '../src/policy/order.ts'
import { loadVocabulary } from '../src/adoption/order-shelf.ts'
import type { Vocabulary } from '../src/policy/vocabulary.ts'

// A made-up town with a very short order, for tests of the judge itself. The real orders have their own cases.
export const vocabulary: Vocabulary = loadVocabulary()

const said = {
  kind: 'prohibition',
  modality: 'must-not',
  binds: 'all-personnel',
  by: ['rule'],
  module: 'policy',
}

export const riverton: Order = (() => {
  const { order, problems } = readOrder(
    {
      id: 'riverton-1',
      agency: 'Riverton Police Department',
      number: '1',
      title: 'Social Media',
      approved: { by: 'Police Commission', on: '2020-01-01' },
      effective: '2020-02-01',
      permissions: {
        identification: { by: ['chief'], via: 'chain', form: 'written', cites: '9' },
        coworker: { by: ['coworker'], via: 'direct', form: 'recorded', cites: '9' },
      },
      'code-of-conduct': { cites: '9', adherence: 'required' },
    },
    [
      {
        ...said,
        citation: '1',
        capacity: 'personal',
        gist: 'No uniform.',
        rules: [{ when: 'depicts.uniform', outcome: 'needs-permission', permission: 'identification' }],
      },
      {
        ...said,
        citation: '2',
        capacity: 'personal',
        gist: 'No pending case.',
        rules: [
          {
            when: { all: ['speech.pending-prosecution', { not: 'matter.concluded' }] },
            outcome: 'barred',
          },
        ],
      },
      {
        ...said,
        citation: '3',
        capacity: 'personal',
        gist: 'Coworkers agree first.',
        rules: [
          {
            when: 'depicts.coworker',
            unless: 'consent.coworkers',
            outcome: 'needs-permission',
            permission: 'coworker',
          },
        ],
      },
      {
        ...said,
        citation: '4',
        capacity: 'personal',
        gist: 'Not on duty.',
        rules: [
          {
            when: { 'act.duty': 'on' },
            unless: 'duty.authorised',
            outcome: 'barred',
            kinds: ['access'],
          },
        ],
      },
      {
        ...said,
        citation: '5',
        capacity: 'personal',
        gist: 'No brandishing of town weapons.',
        rules: [
          {
            when: { 'depicts.weapon': { handling: 'brandished', owner: 'department' } },
            outcome: 'barred',
          },
        ],
      },
      {
        ...said,
        citation: '6',
        capacity: 'personal',
        gist: 'Undercover never.',
        rules: [{ when: { all: ['author.undercover', 'depicts.author'] }, outcome: 'barred' }],
      },
      {
        ...said,
        citation: '9',
        kind: 'procedure',
        capacity: 'any',
        by: ['workflow'],
        module: 'permissions',
        why: 'Requests go up the chain.',
        gist: 'How to ask.',
      },
    ],
    vocabulary,
  )
  if (!order || problems.length > 0) throw new Error(JSON.stringify(problems))
  return order
})()
