import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { dayOfCell } from '../platform/day.ts'
import { isOn, type Chart } from './chain.ts'
import { changesOf } from './roster-changes.ts'
import {
  memberFormSchema,
  type Member,
  type MemberForm,
  type RosterChange,
  type RosterProblem,
} from './schema.ts'
import { hasSign } from './sign.ts'

/** The columns of a roster, in the order of an export. A file may leave out all but name, kind and from. */
export const rosterColumns = [
  'name',
  'kind',
  'badge',
  'rank',
  'unit',
  'email',
  'language',
  'from',
  'to',
  'position',
  'supervisor',
] as const
type Column = (typeof rosterColumns)[number]
const needed: readonly Column[] = ['name', 'kind', 'from']

/** One good line of a roster file. */
export interface RosterRow {
  line: number
  /** The member it is about; undefined for somebody new. */
  memberId: string | undefined
  /** `same` as the roster holds it; positions are compared when they are put in place. */
  change: 'added' | 'changed' | 'same'
  form: MemberForm
  /** The first day as the file says it; of somebody known, the roster's own is kept. */
  saidFrom: string
  to: string | null
  position: string | null
  /** The badge or e-mail address of whoever they report to; with a position and nobody to report to, it is the chief's. */
  supervisor: string | null
}

export interface RosterPlan {
  rows: RosterRow[]
  /** What they change of members the roster has. */
  changes: RosterChange[]
  problems: RosterProblem[]
  /** How many lines hold somebody, good or not. */
  lines: number
}

const rowSchema = memberFormSchema.omit({ granted: true }).extend({
  to: z.iso.date().nullable(),
  position: z.string().max(120).nullable(),
  supervisor: z.string().max(200).nullable(),
})

/** What a roster file would do: its good lines, and each problem by line and column. */
export function planRoster(csv: string, present: readonly Member[], chart: Chart, on: string): RosterPlan {
  const plan: RosterPlan = { rows: [], changes: [], problems: [], lines: 0 }
  const problem = (line: number, column: string | null, sentence: string): void => {
    plan.problems.push({ line, column, sentence })
  }
  const read = readCsv(csv, problem)
  if (!read) return plan
  const seen = new Map<string, number>()
  for (const { line, cells } of read) {
    plan.lines++
    const parsed = rowSchema.safeParse(cells)
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        problem(line, String(issue.path[0] ?? ''), sentenceOf(issue, cells))
      continue
    }
    const { to, position, supervisor, ...form } = parsed.data
    const keys = [form.badge && `badge ${form.badge}`, form.email && `e-mail ${form.email.toLowerCase()}`]
    const twice = keys.find((key) => typeof key === 'string' && seen.has(key))
    if (typeof twice === 'string') {
      problem(line, twice.split(' ')[0] ?? null, `${twice} stands in line ${seen.get(twice)} already`)
      continue
    }
    for (const key of keys) if (typeof key === 'string') seen.set(key, line)
    const found = matches(present, form)
    if (found.length > 1) {
      problem(line, null, `the badge is ${found[0]?.name}'s and the e-mail address ${found[1]?.name}'s`)
      continue
    }
    if (to !== null && to < form.from) {
      problem(line, 'to', 'stands before the first day')
      continue
    }
    if (supervisor !== null && position === null) {
      problem(line, 'position', 'a supervisor is named, and no position')
      continue
    }
    const [member] = found
    // A badge passed on to somebody else must not make them the one who had it.
    if (member && member.name !== form.name) {
      const same = `if “${form.name}” is the same person, change the name on their page first`
      problem(line, 'name', `the badge or e-mail address is ${member.name}'s; ${same}`)
      continue
    }
    const full = member ? kept(member, form, cells) : { ...form, granted: [] }
    plan.rows.push({
      line,
      memberId: member?.memberId,
      change: member ? (isSame(member, full, to) ? 'same' : 'changed') : 'added',
      form: full,
      saidFrom: form.from,
      to,
      position,
      supervisor,
    })
  }
  refuseLostSupervisors(plan, present, titlesOn(chart, on), problem)
  plan.problems.sort((a, b) => a.line - b.line)
  plan.changes = changesOf(plan.rows, present, chart, on)
  return plan
}

interface Cells {
  line: number
  cells: { [column: string]: string | null | undefined }
}

function readCsv(
  csv: string,
  problem: (line: number, column: string | null, sentence: string) => void,
): Cells[] | undefined {
  const options = {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    delimiter: [',', ';', '\t'],
  }
  let records: unknown
  try {
    records = parse(csv, options)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    problem(Number(error['lines'] ?? 1), null, 'a quotation mark is open or stands where none belongs')
    return undefined
  }
  const lines = z
    .array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))
    .parse(records)
  const [head, ...rest] = lines
  if (!head) {
    problem(1, null, 'the file is empty')
    return undefined
  }
  const header = head.record.map((name) => name.toLowerCase())
  for (const name of header)
    if (!isColumn(name)) problem(1, name, `is no column of a roster; these are: ${rosterColumns.join(', ')}`)
  for (const name of needed) if (!header.includes(name)) problem(1, name, 'this column is missing')
  if (header.length !== new Set(header).size) problem(1, null, 'a column stands there twice')
  if (needed.some((name) => !header.includes(name)) || !header.every(isColumn)) return undefined
  return rest.map(({ record, info }) => ({ line: info.lines, cells: cellsOf(header, record) }))
}

/** Cells by column. What is empty is not said. */
function cellsOf(header: readonly string[], record: readonly string[]): Cells['cells'] {
  const cells: Cells['cells'] = { to: null, position: null, supervisor: null }
  for (const [place, column] of header.entries()) {
    const text = plainCell(record[place] ?? '')
    if (text === '') continue
    cells[column] = readCell(column, text)
  }
  return cells
}

