/** The planned share of a target by a day (semantics.md 18), and the pace a gap is measured against (19). */
import type { Plan, Target } from './plan'
import { addDays, addMonths, dayNumber } from './days'
import { tolerance } from './lampRules'

/** A point of a pace curve: the share of the goal that should be reached on that day. */
export interface PacePoint {
  at: string
  share: number
}

type Period = Plan['period']

/** Last day of a target: its own, else the last of a milestone's stages when all are dated, else the period's end. */
export function dueOf(target: Target, period: Period): string {
  if (target.due !== undefined) return target.due
  const dates = target.measure === 'milestone' ? (target.stages ?? []).map(stage => stage.due) : []
  if (dates.length > 0 && dates.every(date => date !== undefined)) return dates.reduce((last, date) => (date > last ? date : last))
  return period.end
}

/** A standard without a schedule, or any target with `step`: nothing is planned before `due`, all of it on that day. */
export function isStep(target: Target): boolean {
  if (hasDatedStages(target)) return false
  return target.schedule === 'step' || (target.schedule === undefined && target.measure === 'standard')
}

function hasDatedStages(target: Target): boolean {
  return target.measure === 'milestone' && (target.stages ?? []).some(stage => stage.due !== undefined)
}

/** The stages of a milestone with normalised weights and days; one implied stage `done` where the plan names none. */
export function milestoneStages(target: Target, due: string): { id: string, name: string, due: string, weight: number }[] {
  const stages = target.stages ?? [{ id: 'done', name: '完成' }]
  const sum = stages.reduce((total, stage) => total + (stage.weight ?? 1), 0)
  return stages.map(stage => ({ id: stage.id, name: stage.name, due: stage.due ?? due, weight: (stage.weight ?? 1) / sum }))
}

/**
 * The corner points of a linear curve, from (period start, 0) to (due, 1), sorted; null where the curve is a step.
 * Points before the period start or after `due` are dropped; one on `due` shapes the line up to it, although P is 1 from that day on.
 */
function cornersOf(target: Target, period: Period, due: string): PacePoint[] {
  const { start } = period
  const schedule = target.schedule
  let inner: PacePoint[] = []
  if (schedule !== undefined && schedule !== 'step') {
    if ('points' in schedule) inner = schedule.points.map(point => ({ at: point.at, share: point.share }))
    else {
      const shares = 'monthly' in schedule ? schedule.monthly : schedule.quarterly
      const months = 'monthly' in schedule ? 1 : 3
      inner = shares.map((share, i) => ({ at: addDays(addMonths(start, (i + 1) * months), -1), share }))
    }
  }
  const kept = inner.filter(point => point.at >= start && point.at <= due).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return [{ at: start, share: 0 }, ...kept, { at: due, share: 1 }]
}

/**
 * P(D): the share of the goal planned by `day`, in [0, 1]. `target` carries the amendments in force.
 * From `due` on it is 1 whatever the schedule says; a `due` on or before the period's start is a step.
 */
export function paceOf(target: Target, period: Period, due: string, day: string): number {
  if (day >= due) return 1
  if (due <= period.start || isStep(target)) return 0
  if (hasDatedStages(target))
    return milestoneStages(target, due).reduce((sum, stage) => (stage.due <= day ? sum + stage.weight : sum), 0)
  if (day < period.start) return 0
  const corners = cornersOf(target, period, due)
  let before = corners[0]!
  for (const corner of corners) {
    if (corner.at > day) {
      const length = dayNumber(corner.at) - dayNumber(before.at)
      return before.share + (corner.share - before.share) * ((dayNumber(day) - dayNumber(before.at)) / length)
    }
    before = corner
  }
  return before.share
}

/** The corner points of a target's pace for drawing; a step curve repeats a day with the share before and after it. */
export function paceCurve(target: Target, period: Period, due: string): PacePoint[] {
  if (due <= period.start) return [{ at: due, share: 0 }, { at: due, share: 1 }]
  if (isStep(target)) return [{ at: period.start, share: 0 }, { at: due, share: 0 }, { at: due, share: 1 }]
  if (!hasDatedStages(target)) return cornersOf(target, period, due)
  const points: PacePoint[] = [{ at: period.start, share: 0 }]
  let share = 0
  for (const stage of milestoneStages(target, due).sort((a, b) => (a.due < b.due ? -1 : 1))) {
    const at = stage.due > due ? due : stage.due
    points.push({ at, share })
    share = at >= due ? 1 : share + stage.weight
    points.push({ at, share })
  }
  return points
}

/**
 * The pace that progress is compared with: for counts and frequencies with a whole goal below 10, P rounded down to whole
 * units, so that 0 of 1 is not late in June (semantics.md 19). Item-tracked counts and units of 万 / 亿 keep P.
 */
export function fairPace(target: Target, goal: number | null, pace: number): number {
  if (goal === null || goal <= 0 || goal >= 10 || !Number.isInteger(goal)) return pace
  const isCounted = target.measure === 'frequency'
    || (target.measure === 'count' && target.ladder === undefined && !/[万亿]/.test(target.unit))
  return isCounted ? Math.floor(goal * pace + tolerance) / goal : pace
}
