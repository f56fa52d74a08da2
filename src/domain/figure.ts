/** From what is asked and reported to the figures of a row. */
import type { Detail, Figure, Row } from './board'
import type { AreaNode, Placed } from './plan'
import type { Item, LedgerEvent } from './event'
import type { Asking, Mark } from './asking'
import { areaMarkOf, askingOf, isAsked, ownShare, reportOn } from './asking'
import type { History, When } from './history'
import { daysBetween } from './days'
import { lampOf } from './lamp'
import { fairPace, isStep, paceOf } from './pace'
import type { LampRules } from './lampRules'
import { isCeiling, isReachedBy, isStale, tallyOf } from './tally'
import type { Tally } from './tally'

/** A total is marked if the target is, or if all asked areas are (all exempt → exempt, else paused; semantics.md 26). */
function markOf(asking: Asking, node: AreaNode | null): Mark | null {
  const own = node === null ? null : areaMarkOf(asking, node)
  if (own !== null) return own
  if (asking.target.scope === 'whole') return areaMarkOf(asking, asking.history.index.root) ?? asking.targetMark
  if (asking.targetMark !== null) return asking.targetMark
  const top = node ?? asking.history.index.root
  if (top.children.length === 0 || asking.areaMarks.size === 0) return null
  const marks = top.leaves.filter(leaf => isAsked(asking, leaf)).map(leaf => areaMarkOf(asking, leaf))
  if (marks.length === 0 || marks.includes(null)) return null
  return marks.every(mark => mark === 'exempt') ? 'exempt' : 'paused'
}

function isShareTotal(asking: Asking, node: AreaNode | null): boolean {
  const { measure, scope } = asking.target
  const isPooled = node === null ? scope === 'area' : node.children.length > 0
  return isPooled && (measure === 'standard' || measure === 'frequency' || measure === 'milestone' || measure === 'qualitative')
}

/** Was the goal reached by the values as of `due`: same knowledge, goals and exemptions as on the board's day (semantics.md 21). */
function reachedByDue({ asking, node, tally }: Ground): boolean {
  if (asking.target.measure === 'milestone') return tally.completedOn !== null && tally.completedOn <= asking.due
  const then = tallyOf(asking, node, asking.due)
  return then.isReported && isReachedBy(then)
}

/**
 * What a figure stands on: everything about it that stays as it is until a report, an order or a mark takes effect. `tally` of a share
 * of areas holds the pace of its day and is made anew each day.
 */
export interface Ground {
  asking: Asking
  node: AreaNode | null
  tally: Tally
  isAsked: boolean
  isShareOfAreas: boolean
  mark: Mark | null
  detail: Detail | null
}

/** The ground of a column's cell (`node`) or of the row's total (null) on the asking's day. */
export function groundOf(asking: Asking, node: AreaNode | null): Ground {
  const { when, history: { index: { root } } } = asking
  const isWhole = asking.target.scope === 'whole'
  const reporter = isWhole ? root : node !== null && node.children.length === 0 ? node : null
  return {
    asking, node, tally: tallyOf(asking, node, when.asOf), isAsked: isWhole || (node ?? root).leaves.some(leaf => isAsked(asking, leaf)), isShareOfAreas: isShareTotal(asking, node),
    mark: markOf(asking, node), detail: reporter === null ? null : detailOf(reportOn(asking, reporter.area.code, when.asOf)),
  }
}

/** The figure on a day of which the ground holds; `pace` is the row's planned share by that day. */
export function figureOn(ground: Ground, day: string, pace: number, pack: LampRules): Figure {
  const { asking: { target, due }, node, tally, isAsked: asked } = ground
  const ceiling = isCeiling(target)
  const gap = tally.progress === null || ceiling ? null : tally.meanGap ?? tally.progress - fairPace(target, tally.goal, pace)
  const lamp = lampOf({
    isAsked: asked,
    mark: ground.mark,
    isGoalKnown: tally.goal !== null,
    isCeiling: ceiling,
    isShareOfAreas: ground.isShareOfAreas,
    isStep: isStep(target),
    isReported: tally.isReported,
    isVoid: tally.isVoid,
    isReached: isReachedBy(tally),
    isAbove: tally.isAbove,
    pace,
    gap,
    should: gap === null || tally.progress === null ? null : tally.progress - gap,
    daysLeft: daysBetween(day, due),
    wasReachedByDue: () => reachedByDue(ground),
  }, pack)
  const isUnaskedCell = !asked && node !== null
  return {
    target: target.id,
    area: node?.area.code ?? null,
    value: tally.value,
    goal: isUnaskedCell ? null : tally.goal,
    completion: isUnaskedCell ? null : tally.completion,
    progress: isUnaskedCell ? null : tally.progress,
    pace: !asked || ceiling ? null : pace,
    gap: asked ? gap : null,
    lamp,
    at: tally.at,
    stale: isStale(tally, day, pack.staleDays),
    asked,
    reported: tally.reported,
    askedAreas: tally.askedAreas,
    detail: ground.detail,
  }
}

/** One figure: a column's cell (`node`) or the row's total (null). */
export function figureOf(asking: Asking, node: AreaNode | null, pack: LampRules): Figure {
  const { target, due, when, history } = asking
  return figureOn(groundOf(asking, node), when.asOf, paceOf(target, history.index.plan.period, due, when.asOf), pack)
}

function detailOf(event: LedgerEvent | null): Detail | null {
  if (event === null) return null
  const data = event.data
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)
  return {
    event: event.id,
    recordedAt: event.recordedAt,
    unit: textOf(event.by?.unit),
    name: textOf(event.by?.name),
    note: textOf(data.note),
    stage: textOf(data.stage),
    stages: (data.stages as Record<string, string> | undefined) ?? null,
    items: (data.items as Item[] | undefined) ?? null,
    numerator: numberOf(data.numerator),
    denominator: numberOf(data.denominator),
  }
}

/** A target's row on a day: its total and one cell a column. */
export function rowOf(history: History, placed: Placed, when: When, pack: LampRules): Row {
  return rowOn(rowGroundOf(history, placed, when), when.asOf, pack)
}

/** What a row stands on, figure by figure. */
export interface RowGround {
  asking: Asking
  total: Ground
  cells: readonly Ground[]
  allocated: number | null
}

export function rowGroundOf(history: History, placed: Placed, when: When): RowGround {
  const asking = askingOf(history, placed, when)
  const columns = history.index.columns
  const isArea = asking.target.scope === 'area'
  return { asking, total: groundOf(asking, null), cells: isArea ? columns.map(column => groundOf(asking, column)) : [], allocated: isArea && asking.shares !== null ? sumOfShares(asking, columns) : null }
}

/** The row on a day of which its ground holds. */
export function rowOn({ asking, total, cells, allocated }: RowGround, day: string, pack: LampRules): Row {
  const { target, due, history } = asking
  const pace = paceOf(target, history.index.plan.period, due, day)
  return { target, due, rules: pack, total: figureOn(total, day, pace, pack), cells: cells.map(cell => figureOn(cell, day, pace, pack)), allocated }
}

/** What is given away: per column its own share, else what its leaves were given. */
function sumOfShares(asking: Asking, columns: readonly AreaNode[]): number {
  let sum = 0
  for (const column of columns) {
    const own = ownShare(asking, column.area.code)
    if (own !== undefined) sum += own ?? 0
    else if (column.children.length > 0) for (const leaf of column.leaves) sum += ownShare(asking, leaf.area.code) ?? 0
  }
  return sum
}
