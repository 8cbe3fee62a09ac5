import { useEffect, useState } from 'react'

/** How the page stands to the network. */
export interface Offline {
  /** Does the browser think that there is a network? */
  isOnline: boolean
  /** A newer version of the page is ready. */
  isNewer: boolean
  /** Keeps what reads pictures too; `undefined` where the browser has no service workers. */
  keepAll: (() => void) | undefined
  /** Files kept so far, of; or that it failed. */
  kept: readonly [number, number] | 'failed' | undefined
  /** Shows the browser's own question whether to install the page, where it has one. */
  install: (() => void) | undefined
  /** Takes the newer version, and loads the page anew. */
  takeNewer: () => void
}

/** Chromium's own event; the DOM's types do not have it. */
interface InstallEvent extends Event {
  prompt: () => Promise<unknown>
}

/** Registers the service worker, and follows the network and newer versions. */
export function useOffline(): Offline {
  const [isOnline, setIsOnline] = useState(navigator.onLine)
  const [registration, setRegistration] = useState<ServiceWorkerRegistration>()
  const [waiting, setWaiting] = useState<ServiceWorker>()
  const [kept, setKept] = useState<Offline['kept']>()
  const [installing, setInstalling] = useState<InstallEvent>()
  useEffect(() => {
    const stop = new AbortController()
    const follow = (): void => setIsOnline(navigator.onLine)
    addEventListener('online', follow, stop)
    addEventListener('offline', follow, stop)
    addEventListener(
      'beforeinstallprompt',
      (event) => {
        if (!isInstallEvent(event)) return
        event.preventDefault()
        setInstalling(event)
      },
      stop,
    )
    void register(setWaiting, stop.signal).then(setRegistration)
    return () => stop.abort()
  }, [])
  return {
    isOnline,
    isNewer: waiting !== undefined,
    kept,
    keepAll: registration && (() => void keepAll(registration, setKept)),
    install:
      installing &&
      (() => {
        void installing.prompt()
        setInstalling(undefined)
      }),
    takeNewer: () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      waiting?.postMessage('go on')
    },
  }
}

function isInstallEvent(event: Event): event is InstallEvent {
  return 'prompt' in event
}

async function register(
  onNewer: (worker: ServiceWorker) => void,
  signal: AbortSignal,
): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined
  try {
    const registration = await navigator.serviceWorker.register('/sw.js')
    const look = (): void => {
      // The first one of all replaces nothing.
      if (registration.waiting && navigator.serviceWorker.controller) onNewer(registration.waiting)
    }
    look()
    registration.addEventListener(
      'updatefound',
      () => registration.installing?.addEventListener('statechange', look, { signal }),
      { signal },
    )
    return registration
  } catch {
    // The page works without; it only needs the network then.
    return undefined
  }
}

async function keepAll(
  registration: ServiceWorkerRegistration,
  onKept: (kept: Offline['kept']) => void,
): Promise<void> {
  const { active } = await navigator.serviceWorker.ready
  const worker = active ?? registration.active
  const channel = new MessageChannel()
  channel.port1.addEventListener('message', ({ data }: MessageEvent<Offline['kept']>) => onKept(data))
  channel.port1.start()
  onKept([0, 0])
  worker?.postMessage('keep all', [channel.port2])
}
