/**
 * 数据核实提示: what in the reports is worth a look in the field. Seven rules, each with its threshold and the reason for it; together they make
 * a list for checks, never a verdict and never a block. A hint is about the report in force in a cell on the day looked at; what is not asked
 * of an area, exempt or paused is left alone. All figures come from `figureOf`, all days from the calendar.
 */
import { askingOf } from './asking'
import type { Asking } from './asking'
import type { Figure } from './board'
import { calendarOf, periodOf, periodOfDay } from './calendar'
import type { Calendar } from './calendar'
import { addDays, addMonths } from './days'
import { isCounted, isCumulative } from './decide'
import type { Item, LedgerEvent } from './event'
import { figureOf } from './figure'
import type { History, When } from './history'
import { winnerOf } from './history'
import { isStep, milestoneStages, paceOf } from './pace'
import type { AreaNode, Target } from './plan'
import { rulesOn } from './adoption'
import { countingPlace } from './stages'
import { isCeiling } from './tally'

/** In the order in which they are listed. */
export const hintRules = ['falls', 'jump', 'same', 'unaccepted', 'over', 'still', 'pace'] as const
export type HintRule = typeof hintRules[number]

/** What the words of a hint speak of; values in the target's unit, rates as fractions of 1, as on the board. */
export interface HintFacts {
  value: number | null
  /** `falls`, `jump`: the value before. `still`: the first period of the three (`2020-06`) stands in `since`. */
  was: number | null
  since: string | null
  /** `same`: how many areas say the same, and which. */
  areas: readonly string[]
  /** `over`: completion. `pace`: the planned share. `jump`: the increase against the mean of the periods before. */
  share: number | null
}

export interface Hint {
  rule: HintRule
  target: string
  /** The area that reports. */
  area: string
  /** The report's event and its day. */
  report: string
  at: string
  facts: HintFacts
}

/** The report of a cell with what the rules ask of it. */
interface Cell { asking: Asking, target: Target, node: AreaNode, report: LedgerEvent, figure: Figure, calendar: Calendar, figureBy: (day: string) => Figure }

const none: HintFacts = { value: null, was: null, since: null, areas: [], share: null }
const isSummed = (target: Target): boolean => !isCeiling(target) && (target.measure === 'count' || target.measure === 'amount' || target.measure === 'stock')
const isNumber = (value: unknown): value is number => typeof value === 'number'
const acceptance = /验收/

/** The report in force of an earlier day. */
const before = ({ asking: { history, when }, target, report }: Cell): LedgerEvent | null =>
  winnerOf(history, history.reports.get(target.id)?.get(String(report.data.area)), { ...when, asOf: addDays(report.at, -1) })

/** 累计数回落: a cumulative value is lower than that of the report before, by however little. Such a fall is often right (repeats struck off) and always has a story. */
function falls(cell: Cell): Partial<HintFacts> | null {
  const was = before(cell)?.data.value
  const { value } = cell.report.data
  return isCumulative(cell.target) && isNumber(was) && isNumber(value) && value < was ? { value, was } : null
}

/**
 * 临近截止突增: reported in the last three days up to the cut-off (`jumpDays`), this period's increase is at least a fifth of the goal (`jumpShare`)
 * and at least three times the mean increase of the periods before (`jumpTimes`), of which two are needed to speak of a mean. Figures
 * hurried in before a cut-off are those most often put right afterwards.
 */
const jumpDays = 3
const jumpShare = 0.2
const jumpTimes = 3
function jump({ target, report, figure, calendar, figureBy }: Cell): Partial<HintFacts> | null {
  if (!isSummed(target) || figure.goal === null || figure.goal <= 0 || figure.value === null) return null
  const period = periodOfDay(calendar, report.at)
  if (report.at <= addDays(period.cutoff, -jumpDays)) return null
  const by = (back: number): number | null => figureBy(periodOf(calendar, addMonths(`${period.id}-01`, -back).slice(0, 7)).cutoff).value
  const was = by(1)
  if (was === null || figure.value - was < figure.goal * jumpShare) return null
  const past = [was]
  for (let back = 2, value = by(back); value !== null && back <= 12; value = by(back += 1)) past.push(value)
  if (past.length < 3) return null
  const increase = figure.value - was
  const mean = (was - past.at(-1)!) / (past.length - 1)
  return mean > 0 && increase >= mean * jumpTimes ? { value: figure.value, was, share: increase / mean } : null
}

