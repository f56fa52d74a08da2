/**
 * Drawing a schedule curve (时序曲线): the points that a person sets, the schedule that they make, and what the curve says in words.
 * Every planned share comes from `pace.ts`; the five forms are those of semantics.md "schedule".
 */
import type { Plan, Schedule, Target } from './plan'
import type { Problem } from './problem'
import type { PacePoint } from './pace'
import { addDays, addMonths, dayNumber, dayOfNumber, isDay } from './days'
import { dueOf, isStep, paceOf } from './pace'
import { tolerance } from './lampRules'

/** 直线, 按月, 按季, 折点, 到期一次; `stages` = dated stages of a milestone, which no schedule overrules. */
export type CurveForm = 'linear' | 'monthly' | 'quarterly' | 'points' | 'step' | 'stages'

type Period = Plan['period']

/** Which of the forms the target's curve has. Points that lie at the start with share 0 only are a straight line. */
export function curveFormOf(target: Target, period: Period): CurveForm {
  if (target.measure === 'milestone' && (target.stages ?? []).some(stage => stage.due !== undefined)) return 'stages'
  if (isStep(target)) return 'step'
  const { schedule } = target
  if (schedule === undefined || schedule === 'step') return 'linear'
  if ('monthly' in schedule) return 'monthly'
  if ('quarterly' in schedule) return 'quarterly'
  return schedule.points.every(point => point.at <= period.start && point.share === 0) ? 'linear' : 'points'
}

