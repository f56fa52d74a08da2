/**
 * Will it be reached: what is left against the months left, the own speed of late, the best month a peer has had, and the day the
 * goal falls at the present speed. Arithmetic over what was reported, never a verdict (issue of the leaders' pages, part 5; practice.md 2.2).
 */
import type { Figure, Row } from './board'
import type { Course } from './curve'
import { courseOf } from './curve'
import type { History, When } from './history'
import type { Plan, PlanIndex, Target } from './plan'
import { addDays, addMonths, clampDay, daysBetween } from './days'
import { isOnPaceLamp } from './lamp'
import { paceOf } from './pace'
import { tolerance } from './lampRules'
import { isCeiling } from './tally'

/** What speeds count: the target's unit, percentage points of a rate (fractions of 1), or shares of the whole. */
export type Yardstick = 'units' | 'points' | 'share'

export interface Speed {
  perMonth: number
  /** Area that reached it; null: the figure's own past. */
  area: string | null
  /** The month it ended in, as YYYY-MM. */
  month: string
}

export interface Forecast {
  yardstick: Yardstick
  /** Still to do, and what was reached, by the yardstick. */
  left: number
  reached: number
  goal: number
  due: string
  /** Days from the board's day to `due`; negative after it. */
  daysLeft: number
  /** Null once due has passed. */
  neededPerMonth: number | null
  /** Over the last three months (or since the period began); null in the first four weeks. */
  recentPerMonth: number | null
  recentMonths: number
  best: Speed | null
  /** Is more needed each month than any peer, or the figure itself, has ever done. */
  isAboveBest: boolean
  /** The day the goal is reached at the present speed; null where the speed is not above zero. */
  finish: string | null
  /** Days after `due` (negative: before). */
  late: number | null
  /** Share of the plan that falls due after the third quarter of the period. */
  afterThirdQuarter: number
  /** On pace, but at least half of the plan is still due after the third quarter. */
  isBackLoaded: boolean
}

const daysPerMonth = 365.25 / 12
const recentWindow = 3

export const monthsBetween = (from: string, to: string): number => daysBetween(from, to) / daysPerMonth

function yardstickOf(target: Target, figure: Figure): Yardstick {
  if (target.measure === 'rate') return 'points'
  // Sites are built side by side: their stages move long before the first is finished, and the lamp goes by them.
  if (target.ladder !== undefined) return 'share'
  const isShareTotal = figure.area === null && target.scope === 'area' && target.measure === 'frequency'
  return ['count', 'amount', 'stock', 'frequency'].includes(target.measure) && !isShareTotal ? 'units' : 'share'
}

/** The last day of the third quarter of a period (of a year: 30 September). */
export function thirdQuarterEnd({ start, end }: Plan['period']): string {
  const months = Math.max(1, Math.round(monthsBetween(start, addDays(end, 1))))
  return addDays(addMonths(start, Math.floor(months * 0.75)), -1)
}

type Level = (day: string) => number

/** What was reached on each day, as a step through the reports; `start` before the first. */
function levelOf(course: Course, yardstick: Yardstick, start: number): Level {
  return day => {
    let level = start
    for (const point of course.actual) {
      if (point.at > day) break
      const now = yardstick === 'share' ? point.progress : point.value
      if (now !== null) level = now
    }
    return level
  }
}

/** The quickest stretch of at least a month that ended with a report up to `asOf`. */
function bestOf(course: Course, level: Level, periodStart: string, asOf: string): Omit<Speed, 'area'> | null {
  let best: Omit<Speed, 'area'> | null = null
  const days = [periodStart, ...course.actual.map(point => point.at)]
  for (const { at } of course.actual) {
    if (at > asOf || at <= periodStart) continue
    const monthBefore = addMonths(at, -1)
    let from = periodStart
    for (const day of days) if (day <= monthBefore) from = day
    const perMonth = (level(at) - level(from)) / Math.max(1, monthsBetween(from, at))
    if (perMonth > tolerance && (best === null || perMonth > best.perMonth + tolerance)) best = { perMonth, month: at.slice(0, 7) }
  }
  return best
}

export interface ForecastSources {
  plan: Plan
  row: Row
  figure: Figure
  asOf: string
  course: Course
  /** Courses of the other figures it is compared with, by area. */
  peers: readonly { area: string, course: Course }[]
}

/** The forecast of one figure; null where nothing can be counted: no goal, a ceiling, a standard (met or not), nobody asked, marked exempt or paused. */
export function forecastOf({ plan, row, figure, asOf, course, peers }: ForecastSources): Forecast | null {
  const { target, due } = row
  if (figure.goal === null || figure.lamp === null || figure.lamp === 'exempt' || figure.lamp === 'paused' || isCeiling(target) || target.measure === 'standard') return null
  const yardstick = yardstickOf(target, figure)
  const start = yardstick === 'units' && target.measure === 'stock' && figure.area === null ? target.baseline?.value ?? 0 : 0
  const goal = yardstick === 'share' ? 1 : figure.goal
  const level = levelOf(course, yardstick, start)
  const reached = yardstick === 'share' ? figure.progress ?? 0 : figure.value ?? start
  const left = Math.max(0, goal - reached)
  const daysLeft = daysBetween(asOf, due)
  const from = clampDay(addMonths(asOf, -recentWindow), plan.period.start, asOf)
  const recentMonths = monthsBetween(from, asOf)
  const recentPerMonth = daysBetween(from, asOf) < 28 ? null : (reached - level(from)) / recentMonths
  const best = [{ area: null, course }, ...peers].reduce<Speed | null>((quickest, peer) => {
    const own = bestOf(peer.course, levelOf(peer.course, yardstick, peer.area === null ? start : 0), plan.period.start, asOf)
    return own !== null && (quickest === null || own.perMonth > quickest.perMonth + tolerance) ? { ...own, area: peer.area } : quickest
  }, null)
  const neededPerMonth = left <= tolerance ? 0 : daysLeft <= 0 ? null : left / Math.max(daysLeft / daysPerMonth, 1 / daysPerMonth)
  const finish = left <= tolerance ? null : recentPerMonth === null || recentPerMonth <= tolerance ? null : addDays(asOf, Math.min(36_500, Math.ceil(left / recentPerMonth * daysPerMonth - 1e-6)))
  const quarter = thirdQuarterEnd(plan.period)
  const afterThirdQuarter = 1 - paceOf(target, plan.period, due, quarter)
  return {
    yardstick, left, reached, goal, due, daysLeft, neededPerMonth, recentPerMonth, recentMonths, best,
    isAboveBest: neededPerMonth !== null && best !== null && neededPerMonth > best.perMonth + tolerance,
    finish, late: finish === null ? null : daysBetween(due, finish), afterThirdQuarter,
    isBackLoaded: asOf <= quarter && isOnPaceLamp(figure.lamp) && figure.lamp !== 'done' && afterThirdQuarter >= 0.5 - tolerance,
  }
}

/** The forecast of a figure with the other asked cells of its row as peers; a total has only its own past. */
export function forecastIn(index: PlanIndex, history: History, row: Row, figure: Figure, when: When): Forecast | null {
  const course = courseOf(index, history, row.target.id, figure.area, when)
  if (course === null) return null
  const others = figure.area === null ? [] : row.cells.filter(cell => cell.asked && cell.area !== figure.area && cell.reported > 0)
  const peers = others.flatMap(cell => {
    const one = courseOf(index, history, row.target.id, cell.area, when)
    return one === null ? [] : [{ area: cell.area!, course: one }]
  })
  return forecastOf({ plan: index.plan, row, figure, asOf: when.asOf, course, peers })
}
