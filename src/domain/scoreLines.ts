/**
 * The arithmetic of a score, open: every rule of the pack is a line, every line its terms, every term a formula over figures of the board. Source: practice.md 2.3
 * (济南, 延安, K4, K6: signed rules, bounded; 天府新区: paused and exempt not scored).
 */
import type { Board, Figure, Lamp } from './board'
import type { Formula } from './formula'
import { evaluate, isFormula, parseFormula, settled, wordsIn } from './formula'
import { isActiveLamp, isOnPaceLamp } from './lamp'
import { standingOf } from './rollUp'
import type { ScoreRule, ScoreRules } from './rulePack'
import { isOpen, isOverdue } from './slip'
import type { Slip } from './slip'

/** A cell that is left out of a line, and the lamp that it is left out for. */
export interface LeftOut { target: string, lamp: Lamp }

/** One use of the formula: for the area (`target` null) or for one of its cells. */
export interface ScoreTerm {
  target: string | null
  lamp: Lamp | null
  /** Value of every word of the formula; beside `rate` what it is made of. */
  values: Readonly<Record<string, number>>
  /** What the formula gives; null where it cannot be reckoned (a pack that was never checked): counts as 0. */
  value: number | null
  /** Within the rule's min and max. */
  bounded: number
}

export interface ScoreLine {
  rule: string
  name: string
  evidence: string
  /** null: cannot be read. */
  formula: Formula | null
  terms: readonly ScoreTerm[]
  left: readonly LeftOut[]
  /** Sum of the values of the terms. */
  raw: number
  /** Sum of the terms within min and max. */
  bounded: number
  /** `bounded` within floor and cap: what is added to the total. */
  points: number
}

/** An active cell and the values that formulas may use. */
export interface ScoreCell { figure: Figure, values: Readonly<Record<string, number>> }

/** What an area is scored on. */
export interface AreaGround {
  area: string
  cells: readonly ScoreCell[]
  /** Exempt, paused and not yet due: never scored. */
  idle: readonly LeftOut[]
  openSlips: number
  overdueSlips: number
  closedOnTime: number
  missedMonths: number
}

const flag = (is: boolean): number => (is ? 1 : 0)
const within = (value: number, least: number | null, most: number | null): number => Math.min(most ?? Infinity, Math.max(least ?? -Infinity, value))

/** A completion beyond this is beyond what formulas are checked for. */
const mostCompletion = 10

/** Of a cell; without data its shares are 0, and `isNoData` says why. */
export function cellOf(figure: Figure, overCap: number): ScoreCell {
  const { completion, progress, pace, gap, lamp } = figure
  const distance = gap ?? (pace === null ? 0 : -pace)
  return {
    figure,
    values: {
      completion: within(completion ?? 0, 0, Math.min(overCap, mostCompletion)), progress: within(progress ?? 0, 0, 1), pace: within(pace ?? 0, 0, 1), gap: within(distance, -1, 1), lag: within(-distance, 0, 1),
      isDone: flag(lamp === 'done' || lamp === 'caught_up_late'), isLate: flag(lamp === 'caught_up_late'), isOnPace: flag(isOnPaceLamp(lamp)), isRed: flag(lamp === 'behind' || lamp === 'overdue'),
      isAmber: flag(lamp === 'slightly_behind'), isOverdue: flag(lamp === 'overdue'), isNoData: flag(lamp === 'no_data'),
    },
  }
}

/** Ground of every column of a board. Slips count for the area that leads them. */
export function groundsOf(board: Board, rules: ScoreRules, slips: readonly Slip[], missedMonths: ReadonlyMap<string, number>): AreaGround[] {
  return board.areas.map(({ area }, j) => {
    const figures = board.rows.flatMap(row => row.cells[j] ?? [])
    const own = slips.filter(slip => slip.order.lead === area)
    return {
      area,
      cells: figures.filter(figure => isActiveLamp(figure.lamp)).map(figure => cellOf(figure, rules.overCap)),
      idle: figures.flatMap(({ target, lamp }) => (lamp === null || isActiveLamp(lamp) ? [] : [{ target, lamp }])),
      openSlips: own.filter(isOpen).length, overdueSlips: own.filter(slip => isOverdue(slip, board.asOf)).length,
      closedOnTime: own.filter(slip => slip.closedOn !== null && slip.closedOn <= slip.due).length, missedMonths: missedMonths.get(area) ?? 0,
    }
  })
}

