/** A figure's course month by month, as numbers for a native chart: what was due, what was reached, where the present speed leads. */
import { scaleOf } from '../charts/burnUpScale'
import type { Figure, Row } from '../domain/board'
import { comparedCourseOf, shareOn } from '../domain/comparedCourse'
import { addDays, daysBetween, monthEnd } from '../domain/days'
import type { Forecast } from '../domain/forecast'
import type { SnapshotView } from '../domain/snapshot'

export interface PaperCurve {
  /** Month ends of the plan's period; the board's own day stands in its month's place. */
  days: readonly string[]
  /** 1月 … 12月; the board's month with its day: 9月15日. */
  names: readonly string[]
  /** Unit of all three: the target's, or % of what is due in all. */
  unit: string
  goal: number | null
  should: readonly (number | null)[]
  actual: readonly (number | null)[]
  /** From the board's day on; null before it, and everywhere where nothing can be reckoned. */
  forecast: readonly (number | null)[]
}

const tidy = (value: number): number => Number(value.toFixed(2))

/** Null where nobody is asked or nothing has a course. */
export function paperCurve(view: SnapshotView, row: Row, figure: Figure, forecast: Forecast | null): PaperCurve | null {
  const { index, history, board: { asOf }, limit } = view
  const course = comparedCourseOf(index, history, row, figure, { asOf, limit })
  if (course === null) return null
  const { start, end } = index.plan.period
  const scale = scaleOf(row.target, figure)
  const days: string[] = []
  for (let day = monthEnd(start); days.length < 60; day = monthEnd(addDays(day, 1))) {
    const last = day < end ? day : end
    days.push(last.slice(0, 7) === asOf.slice(0, 7) ? asOf : last)
    if (day >= end) break
  }
  const reached = (day: string): number => {
    let height = scale.from
    for (const point of course.actual) {
      if (point.at > day) break
      height = scale.of(point) ?? height
    }
    return height
  }
  const now = reached(asOf)
  const perDay = forecast?.recentPerMonth === null || forecast === null ? null : forecast.recentPerMonth / (365.25 / 12)
  const step = perDay === null ? null : forecast!.yardstick === 'share' ? scale.share(perDay) - scale.share(0) : forecast!.yardstick === 'points' ? scale.value(perDay) : perDay
  const top = scale.goal
  return {
    days, unit: scale.isShare ? '%' : scale.unit, goal: top,
    names: days.map(day => (day === asOf ? `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日` : `${Number(day.slice(5, 7))}月`)),
    should: days.map(day => (course.due.length === 0 ? null : tidy(scale.share(shareOn(course.due, day))))),
    actual: days.map(day => (day > asOf || course.actual.length === 0 ? null : tidy(reached(day)))),
    forecast: days.map(day => (day < asOf || step === null || step <= 0 ? null : tidy(Math.min(top ?? Infinity, now + step * daysBetween(asOf, day))))),
  }
}
