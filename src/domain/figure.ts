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
import type { RulePack } from './rulePack'
import { isCeiling, isReachedBy, tallyOf } from './tally'
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
function reachedByDue(asking: Asking, node: AreaNode | null, tally: Tally, pack: RulePack): boolean {
  if (asking.target.measure === 'milestone') return tally.completedOn !== null && tally.completedOn <= asking.due
  const then = tallyOf(asking, node, asking.due, pack.staleDays)
  return then.isReported && isReachedBy(then)
}

/** One figure: a column's cell (`node`) or the row's total (null). */
export function figureOf(asking: Asking, node: AreaNode | null, pack: RulePack): Figure {
  const { target, due, when, history } = asking
  const period = history.index.plan.period
  const tally = tallyOf(asking, node, when.asOf, pack.staleDays)
  const ceiling = isCeiling(target)
  const isWhole = target.scope === 'whole'
  const asked = isWhole || (node ?? history.index.root).leaves.some(leaf => isAsked(asking, leaf))
  const pace = paceOf(target, period, due, when.asOf)
  const gap = tally.progress === null || ceiling ? null : tally.meanGap ?? tally.progress - fairPace(target, tally.goal, pace)
  const lamp = lampOf({
    isAsked: asked,
    mark: markOf(asking, node),
    isGoalKnown: tally.goal !== null,
    isCeiling: ceiling,
    isShareOfAreas: isShareTotal(asking, node),
    isStep: isStep(target),
    isReported: tally.isReported,
    isVoid: tally.isVoid,
    isReached: isReachedBy(tally),
    isAbove: tally.isAbove,
    pace,
    gap,
    daysLeft: daysBetween(when.asOf, due),
    wasReachedByDue: () => reachedByDue(asking, node, tally, pack),
  }, pack)
  const isUnaskedCell = !asked && node !== null
  const reporter = isWhole ? history.index.root : node !== null && node.children.length === 0 ? node : null
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
    stale: tally.stale,
    asked,
    reported: tally.reported,
    askedAreas: tally.askedAreas,
    detail: reporter === null ? null : detailOf(reportOn(asking, reporter.area.code, when.asOf)),
  }
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
export function rowOf(history: History, placed: Placed, when: When, pack: RulePack): Row {
  const asking = askingOf(history, placed, when)
  const columns = history.index.columns
  const isArea = asking.target.scope === 'area'
  return {
    target: asking.target,
    due: asking.due,
    total: figureOf(asking, null, pack),
    cells: isArea ? columns.map(column => figureOf(asking, column, pack)) : [],
    allocated: isArea && asking.shares !== null ? sumOfShares(asking, columns) : null,
  }
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
