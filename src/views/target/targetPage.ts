/** What a target's page shows, as figures: all of it from the board's row, nothing reckoned anew. Pure. */
import type { Board, Figure, Lamp, Row } from '../../domain/board'
import type { Balance } from '../../domain/allocation'
import { balanceOf } from '../../domain/allocation'
import { severityOf } from '../../domain/changes'
import type { ComparedCourse } from '../../domain/comparedCourse'
import type { Explanation } from '../../domain/explain'
import { explainFigure } from '../../domain/explain'
import { milestoneStages } from '../../domain/pace'
import type { Placed, PlanIndex, Target } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import { tolerance } from '../../domain/lampRules'
import { countingPlace, qualitativeStages } from '../../domain/stages'
import { isReachedBy } from '../../domain/tally'
import { sectionsOf } from '../../wording/boardSections'
import type { SiteLine, StageLine } from '../../components/target/siteLine'

/** One asked area against its own goal. */
export interface AreaFigure {
  figure: Figure
  name: string
  /** What is due as a share of its goal; null for ceilings. */
  should: number | null
  /** Its share of everything reached, and of what was given out; null where shares say nothing. */
  share: number | null
  goalShare: number | null
}

export interface SharesPage {
  balance: Balance | null
  lines: readonly { area: string, name: string, share: number | null }[]
}

export interface TargetPage {
  row: Row
  target: Target
  placed: Placed
  number: string
  /** The figure that is looked at: the total, or one area's cell. */
  figure: Figure
  explanation: Explanation
  /** Areas that are asked, worst first. */
  areas: readonly AreaFigure[]
  unasked: number
  sites: readonly SiteLine[]
  /** Finished ones that were reported as a number, without names. */
  plain: number
  stages: readonly StageLine[]
  shares: SharesPage | null
  before: { figure: Figure, on: string } | null
  /** Of a share of areas: how many of those that count meet the goal. */
  met: { reached: number, of: number } | null
}

/** The targets in the order of the board: of each chapter first those with figures, then the others. */
export function boardOrder(index: PlanIndex, board: Board): { id: string, number: string }[] {
  return sectionsOf(index, board.rows).flatMap(section => [...section.figures, ...section.folded]).map(line => ({ id: line.row.target.id, number: line.number }))
}

/** Can amounts of areas be added up and divided by one another. */
const isSum = (target: Target): boolean => target.measure === 'count' || target.measure === 'amount' || target.measure === 'stock'
const isOut = (lamp: Lamp | null): boolean => lamp === null || lamp === 'exempt' || lamp === 'paused'

function areasOf(index: PlanIndex, row: Row, asOf: string): AreaFigure[] {
  const { total, target } = row
  const list = row.cells.filter(cell => cell.asked).map((figure): AreaFigure => ({
    figure, name: areaName(index, figure.area!), should: explainFigure(index.plan, row, figure, asOf).should,
    share: isSum(target) && figure.value !== null && total.value !== null && total.value > 0 ? figure.value / total.value : null,
    goalShare: isSum(target) && figure.goal !== null && row.allocated !== null && row.allocated > 0 ? figure.goal / row.allocated : null,
  }))
  return list.sort((one, other) => Number(isOut(one.figure.lamp)) - Number(isOut(other.figure.lamp)) || severityOf(other.figure.lamp) - severityOf(one.figure.lamp) || (one.figure.gap ?? 0) - (other.figure.gap ?? 0))
}

export const areaName = (index: PlanIndex, code: string): string => shortNameOf(index.areas.get(code)?.area ?? { name: code })

function sitesOf(index: PlanIndex, row: Row, figure: Figure): { sites: SiteLine[], plain: number } {
  const ladder = row.target.ladder
  if (ladder === undefined) return { sites: [], plain: 0 }
  const figures = figure.detail === null && figure.area === null ? row.cells : [figure]
  const sites = figures.flatMap(cell => (cell.detail?.items ?? []).map((item): SiteLine => {
    const place = ladder.findIndex(stage => stage.id === item.stage)
    return { area: cell.area, areaName: cell.area === null ? '' : areaName(index, cell.area), name: item.name, place, isDone: place >= countingPlace(row.target), at: cell.at }
  }))
  const plain = figures.reduce((sum, cell) => sum + (cell.detail !== null && cell.detail.items === null ? cell.value ?? 0 : 0), 0)
  return { sites: sites.sort((one, other) => one.place - other.place), plain }
}