/** A rule with its formula read once. */
export interface ReadRule { rule: ScoreRule, formula: Formula | null, words: readonly string[], exempt: ReadonlySet<Lamp> }

export function readRules(rules: readonly ScoreRule[]): ReadRule[] {
  return rules.map(rule => {
    const parsed = parseFormula(rule.formula)
    const formula = isFormula(parsed) ? parsed : null
    return { rule, formula, words: formula === null ? [] : wordsIn(formula), exempt: new Set(rule.exempt) }
  })
}

function areaValues(cells: readonly ScoreCell[], ground: AreaGround): Record<string, number> {
  const { onPace, active, lamps } = standingOf(cells.map(cell => cell.figure))
  const of = (...codes: Lamp[]): number => codes.reduce((sum, code) => sum + (lamps[code] ?? 0), 0)
  return {
    onPace, active, rate: onPace / active, red: of('behind', 'overdue'), amber: of('slightly_behind'), overdue: of('overdue'), noData: of('no_data'), done: of('done', 'caught_up_late'),
    openSlips: ground.openSlips, overdueSlips: ground.overdueSlips, closedOnTime: ground.closedOnTime, missedMonths: ground.missedMonths,
  }
}

function termOf({ rule, formula, words }: ReadRule, figure: Figure | null, values: Readonly<Record<string, number>>): ScoreTerm {
  const value = formula === null ? null : evaluate(formula, values)
  const kept = words.includes('rate') ? [...words, 'onPace', 'active'] : words
  return { target: figure?.target ?? null, lamp: figure?.lamp ?? null, values: Object.fromEntries(kept.flatMap(word => (values[word] === undefined ? [] : [[word, values[word]]]))), value, bounded: within(value ?? 0, rule.min, rule.max) }
}

/** What a cell would give under a rule of cells, within min and max; `of`: cells counted. 0 where the rule leaves its lamp out. */
export const cellPoints = ({ rule, formula, exempt }: ReadRule, { figure, values }: ScoreCell, of: number): number =>
  (formula === null || exempt.has(figure.lamp!) ? 0 : within(evaluate(formula, { ...values, of }) ?? 0, rule.min, rule.max))

/** A sum of terms within the rule's floor and cap. */
export const boundedSum = ({ rule }: ReadRule, sum: number): number => within(settled(sum), rule.floor, rule.cap)

/** One rule for one area. Where it leaves every cell out it is not asked: no terms, no points. */
export function lineOf(read: ReadRule, ground: AreaGround): ScoreLine {
  const { rule, formula, exempt } = read
  const counted = exempt.size === 0 ? ground.cells : ground.cells.filter(({ figure }) => !exempt.has(figure.lamp!))
  const terms = counted.length === 0 ? []
    : rule.scope === 'area' ? [termOf(read, null, areaValues(counted, ground))]
    : counted.map(({ figure, values }) => termOf(read, figure, { ...values, of: counted.length }))
  const raw = settled(terms.reduce((sum, term) => sum + (term.value ?? 0), 0))
  const bounded = settled(terms.reduce((sum, term) => sum + term.bounded, 0))
  const left = [...ground.idle, ...ground.cells.flatMap(({ figure }) => (exempt.has(figure.lamp!) ? [{ target: figure.target, lamp: figure.lamp! }] : []))]
  return { rule: rule.id, name: rule.name, evidence: rule.evidence, formula, terms, left, raw, bounded, points: terms.length === 0 ? 0 : boundedSum(read, bounded) }
}

export const totalOf = (start: number, lines: readonly Pick<ScoreLine, 'points'>[]): number => settled(lines.reduce((sum, line) => sum + line.points, start))
