/** What would change: the board of a day by the rules that hold and by those of a pack. Both from the same function as the board shown. */
import type { Board, Figure, Lamp } from './board'
import { lampCodes } from './board'
import type { Change } from './changes'
import { changesBetween, largestTurns } from './turns'
import type { History, When } from './history'
import { rulesOn } from './adoption'
import { boardOf, standingOf } from './rollUp'
import type { RulePack } from './rulePack'

export interface PackEffect {
  before: Board
  after: Board
  /** Lit figures by lamp, every lamp that occurs before or after, in the order of `lampCodes`: cells of targets by place, totals of the plan's own. */
  counts: readonly { lamp: Lamp, before: number, after: number }[]
  /** Figures whose lamp turned, the largest turns first; totals of targets by place are left out. */
  worse: readonly Change[]
  better: readonly Change[]
  /** Places whose rank moves. */
  ranks: readonly { area: string, before: number | null, after: number | null }[]
  /** How many slips each set of rules would propose; null where nobody was asked. */
  slips: { before: number, after: number } | null
}

const figuresOf = (board: Board): Figure[] => board.rows.flatMap(row => (row.cells.length > 0 ? [...row.cells] : [row.total]))

/** The effect of a pack on the board of `when.asOf`, as known at `when.limit`. `countSlips`: how many slips a board and a pack ask for (null: the pack in force). */
export function packEffect(history: History, pack: RulePack, when: When, countSlips?: (board: Board, pack: RulePack | null) => number): PackEffect {
  const query = { asOf: when.asOf, knownAt: when.limit }
  const before = boardOf(history, query, rulesOn(history, when))
  const after = boardOf(history, query, pack.lamps)
  const was = standingOf(figuresOf(before)).lamps
  const is = standingOf(figuresOf(after)).lamps
  const rows = new Map(after.rows.map(row => [row.target.id, row]))
  const changes = changesBetween(before, after).filter(({ target, area }) => area !== null || rows.get(target)!.cells.length === 0)
  return {
    before, after,
    counts: lampCodes.map(lamp => ({ lamp, before: was[lamp] ?? 0, after: is[lamp] ?? 0 })).filter(one => one.before + one.after > 0),
    worse: largestTurns(changes, 'worse'), better: largestTurns(changes, 'better'),
    ranks: after.areas.map(({ area, rank }, i) => ({ area, before: before.areas[i]!.rank, after: rank })).filter(one => one.before !== one.after),
    slips: countSlips === undefined ? null : { before: countSlips(before, null), after: countSlips(after, pack) },
  }
}