/** Language and kind may be written in any case, a day as American spreadsheets do. */
function readCell(column: string, text: string): string {
  if (column === 'from' || column === 'to') return dayOfCell(text)
  return column === 'kind' || column === 'language' ? text.toLowerCase().replaceAll(' ', '-') : text
}

/** An export puts a quotation mark before what a spreadsheet would take for a formula; it is none of the value. */
function plainCell(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}

function isColumn(name: string): name is Column {
  return rosterColumns.some((column) => column === name)
}

function sentenceOf(issue: z.core.$ZodIssue, cells: Cells['cells']): string {
  const column = String(issue.path[0] ?? '')
  const said = cells[column]
  if (said === undefined || said === null) return 'is missing'
  if (issue.code === 'invalid_value') return `“${said}” is not one of ${issue.values.join(', ')}`
  if (column === 'from' || column === 'to') return `“${said}” is no date; write 2026-11-21 or 11/21/2026`
  if (column === 'email') return `“${said}” is no e-mail address`
  return issue.message
}

/** The serving members whom a line means, by badge and by e-mail address. */
function matches(present: readonly Member[], form: Pick<MemberForm, 'badge' | 'email'>): Member[] {
  const serving = present.filter((one) => one.to === null)
  const byBadge = serving.filter((one) => form.badge !== null && one.badge === form.badge)
  const email = form.email?.toLowerCase()
  const byEmail = serving.filter((one) => email !== undefined && one.email?.toLowerCase() === email)
  return [...new Set([...byBadge, ...byEmail])]
}

/** What a line says of somebody known; an empty cell, or a column that is not there, leaves what the roster holds. */
function kept(member: Member, form: Omit<MemberForm, 'granted'>, cells: Cells['cells']): MemberForm {
  return {
    ...form,
    badge: form.badge ?? member.badge,
    rank: form.rank ?? member.rank,
    unit: form.unit ?? member.unit,
    email: form.email ?? member.email,
    language: cells['language'] === undefined ? member.language : form.language,
    granted: member.granted,
  }
}

function isSame(member: Member, form: MemberForm, to: string | null): boolean {
  return (
    to === null &&
    (['kind', 'name', 'badge', 'rank', 'unit', 'email', 'language'] as const).every(
      (key) => member[key] === form[key],
    )
  )
}

/** Everybody must be found whom a line names as a supervisor, and nobody may be above themselves. */
function refuseLostSupervisors(
  plan: RosterPlan,
  present: readonly Member[],
  titles: ReadonlySet<string>,
  problem: (line: number, column: string | null, sentence: string) => void,
): void {
  const bySign = new Map<string, RosterRow>()
  for (const row of plan.rows)
    for (const sign of [row.form.badge, row.form.email?.toLowerCase()])
      if (sign !== null && sign !== undefined) bySign.set(sign.toLowerCase(), row)
  const serving = present.filter((one) => one.to === null)
  const isKnown = (sign: string): boolean => bySign.has(sign) || serving.some((one) => hasSign(one, sign))
  const lost = new Set<RosterRow>()
  for (const row of plan.rows) {
    let above: RosterRow | undefined = row
    const path = new Set<RosterRow>()
    while (above?.supervisor && !path.has(above)) {
      path.add(above)
      above = bySign.get(above.supervisor.toLowerCase())
    }
    const sign = row.supervisor?.toLowerCase()
    if (sign !== undefined && !isKnown(sign))
      problem(row.line, 'supervisor', `nobody has the badge or e-mail address “${row.supervisor}”`)
    else if (above !== undefined && path.has(above))
      problem(row.line, 'supervisor', 'they would stand above themselves')
    else continue
    lost.add(row)
  }
  // Whoever stays where they are needs no supervisor named: the desk above may be vacant.
  const heads = plan.rows.filter(
    (row) =>
      row.position !== null &&
      row.supervisor === null &&
      !titles.has(`${row.memberId ?? ''} ${row.position}`),
  )
  for (const row of heads.slice(1)) {
    problem(row.line, 'supervisor', `is missing; line ${heads[0]?.line} is the chief's, who alone has none`)
    lost.add(row)
  }
  plan.rows = plan.rows.filter((row) => !lost.has(row))
}

/** Who sits under which title that day: `memberId title`. */
function titlesOn(chart: Chart, on: string): ReadonlySet<string> {
  const positions = new Map(
    chart.positions.filter((one) => isOn(one, on)).map((one) => [one.positionId, one]),
  )
  const seats = chart.holdings.filter((one) => isOn(one, on) && !one.acting)
  return new Set(seats.map((one) => `${one.memberId} ${positions.get(one.positionId)?.title ?? ''}`))
}

/** The roster as a file, safe to open in a spreadsheet: nothing in it is taken for a formula. */
export function writeRoster(members: readonly Member[], chart: Chart, on: string): string {
  const positions = new Map(
    chart.positions.filter((one) => isOn(one, on)).map((one) => [one.positionId, one]),
  )
  const seats = chart.holdings.filter((one) => isOn(one, on) && !one.acting)
  const rows = members
    .filter((one) => one.to === null || on < one.to)
    .map((member) => {
      const seat = seats.find((one) => one.memberId === member.memberId)
      const position = seat && positions.get(seat.positionId)
      const above = seats.find((one) => one.positionId === position?.reportsTo)
      const supervisor = members.find((one) => one.memberId === above?.memberId)
      const cells = {
        ...member,
        position: position?.title,
        supervisor: supervisor?.badge ?? supervisor?.email,
      }
      return rosterColumns.map((column) => cells[column] ?? '')
    })
  return stringify([[...rosterColumns], ...rows], {
    escape_formulas: true,
    record_delimiter: '\r\n',
    quote_record_delimiter: true,
  })
}
