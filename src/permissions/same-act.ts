import type { Act } from '../policy/act.ts'
import type { Content } from './content.ts'

/** Is it for another capacity or a narrower audience than the act's? */
export function isOther({ act: asked }: Content, act: Act): boolean {
  return asked.capacity !== act.capacity || (asked.audience === 'limited' && act.audience !== 'limited')
}

/** Shows the act nothing but what was asked for, and says it exactly that, where words were asked for? */
export function isPart({ act: asked, text, pictures }: Content, act: Act): boolean {
  const approved = new Set(pictures.map(({ sha256 }) => sha256))
  return (
    (text === null || (asked.kind === act.kind && text === (act.text ?? '').trim())) &&
    (act.media ?? []).every(({ id }) => id !== undefined && approved.has(id))
  )
}
