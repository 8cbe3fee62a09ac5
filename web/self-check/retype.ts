import { editOf } from './spans.ts'

/**
 * Writes another text over the one in a box as its writer would, so that Ctrl-Z takes it back, and leaves the keyboard
 * there. Returns false where the browser offers no such writing.
 */
export function retype(box: HTMLTextAreaElement, text: string): boolean {
  const { start, end, instead } = editOf(box.value, text)
  box.focus()
  box.setSelectionRange(start, end)
  // Nothing newer writes into a box without taking its history away.
  return instead === '' ? document.execCommand('delete') : document.execCommand('insertText', false, instead)
}
