/**
 * 填报: what a unit still has to report in a period, what it has reported, and who has not (issue 5, practice.md 2.7 and 3 rows 19-20).
 * Nothing is asked twice: a cell reported by anybody in the period is settled for everybody, and in the office's lists each cell has one owner.
 */
import type { Figure, Row } from './board'
import type { Calendar, Period } from './calendar'
import type { LedgerEvent } from './event'
import type { History } from './history'
import type { Placed, PlanIndex } from './plan'
import type { Present, ReportPayload } from './decide'
import type { Entry, Verdict } from './entry'
import { askingOf } from './asking'
import { defaultCalendar, mayEnter, periodOf, periodOfDay, presentPeriod } from './calendar'
import { addDays, addMonths, clampDay } from './days'
import { checkEntry } from './entry'
import { figureOf, rowOf } from './figure'
import { furtherOf } from './further'
import { comesLater, isInForce, winnerOf } from './history'
import { rulesOn } from './adoption'
import { isCeiling } from './tally'

/** Whose list: the office asks for everything, leaders only look. */
export type Unit = { kind: 'office' } | { kind: 'leader' } | { kind: 'department', id: string } | { kind: 'area', code: string }

/** The unit kept on the device as this plan knows it; nobody, or a unit that the plan does not know, is the office. */
export function unitOf(index: PlanIndex, unit: string | null): Unit {
  if (unit === '领导') return { kind: 'leader' }
  if (unit !== null && index.departments.has(unit)) return { kind: 'department', id: unit }
  const node = unit === null ? undefined : index.areas.get(unit)
  return node === undefined || node === index.root ? { kind: 'office' } : { kind: 'area', code: node.area.code }
}

/** How the unit stands in the ledger's `submit` lines. */
export const unitName = (unit: Unit): string => (unit.kind === 'department' ? unit.id : unit.kind === 'area' ? unit.code : unit.kind === 'leader' ? '领导' : '办公室')

/** `returned` comes first, `open` is still to do, `unchanged` says the same as before the period. */
export type CellState = 'returned' | 'open' | 'reported' | 'unchanged'

export interface ReportCell {
  target: string
  /** The area that reports: a leaf, or the plan's root for `scope: whole`. */
  area: string
  /** As of the day that is entered for. */
  figure: Figure
  state: CellState
  /** The report in force before the period, and the one of the period. */
  last: LedgerEvent | null
  now: LedgerEvent | null
  /** Why the office returned it. */
  reason: string | null
}

export interface ReportTarget { placed: Placed, row: Row, cells: readonly ReportCell[] }

export interface Span extends Period {
  /** First day of the period: the day after the cut-off before. */
  from: string
  /** The day that figures are entered for: the cut-off, or today where it has not come. */
  at: string
}

/** The period of a month with its first day, and the day that is entered for as seen from `today`. */
export function spanOf(calendar: Calendar, month: string, today: string): Span {
  const period = periodOf(calendar, month)
  const from = addDays(periodOf(calendar, addMonths(`${month}-01`, -1).slice(0, 7)).cutoff, 1)
  return { ...period, from, at: clampDay(today, from, period.cutoff) }
}

/** Can what was reached not be lost again: a goal to be reached (`>=`) of something that only grows. */
function isFinal(placed: Placed, figure: Figure): boolean {
  const { measure } = placed.target
  return (figure.lamp === 'done' || figure.lamp === 'caught_up_late') && !isCeiling(placed.target) && measure !== 'rate' && measure !== 'stock' && measure !== 'standard'
}

const isOut = (figure: Figure): boolean => !figure.asked || figure.lamp === 'exempt' || figure.lamp === 'paused'

function saysTheSame(one: LedgerEvent, other: LedgerEvent): boolean {
  const textOf = ({ data }: LedgerEvent) => JSON.stringify(Object.entries(data).filter(([key]) => key !== 'note').sort(([a], [b]) => (a < b ? -1 : 1)))
  return textOf(one) === textOf(other)
}

/** The reason of the office where it returned the event and nothing took that back. */
function returnReason(history: History, event: LedgerEvent, limit: string): string | null {
  let latest: LedgerEvent | null = null
  for (const review of history.reviews.get(event.id) ?? []) if (isInForce(history, review, limit) && (latest === null || comesLater(review, latest))) latest = review
  if (latest?.data.verdict !== 'returned') return null
  return (history.retractions.get(event.id) ?? []).some(one => isInForce(history, one, limit)) ? null : String(latest.data.reason ?? '')
}

