import { useEffect, useRef, useState } from 'react'
import type { Act } from '../../src/policy/act.ts'
import type { Answer } from './draft.ts'
import type { Asked, Judged, Learnt, OrderData, Said } from './judged.ts'

/** Milliseconds that typing may rest before it is judged; a fast typist is judged as often. */
const pause = 80

export interface Judging {
  learnt: Learnt | undefined
  judged: Judged | undefined
  /** The judge itself failed; nothing is known of the draft. */
  failed: boolean
}

/** Judges the act in a worker whenever it changes, always the latest, never two at once. */
export function useJudging(order: OrderData, act: Act, answers: readonly Answer[]): Judging {
  const [state, setState] = useState<Judging>({ learnt: undefined, judged: undefined, failed: false })
  const latest = useRef({ act, answers })
  const line = useRef<Line>(undefined)
  useEffect(() => {
    latest.current = { act, answers }
    line.current?.ask(act, answers)
  }, [act, answers])
  useEffect(() => {
    const opened = openLine(order, (change) => setState((before) => ({ ...before, ...change })))
    opened.ask(latest.current.act, latest.current.answers)
    line.current = opened
    return () => {
      opened.close()
      line.current = undefined
    }
  }, [order])
  return state
}

interface Line {
  ask: (act: Act, answers: readonly Answer[]) => void
  close: () => void
}

function openLine(order: OrderData, onSaid: (change: Partial<Judging>) => void): Line {
  const worker = new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module', name: 'judge' })
  const send = (asked: Asked): void => worker.postMessage(asked)
  let number = 0
  let isBusy = false
  let next: { act: Act; answers: readonly Answer[] } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const sendNext = (): void => {
    timer = undefined
    if (isBusy || !next) return
    isBusy = true
    number++
    send({ number, ...next })
    next = undefined
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if ('learnt' in data) return onSaid({ learnt: data.learnt })
    isBusy = false
    // For whoever looks at the page's speed; nothing is kept.
    performance.measure('judge', { start: performance.now() - data.took, duration: data.took })
    performance.clearMeasures('judge')
    onSaid({ judged: data, failed: false })
    if (next && timer === undefined) sendNext()
  })
  worker.addEventListener('error', () => onSaid({ failed: true }))
  send({ order })
  return {
    ask: (act, answers) => {
      next = { act, answers }
      timer ??= setTimeout(sendNext, pause)
    },
    close: () => {
      clearTimeout(timer)
      worker.terminate()
    },
  }
}
