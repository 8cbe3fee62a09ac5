const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day a header's value names, as `2014-02-28`, or undefined. US order of month and day; `19` is 2019, `98` is 1998. */
export function dayOf(value: string): string | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(value)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/.exec(value)
  if (numeric) return day(century(Number(numeric[3])), Number(numeric[1]), Number(numeric[2]))
  const worded = /\b(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/iu.exec(value)
  if (worded) return day(Number(worded[3]), monthOf(worded[1] ?? ''), Number(worded[2]))
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9})\.?,? (\d{4})\b/iu.exec(value)
  if (dayFirst) return day(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]))
  return undefined
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function century(year: number): number {
  if (year >= 100) return year
  return year < 70 ? 2000 + year : 1900 + year
}

// Refuses 31 February: a date that the calendar does not have is no date.
function day(year: number, month: number, date: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, date))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return isReal ? at.toISOString().slice(0, 10) : undefined
}