/** Last days of the months (or quarters) of the period, counted from its start as the pace counts them. */
function endsOf(period: Period, form: 'monthly' | 'quarterly'): string[] {
  const [count, months] = form === 'monthly' ? [12, 1] : [4, 3]
  return Array.from({ length: count }, (_, i) => addDays(addMonths(period.start, (i + 1) * months), -1))
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000

/**
 * The points that can be set: 12 month ends, 4 quarter ends, or the corners between the period's start and `due`; none for 直线, 到期一次
 * and dated stages. Points that the pace drops (before the start, after `due`) are left out of corners.
 */
export function curvePointsOf(target: Target, period: Period): PacePoint[] {
  const { schedule } = target
  if (schedule === undefined || schedule === 'step' || curveFormOf(target, period) === 'stages') return []
  if ('monthly' in schedule) return endsOf(period, 'monthly').map((at, i) => ({ at, share: schedule.monthly[i] ?? 1 }))
  if ('quarterly' in schedule) return endsOf(period, 'quarterly').map((at, i) => ({ at, share: schedule.quarterly[i] ?? 1 }))
  const due = dueOf(target, period)
  return curveFormOf(target, period) === 'linear' ? []
    : schedule.points.filter(point => point.at >= period.start && point.at <= due).map(({ at, share }) => ({ at, share })).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The points of another form that follow the curve as it is: sampled at month or quarter ends, to a tenth of a per cent (corners: to a whole one). */
export function pointsInForm(target: Target, period: Period, form: CurveForm): PacePoint[] {
  const due = dueOf(target, period)
  if (form === 'monthly' || form === 'quarterly') return endsOf(period, form).map(at => ({ at, share: rounded(paceOf(target, period, due, at)) }))
  if (form !== 'points') return []
  const own = curveFormOf(target, period) === 'points' ? curvePointsOf(target, period) : []
  return own.length > 0 ? own : endsOf(period, 'quarterly').filter(at => at < due).map(at => ({ at, share: Math.round(paceOf(target, period, due, at) * 100) / 100 }))
}

/** The schedule of a form and its points. A straight line is one point at the start: without a schedule a standard would be a step. */
export function scheduleOf(form: CurveForm, points: readonly PacePoint[], period: Period): Schedule {
  if (form === 'step') return 'step'
  const shares = points.map(point => point.share)
  if (form === 'monthly') return { monthly: shares }
  if (form === 'quarterly') return { quarterly: shares }
  return { points: form === 'points' && points.length > 0 ? points.map(({ at, share }) => ({ at, share })) : [{ at: period.start, share: 0 }] }
}

/** The target with a curve drawn for it, to be asked for its pace. */
export const withCurve = (target: Target, form: CurveForm, points: readonly PacePoint[], period: Period): Target =>
  (form === 'stages' ? target : { ...target, schedule: scheduleOf(form, points, period) })

/** Moves one point; it stays between its neighbours, so that the curve never falls. Days move for corners only. */
export function movePoint(points: readonly PacePoint[], place: number, to: Partial<PacePoint>, form: CurveForm, period: Period, due: string): PacePoint[] {
  const point = points[place]
  if (point === undefined) return [...points]
  const before = points[place - 1]
  const after = points[place + 1]
  const share = Math.min(Math.max(to.share ?? point.share, before?.share ?? 0), after?.share ?? 1)
  let { at } = point
  if (form === 'points' && to.at !== undefined && isDay(to.at)) {
    const first = before === undefined ? period.start : addDays(before.at, 1)
    const last = after === undefined ? due : addDays(after.at, -1)
    at = to.at < first ? first : to.at > last ? last : to.at
  }
  return points.map((one, i) => (i === place ? { at, share: rounded(share) } : { ...one }))
}

/** Adds a corner on the line as it is, in the middle of the longest stretch; the same points where no day is free. */
export function addCorner(points: readonly PacePoint[], target: Target, period: Period): PacePoint[] {
  const due = dueOf(target, period)
  const days = [period.start, ...points.map(point => point.at), due]
  let place = 0
  for (let i = 1; i < days.length - 1; i++) if (lengthAt(days, i) > lengthAt(days, place)) place = i
  if (lengthAt(days, place) < 2) return [...points]
  const at = dayOfNumber(dayNumber(days[place]!) + Math.floor(lengthAt(days, place) / 2))
  const share = rounded(paceOf(withCurve(target, 'points', points, period), period, due, at))
  return [...points.slice(0, place), { at, share }, ...points.slice(place)]
}

const lengthAt = (days: readonly string[], i: number): number => dayNumber(days[i + 1]!) - dayNumber(days[i]!)

/** What is wrong with points that were typed: not in [0, 1], falling, days out of order or outside the time of the target. */
export function curveProblem(points: readonly PacePoint[], form: CurveForm, period: Period, due: string): Problem | null {
  for (const [i, point] of points.entries()) {
    if (!isDay(point.at)) return { code: 'day_invalid', why: `「${point.at}」不是日历上的日子`, fix: '写成 2020-09-15 这样的日期', path: String(i) }
    if (!Number.isFinite(point.share) || point.share < 0 || point.share > 1) return { code: 'curve_share_invalid', why: '累计要在 0% 到 100% 之间', fix: '填累计百分数，如 40', path: String(i) }
    const before = points[i - 1]
    if (before !== undefined && point.share < before.share - tolerance) return { code: 'schedule_falls', why: '时序进度往回走', fix: '写累计份额，只增不减', path: String(i) }
    if (form !== 'points') continue
    if (point.at < period.start || point.at > due) return { code: 'curve_day_outside', why: '折点要在计划起始日与期限之间', fix: '改日期，或先改期限', path: String(i) }
    if (before !== undefined && point.at <= before.at) return { code: 'curve_days_turned', why: '折点的日期没有先后', fix: '按日期先后写，同一天只写一个', path: String(i) }
  }
  return null
}

/** What a curve says in words. Months are those of the period, from 1; shares of 1; amounts in the target's unit, null without a goal. */
export interface CurveFacts {
  /** The months that climb most, and how much a month; null where nothing climbs month by month. */
  steepest: { from: string, to: string, share: number, amount: number | null } | null
  /** What is left after the third quarter of the period. */
  left: { at: string, share: number, amount: number | null }
}

/** Facts of a curve. Months next to the steepest one belong to the run where they climb at least nine tenths as much. */
export function curveFactsOf(target: Target, period: Period): CurveFacts {
  const due = dueOf(target, period)
  const goal = target.goal.op === '>=' && target.measure !== 'rate' && target.measure !== 'standard' ? target.goal.value : null
  const inUnit = (share: number): number | null => (goal === null ? null : share * goal)
  const ends = endsOf(period, 'monthly')
  const shares = ends.map(at => paceOf(target, period, due, at))
  const climbs = shares.map((share, i) => share - (shares[i - 1] ?? 0))
  const most = Math.max(...climbs)
  const at = climbs.findIndex(climb => climb >= most - tolerance)
  const isClose = (i: number): boolean => (climbs[i] ?? 0) >= most * 0.9 - tolerance && most > tolerance
  let from = at
  let to = at
  while (isClose(from - 1)) from -= 1
  while (isClose(to + 1)) to += 1
  const mean = climbs.slice(from, to + 1).reduce((sum, climb) => sum + climb, 0) / (to - from + 1)
  const third = endsOf(period, 'quarterly')[2]!
  const left = 1 - paceOf(target, period, due, third)
  const isJump = isStep(target) || curveFormOf(target, period) === 'stages'
  return {
    steepest: most <= tolerance || isJump ? null : { from: ends[from]!, to: ends[to]!, share: mean, amount: inUnit(mean) },
    left: { at: third, share: left, amount: inUnit(left) },
  }
}
