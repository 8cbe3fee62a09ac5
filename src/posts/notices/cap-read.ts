import {
  categories,
  certainties,
  messageTypes,
  responseTypes,
  scopes,
  severities,
  statuses,
  urgencies,
  type CapAlert,
  type CapArea,
  type CapInfo,
  type Place,
} from './cap.ts'
import { anyNumber, grammars, type Grammar, type Holds } from './cap-grammar.ts'
import { elementsOf, NotXml, readXml, textOf, type Element } from './xml.ts'

export type CapRead = { ok: true; alert: CapAlert } | { ok: false; faults: readonly string[] }

/**
 * Reads an alert of CAP 1.2 or 1.1. What is not well-formed, has a document type, is out of order, lacks what is
 * required or says a word that CAP does not know is refused, with a sentence for each fault.
 */
export function readCap(document: Uint8Array | string): CapRead {
  try {
    return capIn(readXml(document))
  } catch (error) {
    if (error instanceof NotXml) return { ok: false, faults: [error.message] }
    throw error
  }
}

/** The same of an element that stands within another document, such as an entry of a feed. */
export function capIn(root: Element): CapRead {
  const grammar = root.name === 'alert' ? grammars.get(root.namespace) : undefined
  if (!grammar)
    return {
      ok: false,
      faults: [`it is no alert of CAP 1.2 or 1.1, but <${root.name}> of "${root.namespace}"`],
    }
  const faults = faultsOf(root, grammar, root.namespace, 'alert')
  return faults.length > 0 ? { ok: false, faults } : { ok: true, alert: alertOf(root) }
}

const signature = 'http://www.w3.org/2000/09/xmldsig#'

/** Everything in which the elements of an element depart from the grammar. */
function faultsOf(of: Element, grammar: Grammar, namespace: string, path: string): string[] {
  const found = elementsOf(of)
  if (!found) return [`${path}: words stand between its elements`]
  // A signature may stand behind everything.
  const elements = path === 'alert' ? withoutSignatures(found) : found
  const faults: string[] = []
  let at = 0
  for (const [name, least, most, holds] of grammar) {
    let count = 0
    for (; count < most; count++) {
      const element = elements[at]
      if (element?.name !== name || element.namespace !== namespace) break
      const here = most === anyNumber ? `${path}/${name}[${count + 1}]` : `${path}/${name}`
      faults.push(...faultsIn(element, holds, namespace, here))
      at++
    }
    if (count < least) faults.push(`${path}: <${name}> is missing, or stands in the wrong place`)
  }
  const over = elements[at]
  if (over) faults.push(`${path}: <${over.name}> is not expected here`)
  return faults
}

function withoutSignatures(elements: readonly Element[]): Element[] {
  const last = elements.findLastIndex(({ namespace }) => namespace !== signature)
  return elements.slice(0, last + 1)
}

function faultsIn(element: Element, holds: Holds, namespace: string, path: string): string[] {
  if (holds.kind === 'elements') return faultsOf(element, holds.of, namespace, path)
  const text = textOf(element)
  if (text === undefined) return [`${path}: holds elements where only words may stand`]
  if (holds.kind === 'one-of')
    return holds.words.includes(text) ? [] : [`${path}: "${text}" is none of ${holds.words.join(', ')}`]
  const { shape, fits, says = '' } = holds
  const isRight = (shape?.test(text) ?? true) && (fits?.(text) ?? true)
  return isRight ? [] : [`${path}: "${text.slice(0, 80)}" will not do: it ${says}`]
}

/** The words of the elements of this name. The grammar has been checked. */
function all(of: Element, name: string): string[] {
  return inside(of, name).map((element) => textOf(element) ?? '')
}

function inside(of: Element, name: string): Element[] {
  return (elementsOf(of) ?? []).filter((element) => element.name === name)
}

function maybe(of: Element, name: string): string | null {
  return all(of, name)[0] ?? null
}

function one(of: Element, name: string): string {
  const found = maybe(of, name)
  if (found === null) throw new Error(`<${name}> was not checked`)
  return found
}

function within<Word extends string>(words: readonly Word[], said: string): Word {
  const found = words.find((word) => word === said)
  if (found === undefined) throw new Error(`"${said}" was not checked`)
  return found
}

function alertOf(root: Element): CapAlert {
  return {
    identifier: one(root, 'identifier'),
    sender: one(root, 'sender'),
    sent: one(root, 'sent'),
    status: within(statuses, one(root, 'status')),
    type: within(messageTypes, one(root, 'msgType')),
    scope: within(scopes, one(root, 'scope')),
    note: maybe(root, 'note'),
    references: (maybe(root, 'references')?.trim().split(/\s+/) ?? []).map((written) => {
      const [sender = '', identifier = '', sent = ''] = written.split(',')
      return { sender, identifier, sent }
    }),
    infos: inside(root, 'info').map(infoOf),
  }
}

function infoOf(info: Element): CapInfo {
  return {
    // The schema's own default.
    language: maybe(info, 'language')?.trim() ?? 'en-US',
    categories: all(info, 'category').map((said) => within(categories, said)),
    event: one(info, 'event'),
    responses: all(info, 'responseType').map((said) => within(responseTypes, said)),
    urgency: within(urgencies, one(info, 'urgency')),
    severity: within(severities, one(info, 'severity')),
    certainty: within(certainties, one(info, 'certainty')),
    effective: maybe(info, 'effective'),
    onset: maybe(info, 'onset'),
    expires: maybe(info, 'expires'),
    senderName: maybe(info, 'senderName'),
    headline: maybe(info, 'headline'),
    description: maybe(info, 'description'),
    instruction: maybe(info, 'instruction'),
    web: maybe(info, 'web'),
    contact: maybe(info, 'contact'),
    areas: inside(info, 'area').map(areaOf),
  }
}

function areaOf(area: Element): CapArea {
  return {
    words: one(area, 'areaDesc'),
    polygons: all(area, 'polygon').map((written) => written.trim().split(/\s+/).map(placeOf)),
    circles: all(area, 'circle').map((written) => {
      const [centre = '', radius = ''] = written.trim().split(/\s/)
      return { centre: placeOf(centre), radius: Number(radius) }
    }),
  }
}

function placeOf(written: string): Place {
  const [latitude = 0, longitude = 0] = written.split(',').map(Number)
  return [latitude, longitude]
}