function cellOf(history: History, area: string, figure: Figure, span: Span, limit: string): ReportCell {
  const events = history.reports.get(figure.target)?.get(area)
  const last = winnerOf(history, events, { asOf: addDays(span.from, -1), limit })
  const now = winnerOf(history, events, { asOf: span.at, limit }, event => event.at >= span.from)
  let returned: { event: LedgerEvent, reason: string } | null = null
  for (const event of events ?? []) {
    if (event.at < span.from || event.at > span.at || event.recordedAt > limit || (now !== null && !comesLater(event, now)) || (returned !== null && !comesLater(event, returned.event))) continue
    const reason = returnReason(history, event, limit)
    if (reason !== null) returned = { event, reason }
  }
  const state = returned !== null ? 'returned' : now === null ? 'open' : last !== null && saysTheSame(last, now) ? 'unchanged' : 'reported'
  return { target: figure.target, area, figure, state, last, now, reason: returned?.reason ?? null }
}

/** Does the unit own the cell: a department what it leads, a township its own column, the office and leaders everything. */
function owns(index: PlanIndex, unit: Unit, placed: Placed, area: string): boolean {
  if (unit.kind === 'department') return index.targets.get(placed.target.id)?.task.lead === unit.id
  return unit.kind !== 'area' || index.areas.get(unit.code)?.leaves.some(leaf => leaf.area.code === area) === true
}

/**
 * The cells that the unit owns and that could change in the period, grouped by target in plan order, returned ones first within a target;
 * a target with none is left out. `index` is the plan as set up (who leads what). Not asked: no task there, exempt, paused, done for good before the period.
 */
export function reportSheet(history: History, index: PlanIndex, unit: Unit, span: Span, limit: string): ReportTarget[] {
  const sheet: ReportTarget[] = []
  const rules = rulesOn(history, { asOf: span.at, limit })
  const rulesBefore = rulesOn(history, { asOf: addDays(span.from, -1), limit })
  const rank = (cell: ReportCell): number => (cell.state === 'returned' ? 0 : 1)
  for (const placed of index.targets.values()) {
    const isWhole = placed.target.scope === 'whole'
    const leaves = (isWhole ? [index.root] : index.root.leaves).filter(leaf => owns(index, unit, placed, leaf.area.code))
    if (leaves.length === 0 || (isWhole && unit.kind === 'area')) continue
    const now = askingOf(history, placed, { asOf: span.at, limit })
    const before = askingOf(history, placed, { asOf: addDays(span.from, -1), limit })
    const cells = leaves.flatMap((leaf): ReportCell[] => {
      const node = isWhole ? null : leaf
      const figure = figureOf(now, node, rules)
      if (isOut(figure) || (figure.asked && isFinal(placed, figureOf(before, node, rulesBefore)) && isFinal(placed, figure))) return []
      return [cellOf(history, leaf.area.code, figure, span, limit)]
    })
    if (cells.length > 0) sheet.push({ placed, row: rowOf(history, placed, { asOf: span.at, limit }, rules), cells: cells.sort((one, other) => rank(one) - rank(other)) })
  }
  return sheet
}

/** Cells by state; `todo` = open and returned. */
export interface SheetCounts { all: number, todo: number, returned: number, reported: number, unchanged: number }

export function countCells(cells: Iterable<ReportCell>): SheetCounts {
  const counts: SheetCounts = { all: 0, todo: 0, returned: 0, reported: 0, unchanged: 0 }
  for (const { state } of cells) {
    counts.all += 1
    if (state === 'open' || state === 'returned') counts.todo += 1
    if (state !== 'open') counts[state] += 1
  }
  return counts
}

/** Seconds to look up and type: a figure, a stage picked, dates of stages, a list of sites. Our assumption, not measured; an estimate, not a promise. */
const seconds = { figure: 10, stage: 6, dates: 20, sites: 30 } as const

/** Whole minutes for what is still to do; 0 only where nothing is. */
export function minutesFor(sheet: readonly ReportTarget[]): number {
  let sum = 0
  for (const { placed: { target }, cells } of sheet) {
    const each = target.ladder !== undefined ? seconds.sites : target.measure === 'milestone' ? seconds.dates : target.measure === 'qualitative' ? seconds.stage : seconds.figure
    sum += each * countCells(cells).todo
  }
  return Math.ceil(sum / 60)
}

const payloadKeys = ['value', 'numerator', 'denominator', 'stage', 'stages', 'items']

/** The report before the period as the payload that says 无变化; null where there is none. */
export function unchangedOf(cell: Pick<ReportCell, 'last'>): ReportPayload | null {
  if (cell.last === null) return null
  const payload = Object.fromEntries(Object.entries(cell.last.data).filter(([key]) => payloadKeys.includes(key)))
  return Object.keys(payload).length === 0 ? null : payload as unknown as ReportPayload
}

