import { setTimeout as pause } from 'node:timers/promises'
import {
  NetworkFault,
  type Network,
  type NetworkName,
  type Outgoing,
} from '../src/accounts/networks/network.ts'
import { site } from '../src/accounts/networks/site.ts'

/** How one call goes: before anything is saved, or after. */
export type Go =
  | 'fine'
  | 'unknown-before'
  | 'unknown-after'
  | 'later'
  | 'refused'
  | 'signed-out'
  | { later: number }

/** A network in memory whose every call goes as it is told; what stands on it is its `wall`. */
export interface Scripted {
  network: Network
  /** What stands there, in the order it came; `key` is what it was sent under. */
  wall: { remoteId: string; key: string; text: string; replyTo: string | null }[]
  calls: string[]
  /** The next calls go like this; then all are fine. */
  next: Go[]
  /** Every call goes like this, where nothing is next. */
  always: (call: string) => Go
}

const shown = (remoteId: string): { remoteId: string; url: string } => ({
  remoteId,
  url: `https://there.example/${remoteId}`,
})

export function scripted(settings: { isKeyed: boolean; canEdit?: boolean; slow?: number }): Scripted {
  const wall: Scripted['wall'] = []
  const self: Scripted = { network: site, wall, calls: [], next: [], always: () => 'fine' }
  let n = 0
  const call = async <Result>(what: string, save: () => Result): Promise<Result> => {
    self.calls.push(what)
    const go = self.next.shift() ?? self.always(what)
    if (settings.slow !== undefined) await pause(settings.slow)
    if (typeof go === 'object') throw new NetworkFault('later', 'Too many at once.', go.later)
    if (go === 'later') throw new NetworkFault('later', 'The network is busy.')
    if (go === 'refused') throw new NetworkFault('refused', 'The network does not take such words.')
    if (go === 'signed-out') throw new NetworkFault('signed-out', 'The key is no longer good.')
    if (go === 'unknown-before') throw new NetworkFault('unknown', 'No answer came.')
    const saved = save()
    if (go === 'unknown-after') throw new NetworkFault('unknown', 'No answer came.')
    return saved
  }
  const put = (outgoing: Outgoing, key: string): { remoteId: string; url: string } => {
    const known = settings.isKeyed ? wall.find((one) => one.key === key) : undefined
    if (known) return shown(known.remoteId)
    const remoteId = `n${++n}`
    wall.push({ remoteId, key, text: outgoing.text, replyTo: outgoing.replyTo?.remoteId ?? null })
    return shown(remoteId)
  }
  self.network = {
    ...site,
    name: 'mastodon',
    isKeyed: settings.isKeyed,
    secrets: { accessToken: 'The access token' },
    limits: { ...site.limits, text: { most: 500, counts: 'characters' } },
    publish: (_access, outgoing, key) => call(`publish ${outgoing.text}`, () => put(outgoing, key)),
    find: (_access, outgoing, key) =>
      call(`find ${outgoing.text}`, () => {
        const there = wall.find((one) => one.key === key)
        return there && shown(there.remoteId)
      }),
    remove: (_access, remoteId) =>
      call(`remove ${remoteId}`, () => {
        const place = wall.findIndex((one) => one.remoteId === remoteId)
        if (place >= 0) wall.splice(place, 1)
      }),
    ...(settings.canEdit === true
      ? {
          edit: (_access, remoteId, outgoing) =>
            call(`edit ${remoteId} ${outgoing.text}`, () => {
              const there = wall.find((one) => one.remoteId === remoteId)
              if (there) there.text = outgoing.text
              return shown(remoteId)
            }),
        }
      : {}),
  }
  return self
}

/** All networks at once: the department's own site, and the same scripted one under every other name. */
export function everyNetwork(one: Network): Readonly<Record<NetworkName, Network>> {
  return {
    site,
    bluesky: { ...one, name: 'bluesky', secrets: { password: 'The app password' } },
    mastodon: one,
    facebook: one,
    x: one,
    instagram: one,
    youtube: one,
    nextdoor: one,
  }
}
