/**
 * 口径冲突: where a plan contradicts itself, each to become a ruling. Names, figures and notes of the plan file are compared; nothing is read from a
 * notice. Found means asked, not proven: the office decides. Source: practice.md §0, 7 and §4, 1.
 */
import type { Placed, Plan, Target } from './plan'
import { daysBetween } from './days'
import { foldText } from './foldedText'
import { isSameObject, likeness, objectOf } from './objectNames'
import { indexPlan } from './plan'

export type ConflictKind =
  /** One object in two places. */
  | 'twice'
  /** 原数 and what the plan goes by, or heading and body, differ. */
  | 'heading'
  /** 元/月 beside 元/年. */
  | 'month_year'
  /** An increment beside a stock that does not name it. */
  | 'increment_stock'
  /** A pair whose base is missing, or base + increment is not the stock. */
  | 'pair'
  /** A level to be reached that was passed before. */
  | 'stock_below_baseline'
  /** A day outside the period, or stages in the wrong order. */
  | 'due'
  /** The notice came out long after the period began. */
  | 'late_issue'
  /** The file's own shares do not add up to the goal. */
  | 'sum'
  /** 约, 左右, 多: from where on it is reached. */
  | 'vague'
  /** Of two plans: the same object counted in another unit, or a lower goal than before or above. */
  | 'unit' | 'lower'

export interface ConflictFigure {
  target: string
  /** Only between two plans: the plan that it stands in. */
  plan: string | null
  name: string
  /** As it stands in the notice; else goal and unit. */
  figure: string
  value: number | null
  unit: string
  section: string
}

export interface Conflict {
  /** The same as long as kind and targets are, in whatever order they are found. */
  key: string
  kind: ConflictKind
  targets: readonly string[]
  figures: readonly ConflictFigure[]
  /** Further numbers that the question names: the other figure, a base, a day. */
  facts: Readonly<Record<string, string | number>>
  /** A ruling of the plan file asks the same of the same targets. */
  isRuled: boolean
}

type Found = Omit<Conflict, 'key' | 'isRuled'>

export const figureOfTarget = (target: Target, plan: string | null = null): ConflictFigure => ({
  target: target.id, plan, name: target.name, figure: target.source.figure || (target.goal.value === null ? '' : `${target.goal.value}${target.unit}`), value: target.goal.value, unit: target.unit, section: target.source.section,
})

export const hasNumber = ({ measure, goal }: Target): boolean => measure !== 'qualitative' && measure !== 'milestone' && goal.value !== null

const rates = new Map<string, { base: string, time: '月' | '年' } | null>()

/** 元/月, 元/人·年: what is counted, and per what time; null where the unit names no time. */
export function rateOfUnit(unit: string): { base: string, time: '月' | '年' } | null {
  const known = rates.get(unit)
  if (known !== undefined) return known
  if (rates.size > 1000) rates.clear()
  const rate = readRate(unit)
  rates.set(unit, rate)
  return rate
}

function readRate(unit: string): { base: string, time: '月' | '年' } | null {
  const match = /^(.+?)(?:\/|每).*?(月|年)$/.exec(foldText(unit))
  return match === null ? null : { base: match[1]!, time: match[2] as '月' | '年' }
}

const isIncrement = ({ name, measure }: Target): boolean => measure === 'count' && /新增|新建|新设|增设|新开办/.test(name)
const isStock = ({ name, measure }: Target): boolean => measure === 'stock' || /总数|总量|累计|保有/.test(name)

const larger = { '': 1, '万': 10_000, '亿': 100_000_000 } as const

/** Numbers of a folded text that carry the unit (3万户 is 30000 户), and where each ends. */
export function numbersWithPlaces(folded: string, unit: string): { value: number, end: number }[] {
  const bare = foldText(unit)
  if (bare === '') return []
  return [...folded.matchAll(/(?<![\d.])(\d[\d,]*(?:\.\d+)?)/g)].flatMap(match => {
    const at = match.index + match[0].length
    const by = (['', '万', '亿'] as const).find(one => folded.startsWith(one + bare, at))
    return by === undefined ? [] : [{ value: Number(match[1]!.replaceAll(',', '')) * larger[by], end: at + by.length + bare.length }]
  })
}
const numbersWith = (text: string, unit: string): number[] => numbersWithPlaces(foldText(text), unit).map(one => one.value)

/** The other figure where 原数, a title, a criterion or a note gives one that the goal is not. */
function otherFigure({ target, task }: Placed): { where: string, value: number } | null {
  const { goal: { value }, unit, source, criteria, note } = target
  if (value === null) return null
  const differs = (where: string, numbers: readonly number[]): { where: string, value: number } | null => (numbers.length > 0 && !numbers.includes(value) ? { where, value: numbers[0]! } : null)
  const said = [...foldText(note).matchAll(/(标题|正文|附件|附表|另处|他处)写?(\d+(?:\.\d+)?)/g)].find(match => foldText(note).startsWith(foldText(unit), match.index + match[0].length) && Number(match[2]) !== value)
  const named = criteria.find(one => /标题|正文|附件|附表/.test(one.name) && one.unit === unit && one.value !== null && one.value !== value)
  return differs('figure', numbersWith(source.figure, unit)) ?? differs('title', numbersWith(task.title, unit)) ?? differs('name', numbersWith(target.name, unit))
    ?? (named === undefined ? null : { where: named.name, value: named.value! }) ?? (said === undefined ? null : { where: said[1]!, value: Number(said[2]) })
}