/** The stages of a milestone or a qualitative target: when due, when reached, or by how many areas. */
function stagesOf(row: Row, figure: Figure, course: ComparedCourse | null, asOf: string): StageLine[] {
  const { target, due } = row
  const isPooled = figure.area === null && target.scope === 'area'
  const asked = row.cells.filter(cell => cell.asked && !isOut(cell.lamp))
  if (target.measure === 'milestone') {
    const reachedOn = (cell: Figure, id: string): string | null => { const on = cell.detail?.stages?.[id]; return on !== undefined && on <= asOf && on <= (cell.at ?? on) ? on : null }
    return milestoneStages(target, due).map(stage => ({
      name: stage.name, due: stage.due, reachedOn: isPooled ? null : reachedOn(figure, stage.id), isReached: isPooled ? asked.length > 0 && asked.every(cell => reachedOn(cell, stage.id) !== null) : reachedOn(figure, stage.id) !== null,
      isNow: false, count: isPooled ? { reached: asked.filter(cell => reachedOn(cell, stage.id) !== null).length, of: asked.length } : null,
    }))
  }
  if (target.measure !== 'qualitative') return []
  const stages = qualitativeStages(target)
  const now = stages.find(stage => stage.id === figure.detail?.stage)
  const has = (value: number | null, share: number): boolean => value !== null && value >= share - tolerance
  return stages.map(stage => ({
    name: stage.name, due: stage.share === 1 ? due : null, reachedOn: isPooled || !has(figure.value, stage.share) ? null : course?.actual.find(point => has(point.value, stage.share))?.at ?? null,
    isReached: isPooled ? asked.length > 0 && asked.every(cell => has(cell.value, stage.share)) : has(figure.value, stage.share),
    isNow: !isPooled && stage === now, count: isPooled ? { reached: asked.filter(cell => has(cell.value, stage.share)).length, of: asked.length } : null,
  }))
}

function metOf(row: Row, figure: Figure): TargetPage['met'] {
  const { target, cells } = row
  if (figure.area !== null || target.scope !== 'area' || !/standard|frequency|milestone|qualitative/.test(target.measure)) return null
  const counted = cells.filter(cell => cell.asked && cell.goal !== null && cell.lamp !== 'exempt' && cell.lamp !== 'paused')
  return { reached: counted.filter(cell => isReachedBy(cell)).length, of: counted.length }
}

function sharesOf(index: PlanIndex, row: Row): SharesPage | null {
  if (row.target.scope !== 'area') return null
  const lines = row.cells.filter(cell => cell.asked).map(cell => ({ area: cell.area!, name: areaName(index, cell.area!), share: cell.goal }))
  // The board's own sum: an inner area may have been given less than its leaves ask for.
  return { balance: row.allocated === null ? null : balanceOf(row.target, { sum: row.allocated }), lines }
}

export interface TargetSources {
  index: PlanIndex
  board: Board
  targetId: string
  area: string | null
  course: ComparedCourse | null
  meetings: readonly string[]
  before: { board: Board, on: string } | null
}

/** The figure of a row that an area asks for: its cell where it has a part in the target, else the total. */
export const figureFor = (row: Row, area: string | null): Figure => (area === null ? undefined : row.cells.find(cell => cell.area === area && (cell.asked || cell.value !== null))) ?? row.total

/** The page of a target; null where the plan has no such target. */
export function targetPageOf({ index, board, targetId, area, course, meetings, before }: TargetSources): TargetPage | null {
  const row = board.rows.find(one => one.target.id === targetId)
  const placed = index.targets.get(targetId)
  if (row === undefined || placed === undefined) return null
  const figure = figureFor(row, area)
  const rowBefore = before?.board.rows.find(one => one.target.id === targetId)
  return {
    row, target: row.target, placed, figure, number: boardOrder(index, board).find(one => one.id === targetId)?.number ?? targetId,
    explanation: explainFigure(index.plan, row, figure, board.asOf, meetings), areas: areasOf(index, row, board.asOf), unasked: row.cells.filter(cell => !cell.asked).length,
    ...sitesOf(index, row, figure), stages: stagesOf(row, figure, course, board.asOf), shares: sharesOf(index, row),
    met: metOf(row, figure),
    before: rowBefore === undefined || before === null ? null : { figure: figureFor(rowBefore, figure.area), on: before.on },
  }
}
