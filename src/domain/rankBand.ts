/**
 * 名次区间: how far a rank rests on single cells and on weights. One cell more or fewer on pace in the area (all others unchanged), and each rule weighing 5 % more or less,
 * one at a time. Source: practice.md 4, 5 (Fair-rank check).
 */
import type { Board, Figure } from './board'
import { isOnPaceLamp } from './lamp'
import type { LampRules } from './lampRules'
import type { RulePack, ScoreRules } from './rulePack'
import type { AreaScore } from './score'
import { rankOfTotal } from './score'
import type { AreaGround, ReadRule } from './scoreLines'
import { boundedSum, cellOf, cellPoints, groundsOf, lineOf, readRules, totalOf } from './scoreLines'
import { settled } from './formula'
import type { Slip } from './slip'
import { isStable, rankRange } from './standing'

/** What moves a rank: one cell more or fewer on pace, or a rule that weighs more or less. */
export type RankCause = { kind: 'cell', by: 1 | -1 } | { kind: 'weight', rule: string, name: string, by: 0.05 | -0.05 }

export interface RankBand {
  area: string
  rank: number
  best: number
  worst: number
  /** Moves by no more places than {@link isStable} allows. */
  isRobust: boolean
  /** What leads to the best and to the worst rank; null where that is the rank itself. */
  because: { best: RankCause | null, worst: RankCause | null }
  /** So few active cells that one of them decides the rate; null where there are enough. */
  few: number | null
}

/** Areas with no more active cells than this are marked (只有 n 项). */
const fewCells = 3
const weightStep = 0.05 as const

/** A cell as it would be just on its pace. */
function onPaceNow(figure: Figure): Figure {
  const pace = figure.pace ?? 1
  return { ...figure, lamp: 'on_pace', progress: Math.max(figure.progress ?? 0, pace), completion: Math.max(figure.completion ?? 0, pace), gap: Math.max(figure.gap ?? 0, 0) }
}

/** A cell as it would be just behind its pace. */
function behindNow(figure: Figure, lamps: LampRules): Figure {
  const pace = figure.pace ?? 1
  const lag = Math.min(pace, Math.max(-lamps.slightlyBehind, 0.01) * (lamps.mode === 'ratio' ? pace : 1))
  return { ...figure, lamp: 'slightly_behind', progress: Math.min(figure.progress ?? 0, pace - lag), completion: Math.min(figure.completion ?? 0, pace - lag), gap: Math.min(figure.gap ?? 0, -lag) }
}

/** The highest and lowest total that one cell can make. A line is reckoned anew only where one cell changes more than its own term. */
function reachOf(ground: AreaGround, { total, lines, start }: AreaScore, rules: ScoreRules, read: readonly ReadRule[], lamps: LampRules): { most: number, least: number } {
  /** Rules of the area see of a cell only its lamp. */
  const known = new Map<string, number>()
  const totals = ground.cells.map((cell, at) => {
    const lamp = cell.figure.lamp!
    const turned = cellOf(isOnPaceLamp(lamp) ? behindNow(cell.figure, lamps) : onPaceNow(cell.figure), rules.overCap)
    const anew = (rule: ReadRule): number => lineOf(rule, { ...ground, cells: ground.cells.map((one, i) => (i === at ? turned : one)) }).points
    return totalOf(start, read.map((rule, i) => {
      if (rule.rule.scope === 'area') {
        const key = `${i} ${lamp}`
        if (!known.has(key)) known.set(key, anew(rule))
        return { points: known.get(key)! }
      }
      if (rule.exempt.has(lamp) !== rule.exempt.has(turned.figure.lamp!)) return { points: anew(rule) }
      const of = lines[i]!.terms.length
      return { points: of === 0 ? 0 : boundedSum(rule, lines[i]!.bounded - cellPoints(rule, cell, of) + cellPoints(rule, turned, of)) }
    }))
  })
  return { most: Math.max(total!, ...totals), least: Math.min(total!, ...totals) }
}

interface Found { rank: number, cause: RankCause | null }

function bandOf(score: AreaScore, found: readonly Found[]): RankBand {
  const rank = score.rank!
  const best = found.reduce((held, one) => (one.rank < held.rank ? one : held), { rank, cause: null })
  const worst = found.reduce((held, one) => (one.rank > held.rank ? one : held), { rank, cause: null })
  return {
    area: score.area, rank, best: best.rank, worst: worst.rank, isRobust: isStable({ best: best.rank, worst: worst.rank }), because: { best: best.cause, worst: worst.cause },
    few: score.standing.active <= fewCells ? score.standing.active : null,
  }
}

/** The band of every ranked area, in the order of `scores` (as `scoresOf` gave them for the same board, slips and pack). */
export function bandsOf(board: Board, slips: readonly Slip[], pack: RulePack, scores: readonly AreaScore[], missedMonths: ReadonlyMap<string, number> = new Map()): RankBand[] {
  const rules = pack.score
  const those = scores.filter(score => score.rank !== null)
  if (rules === null) {
    return those.map(score => {
      const range = rankRange(score.area, board.areas)!
      return bandOf(score, [{ rank: range.best, cause: { kind: 'cell', by: 1 } }, { rank: range.worst, cause: { kind: 'cell', by: -1 } }])
    })
  }
  const read = readRules(rules.rules)
  const grounds = new Map(groundsOf(board, rules, slips, missedMonths).map(ground => [ground.area, ground]))
  const peersOf = (one: AreaScore): AreaScore[] => those.filter(other => other.group === one.group)
  /** Totals of everybody with one rule weighing more or less. */
  const weighed = rules.rules.flatMap((rule, at) => ([weightStep, -weightStep] as const).map(by => ({
    cause: { kind: 'weight', rule: rule.id, name: rule.name, by } as RankCause,
    totals: new Map(those.map(score => [score.area, settled(score.total! + by * score.lines[at]!.points)])),
  })))
  return those.map(score => {
    const peers = peersOf(score)
    const others = peers.filter(other => other !== score).map(other => other.total!)
    const { most, least } = reachOf(grounds.get(score.area)!, score, rules, read, board.rules)
    const rankWith = (total: number): number => rankOfTotal(total, [total, ...others], rules.ties)
    return bandOf(score, [
      { rank: rankWith(most), cause: { kind: 'cell', by: 1 } }, { rank: rankWith(least), cause: { kind: 'cell', by: -1 } },
      ...weighed.map(({ cause, totals }) => ({ rank: rankOfTotal(totals.get(score.area)!, peers.map(peer => totals.get(peer.area)!), rules.ties), cause })),
    ])
  })
}
