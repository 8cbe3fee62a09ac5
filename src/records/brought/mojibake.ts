/**
 * Facebook and Instagram write each byte of UTF-8 as a letter of its own: `caf\u00c3\u00a9` for café. Gives the words as
 * they were meant; what holds letters beyond a byte, or is no UTF-8 then, was written rightly and stays.
 */
export function mended(text: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/^[\0-\x7f]*$/.test(text) || /[^\0-\xff]/.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}
