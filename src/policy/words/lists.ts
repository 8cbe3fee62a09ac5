/** The words of a list written for people: parted by any white space. */
export function wordsOf(list: string): string[] {
  return [...new Set(list.split(/\s+/).filter((word) => word !== ''))]
}

/** The phrases of a list written for people: one a line. */
export function linesOf(list: string): string[] {
  return [
    ...new Set(
      list
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ]
}
