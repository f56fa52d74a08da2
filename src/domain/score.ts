/**
 * Ranking and scores of areas: what a pack's rules give, line by line, with grades, their caps, a veto that needs a basis, and lists only where the pack asks. Without
 * scores the ranking is the board's own, by on-pace rate. Areas only: people are never ranked. Source: issue 7 part 6; practice.md 2.3 (济南, 绵阳, 延安).
 */
import type { AreaStanding, Board } from './board'
import type { History, When } from './history'
import { knownAtLimit } from './clock'
import { periodLampsOf } from './periodLamps'
import { boardOf, isTied } from './rollUp'
import type { RulePack, ScoreRules } from './rulePack'
import type { AreaGround, ScoreLine } from './scoreLines'
import { groundsOf, lineOf, readRules, totalOf } from './scoreLines'
import type { Slip } from './slip'

/** What bars a grade, or all of them: so many of a thing, where `least` is already too many. */
export interface Bar { when: 'overdue_slips' | 'red_cells', count: number, least: number }

export interface AreaScore {
  area: string
  /** Its peer group; null: ranked with those in none. */
  group: string | null
  standing: AreaStanding
  start: number
  lines: readonly ScoreLine[]
  /** `start` + the points of the lines; null where the pack has no scores or the area has no active cell. */
  total: number | null
  grade: string | null
  /** The grade that the points alone would give, and what barred it. */
  gradeCap: (Bar & { from: string }) | null
  /** 一票否决: not ranked, the last grade. */
  veto: (Bar & { basis: string }) | null
  rank: number | null
  /** Another of its group has the same rank (并n). */
  tied: boolean
  /** Why it has no rank. 无任务不参评. */
  unranked: 'no_task' | 'veto' | null
  list: 'red' | 'black' | null
}

const countOf = (when: Bar['when'], { cells, overdueSlips }: AreaGround): number => (when === 'overdue_slips' ? overdueSlips : cells.reduce((sum, { values }) => sum + values.isRed!, 0))

/** Totals are compared in billionths of a point: what differs by less is equal. */
const placeValue = (total: number): number => Math.round(total * 1e9)

/** Rank of a total among those of its group (itself among them): shared 1-1-3, dense 1-1-2. */
export function rankOfTotal(total: number, among: readonly number[], ties: ScoreRules['ties']): number {
  const own = placeValue(total)
  const better = among.map(placeValue).filter(other => other > own)
  return 1 + (ties === 'dense' ? new Set(better).size : better.length)
}

/** First group of the pack that names the area. */
const groupOfArea = (area: string, rules: Pick<ScoreRules, 'groups'>): string | null => rules.groups.find(group => group.areas.includes(area))?.name ?? null

function gradeOf(total: number, rules: ScoreRules, ground: AreaGround, isVetoed: boolean): Pick<AreaScore, 'grade' | 'gradeCap'> {
  const { grades, gradeCaps } = rules
  if (grades.length === 0) return { grade: null, gradeCap: null }
  const last = grades.length - 1
  if (isVetoed) return { grade: grades[last]!.name, gradeCap: null }
  const reached = grades.findIndex(grade => total >= grade.from - 1e-9)
  const own = reached < 0 ? last : reached
  const bars = gradeCaps.flatMap(cap => {
    const count = countOf(cap.when, ground)
    const best = grades.findIndex(grade => grade.name === cap.best)
    return count >= cap.least && best > own ? [{ best, bar: { when: cap.when, count, least: cap.least, from: grades[own]!.name } }] : []
  }).sort((a, b) => b.best - a.best)
  return bars.length === 0 ? { grade: grades[own]!.name, gradeCap: null } : { grade: grades[bars[0]!.best]!.name, gradeCap: bars[0]!.bar }
}

function vetoOf({ veto }: ScoreRules, ground: AreaGround): AreaScore['veto'] {
  if (veto === null || veto.basis.trim() === '') return null
  const count = countOf(veto.when, ground)
  return count >= veto.least ? { basis: veto.basis, when: veto.when, count, least: veto.least } : null
}