/** Questions on one target. */
function ofOne(placed: Placed, plan: Plan): Found[] {
  const { target } = placed
  const { goal, baseline, measure, allocation, stages, due } = target
  const found: Found[] = []
  const ask = (kind: ConflictKind, facts: Found['facts'] = {}): void => { found.push({ kind, targets: [target.id], figures: [figureOfTarget(target)], facts }) }
  if (hasNumber(target)) {
    const other = otherFigure(placed)
    if (other !== null) ask('heading', { where: other.where, other: other.value, goal: goal.value! })
    if (/约|左右|上下|若干|\d[多余]/.test(foldText(target.source.figure))) ask('vague')
    if (baseline !== undefined && goal.op === '>=' && (measure === 'stock' || measure === 'rate' || measure === 'standard') && goal.value! < baseline.value) ask('stock_below_baseline', { base: baseline.value, at: baseline.at })
    if (allocation !== undefined && (measure === 'count' || measure === 'amount' || measure === 'stock')) {
      const sum = Object.values(allocation).reduce<number>((all, share) => all + (share ?? 0), 0)
      if (Math.abs(sum - goal.value!) > 1e-9) ask('sum', { sum, goal: goal.value! })
    }
    const own = rateOfUnit(target.unit)
    const apart = own === null ? undefined : target.criteria.find(({ unit }) => { const rate = rateOfUnit(unit); return rate !== null && rate.base === own.base && rate.time !== own.time })
    if (apart !== undefined) ask('month_year', { other: apart.figure })
  }
  const days = (stages ?? []).flatMap(stage => (stage.due === undefined ? [] : [stage.due]))
  const wrong = [...due === undefined ? [] : [due], ...days].find(day => day < plan.period.start || day > plan.period.end) ?? days.find((day, i) => i > 0 && day < days[i - 1]!) ?? (due === undefined ? undefined : days.find(day => day > due))
  if (wrong !== undefined) ask('due', { day: wrong })
  return found
}

/** Questions on two targets of one plan. */
function ofTwo(one: Placed, other: Placed): Found | null {
  const [first, second] = [one.target, other.target]
  const both = (kind: ConflictKind, facts: Found['facts'] = {}): Found => ({ kind, targets: [first.id, second.id], figures: [figureOfTarget(first), figureOfTarget(second)], facts })
  if (first.pair === second.id || second.pair === first.id) {
    const [added, stock] = isStock(first) ? [second, first] : [first, second]
    if (!isStock(stock) || stock.goal.value === null || added.goal.value === null) return null
    const base = stock.baseline ?? added.baseline
    if (base === undefined) return both('pair', { needed: stock.goal.value - added.goal.value })
    return base.value + added.goal.value === stock.goal.value ? null : both('pair', { base: base.value, sum: base.value + added.goal.value })
  }
  const rates = [rateOfUnit(first.unit), rateOfUnit(second.unit)] as const
  if (rates[0] !== null && rates[1] !== null && rates[0].base === rates[1].base && rates[0].time !== rates[1].time)
    return one.chapter.id === other.chapter.id && likeness(objectOf(first.name), objectOf(second.name)) >= 0.5 ? both('month_year') : null
  if (first.goal.op !== second.goal.op || !isSameObject(first.name, second.name) || foldText(first.unit) !== foldText(second.unit)) return null
  return (isIncrement(first) && isStock(second)) || (isStock(first) && isIncrement(second)) ? both('increment_stock') : both('twice')
}

/** From how many days between the period's first day and the notice the months before it are asked after. */
const lateFrom = 60

function ofWhole(plan: Plan, all: readonly Placed[]): Found[] {
  const days = daysBetween(plan.period.start, plan.issued)
  if (days <= lateFrom) return []
  const paced = all.map(one => one.target).filter(target => hasNumber(target) && target.measure !== 'standard' && target.goal.op === '>=')
  return paced.length === 0 ? [] : [{ kind: 'late_issue', targets: paced.map(target => target.id), figures: [], facts: { issued: plan.issued, start: plan.period.start } }]
}

export const keyOf = (kind: ConflictKind, targets: readonly string[]): string => `${kind}:${[...targets].sort().join('+')}`

/** Does a ruling of the file ask the same: mostly of the same targets, and with one of the numbers or with a day. */
function isAsked(plan: Plan, { kind, targets, figures, facts }: Found): boolean {
  const numbers = [...figures.flatMap(one => (one.value === null ? [] : [one.value])), ...Object.values(facts).filter(fact => typeof fact === 'number')].map(String)
  return plan.rulings.some(({ targets: asked, question }) => {
    const common = targets.filter(id => asked.includes(id)).length
    if (common / (targets.length + asked.length - common) < 0.5) return false
    const text = foldText(question)
    return kind === 'late_issue' || kind === 'due' ? /公布|公开|印发|落款|期限|\d日/.test(text) : kind === 'heading' || kind === 'vague' || targets.length > 1 ? numbers.some(number => new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d.])`).test(text)) : true
  })
}

export const conflictOf = (plan: Plan, found: Found): Conflict => ({ ...found, key: keyOf(found.kind, found.targets), isRuled: isAsked(plan, found) })

/** Every contradiction that the finder sees in a plan, in the order of the plan; those that the file asks already are marked. */
export function conflictsOf(plan: Plan): Conflict[] {
  const all = [...indexPlan(plan).targets.values()]
  const numbered = all.filter(one => hasNumber(one.target))
  const found = [...ofWhole(plan, all), ...all.flatMap(one => ofOne(one, plan))]
  numbered.forEach((one, i) => { for (let j = i + 1; j < numbered.length; j++) { const pair = ofTwo(one, numbered[j]!); if (pair !== null) found.push(pair) } })
  return found.map(one => conflictOf(plan, one))
}
