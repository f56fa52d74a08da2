/**
 * 待办: what waits, and on whom. For a unit its slips, returned reports, the month to be reported and targets that end soon; for the office what it
 * has to decide itself, then what waits on each unit. Units only, never people. Source: issue 7 part 5.
 */
import type { Board, Figure, Row } from './board'
import type { History, When } from './history'
import type { Meeting } from './meetings'
import type { PlanIndex } from './plan'
import type { Slip, SlipExtension } from './slip'
import type { SlipStepKind } from './slipEvents'
import type { Span, Unit } from './reporting'
import { calendarOf, presentPeriod } from './calendar'
import { daysBetween } from './days'
import { reportSheet, spanOf, submissionOf, unitLines, unitName, unitOf } from './reporting'
import { reviewLevelOf } from './reviewState'
import { daysLeft, isUnderWay } from './slip'

export type InboxKind =
  /** Of a slip, waiting on the unit that leads it. */
  | 'overdue' | 'returned' | 'receive' | 'due_soon' | 'answer' | 'apply'
  /** The office has answered; the unit assists. To be known, nothing to be done at once. */
  | 'extension_settled' | 'assist'
  /** Reports sent back, the month not reported, a target that ends soon without a report. */
  | 'report_returned' | 'period' | 'target_near'
  /** Waiting on the office. */
  | 'settle_extension' | 'verify' | 'sign' | 'close' | 'read_reply' | 'drafts' | 'rulings' | 'meeting'

/** `late`: its day is past. `soon`: within {@link soonDays}. `now`: somebody waits for it. `later`: the rest. */
export type InboxSeverity = 'late' | 'soon' | 'now' | 'later'

export interface InboxItem {
  /** One item a matter and unit. */
  key: string
  kind: InboxKind
  /** On whom it waits: department id, area code, or {@link officeUnit}. */
  unit: string
  /** Title of the slip, target or meeting; the month (`2020-08`) of a period; '' where the kind says all. */
  title: string
  /** 督办单 2020-06, 2.1-1; '' without. */
  number: string
  /** Cells, drafts, rulings; null where one thing. */
  count: number | null
  due: string | null
  /** Whole days to `due`; negative past it. */
  days: number | null
  slip: Slip | null
  extension: SlipExtension | null
  /** A page below the plan (`slips`, `target/2.1-1`) and its query. */
  link: { page: string, query: Readonly<Record<string, string>> }
  severity: InboxSeverity
}

export const officeUnit = '办公室'
/** 临期: so many days before it is due. */
const soonDays = 3

/** Is the unit the office's own: nobody named, leaders, the plan's root, 办公室, 督查室. */
export function isOffice(index: PlanIndex, unit: string | null): boolean {
  const { kind } = unitOf(index, unit)
  return kind === 'office' || kind === 'leader' || (kind === 'department' && reviewLevelOf(index, unit!) === 'office')
}

export interface InboxSources {
  /** Of the same `when`; null: targets are not looked at. */
  board: Board | null
  meetings: readonly Meeting[]
  /** How many drafts the rules propose. */
  drafts: number
}

const severityOf = (days: number | null, isAsked: boolean): InboxSeverity => (days !== null && days < 0 ? 'late' : days !== null && days <= soonDays ? 'soon' : isAsked ? 'now' : 'later')

type Fields = Pick<InboxItem, 'kind' | 'unit' | 'link'> & Partial<InboxItem>

function itemOf(fields: Fields, day: string, isAsked = false): InboxItem {
  const due = fields.due ?? null
  const days = due === null ? null : daysBetween(day, due)
  return { title: '', number: '', count: null, slip: null, extension: null, key: `${fields.kind}/${fields.unit}/${fields.slip?.order.id ?? fields.title ?? ''}`, severity: severityOf(days, isAsked), ...fields, due, days }
}

const slipItem = (slip: Slip, kind: InboxKind, unit: string, day: string, more: Partial<InboxItem> = {}): InboxItem =>
  itemOf({ kind, unit, title: slip.order.title, number: slip.order.number, slip, due: slip.due, link: { page: 'slips', query: { slip: slip.order.id } }, ...more }, day, kind !== 'apply' && kind !== 'assist' && kind !== 'extension_settled')

/** Steps that the unit takes; all others are the office's. */
const unitSteps: ReadonlySet<'issue' | SlipStepKind> = new Set<'issue' | SlipStepKind>(['receive', 'reply', 'ask_extension', 'apply'])