/** Lamps of cells under their target. Not reported is not known to be under it; done and exempt never are. */
const isUnder = ({ lamps }: AreaStanding): boolean => (lamps.behind ?? 0) + (lamps.slightly_behind ?? 0) + (lamps.overdue ?? 0) > 0

/** 绵阳: red = nothing off pace and among the first; black = something under its target and among the last. */
function listOf(one: AreaScore, peers: readonly AreaScore[], lists: ScoreRules['lists']): AreaScore['list'] {
  if (lists === null || one.rank === null) return null
  if (one.standing.onPace === one.standing.active && one.rank <= lists.red.top) return 'red'
  const after = peers.filter(other => other.rank !== null && other.rank > one.rank!).length
  return isUnder(one.standing) && after < lists.black.bottom ? 'black' : null
}

/** Ranks, ties and lists among the peers of each. */
function ranked(scores: readonly AreaScore[], rules: ScoreRules): AreaScore[] {
  const peersOf = (one: AreaScore, all: readonly AreaScore[]): AreaScore[] => all.filter(other => other.group === one.group && other.unranked === null)
  const placed = scores.map((one): AreaScore => {
    if (one.unranked !== null) return one
    const totals = peersOf(one, scores).map(other => other.total!)
    const rank = rankOfTotal(one.total!, totals, rules.ties)
    return { ...one, rank, tied: totals.filter(total => placeValue(total) === placeValue(one.total!)).length > 1 }
  })
  return placed.map(one => ({ ...one, list: listOf(one, peersOf(one, placed), rules.lists) }))
}

/**
 * Every area of a board by the pack's rules, in the board's order. `missedMonths` as {@link missedMonthsOf} gives it, needed only where a rule uses it.
 * Without `pack.score` the board's own ranks, and no totals.
 */
export function scoresOf(board: Board, slips: readonly Slip[], pack: RulePack, missedMonths: ReadonlyMap<string, number> = new Map()): AreaScore[] {
  const rules = pack.score
  const bare = (standing: AreaStanding): AreaScore => ({
    area: standing.area, group: null, standing, start: 0, lines: [], total: null, grade: null, gradeCap: null, veto: null,
    rank: standing.rank, tied: isTied(board.areas, standing), unranked: standing.active === 0 ? 'no_task' : null, list: null,
  })
  if (rules === null) return board.areas.map(bare)
  const read = readRules(rules.rules)
  const grounds = groundsOf(board, rules, slips, missedMonths)
  return ranked(board.areas.map((standing, j): AreaScore => {
    const ground = grounds[j]!
    const one = { ...bare(standing), group: groupOfArea(standing.area, rules), rank: null, tied: false }
    if (standing.active === 0) return one
    const lines = read.map(rule => lineOf(rule, ground))
    const total = totalOf(rules.start, lines)
    const veto = vetoOf(rules, ground)
    return { ...one, start: rules.start, lines, total, veto, ...gradeOf(total, rules, ground, veto !== null), unranked: veto === null ? null : 'veto' }
  }), rules)
}

/**
 * 未达序月数 of every area: closed months on whose last day one of its cells was behind, overdue or without a report, as known when the month's reporting room was over
 * and by the rules of that day.
 */
export function missedMonthsOf(history: History, when: When): Map<string, number> {
  const counts = new Map<string, number>()
  const first = [...history.index.targets.keys()][0]
  if (first === undefined) return counts
  for (const { lastDay, submitBy } of periodLampsOf(history, first, null, when)) {
    const { areas } = boardOf(history, { asOf: lastDay, knownAt: knownAtLimit(submitBy) < when.limit ? submitBy : when.limit })
    for (const { area, active, onPace } of areas) if (onPace < active) counts.set(area, (counts.get(area) ?? 0) + 1)
  }
  return counts
}

/** Does a rule of the pack ask for {@link missedMonthsOf}. */
export const asksMonths = (pack: RulePack): boolean => pack.score?.rules.some(rule => /\bmissedMonths\b/.test(rule.formula)) ?? false
