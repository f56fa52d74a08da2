/** How a cell goes through the year: its distance from the pace at the start, at the last meeting, today and at the end. */
import type { Plan } from './plan'
import type { Calendar } from './demoCalendar'
import { later } from './demoCalendar'
import type { Cell } from './demoCells'
import type { Chance } from './demoChance'
import { between } from './demoChance'
import { levelAt, milestoneLevel } from './demoLevels'
import type { Level } from './demoLevels'
import { daysBetween } from './days'
import { fairPace, isStep, milestoneStages, paceOf } from './pace'

/** How a cell stands today. For a target that is past its due day: `behind` = not reached, `slight` = reached too late. */
export type Standing = 'done' | 'ahead' | 'pace' | 'slight' | 'behind'

export interface Course {
  /** Distances from the pace on days, in order; linear between them. */
  knots: readonly { at: string, gap: number }[]
  /** Never further than this share of the goal. */
  cap: number
  /** Days that a report holds out: an office on pace stays on pace until its next one. */
  lead: number
  /** Days on which a milestone's stages are reached. */
  dates: Record<string, string>
}

/** Standing of a progress today, as the lamp would say it, and null where the lamp says nothing of it. */
function standingOf(cell: Cell, level: Level, today: string, pace: number): Standing | null {
  if (cell.isCeiling) return 'pace'
  if (level.progress >= 1 - 1e-9) return 'done'
  if (today > cell.due) return 'behind'
  if (pace <= 0) return 'pace'
  const gap = level.progress - fairPace(cell.target, cell.goal, pace)
  if (gap < -0.05) return gap < -0.3 ? gap < -0.31 ? 'behind' : null : gap < -0.055 ? 'slight' : null
  return gap >= 0.1 ? 'ahead' : 'pace'
}

/** The gap today that a standing is tried with. Slight laggards are mostly just below the line. */
function gapFor(chance: Chance, wanted: Standing, pace: number): number {
  switch (wanted) {
    case 'done': return 1 - pace + between(chance, 0.01, 0.16)
    case 'ahead': return between(chance, 0.1, 0.22)
    case 'slight': return -0.06 - 0.23 * chance() ** 2
    case 'behind': return -0.31 - 0.3 * chance()
    default: return between(chance, -0.03, 0.09)
  }
}

/** The gap at the end of the period, where the pace is 1. */
function lastGap(chance: Chance, wanted: Standing): number {
  return wanted === 'behind' ? -between(chance, 0.02, 0.18) : wanted === 'slight' ? between(chance, -0.04, 0.03) : between(chance, 0, 0.07)
}

/** `shift`: what the report nearest to today is ahead of today's pace by holding out its lead. */
function knotsFor(chance: Chance, cell: Cell, wanted: Standing, calendar: Calendar, pace: number, shift: number): Course['knots'] {
  const { start, end, today, meetings } = calendar
  const now = gapFor(chance, wanted, pace) - shift
  const met = meetings.length > 1 ? meetings[meetings.length - 2]! : start
  if (isStep(cell.target) && wanted === 'done' && cell.due >= today) {
    const day = later(start, Math.round(between(chance, 0.15, 0.95) * daysBetween(start, today)))
    return [{ at: start, gap: 0 }, { at: day, gap: 1.02 }, { at: end, gap: 1.02 }]
  }
  // Some came back since the last meeting, some have stood still since.
  let then = now * 0.85 + cell.base * 0.15
  if (wanted === 'pace' && chance() < 0.14) then = now - between(chance, 0.07, 0.16)
  if (wanted === 'slight' && now > -0.15) then = now + 0.08
  const knots = [{ at: start, gap: cell.base }, { at: met, gap: then }, { at: today, gap: now }, { at: end, gap: lastGap(chance, wanted) }]
  if (cell.due >= today) return knots
  // Past due: reached in time, after it, or not yet.
  const [atDue, atToday] = wanted === 'behind' ? [-0.3, -0.15] : wanted === 'slight' ? [-0.15, 0.02] : [0.12, 0.12]
  return [{ at: start, gap: cell.base }, { at: cell.due, gap: atDue }, { at: today, gap: atToday }, { at: end, gap: 0.05 }]
}