/** What the office has to do about a slip; null: it waits on the unit, or on nobody. */
function officeTask(slip: Slip): 'settle_extension' | 'verify' | 'sign' | 'close' | 'read_reply' | null {
  if (slip.state === 'applied') return 'verify'
  if (slip.state === 'verified') return 'sign'
  if (slip.state === 'signed') return 'close'
  if (!isUnderWay(slip)) return null
  if (slip.pending !== null) return 'settle_extension'
  return slip.past.at(-1)?.step === 'reply' ? 'read_reply' : null
}

/** What the leading unit has to do about a slip under way. */
function unitTask(slip: Slip, day: string): 'overdue' | 'returned' | 'receive' | 'due_soon' | 'answer' | 'apply' | null {
  if (!isUnderWay(slip)) return null
  const left = daysLeft(slip, day)
  if (left < 0) return 'overdue'
  const last = [...slip.past].reverse().find(({ step }) => step === 'send_back' || step === 'return_reply' || step === 'reopen' || unitSteps.has(step))
  if (last?.step === 'send_back' || last?.step === 'return_reply' || last?.step === 'reopen') return 'returned'
  if (slip.state === 'issued') return 'receive'
  if (left <= soonDays) return 'due_soon'
  return slip.state === 'received' ? 'answer' : 'apply'
}

/** The extension that was answered and that the unit has not acted on since. */
function settledOf(slip: Slip): SlipExtension | null {
  const place = slip.past.map(({ step }) => step).lastIndexOf('settle_extension')
  return place < 0 || slip.past.slice(place).some(({ step }) => unitSteps.has(step)) || !isUnderWay(slip) ? null : [...slip.extensions].reverse().find(one => one.verdict !== null) ?? null
}

function slipsOfUnit(slips: readonly Slip[], unit: string, day: string): InboxItem[] {
  return slips.flatMap(slip => {
    const isLead = slip.order.lead === unit
    const task = isLead ? unitTask(slip, day) : slip.order.assist.includes(unit) && isUnderWay(slip) ? 'assist' as const : null
    const settled = isLead ? settledOf(slip) : null
    return [...task === null ? [] : [slipItem(slip, task, unit, day)], ...settled === null ? [] : [slipItem(slip, 'extension_settled', unit, day, { extension: settled })]]
  })
}

/** Present period of the plan; null before its first month is over. */
function spanNow(history: History, index: PlanIndex, { asOf, limit }: When): Span | null {
  const calendar = calendarOf(history, limit, asOf)
  const { id } = presentPeriod(calendar, asOf)
  const { start, end } = index.plan.period
  return id < start.slice(0, 7) || id > end.slice(0, 7) ? null : spanOf(calendar, id, asOf)
}

const reportLink = (page: string, span: Span): InboxItem['link'] => ({ page, query: { period: span.id } })

function reportsOfUnit(history: History, index: PlanIndex, unit: Unit, when: When): InboxItem[] {
  const span = spanNow(history, index, when)
  if (span === null) return []
  const sheet = reportSheet(history, index, unit, span, when.limit)
  const name = unitName(unit)
  const returned = sheet.flatMap(({ placed: { target }, cells }) => {
    const count = cells.filter(cell => cell.state === 'returned').length
    return count === 0 ? [] : [itemOf({ kind: 'report_returned', unit: name, title: target.name, number: target.id, count, due: span.submitBy, link: reportLink('report', span) }, when.asOf, true)]
  })
  const cells = sheet.flatMap(one => one.cells)
  const open = cells.filter(cell => cell.state === 'open').length
  const { state } = submissionOf(history, unit, cells, span, when.limit, when.asOf)
  return open > 0 && (state === 'waiting' || state === 'missing') ? [...returned, itemOf({ kind: 'period', unit: name, title: span.id, count: open, due: span.submitBy, link: reportLink('report', span) }, when.asOf, true)] : returned
}

/** Cells of a row that are the unit's to report. */
function cellsOf(index: PlanIndex, row: Row, unit: Unit): readonly Figure[] {
  if (unit.kind === 'area') return row.cells.filter(cell => cell.area === unit.code)
  if (unit.kind !== 'department' || index.targets.get(row.target.id)?.task.lead !== unit.id) return []
  return row.cells.length > 0 ? row.cells : [row.total]
}

