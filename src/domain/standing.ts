/** What a place in the ranking is worth: among whom, how far it moves with one item more or fewer, and whether single units decide it. */
import type { AreaStanding, Board, Figure, Standing } from './board'
import type { Target } from './plan'
import { isActiveLamp } from './lamp'
import { rankAmong, standingOf } from './rollUp'

export interface Place {
  /** 1-1-3 (semantics.md 28). */
  rank: number
  /** How many are ranked: those with active cells. */
  ranked: number
  /** Does another one share the rank (并n). */
  isTied: boolean
}

/** The place of an area among some standings (all columns, or its peers); null where it is not ranked or not among them. */
export function placeAmong(area: string, among: readonly AreaStanding[]): Place | null {
  const one = among.find(standing => standing.area === area)
  const rank = one === undefined ? null : rankAmong(one, among)
  if (rank === null) return null
  return { rank, ranked: among.filter(other => other.active > 0).length, isTied: among.some(other => other !== one && rankAmong(other, among) === rank) }
}

/** Best and worst rank. */
export interface RankRange { best: number, worst: number }

/**
 * 名次稳定性: where the rank would be with one more and with one fewer cell on pace, every other area standing still (practice.md 2.5).
 * The number of active cells stays; who has all on pace cannot have one more, who has none cannot have one fewer.
 */
export function rankRange(area: string, among: readonly AreaStanding[]): RankRange | null {
  const one = among.find(standing => standing.area === area)
  if (one === undefined || one.active === 0) return null
  const others = among.filter(other => other !== one)
  const rankWith = (onPace: number): number => rankAmong({ ...one, onPace: Math.max(0, Math.min(one.active, onPace)) }, others)!
  return { best: rankWith(one.onPace + 1), worst: rankWith(one.onPace - 1) }
}

/** A rank that moves by more places than this with one item more or fewer is not called stable. */
const stablePlaces = 2

export const isStable = ({ best, worst }: RankRange): boolean => worst - best <= stablePlaces

/** One unit to do: it is on pace or not by that unit alone (sums of 万 or 亿 are no single things; semantics.md 19). */
export function isOneUnit(target: Target, cell: Figure): boolean {
  return target.measure === 'count' && target.goal.op === '>=' && cell.goal === 1 && !/[万亿]/.test(target.unit)
}

/** How far a rank rests on one-unit targets: how many of the area's active cells they are, and the rank with such cells left out everywhere. */
export interface OneUnitCheck { cells: number, rank: number | null }

/** The check of an area on a board; null where none of its active cells asks for a single unit. */
export function oneUnitCheck(board: Board, area: string): OneUnitCheck | null {
  const column = board.areas.findIndex(standing => standing.area === area)
  const cells = board.rows.filter(row => row.cells[column] !== undefined && isActiveLamp(row.cells[column].lamp) && isOneUnit(row.target, row.cells[column])).length
  if (column < 0 || cells === 0) return null
  const others = board.areas.map((_, j) => standingOf(board.rows.flatMap(row => (row.cells[j] === undefined || isOneUnit(row.target, row.cells[j]) ? [] : [row.cells[j]]))))
  return { cells, rank: rankAmong(others[column]!, others) }
}

/** On-pace rate as a fraction of 1; null without active cells. */
export const rateOf = ({ onPace, active }: Standing): number | null => (active === 0 ? null : onPace / active)

/** The middle one of the on-pace rates of the ranked areas (the mean of the two middle ones), as a fraction of 1; null where none is ranked. */
export function medianRate(standings: readonly Standing[]): number | null {
  const rates = standings.flatMap(standing => rateOf(standing) ?? []).sort((a, b) => a - b)
  const middle = rates.length / 2
  if (rates.length === 0) return null
  return rates.length % 2 === 1 ? rates[Math.floor(middle)]! : (rates[middle - 1]! + rates[middle]!) / 2
}

/** One day of a course of rates. */
export interface RatePoint { asOf: string, onPace: number, active: number, rate: number | null, median: number | null }

/** The on-pace rate of an area on some boards, each beside the median of all areas. */
export function rateCourse(area: string, boards: readonly Board[]): RatePoint[] {
  return boards.flatMap(({ asOf, areas }) => {
    const one = areas.find(standing => standing.area === area)
    return one === undefined ? [] : [{ asOf, onPace: one.onPace, active: one.active, rate: rateOf(one), median: medianRate(areas) }]
  })
}
