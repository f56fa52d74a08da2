/** The board from the history: every row, then the standings of columns, chapters and plan (semantics.md 1, 27, 28). */
import type { AreaStanding, Board, ChapterStanding, Figure, LampCounts, Row, Standing } from './board'
import type { PlanIndex } from './plan'
import type { History, When } from './history'
import { rulesOn } from './adoption'
import { knownAtLimit } from './clock'
import { rowOf } from './figure'
import { isActiveLamp, isOnPaceLamp } from './lamp'
import type { LampRules } from './lampRules'

export interface BoardQuery {
  asOf: string
  /** A day, an instant or a clock value (semantics.md 33); stands on the board as given. */
  knownAt: string
}

function whenOf(query: BoardQuery): When {
  return { asOf: query.asOf, limit: knownAtLimit(query.knownAt) }
}

/** The board as of a day, as known at a moment. */
export function boardOf(history: History, query: BoardQuery, pack: LampRules = rulesOn(history, whenOf(query))): Board {
  const when = whenOf(query)
  const rows = [...history.index.targets.values()].map(placed => rowOf(history, placed, when, pack))
  return withStandings(history.index, { plan: history.index.plan.id, ...query, rulePack: pack.id, rules: pack, rows })
}

/**
 * The board after an event that touched only some targets: their rows are made anew, all other rows are the same objects, and
 * only the standings on the touched path are counted again. Equal to {@link boardOf} (a law in the tests).
 */
export function rollUpPath(board: Board, history: History, knownAt: string, targets: readonly string[], pack: LampRules = rulesOn(history, whenOf({ asOf: board.asOf, knownAt }))): Board {
  const touched = new Set(targets)
  const when = whenOf({ asOf: board.asOf, knownAt })
  const rows = board.rows.map(row => {
    const placed = touched.has(row.target.id) ? history.index.targets.get(row.target.id) : undefined
    return placed === undefined ? row : rowOf(history, placed, when, pack)
  })
  const changed = new Set<string>()
  rows.forEach((row, i) => row.cells.forEach((cell, j) => {
    if (cell.lamp !== board.rows[i]!.cells[j]?.lamp) changed.add(cell.area!)
  }))
  return withStandings(history.index, { plan: board.plan, asOf: board.asOf, knownAt, rulePack: pack.id, rules: pack, rows }, board, changed)
}

type Unranked = Omit<Board, 'areas' | 'chapters' | 'total'>

/**
 * Standings of the rows that a board holds, all of them or a part (semantics.md 27, 28): every column is counted, or with `before`
 * only the `changed` ones, and ranked among all columns.
 */
export function withStandings(index: PlanIndex, board: Unranked, before: Board | null = null, changed: ReadonlySet<string> | null = null): Board {
  const areas = index.columns.map((column, j): AreaStanding => {
    const code = column.area.code
    if (before !== null && changed !== null && !changed.has(code)) return before.areas[j]!
    return { area: code, rank: null, ...standingOf(columnOf(board.rows, j)) }
  })
  const chapters = index.plan.chapters.map((chapter): ChapterStanding => ({
    chapter: chapter.id,
    ...standingOf(board.rows.filter(row => index.targets.get(row.target.id)?.chapter === chapter).map(row => row.total)),
  }))
  return { ...board, areas: ranked(areas), chapters, total: standingOf(board.rows.map(row => row.total)) }
}

/** The figures of a column, row by row. */
function columnOf(rows: readonly Row[], place: number): Figure[] {
  const column: Figure[] = []
  for (const { cells } of rows) if (place < cells.length) column.push(cells[place]!)
  return column
}

/** On-pace count, active count and lamp counts of some figures. */
export function standingOf(figures: readonly Figure[]): Standing {
  const lamps: LampCounts = {}
  let onPace = 0
  let active = 0
  for (const { lamp } of figures) {
    if (lamp === null) continue
    lamps[lamp] = (lamps[lamp] ?? 0) + 1
    if (!isActiveLamp(lamp)) continue
    active += 1
    if (isOnPaceLamp(lamp)) onPace += 1
  }
  return { onPace, active, lamps }
}

/** Place by on-pace rate, 1-1-3, compared exactly by cross-multiplication (semantics.md 28); null without active cells. `among` may hold `one` itself. */
export function rankAmong(one: Standing, among: readonly Standing[]): number | null {
  return one.active === 0 ? null : 1 + among.filter(other => other.active > 0 && other.onPace * one.active > one.onPace * other.active).length
}

/** Unchanged standings stay the same objects. */
function ranked(areas: readonly AreaStanding[]): AreaStanding[] {
  return areas.map(one => {
    const rank = rankAmong(one, areas)
    return rank === one.rank ? one : { ...one, rank }
  })
}

/** How many areas share this rank: 并n where more than one. */
export function isTied(areas: readonly AreaStanding[], one: AreaStanding): boolean {
  return one.rank !== null && areas.some(other => other !== one && other.rank === one.rank)
}
