import { useEffect, useState, type ReactNode } from 'react'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'

/** Says that something is on its way, once it takes long enough to be worth saying. */
export function Loading(): ReactNode {
  const words = useWords(shared)
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), 250)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="quiet" role="status" aria-busy>
      {isLong ? `${words.loading}…` : ''}
    </p>
  )
}