/** {@link checkEntry}, the lock of the period first: what is typed is not read before it may be entered. */
export function checkReport(history: History, calendar: Calendar, entry: Entry, input: string | ReportPayload, present: Present): Verdict {
  const locked = mayEnter(calendar, entry.at, present.today, entry.note ?? '')
  if (locked !== null && !(typeof input === 'string' && input.trim() === '')) return { kind: 'bad', problem: locked, fixes: [] }
  return checkEntry(history, entry, input, present)
}

/** The row of a target for the day entered for, as it was before anything of the period was reported, and as it is. */
export function effectOf(history: History, placed: Placed, span: Span, limit: string): { before: Row, after: Row } {
  const earlier = new Map([...history.reports.get(placed.target.id) ?? []].map(([area, events]) => [area, events.filter(event => event.at < span.from || event.at > span.at)]))
  const when = { asOf: span.at, limit }
  const rules = rulesOn(history, when)
  return { before: rowOf({ ...history, reports: new Map(history.reports).set(placed.target.id, earlier) }, placed, when, rules), after: rowOf(history, placed, when, rules) }
}

/** How a unit's report of a period stands (practice.md 2.7). `waiting`: not submitted, and not late yet. */
export type SubmitState = 'waiting' | 'on_time' | 'late' | 'missing' | 'revised'

export interface Submission {
  state: SubmitState
  /** The last submit line, and how many cells were written after it. */
  event: LedgerEvent | null
  changed: number
}

/** The submission of a unit; late is judged by the day of its first submit line, in the plan's days. */
export function submissionOf(history: History, unit: Unit, cells: readonly ReportCell[], period: Period, limit: string, today: string): Submission {
  const lines = furtherOf(history, 'submit', limit).filter(({ data }) => data.unit === unitName(unit) && data.period === period.id)
  const event = lines.reduce<LedgerEvent | null>((latest, one) => (latest === null || comesLater(one, latest) ? one : latest), null)
  if (event === null) return { state: today > period.submitBy ? 'missing' : 'waiting', event, changed: 0 }
  const changed = cells.filter(cell => cell.state === 'returned' || (cell.now !== null && comesLater(cell.now, event))).length
  const isLate = lines.every(line => line.at > period.submitBy)
  return { state: isLate ? 'late' : lines.length > 1 || changed > 0 ? 'revised' : 'on_time', event, changed }
}

/** One unit of the office's list. */
export interface UnitLine { unit: Unit, counts: SheetCounts, lastAt: string | null, submission: Submission, cells: readonly ReportCell[] }

/**
 * Who has not reported: every cell of the office's sheet under exactly one unit. By `department`: the one that leads its task. By `area`: the
 * column it lies in; what is reported once for the whole plan stays with its department.
 */
export function unitLines(history: History, index: PlanIndex, by: 'department' | 'area', sheet: readonly ReportTarget[], period: Period, limit: string, today: string): UnitLine[] {
  const groups = new Map<string, { unit: Unit, cells: ReportCell[] }>()
  for (const { placed, cells } of sheet) {
    for (const cell of cells) {
      const column = index.columns.find(one => one.leaves.some(leaf => leaf.area.code === cell.area))
      const unit: Unit = by === 'area' && column !== undefined && placed.target.scope === 'area' ? { kind: 'area', code: column.area.code } : { kind: 'department', id: placed.task.lead }
      const group = groups.get(unitName(unit)) ?? { unit, cells: [] }
      group.cells.push(cell)
      groups.set(unitName(unit), group)
    }
  }
  const order = [...index.departments.keys(), ...index.columns.map(column => column.area.code)]
  return [...groups].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)).map(([, { unit, cells }]) => ({
    unit, cells, counts: countCells(cells), submission: submissionOf(history, unit, cells, period, limit, today),
    lastAt: cells.reduce<string | null>((latest, { now, last }) => { const at = now?.at ?? last?.at ?? null; return at !== null && (latest === null || at > latest) ? at : latest }, null),
  }))
}

/** The month that a page opens at: the closed one until its submit day, then the one that runs; within the plan. */
export function monthFor(calendar: Calendar, index: PlanIndex, today: string): string {
  const present = presentPeriod(calendar, today)
  const { start, end } = index.plan.period
  const month = today > present.submitBy ? periodOfDay(calendar, today).id : present.id
  return month < start.slice(0, 7) ? start.slice(0, 7) : month > end.slice(0, 7) ? end.slice(0, 7) : month
}

/** The months of the plan that have begun, the present one last. */
export function monthsOf(index: PlanIndex, today: string): string[] {
  const { start, end } = index.plan.period
  const months: string[] = []
  for (let month = start.slice(0, 7); `${month}-01` <= end && `${month}-01` <= today; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month)
  return months.length > 0 ? months : [periodOf(defaultCalendar, start.slice(0, 7)).id]
}