function targetsOfUnit(index: PlanIndex, board: Board, unit: Unit): InboxItem[] {
  return board.rows.flatMap(row => {
    const left = daysBetween(board.asOf, row.due)
    if (left < 0 || left > row.rules.nearDueDays) return []
    const count = cellsOf(index, row, unit).filter(({ asked, lamp, at, stale }) => asked && lamp !== null && lamp !== 'done' && lamp !== 'exempt' && lamp !== 'paused' && (at === null || stale)).length
    const { id, name } = row.target
    return count === 0 ? [] : [itemOf({ kind: 'target_near', unit: unitName(unit), title: name, number: id, count, due: row.due, link: { page: `target/${id}`, query: {} } }, board.asOf)]
  })
}

const order: readonly InboxSeverity[] = ['late', 'soon', 'now', 'later']

/** The most pressing first, then by day; the same on every device. */
function inOrder(items: readonly InboxItem[]): InboxItem[] {
  return [...items].sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity) || (one.days ?? 9999) - (other.days ?? 9999) || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
}

function ofOffice(history: History, index: PlanIndex, slips: readonly Slip[], when: When, { meetings, drafts }: InboxSources): InboxItem[] {
  const day = when.asOf
  const open = index.plan.rulings.filter(ruling => ruling.status === 'open').length
  const meeting = meetings.find(one => one.on >= day) ?? null
  const own: InboxItem[] = slips.flatMap(slip => { const task = officeTask(slip); return task === null ? [] : [slipItem(slip, task, officeUnit, day, { extension: task === 'settle_extension' ? slip.pending : null })] })
  if (drafts > 0) own.push(itemOf({ kind: 'drafts', unit: officeUnit, count: drafts, link: { page: 'slips', query: {} } }, day))
  if (open > 0) own.push(itemOf({ kind: 'rulings', unit: officeUnit, count: open, link: { page: 'setup/rulings', query: {} } }, day))
  if (meeting !== null) own.push(itemOf({ kind: 'meeting', unit: officeUnit, title: meeting.name, number: String(meeting.number), due: meeting.on, link: { page: 'meetings', query: {} } }, day))
  const others = slips.flatMap(slip => { const task = officeTask(slip) === null ? unitTask(slip, day) : null; return task === null ? [] : [slipItem(slip, task, slip.order.lead, day)] })
  const span = spanNow(history, index, when)
  const months = span === null ? [] : unitLines(history, index, 'area', reportSheet(history, index, { kind: 'office' }, span, when.limit), span, when.limit, day).flatMap(({ unit, counts, submission: { state } }): InboxItem[] => {
    const at = { unit: unitName(unit), due: span.submitBy, link: reportLink('chase', span) }
    const isMissing = counts.todo > counts.returned && (state === 'waiting' || state === 'missing')
    return [
      ...counts.returned === 0 ? [] : [itemOf({ ...at, kind: 'report_returned', count: counts.returned }, day, true)],
      ...isMissing ? [itemOf({ ...at, kind: 'period', title: span.id, count: counts.todo - counts.returned }, day, true)] : [],
    ]
  })
  return inOrder([...own, ...others, ...months])
}

/**
 * What waits on `when.asOf` as known then. `unit`: department id or area code; null and the office's own units see the office's list, with what
 * waits on every unit. `index`: the plan as set up; `slips`: as {@link slipsOf} gives them for the same `when`.
 */
export function inboxOf(history: History, index: PlanIndex, slips: readonly Slip[], unit: string | null, when: When, sources: InboxSources): InboxItem[] {
  if (unit === null || isOffice(index, unit)) return ofOffice(history, index, slips, when, sources)
  const who = unitOf(index, unit)
  return inOrder([...slipsOfUnit(slips, unit, when.asOf), ...reportsOfUnit(history, index, who, when), ...sources.board === null ? [] : targetsOfUnit(index, sources.board, who)])
}

/** The items by whom they wait on: the office first, then units by their most pressing item. */
export function byUnit(items: readonly InboxItem[]): { unit: string, items: InboxItem[] }[] {
  const groups = new Map<string, InboxItem[]>()
  for (const item of items) groups.set(item.unit, [...groups.get(item.unit) ?? [], item])
  return [...groups].sort(([one], [other]) => Number(other === officeUnit) - Number(one === officeUnit)).map(([unit, list]) => ({ unit, items: list }))
}
