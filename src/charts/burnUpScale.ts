/** What the upright axis of a burn-up chart counts: the target's unit, per cent of a rate, or shares of the whole. */
import type { Figure } from '../domain/board'
import type { ComparedPoint } from '../domain/comparedCourse'
import type { Target } from '../domain/plan'
import { isCeiling } from '../domain/tally'

export interface BurnUpScale {
  /** Shares of the whole in per cent: stages, and shares of areas. */
  isShare: boolean
  unit: string
  /** Where the axis begins to count: the baseline of a stock. */
  from: number
  /** Null where the goal is unknown. */
  goal: number | null
  isCeiling: boolean
  /** Height of what the lamp compares; null where nothing is known. */
  of: (point: Pick<ComparedPoint, 'value' | 'progress'>) => number | null
  /** Height of what is counted as finished, where the lamp compares more than that (sites under way). */
  counted: ((point: Pick<ComparedPoint, 'value'>) => number | null) | null
  /** Height of a share of the goal. */
  share: (share: number) => number
  /** A value of the board as height, and back as a number to read. */
  value: (value: number) => number
}

export function scaleOf(target: Target, figure: Figure): BurnUpScale {
  const { measure, scope } = target
  const isPooled = figure.area === null && scope === 'area' && (measure === 'standard' || measure === 'frequency')
  const isShare = isPooled || measure === 'milestone' || measure === 'qualitative'
  const ceiling = isCeiling(target)
  if (isShare) return { isShare, unit: '%', from: 0, goal: figure.goal === null ? null : 100, isCeiling: ceiling, of: point => (point.progress === null ? null : point.progress * 100), counted: null, share: share => share * 100, value: value => value }
  const factor = measure === 'rate' ? (target.unit.includes('‰') ? 1000 : 100) : 1
  const from = measure === 'stock' && figure.area === null ? target.baseline?.value ?? 0 : 0
  const goal = figure.goal === null ? null : figure.goal * factor
  const value = (one: number) => one * factor
  const own = (point: Pick<ComparedPoint, 'value'>) => (point.value === null ? null : value(point.value))
  const share = (part: number) => (goal === null ? 0 : goal > from ? from + (goal - from) * part : goal)
  const isItems = target.ladder !== undefined && goal !== null && !ceiling
  return { isShare, unit: target.unit, from, goal, isCeiling: ceiling, of: isItems ? point => (point.progress === null ? null : share(point.progress)) : own, counted: isItems ? own : null, share, value }
}

/** The last height of a course, and the day it was reported on. */
export function lastHeight(points: readonly ComparedPoint[], scale: BurnUpScale): { at: string, height: number, value: number | null } | null {
  for (let i = points.length - 1; i >= 0; i--) {
    const height = scale.of(points[i]!)
    if (height !== null) return { at: points[i]!.at, height, value: points[i]!.value }
  }
  return null
}

/** A round top of the axis and the distance of its lines. */
export function axisOf(top: number, isWhole: boolean): { max: number, interval: number } {
  const rough = Math.max(top, 1e-6) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map(one => one * power).find(one => one >= rough - 1e-9) ?? 10 * power
  const interval = isWhole ? Math.max(1, Math.ceil(step - 1e-9)) : step
  return { max: Math.ceil(top / interval - 1e-9) * interval, interval }
}
