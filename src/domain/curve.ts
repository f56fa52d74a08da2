/** The course of one figure over the year: planned and actual, for drawing. */
import type { AreaNode, PlanIndex } from './plan'
import type { History, When } from './history'
import { askingOf, reportDays } from './asking'
import { paceCurve } from './pace'
import type { PacePoint } from './pace'
import { tallyOf } from './tally'

export interface Course {
  /** Corner points of the planned share. */
  pace: PacePoint[]
  /** Value and progress on each day with a report, up to the board's day. */
  actual: { at: string, value: number | null, progress: number | null }[]
  goal: number | null
  due: string
}

/** The course of a cell (`area`) or of a row's total (null), as known at `when`; null for an unknown target or area. */
export function courseOf(index: PlanIndex, history: History, targetId: string, area: string | null, when: When): Course | null {
  const placed = index.targets.get(targetId)
  const isCell = area !== null && placed?.target.scope === 'area'
  const node: AreaNode | null | undefined = isCell ? index.areas.get(area) : null
  if (placed === undefined || node === undefined) return null
  const asking = askingOf(history, placed, when)
  const reporters = placed.target.scope === 'whole' ? [index.root] : (node ?? index.root).leaves
  const days = reportDays(asking, reporters.map(leaf => leaf.area.code))
  const actual = days.map(day => {
    const { value, progress } = tallyOf(asking, node, day)
    return { at: day, value, progress }
  })
  const goal = tallyOf(asking, node, when.asOf).goal
  return { pace: paceCurve(asking.target, index.plan.period, asking.due), actual, goal, due: asking.due }
}
