/** 亮灯依据: why a figure has its lamp, and the smallest change that turns it green (semantics.md 31). */
import type { Figure, Lamp, Row } from './board'
import type { Plan, Target } from './plan'
import { daysBetween, monthEnd } from './days'
import { isOnPaceLamp, lampOf } from './lamp'
import { fairPace, isStep, milestoneStages, paceOf } from './pace'
import type { LampRules } from './lampRules'
import { tolerance } from './lampRules'
import { itemShare, qualitativeStages } from './stages'
import { clampShare, isCeiling, isReachedBy } from './tally'

/** The smallest further step after which the lamp, on `by`, is one of the on-pace lamps. Amounts are in the target's unit (a rate: its numerator). */
export type ToGreen =
  | { kind: 'amount', amount: number, by: string }
  | { kind: 'reduce', amount: number, by: string }
  | { kind: 'stages', steps: number, stage: string, by: string }
  | { kind: 'areas', areas: number, by: string }
  | { kind: 'report', by: string }

export interface Explanation {
  lamp: Lamp | null
  due: string
  daysLeft: number
  /** 应: the pace that progress is compared with, as a share; null for ceilings and where nobody is asked. */
  should: number | null
  /** 应 in the target's unit, where the goal is known. */
  shouldAmount: number | null
  /** 实: progress as a share. */
  actual: number | null
  gap: number | null
  isCeiling: boolean
  isStep: boolean
  pack: LampRules
  toGreen: ToGreen | null
}

/** The day to which 转绿最少 is counted: the next meeting after `asOf`, else the end of its month. */
export function nextCheckDay(asOf: string, meetings: readonly string[]): string {
  return meetings.filter(day => day > asOf).sort()[0] ?? monthEnd(asOf)
}

/** Explains one figure of a row on the board's day. `meetings`: days of planned meetings. */
export function explainFigure(plan: Plan, row: Row, figure: Figure, asOf: string, meetings: readonly string[] = [], pack: LampRules = row.rules): Explanation {
  const { target, due } = row
  const should = figure.pace === null ? null : isShareTotal(target, figure) && figure.gap !== null && figure.progress !== null
    ? figure.progress - figure.gap : fairPace(target, figure.goal, figure.pace)
  return {
    lamp: figure.lamp, due, daysLeft: daysBetween(asOf, due), should,
    shouldAmount: should === null || figure.goal === null ? null : should * figure.goal,
    actual: figure.progress, gap: figure.gap, isCeiling: isCeiling(target), isStep: isStep(target), pack,
    toGreen: needsGreen(figure.lamp) ? toGreenOf(plan, row, figure, nextCheckDay(asOf, meetings), pack) : null,
  }
}

const needsGreen = (lamp: Lamp | null): boolean => lamp === 'behind' || lamp === 'slightly_behind' || lamp === 'overdue' || lamp === 'no_data'

function isShareTotal(target: Target, figure: Figure): boolean {
  return figure.area === null && target.scope === 'area'
    && (target.measure === 'standard' || target.measure === 'frequency' || target.measure === 'milestone' || target.measure === 'qualitative')
}

function toGreenOf(plan: Plan, row: Row, figure: Figure, by: string, pack: LampRules): ToGreen | null {
  const { target, due } = row
  const goal = figure.goal
  if (goal === null) return null
  const pace = paceOf(target, plan.period, due, by)
  const isGreen = (completion: number, progress: number, meanGap: number | null = null): boolean => isOnPaceLamp(lampOf({
    isAsked: true, mark: null, isGoalKnown: true, isCeiling: isCeiling(target), isShareOfAreas: false, isStep: isStep(target),
    isReported: true, isVoid: false, isReached: completion >= 1 - tolerance, isAbove: false, pace,
    gap: meanGap ?? clampShare(progress) - fairPace(target, goal, pace), should: meanGap === null ? fairPace(target, goal, pace) : progress - meanGap, daysLeft: daysBetween(by, due), wasReachedByDue: () => false,
  }, pack))
  if (isCeiling(target)) return figure.value === null ? { kind: 'report', by } : { kind: 'reduce', amount: Math.max(0, figure.value - goal), by }
  if (isShareTotal(target, figure)) return areasToGreen(row, pace, by, isGreen)
  if (target.measure === 'qualitative' || target.measure === 'milestone') return stagesToGreen(target, figure, due, by, isGreen)
  if (target.ladder !== undefined) return itemsToGreen(target, row, figure, goal, by, isGreen)
  if (target.measure === 'rate') return rateToGreen(row, figure, goal, by, isGreen)
  const from = target.measure === 'stock' && figure.area === null ? target.baseline?.value ?? 0 : 0
  const value = figure.value ?? from
  const shareOf = (reached: number) => target.measure === 'standard' ? (reached >= goal - tolerance ? 1 : 0)
    : goal - from <= 0 ? (reached >= goal - tolerance ? 1 : 0) : (reached - from) / (goal - from)
  const isWholeUnits = target.measure === 'count' || target.measure === 'frequency'
  const amount = leastAmount(Math.max(0, goal - value), isWholeUnits, more => isGreen(shareOf(value + more), shareOf(value + more)))
  return { kind: 'amount', amount, by }
}

