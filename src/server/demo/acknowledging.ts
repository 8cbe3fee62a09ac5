import { acknowledgedSchema, acknowledgementSchema, markedSchema } from '../../adoption/schema.ts'
import { choices } from '../../adoption/questions.ts'
import type { Outcome } from '../../policy/ruling.ts'
import type { Chance } from './chance.ts'
import type { Teller } from './teller.ts'

/** The right answers of one attempt, by question: what a member who knows the order would say. */
export type AnswerSheet = (memberId: string, attempt: number) => Promise<ReadonlyMap<string, Outcome>>

/**
 * A member reads the order and is asked about it; most of what they answer is right. Whoever passes acknowledges,
 * whoever does not tries again on another day.
 */
export async function acknowledge(
  teller: Teller,
  chance: Chance,
  who: string,
  sheet: AnswerSheet,
): Promise<void> {
  const seen = await teller.get(who, acknowledgementSchema, '/api/acknowledgement')
  const { version, attempt, questions, passed } = seen
  if (version === null || seen.acknowledgedAt !== null) return
  const { versionId, digest } = version
  let isThrough = passed
  if (!isThrough) {
    const right = await sheet(teller.idOf(who), attempt)
    const answers = questions.map(({ questionId }) => ({
      questionId,
      outcome: chance.happens(88) ? (right.get(questionId) ?? 'clear') : chance.pick(choices).outcome,
    }))
    const sent = { versionId, attempt, answers }
    const marked = await teller.send(who, markedSchema, 'POST', '/api/acknowledgement/answers', sent)
    isThrough = marked.passed
  }
  if (!isThrough) return teller.after(chance.whole(3, 50), () => acknowledge(teller, chance, who, sheet))
  await teller.send(who, acknowledgedSchema, 'POST', '/api/acknowledgement', {
    versionId,
    digest,
    read: true,
  })
}
