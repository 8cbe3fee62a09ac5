import { blocksOf } from './blocks.ts'
import { cut, unlabelled } from './cut.ts'
import { withoutFurniture, type Furniture } from './furniture.ts'
import { headEndOf } from './head-end.ts'
import { readHeader } from './header.ts'
import type { Document } from './line.ts'
import { outlineOf, type Doubt } from './outline.ts'
import type { DocumentHints, ImportedProvision } from './provision.ts'

/** A document cut into provisions, with what was taken away and what a person should look at. */
export interface Imported {
  provisions: readonly ImportedProvision[]
  furniture: readonly Furniture[]
  doubts: readonly Doubt[]
}

/** The provisions of a document, by the row rule: one for the smallest unit that the order itself labels. */
export function provisionsOf(document: Document, hints: DocumentHints = {}): readonly ImportedProvision[] {
  return importDocument(document, hints).provisions
}

/** Cuts a document into provisions: header, sections, numbered units, bullets as letters, unlabelled text by sentence. */
export function importDocument(document: Document, hints: DocumentHints = {}): Imported {
  const headEnd = headEndOf(document.lines)
  const { lines, furniture } = withoutFurniture(document.lines, headEnd)
  const header = readHeader(lines.slice(0, headEnd), hints.labels)
  const { root, doubts } = outlineOf(blocksOf(lines.slice(headEnd)))
  const metadata: ImportedProvision[] = header.entries.map(({ key, ...entry }) => ({
    ...entry,
    citation: `META.${key}`,
    part: 'metadata',
    headings: [],
    under: [],
  }))
  const parts = [
    unlabelled('DISCLAIMER', 'disclaimer', header.paragraphs, [], []),
    cut(root, hints.headings ?? {}),
    unlabelled('CLOSING', 'closing', root.tail, [], []),
  ]
  if (!parts.some((part) => part.length > 0)) {
    doubts.push({ line: 1, page: 1, sentence: 'nothing in it reads as a provision' })
  }
  return {
    provisions: unique([...metadata, ...parts.flat()], doubts),
    furniture,
    doubts: doubts.toSorted((one, other) => one.line - other.line),
  }
}

// Two units under one citation are kept apart (`IV.A.3~2`) and said to a person.
function unique(found: readonly ImportedProvision[], doubts: Doubt[]): ImportedProvision[] {
  const seen = new Map<string, number>()
  return found.map((provision) => {
    const times = (seen.get(provision.citation) ?? 0) + 1
    seen.set(provision.citation, times)
    if (times === 1) return provision
    const sentence = `${provision.citation} stands twice: this one is cited as ${provision.citation}~${times}`
    doubts.push({ line: provision.line, page: provision.page, sentence })
    return { ...provision, citation: `${provision.citation}~${times}` }
  })
}
