/**
 * 减负账: what a plan asks of its units, and what it does not ask (practice.md 4.3). Counted from plan and ledger, never asserted: cells × units ×
 * periods, an estimate of minutes, cells asked of two units, figures worked out instead of asked. Rank of people or hours online is no part of it.
 */
import type { Calendar } from './calendar'
import type { LedgerEvent } from './event'
import type { History } from './history'
import type { AreaNode, Placed, PlanIndex, Target } from './plan'
import { askingOf } from './asking'
import { periodOf } from './calendar'
import { addDays, addMonths, clampDay } from './days'
import { figureOf } from './figure'
import { isInForce, winnerOf } from './history'
import { rulesOn } from './adoption'
import { isCeiling } from './tally'

/** Seconds to look up and type a figure, pick a stage, date the stages, tick a list of sites: our assumption, not measured. */
const secondsFor = ({ ladder, measure }: Target): number => (ladder !== undefined ? 30 : measure === 'milestone' ? 20 : measure === 'qualitative' ? 6 : 10)

/** A count of one period, or of several added up. */
export interface Count {
  /** Cells asked: not exempt, not paused, not done for good before the period. */
  cells: number
  /** Estimated time for all of them typed one by one, in seconds. */
  seconds: number
  /** One sheet a unit that is asked at all. */
  forms: number
  /** Cells asked of more than one unit: must be 0. */
  askedTwice: number
  /** Cells that two units entered in the same period, whatever was asked: double work that the ledger shows. */
  enteredTwice: number
  /** Cells reported with what stood there before: one click of 无变化. */
  unchanged: number
  /** Cells written in one go with others: pasted, taken from a returned workbook, 无变化 for many. */
  together: number
  /** Worked out instead of asked: totals of targets and of areas with parts, percentages of rates, increases since the report before. */
  totals: number
  rates: number
  increases: number
}

export interface UnitCount { unit: string, cells: number, seconds: number }

export interface MonthBurden {
  /** `2020-09` */
  month: string
  count: Count
  /** What lies with a department: its own cells (reported once for the whole plan), then those of townships that it gathers. */
  departments: readonly (UnitCount & { gathers: number })[]
  areas: readonly UnitCount[]
}

export interface Burden {
  months: readonly MonthBurden[]
  /** The period that is reported now. */
  present: MonthBurden
  /** All periods begun so far. */
  year: Count
  /** Each unit's year. */
  departments: MonthBurden['departments']
  areas: MonthBurden['areas']
}

const nothing: Count = { cells: 0, seconds: 0, forms: 0, askedTwice: 0, enteredTwice: 0, unchanged: 0, together: 0, totals: 0, rates: 0, increases: 0 }
const sum = (one: Count, other: Count): Count => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value + other[key as keyof Count]])) as unknown as Count

function saysTheSame(one: LedgerEvent, other: LedgerEvent): boolean {
  const textOf = ({ data }: LedgerEvent) => JSON.stringify(Object.entries(data).filter(([key]) => key !== 'note').sort(([a], [b]) => (a < b ? -1 : 1)))
  return textOf(one) === textOf(other)
}

/** The units that a cell is asked of: the township that it lies in, or the department for what is reported once. */
export const askedOf = (index: PlanIndex, { target, task }: Placed, area: string): string[] =>
  target.scope === 'whole' ? [task.lead] : index.columns.filter(column => column.leaves.some(leaf => leaf.area.code === area)).map(column => column.area.code)

/** The months of the plan begun by `today`, the present one last (at least the first). */
export function burdenMonths({ plan: { period } }: PlanIndex, today: string): string[] {
  const months: string[] = []
  for (let month = period.start.slice(0, 7); `${month}-01` <= period.end && (months.length === 0 || `${month}-01` <= today); month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month)
  return months
}

/**
 * One period as known up to `limit`. `index` is the plan as set up (who leads what). Marks and shares count as on the last day of the period,
 * or today where that has not come.
 */
