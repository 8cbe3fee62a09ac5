import assert from 'node:assert/strict'
import { noticeMovedSchema, noticeViewSchema, type NoticeView } from '../src/posts/notices/schema.ts'
import type { Asking } from './asking.ts'
import type { Town, Townsperson } from './town.ts'

export interface Noticing {
  /** A road closure as the form would send it, with whatever is otherwise. */
  closure: (rest?: object) => object
  /** A child who is missing, with her mother’s word that it may be said. */
  missing: (rest?: object) => object
  write: (content: object, name?: Townsperson) => Promise<NoticeView>
  view: (noticeId: string, name?: Townsperson) => Promise<NoticeView>
  /** Makes a move on what is seen, and waits until it went out; gives the status and the sentence of a refusal. */
  tries: (
    name: Townsperson,
    noticeId: string,
    move: string,
    rest?: object,
  ) => Promise<{ status: number; sentence: string }>
  moves: (name: Townsperson, noticeId: string, move: string, rest?: object) => Promise<void>
  /** So many hours from the town’s now. */
  later: (hours: number) => string
}

/** People of a town who write, sign and look at notices in their browsers; the notices go to one page unless told. */
export function noticingIn(town: Town, people: Asking, accountId: string): Noticing {
  function later(hours: number): string {
    return new Date(Date.parse(town.now()) + hours * 3_600_000).toISOString()
  }
  function closure(rest: object = {}): object {
    return {
      kind: 'road-closure',
      fields: {
        road: 'Main Street',
        from: 'Elm Street',
        to: 'Oak Street',
        direction: 'both',
        reason: 'crash',
      },
      texts: {
        en: {
          headline: 'Main Street closed between Elm Street and Oak Street',
          description: 'Main Street is closed because of a crash.',
          instruction: 'Please avoid the area.',
        },
        es: {
          headline: 'Main Street: calle cerrada entre Elm Street y Oak Street',
          description: 'Main Street está cerrada por un choque.',
          instruction: 'Evite la zona.',
        },
      },
      severity: 'Minor',
      urgency: 'Immediate',
      certainty: 'Observed',
      area: {
        words: { en: 'Main Street downtown', es: 'Main Street en el centro' },
        polygon: [
          [41.76, -72.69],
          [41.77, -72.69],
          [41.77, -72.67],
        ],
        circle: null,
      },
      effective: town.now(),
      expires: later(6),
      accounts: [accountId],
      ...rest,
    }
  }
  function missing(rest: object = {}): object {
    return closure({
      kind: 'missing-person',
      fields: {
        name: 'Nora Evans',
        age: 9,
        describes: { en: 'Red coat.', es: 'Abrigo rojo.' },
        seenAt: 'Elm School',
        seenOn: town.now(),
        isEndangered: true,
        caseNumber: '26-1234',
        telephone: '203-555-0100',
        authority: 'guardian',
        authorityWho: 'Her mother, Sarah Evans, today',
      },
      texts: {
        en: {
          headline: 'Missing: Nora Evans, 9',
          description: 'Nora Evans was last seen at Elm School.',
          instruction: 'Call 911.',
        },
        es: {
          headline: 'Desaparecida: Nora Evans, 9',
          description: 'Nora Evans fue vista en Elm School.',
          instruction: 'Llame al 911.',
        },
      },
      ...rest,
    })
  }
  async function write(content: object, name: Townsperson = 'grant'): Promise<NoticeView> {
    const answer = await (await people.by(name)).post('/api/notices', { content })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return await view(noticeMovedSchema.parse(answer.body).noticeId, name)
  }
  async function view(noticeId: string, name: Townsperson = 'grant'): Promise<NoticeView> {
    const answer = await (await people.by(name)).get(`/api/notices/${noticeId}`)
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return noticeViewSchema.parse(answer.body)
  }
  async function tries(
    name: Townsperson,
    noticeId: string,
    move: string,
    rest: object = {},
  ): Promise<{ status: number; sentence: string }> {
    const { version, contentHash } = await view(noticeId, 'diaz')
    const person = await people.by(name)
    const { status, body } = await person.post(`/api/notices/${noticeId}/move`, {
      move,
      version,
      contentHash,
      ...rest,
    })
    await town.app.deliverSoon(town.agency)
    return { status, sentence: JSON.stringify(body) }
  }
  async function moves(name: Townsperson, noticeId: string, move: string, rest: object = {}): Promise<void> {
    const { status, sentence } = await tries(name, noticeId, move, rest)
    assert.equal(status, 200, sentence)
  }
  return { closure, missing, write, view, tries, moves, later }
}
