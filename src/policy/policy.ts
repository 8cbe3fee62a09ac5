/**
 * decorum/policy: reads an order, detects facts, judges, explains, diffs. Pure; runs in Node and in a browser.
 * The data files are parsed by the caller (`orders/facts.yaml`, `orders/<id>/order.yaml`, `provisions.yaml`):
 *
 *     const { vocabulary } = readVocabulary(facts)
 *     const { order } = readOrder(identity, provisions, vocabulary)
 *     judge({ id: 's32', kind: 'post', capacity: 'personal', text: "He's guilty, fry him" }, order)
 */
export { judge } from './judge.ts'
export { detect } from './detect.ts'
export { speechClass, speechOdds, type SpeechClass } from './model/speech-class.ts'
export { detectAct } from './detect-act.ts'
export type { Identity } from './identity.ts'
export { readOrder, type Order, type Provision, type Rule } from './order.ts'
export { readVocabulary, type Fact, type Problem, type Vocabulary } from './vocabulary.ts'
export { readAct } from './read-act.ts'
export { checkOrder, type Account, type Check } from './check.ts'
export type { Limb } from './limbs.ts'
export { tryCase, type Case } from './case.ts'
export { diffOrders, replay, type Change, type Difference } from './diff.ts'
export { marked, meaning, remedy, spansOf, type Stretch } from './explain.ts'
export { outcomes, type Ask, type Outcome, type Path, type ProvisionRuling, type Ruling } from './ruling.ts'
export { matters, permissionStates } from './act.ts'
export type { Act, ActKind, AuthorKind, Capacity, Matter, Media, Permission, PermissionState } from './act.ts'
export type { Sighting } from './sighting.ts'
export type { Grounds } from './situation.ts'