/**
 * 多地数字相同: at least three areas (`sameAreas`) report the same value of a sum or the same parts of a rate on the same day, and it is not a small
 * number (below 10 chance does it, `sameFrom`) nor the goal itself (who is done says what was asked).
 */
const sameAreas = 3
const sameFrom = 10
function sameKey({ target, report, figure }: Cell): string | null {
  const { value, numerator, denominator } = report.data
  if (target.measure === 'rate') return isNumber(numerator) && isNumber(denominator) && denominator >= sameFrom && numerator > 0 && numerator < denominator ? `${report.at} ${numerator}/${denominator}` : null
  return isSummed(target) && isNumber(value) && value >= sameFrom && value !== figure.goal ? `${report.at} ${value}` : null
}

/**
 * 计满而未验收: the cell is complete, yet no site stands at a stage named 验收 or after it (where the ladder counts earlier), the value was given without
 * any list of sites, or a milestone passed on to a later stage without its 验收. 建成 is not 验收, and audits begin there.
 */
function unaccepted({ target, report, figure }: Cell): Partial<HintFacts> | null {
  if (target.measure === 'milestone') {
    const stages = milestoneStages(target, '')
    const place = stages.findIndex(stage => acceptance.test(stage.name))
    const reached = report.data.stages as Record<string, string>
    return place >= 0 && reached[stages[place]!.id] === undefined && stages.slice(place + 1).some(stage => reached[stage.id] !== undefined) ? { value: figure.value } : null
  }
  if (target.ladder === undefined || figure.completion === null || figure.completion < 1) return null
  const items = report.data.items as Item[] | undefined
  if (items === undefined) return { value: figure.value }
  const named = target.ladder.findIndex(stage => acceptance.test(stage.name))
  const from = named < 0 ? countingPlace(target) : named
  return items.some(item => target.ladder!.findIndex(stage => stage.id === item.stage) >= from) ? null : { value: figure.value }
}

/** 超过任务一倍: more than 200 % of the goal (`overFrom`). Usually a unit (元 for 万元) or a stock given for an increase; at times good work. */
const overFrom = 2
const over = ({ target, figure }: Cell): Partial<HintFacts> | null =>
  ((isSummed(target) || target.measure === 'frequency') && !isCeiling(target) && figure.completion !== null && figure.completion > overFrom ? { value: figure.value, share: figure.completion } : null)

/**
 * 连续三期没有变化: the value (of sites: their stages too) stood the same at the last three cut-offs as at the one before them (`stillPeriods`), the goal is not reached, and the
 * plan moved by at least a tenth in that time (`stillPlanned`). Either nothing moves or nobody looks.
 */
const stillPeriods = 3
const stillPlanned = 0.1
function still({ asking, target, figure, calendar, figureBy }: Cell): Partial<HintFacts> | null {
  if (!(isSummed(target) || target.measure === 'rate') || isStep(target) || figure.value === null || figure.completion === null || figure.completion >= 1) return null
  const now = periodOfDay(calendar, asking.when.asOf)
  const last = now.cutoff === asking.when.asOf ? 0 : 1
  const cutoffs = Array.from({ length: stillPeriods + 1 }, (_, back) => periodOf(calendar, addMonths(`${now.id}-01`, -back - last).slice(0, 7)))
  const { period } = asking.history.index.plan
  const first = cutoffs.at(-1)!
  if (first.cutoff < period.start || cutoffs.some(({ cutoff }) => { const { value, progress } = figureBy(cutoff); return value !== figure.value || progress !== figure.progress })) return null
  const planned = paceOf(target, period, asking.due, cutoffs[0]!.cutoff) - paceOf(target, period, asking.due, first.cutoff)
  return planned >= stillPlanned ? { value: figure.value, since: cutoffs.at(-2)!.id } : null
}

/**
 * 正好等于时序: the last two reports are the pace of their day to the last digit (whole for counts, two decimals else), with a goal of at least 100
 * (`paceGoal`; below, chance meets it often). Work seldom runs that evenly; a formula does.
 */
