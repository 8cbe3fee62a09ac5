/**
 * A list of phrases as people write it: separated by commas or new lines, `a/b` for either word, `_` for none.
 * `phrases('seek/take an/_ alternate route')` gives four phrases, lower case, single spaces.
 */
export function phrases(list: string): string[] {
  const found = new Set<string>()
  for (const line of list.split(/[,\n]/)) {
    let partial: string[] = ['']
    for (const word of line.trim().split(/\s+/)) {
      const choices = word.split('/')
      partial = partial.flatMap((start) => choices.map((choice) => join(start, choice)))
    }
    for (const phrase of partial) if (phrase !== '') found.add(phrase)
  }
  return [...found]
}

function join(start: string, word: string): string {
  if (word === '_' || word === '') return start
  return start === '' ? word : `${start} ${word}`
}
