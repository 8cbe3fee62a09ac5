const link = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g

/** The addresses in plain words. */
export function linksInText(text: string): string[] {
  return text.match(link) ?? []
}
