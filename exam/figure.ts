/** One line of the exam: a measure in per cent, how many rows it rests on, and the goal it is held to. */
export interface Figure {
  measure: string
  value: number
  rows: number
  /** `at-least: 75` or `at-most: 1`; absent for a figure that is only told. */
  goal?: { 'at-least': number } | { 'at-most': number }
}

export function verdict({ value, goal }: Figure): 'met' | 'missed' | '' {
  if (goal === undefined) return ''
  const shown = Math.round(value * 10) / 10
  return ('at-least' in goal ? shown >= goal['at-least'] : shown <= goal['at-most']) ? 'met' : 'missed'
}

export function goalText({ goal }: Figure): string {
  if (goal === undefined) return ''
  return 'at-least' in goal ? `>= ${goal['at-least']}` : `<= ${goal['at-most']}`
}
