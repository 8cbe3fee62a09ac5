import { blocksOf } from './blocks.ts'
import { withoutContents } from './contents.ts'
import { cut, unlabelled } from './cut.ts'
import { withoutFurniture, type CleanLine, type Furniture } from './furniture.ts'
import { headEndOf } from './head-end.ts'
import { bareOffice, isSignature } from './header-label.ts'
import { readHeader } from './header.ts'
import { isSectionName } from './heading.ts'
import { labelOf } from './label.ts'
import { collapse, type Document, type Line } from './line.ts'
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
  const { lines: written, contents } = withoutContents(document.lines)
  const headEnd = headEndOf(written)
  const { lines, furniture } = withoutFurniture(written, headEnd)
  const body = lines.slice(headEnd).flatMap(headingApart)
  const bodyEnd = signatureOf(body)
  const header = readHeader([...lines.slice(0, headEnd), ...body.slice(bodyEnd)], hints.labels)
  const { root, doubts } = outlineOf(blocksOf(body.slice(0, bodyEnd)))
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
    furniture: [...contents, ...furniture],
    doubts: doubts.toSorted((one, other) => one.line - other.line),
  }
}

/** `I. PURPOSE: To guide.` holds a heading and the text under it. */
function headingApart(line: CleanLine): CleanLine[] {
  const both = /^(\S{1,8}\s+([\p{L} ]{4,40}):)\s+(\S.*)$/u.exec(line.text)
  if (!both?.[1] || !both[3] || !isSectionName(both[2] ?? '') || !labelOf(line.text)) return [line]
  return [
    { ...line, text: both[1] },
    { ...line, text: both[3], broken: false },
  ]
}

/** Where the block begins in which the order is signed; it says of the order what a header would. */
function signatureOf(lines: readonly Line[]): number {
  let start = lines.length
  let below = ''
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const text = collapse(lines[index]?.text ?? '')
    const isName = bareOffice.test(below) && /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text)
    if (isSignature(text) || isName) start = index
    else if (text !== '' && !/^[\s_]+$/.test(text)) break
    if (text !== '') below = text
  }
  // It stands apart from the last paragraph.
  return /^[\s_]*$/.test(lines[start - 1]?.text ?? '') ? start : lines.length
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