/** The least amount in [0, most] that is green, by halving; `most` where nothing less is. Whole units where asked. */
function leastAmount(most: number, isWholeUnits: boolean, isGreen: (amount: number) => boolean): number {
  if (isGreen(0)) return 0
  let low = 0
  let high = isWholeUnits ? Math.ceil(most - tolerance) : most
  while (isWholeUnits ? high - low > 1 : high - low > Math.max(1e-7, most * 1e-9)) {
    const middle = isWholeUnits ? Math.floor((low + high) / 2) : (low + high) / 2
    if (isGreen(middle)) high = middle
    else low = middle
  }
  if (isWholeUnits) return high
  const rounded = Math.round(high * 1e6) / 1e6
  return isGreen(rounded) ? rounded : Math.ceil(high * 1e6) / 1e6
}

type IsGreen = (completion: number, progress: number, meanGap?: number | null) => boolean

function rateToGreen(row: Row, figure: Figure, goal: number, by: string, isGreen: IsGreen): ToGreen {
  const parts = figure.detail !== null ? [figure.detail] : row.cells.filter(cell => cell.asked && cell.lamp !== 'exempt' && cell.lamp !== 'paused').flatMap(cell => cell.detail ?? [])
  const numerator = parts.reduce((sum, part) => sum + (part.numerator ?? 0), 0)
  const denominator = parts.reduce((sum, part) => sum + (part.denominator ?? 0), 0)
  if (denominator === 0) return { kind: 'report', by }
  const shareOf = (more: number) => (numerator + more) / denominator / goal
  return { kind: 'amount', amount: leastAmount(Math.max(0, goal * denominator - numerator), true, more => isGreen(shareOf(more), shareOf(more))), by }
}

function stagesToGreen(target: Target, figure: Figure, due: string, by: string, isGreen: IsGreen): ToGreen | null {
  if (target.measure === 'qualitative') {
    const stages = [...qualitativeStages(target)].sort((a, b) => a.share - b.share)
    const now = stages.findIndex(stage => stage.id === figure.detail?.stage)
    const place = stages.findIndex((stage, i) => i >= now && isGreen(stage.share, stage.share))
    const stage = stages[place]
    return stage === undefined ? null : { kind: 'stages', steps: place - Math.max(now, 0), stage: stage.name, by }
  }
  const reached = figure.detail?.stages ?? {}
  let share = figure.value ?? 0
  const open = milestoneStages(target, due).filter(stage => !Object.hasOwn(reached, stage.id)).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  for (const [i, stage] of open.entries()) {
    share += stage.weight
    if (isGreen(share, share)) return { kind: 'stages', steps: i + 1, stage: stage.name, by }
  }
  return null
}

/** One site: the stage to reach. Several: how many more must be finished, the least advanced first. */
function itemsToGreen(target: Target, row: Row, figure: Figure, goal: number, by: string, isGreen: IsGreen): ToGreen | null {
  const details = figure.area === null && target.scope === 'area' ? row.cells.flatMap(cell => cell.detail ?? []) : figure.detail === null ? [] : [figure.detail]
  const items = details.flatMap(detail => detail.items ?? [])
  const room = Math.max(1, Math.ceil(goal - tolerance))
  const plain = (figure.value ?? 0) - items.filter(item => itemShare(target, item.stage) >= 1).length
  const shares = [...Array.from({ length: Math.min(room, Math.max(0, Math.round(plain))) }, () => 1), ...items.map(item => itemShare(target, item.stage))].sort((a, b) => b - a).slice(0, room)
  while (shares.length < room) shares.push(0)
  const ladder = target.ladder ?? []
  if (room === 1) {
    const now = ladder.findIndex(stage => stage.id === items[0]?.stage)
    const place = ladder.findIndex((stage, i) => i >= now && isGreen(itemShare(target, stage.id) >= 1 ? 1 : 0, itemShare(target, stage.id) / goal))
    const stage = ladder[place]
    return stage === undefined ? null : { kind: 'stages', steps: place - now, stage: stage.name, by }
  }
  for (let more = 0; more <= room; more++) {
    const then = shares.map((share, i) => (i >= room - more ? 1 : share))
    const finished = then.filter(share => share >= 1).length
    if (isGreen(finished / goal, then.reduce((sum, share) => sum + share, 0) / goal)) return { kind: 'amount', amount: more, by }
  }
  return null
}

/** Shares of areas: how many more areas must meet the goal, those furthest from it first. */
function areasToGreen(row: Row, pace: number, by: string, isGreen: IsGreen): ToGreen | null {
  const counted = row.cells.filter(cell => cell.asked && cell.goal !== null && cell.lamp !== 'exempt' && cell.lamp !== 'paused')
  if (counted.length === 0) return null
  const isMet = (cell: Figure) => isReachedBy({ completion: cell.completion })
  const met = counted.filter(isMet).length
  const base = counted.reduce((sum, cell) => sum + (cell.progress ?? 0), 0)
  const missing = counted.filter(cell => !isMet(cell)).map(cell => 1 - (cell.progress ?? 0)).sort((a, b) => b - a)
  const meanPace = counted.reduce((sum, cell) => sum + fairPace(row.target, cell.goal, pace), 0) / counted.length
  let gained = 0
  for (let more = 0; more <= missing.length; more++) {
    if (more > 0) gained += missing[more - 1]!
    const progress = (base + gained) / counted.length
    if (isGreen((met + more) / counted.length, progress, progress - meanPace)) return { kind: 'areas', areas: more, by }
  }
  return null
}