export function monthBurden(history: History, index: PlanIndex, calendar: Calendar, month: string, now: { today: string, limit: string }): MonthBurden {
  const { cutoff } = periodOf(calendar, month)
  const from = addDays(periodOf(calendar, addMonths(`${month}-01`, -1).slice(0, 7)).cutoff, 1)
  const [asOf, before] = [clampDay(now.today, from, cutoff), addDays(from, -1)]
  const count = { ...nothing }
  const ofArea = new Map<string, UnitCount>()
  const ofDepartment = new Map<string, UnitCount & { gathers: number }>()
  const forms = new Set<string>()
  /** How many reports of the plan share device and millisecond. */
  const writtenAt = new Map<string, number>()
  const moment = ({ recordedAt, device }: LedgerEvent): string => `${recordedAt.slice(0, 24)} ${device ?? ''}`
  const inPeriod = (event: LedgerEvent): boolean => event.at >= from && event.at <= cutoff && event.recordedAt <= now.limit
  for (const reports of history.reports.values()) for (const events of reports.values()) for (const event of events) if (inPeriod(event)) writtenAt.set(moment(event), (writtenAt.get(moment(event)) ?? 0) + 1)
  for (const placed of index.targets.values()) {
    const { target, task } = placed
    const isWhole = target.scope === 'whole'
    const [asking, askingBefore] = [asOf, before].map(day => askingOf(history, placed, { asOf: day, limit: now.limit })) as [ReturnType<typeof askingOf>, ReturnType<typeof askingOf>]
    const canEnd = !isCeiling(target) && target.measure !== 'rate' && target.measure !== 'stock' && target.measure !== 'standard'
    const isDone = (lamp: string | null) => canEnd && (lamp === 'done' || lamp === 'caught_up_late')
    let asked = 0
    for (const leaf of isWhole ? [index.root] : index.root.leaves) {
      const node: AreaNode | null = isWhole ? null : leaf
      const area = leaf.area.code
      const figure = figureOf(asking, node, rulesOn(history, asking.when))
      if (!figure.asked || figure.lamp === 'exempt' || figure.lamp === 'paused' || (isDone(figure.lamp) && isDone(figureOf(askingBefore, node, rulesOn(history, askingBefore.when)).lamp))) continue
      asked += 1
      const seconds = secondsFor(target)
      const units = askedOf(index, placed, area)
      for (const unit of units) {
        forms.add(unit)
        if (!isWhole) { const line = ofArea.get(unit) ?? { unit, cells: 0, seconds: 0 }; ofArea.set(unit, { unit, cells: line.cells + 1, seconds: line.seconds + seconds }) }
      }
      const line = ofDepartment.get(task.lead) ?? { unit: task.lead, cells: 0, seconds: 0, gathers: 0 }
      ofDepartment.set(task.lead, isWhole ? { ...line, cells: line.cells + 1, seconds: line.seconds + seconds } : { ...line, gathers: line.gathers + 1 })
      count.cells += 1
      count.seconds += seconds
      if (units.length > 1) count.askedTwice += 1
      const events = history.reports.get(target.id)?.get(area) ?? []
      const inForce = events.filter(event => inPeriod(event) && isInForce(history, event, now.limit))
      if (new Set(inForce.flatMap(event => event.by?.unit ?? [])).size > 1) count.enteredTwice += 1
      const own = winnerOf(history, inForce, { asOf: cutoff, limit: now.limit })
      const last = winnerOf(history, events, { asOf: before, limit: now.limit })
      if (own !== null && last !== null && saysTheSame(own, last)) count.unchanged += 1
      if (own !== null && (writtenAt.get(moment(own)) ?? 0) > 1) count.together += 1
      if (target.measure === 'rate') count.rates += 1
      if (last !== null && typeof last.data.value === 'number') count.increases += 1
    }
    if (!isWhole && asked > 0) count.totals += 1 + index.columns.filter(column => column.children.length > 0).length
  }
  count.forms = forms.size
  return { month, count, departments: inOrder(ofDepartment, [...index.departments.keys()]), areas: inOrder(ofArea, index.columns.map(column => column.area.code)) }
}

function inOrder<Line extends UnitCount>(lines: ReadonlyMap<string, Line>, order: readonly string[]): Line[] {
  const place = ({ unit }: Line) => { const at = order.indexOf(unit); return at < 0 ? order.length : at }
  return [...lines.values()].sort((one, other) => place(one) - place(other))
}

/** The periods added up; the last of `months` is the present one, which a plan has always. */
export function burdenOf(months: readonly [MonthBurden, ...MonthBurden[]], index: PlanIndex): Burden {
  const departments = new Map<string, UnitCount & { gathers: number }>()
  const areas = new Map<string, UnitCount>()
  for (const month of months) {
    for (const { unit, cells, seconds, gathers } of month.departments) { const line = departments.get(unit); departments.set(unit, { unit, cells: (line?.cells ?? 0) + cells, seconds: (line?.seconds ?? 0) + seconds, gathers: (line?.gathers ?? 0) + gathers }) }
    for (const { unit, cells, seconds } of month.areas) { const line = areas.get(unit); areas.set(unit, { unit, cells: (line?.cells ?? 0) + cells, seconds: (line?.seconds ?? 0) + seconds }) }
  }
  return {
    months, present: months.at(-1) ?? months[0], year: months.reduce((all, { count }) => sum(all, count), nothing),
    departments: inOrder(departments, [...index.departments.keys()]), areas: inOrder(areas, index.columns.map(column => column.area.code)),
  }
}

/** Whole minutes, rounded up; 0 only where nothing is asked. */
export const minutesOf = (seconds: number): number => Math.ceil(seconds / 60)
