/**
 * What a file says, however a spreadsheet wrote it: in UTF-8, in UTF-16 with its mark, or in Windows-1252, as Excel still
 * does in many places. Read as UTF-8, the last would make `Mu�oz` of Muñoz.
 */
export function fileText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
