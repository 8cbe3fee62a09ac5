import type { ReactNode } from 'react'

/** A map that the server drew, with the same in words below it. */
export function MapPicture({ svg, says, title }: { svg: string; says: string; title: string }): ReactNode {
  return (
    <figure className="notice-map">
      <figcaption>{title}</figcaption>
      {/* As a picture of its own: nothing in it can run. */}
      <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={says} width="640" height="420" />
      <p className="quiet">{says}</p>
    </figure>
  )
}
