/** The course of one figure as its lamp sees it: what is due by the pace the gap is measured against, and what was not known in time. */
import type { Figure, Row } from './board'
import type { AreaNode, PlanIndex } from './plan'
import type { History, When } from './history'
import type { Asking } from './asking'
import { areaMarkOf, askingOf, isAsked } from './asking'
import { knownAtLimit } from './clock'
import { courseOf } from './curve'
import { addDays, daysBetween } from './days'
import { fairPace, paceCurve, paceOf } from './pace'
import type { PacePoint } from './pace'
import { tolerance } from './lampRules'
import { submitByOf } from './submitDay'
import { cellGoal, isCeiling, tallyOf } from './tally'

export interface ComparedPoint {
  at: string
  value: number | null
  progress: number | null
  /** What was known by the day the month had to be reported, where that differs from what is known now (补报, 更正). */
  inTime: { value: number | null, progress: number | null } | null
}

export interface ComparedCourse {
  /** Corner points of what is due as a share; empty for ceilings and where nobody is asked. */
  due: readonly PacePoint[]
  actual: readonly ComparedPoint[]
}

/** A difference below this share of the goal is not drawn as late: one township of many a little later than the others. */
const smallest = 0.01

/** Was a day's level noticeably different when its month had to be reported. */
export function wasLate({ value, progress, inTime }: ComparedPoint): boolean {
  if (inTime === null) return false
  return progress === null || inTime.progress === null ? value !== inTime.value : Math.abs(progress - inTime.progress) >= smallest - tolerance
}

/** Longest period whose pace is followed day by day. */
const longestDays = 4000

/**
 * What is due by each day as a share of the goal: the raw curve, or where small whole goals are rounded down (semantics.md 19)
 * the mean of the steps of all `goals`. The share on the board's day is progress minus gap.
 */
function dueCurve(row: Row, goals: readonly (number | null)[], period: { start: string, end: string }): PacePoint[] {
  const { target, due } = row
  const raw = paceCurve(target, period, due)
  const isPlain = goals.every(goal => goal === null || Math.abs(fairPace(target, goal, 0.5001) - 0.5001) < tolerance)
  const length = daysBetween(period.start, due)
  if (isPlain || goals.length === 0 || length <= 0 || length > longestDays) return raw
  const shareOn = (day: string): number => {
    const pace = paceOf(target, period, due, day)
    return goals.reduce<number>((sum, goal) => sum + fairPace(target, goal, pace), 0) / goals.length
  }
  const points: PacePoint[] = [{ at: period.start, share: shareOn(period.start) }]
  let before = points[0]!.share
  for (let i = 1; i <= length; i++) {
    const at = addDays(period.start, i)
    const share = shareOn(at)
    if (share === before) continue
    points.push({ at, share: before }, { at, share })
    before = share
  }
  return points
}

/** The goals that a figure's pace is the mean of: its own, or those of the leaves that a share of areas counts (semantics.md 16, 19). */
function comparedGoals(asking: Asking, node: AreaNode | null, figure: Figure): (number | null)[] {
  const { measure, scope } = asking.target
  const isPooled = node === null ? scope === 'area' : node.children.length > 0
  // Without a report there is no gap yet, and the explanation goes by the figure's own goal.
  if (measure !== 'frequency' || !isPooled || figure.gap === null) return [figure.goal]
  return (node ?? asking.history.index.root).leaves.filter(leaf => isAsked(asking, leaf) && areaMarkOf(asking, leaf) === null).map(leaf => cellGoal(asking, leaf)).filter(goal => goal !== null)
}

/** The course of a figure of a row (a cell or the total), as known at `when`; null for an unknown target. */
export function comparedCourseOf(index: PlanIndex, history: History, row: Row, figure: Figure, when: When): ComparedCourse | null {
  const placed = index.targets.get(row.target.id)
  const course = courseOf(index, history, row.target.id, figure.area, when)
  if (placed === undefined || course === null) return null
  const now = askingOf(history, placed, when)
  const node = figure.area === null ? null : index.areas.get(figure.area) ?? null
  const actual = course.actual.map((point): ComparedPoint => {
    const room = knownAtLimit(submitByOf(point.at))
    if (room >= when.limit) return { ...point, inTime: null }
    const then = tallyOf({ ...now, when: { ...when, limit: room }, found: new Map() }, node, point.at)
    const isSame = then.value === point.value && (row.target.ladder === undefined || then.progress === point.progress)
    return { ...point, inTime: isSame ? null : { value: then.value, progress: then.progress } }
  })
  const hasPace = figure.asked && !isCeiling(row.target) && figure.goal !== null
  return { due: hasPace ? dueCurve(row, comparedGoals(now, node, figure), index.plan.period) : [], actual }
}

/** The share due on a day, read from a curve; 0 before it begins. */
export function shareOn(curve: readonly PacePoint[], day: string): number {
  let before: PacePoint | null = null
  for (const point of curve) {
    if (point.at > day) return before === null ? 0 : before.share + (point.share - before.share) * (daysBetween(before.at, day) / daysBetween(before.at, point.at))
    before = point
  }
  return before?.share ?? 0
}