/** Days of a milestone's stages: by their own due days, or spread over the time until `due`. */
function datesFor(chance: Chance, cell: Cell, wanted: Standing, { start }: Calendar): Record<string, string> {
  const { target, due } = cell
  const late = { done: [-9, 0], ahead: [-25, -8], pace: [-5, 0], slight: [8, 40], behind: [70, 120] }[wanted] as [number, number]
  const place = { done: [0.2, 0.5], ahead: [0, 0.3], pace: [0.05, 0.5], slight: [0.6, 0.9], behind: [1.3, 1.8] }[wanted] as [number, number]
  const length = Math.max(0, daysBetween(start, due))
  let before = 0
  return Object.fromEntries(milestoneStages(target, due).map((stage, i) => {
    const isDated = target.stages?.[i]?.due !== undefined
    const share = before + stage.weight * between(chance, ...place)
    before += stage.weight
    return [stage.id, isDated ? later(stage.due, Math.round(between(chance, ...late))) : later(start, Math.round(share * length))]
  }))
}

/** Over-completion happens to sums only, to a third of those that are done. */
function capFor(chance: Chance, { target }: Cell, wanted: Standing): number {
  if (target.measure === 'rate') return 1
  const isSum = target.measure === 'count' || target.measure === 'amount'
  return wanted === 'done' && isSum && chance() < 0.35 ? between(chance, 1.02, 1.2) : between(chance, 1, 1.05)
}

/** Share of the goal on a report's day; `pace` is the planned share on the day the report holds out to. */
export function shareOf({ knots, cap }: Course, day: string, pace: number): number {
  let from = knots[0]!
  for (const to of knots) {
    if (to.at >= day && to.at > from.at) {
      const gap = from.gap + (to.gap - from.gap) * Math.max(0, daysBetween(from.at, day) / daysBetween(from.at, to.at))
      return Math.min(Math.max(pace + gap, 0), cap)
    }
    from = to
  }
  return Math.min(Math.max(pace + from.gap, 0), cap)
}

/** The level of a cell on a day, given its share there. */
export function levelOn(cell: Cell, course: Course, day: string, share: number): Level {
  return cell.target.measure === 'milestone' ? milestoneLevel(cell, course.dates, day) : levelAt(cell, share)
}

function leadFor(chance: Chance, { target, due }: Cell, today: string): number {
  return due < today ? 31 : Math.round(isStep(target) ? between(chance, 10, 90) : between(chance, 14, 31))
}

/**
 * Tries to find a course on which the cell stands as wanted today; null where its measure or its small goal does not allow it.
 * `wanted` null takes the first course there is.
 */
export function courseFor(chance: Chance, cell: Cell, wanted: Standing | null, calendar: Calendar, plan: Plan, fresh: string | null): Course | null {
  const { today } = calendar
  const paceOn = (day: string) => paceOf(cell.target, plan.period, cell.due, day)
  const pace = paceOn(today)
  const day = fresh ?? calendar.days[calendar.past - 1] ?? today
  for (let i = 0; i < 6; i++) {
    const lead = leadFor(chance, cell, today)
    const held = paceOn(later(day, lead))
    const course: Course = {
      lead, knots: knotsFor(chance, cell, wanted ?? 'pace', calendar, pace, isStep(cell.target) ? 0 : held - pace), cap: capFor(chance, cell, wanted ?? 'pace'),
      dates: cell.target.measure === 'milestone' ? datesFor(chance, cell, wanted ?? 'pace', calendar) : {},
    }
    if (wanted === null) return course
    const level = levelOn(cell, course, day, shareOf(course, day, held))
    const standing = standingOf(cell, level, today, pace)
    if (standing === wanted || (cell.due < today && wanted === 'slight' && standing === 'done')) return course
  }
  return null
}