const paceGoal = 100
function onPaceExactly(cell: Cell): Partial<HintFacts> | null {
  const { asking, target, report, figure } = cell
  const was = before(cell)
  const { goal } = figure
  if (!isSummed(target) || target.baseline !== undefined || goal === null || goal < paceGoal || was === null) return null
  const places = isCounted(target) || target.measure === 'stock' ? 0 : 2
  const shareOn = (day: string): number => paceOf(target, asking.history.index.plan.period, asking.due, day)
  const isPace = ({ at, data: { value } }: LedgerEvent): boolean => isNumber(value) && shareOn(at) > 0 && shareOn(at) < 1 && Math.abs(value - Number((goal * shareOn(at)).toFixed(places))) < 1e-9
  return isPace(report) && isPace(was) ? { value: figure.value, share: shareOn(report.at) } : null
}

const rules: Readonly<Record<Exclude<HintRule, 'same'>, (cell: Cell) => Partial<HintFacts> | null>> = { falls, jump, unaccepted, over, still, pace: onPaceExactly }

function* cellsOf(history: History, when: When): Generator<Cell> {
  const { index } = history
  const calendar = calendarOf(history, when.limit, when.asOf)
  for (const [id, placed] of index.targets) {
    const byArea = history.reports.get(id)
    if (byArea === undefined) continue
    const asking = askingOf(history, placed, when)
    const days = new Map<string, Asking>()
    const askingBy = (day: string): Asking => { let one = days.get(day); if (one === undefined) days.set(day, one = askingOf(history, placed, { ...when, asOf: day })); return one }
    for (const [area, node] of index.areas) {
      const report = winnerOf(history, byArea.get(area), when)
      if (report === null) continue
      const at = node === index.root ? null : node
      const figure = figureOf(asking, at, rulesOn(history, when))
      if (!figure.asked || figure.lamp === 'exempt' || figure.lamp === 'paused') continue
      yield { asking, target: asking.target, node, report, figure, calendar, figureBy: day => figureOf(askingBy(day), at, rulesOn(history, { ...when, asOf: day })) }
    }
  }
}

/** All hints on a day, by rule, then in the order of the plan and of the areas. */
export function hintsOf(history: History, when: When): Hint[] {
  const cells = [...cellsOf(history, when)]
  const hintFor = (rule: HintRule, { target, node, report }: Cell, facts: Partial<HintFacts>): Hint => ({ rule, target: target.id, area: node.area.code, report: report.id, at: report.at, facts: { ...none, ...facts } })
  const alike = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = sameKey(cell)
    if (key !== null) alike.set(`${cell.target.id} ${key}`, [...alike.get(`${cell.target.id} ${key}`) ?? [], cell])
  }
  const groups = new Map([...alike.values()].filter(group => group.length >= sameAreas).flatMap(group => group.map(cell => [cell, group.map(one => one.node.area.code)] as const)))
  return hintRules.flatMap(rule => cells.flatMap(cell => {
    const areas = groups.get(cell)
    const facts = rule === 'same' ? (areas === undefined ? null : { value: cell.figure.value, areas }) : rules[rule](cell)
    return facts === null ? [] : [hintFor(rule, cell, facts)]
  }))
}

/** What a hint is found by again: its `checked` events carry the same three. */
export const hintKey = ({ rule, target, area }: Pick<Hint, 'rule' | 'target' | 'area'>): string => `${rule}/${target}/${area}`

function drawn(text: string): number {
  let state = 2166136261
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 16777619)
  state = Math.imul(state ^ state >>> 16, 2246822507)
  return (state ^ state >>> 13) >>> 0
}

/** 抽查: `count` cells among the hints, every cell once (with its first hint), drawn by the seed alone: the same seed over the same hints gives the same cells, whoever draws. */
export function sampleOf(hints: readonly Hint[], count: number, seed: string): Hint[] {
  const byCell = new Map<string, Hint>()
  for (const hint of hints) { const key = `${hint.target}/${hint.area}`; if (!byCell.has(key)) byCell.set(key, hint) }
  const chosen = new Set([...byCell.keys()].sort((one, other) => drawn(`${seed}/${one}`) - drawn(`${seed}/${other}`) || (one < other ? -1 : 1)).slice(0, Math.max(0, count)))
  return [...byCell].filter(([key]) => chosen.has(key)).map(([, hint]) => hint)
}
