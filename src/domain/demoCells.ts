/** Everything the demo reports: one cell a target and asked leaf area, and one for each target of the whole plan. */
import type { AreaNode, Placed, PlanIndex, Target } from './plan'
import type { Chance } from './demoChance'
import { between, shuffled } from './demoChance'
import { isShareable, isWholeUnits, sharesOf, townWeights, unevenFactors } from './demoShares'
import { dueOf } from './pace'
import { inFractions } from './tally'

export interface Cell {
  target: Target
  /** Department that reports it. */
  lead: string
  area: string
  /** Place of the leaf among the reporting areas; -1 for a target of the whole plan. */
  town: number
  /** What is worked towards, a rate's as a fraction of 1; where no goal is known one that gives likely values. */
  goal: number
  /** Is the goal known: has the cell a lamp. */
  isLamped: boolean
  due: string
  isCeiling: boolean
  /** Base of a rate. */
  denominator: number
  /** Names of the sites of an item-tracked target. */
  sites: readonly string[]
  /** How long it waits with the next stage once its share is due: not all take their stages in one month. */
  patience: number
  /** Where it stood at the start, as a share of the goal: a rate and a stock do not begin at nothing. */
  base: number
}

export interface DemoPlan {
  cells: Cell[]
  /** Shares by target id, to be allocated at the period's start. */
  shares: Map<string, Record<string, number | null>>
  /** Reporting areas. */
  towns: number
}

/** Sites beyond this are not named one by one; the number is reported. */
const mostSites = 12
const places = '溪东前埔后林石塘上湖下洋南坂北坡西岭新田竹园松岗柳湾梅坞平阳长桥古井双塔云台'

/** Is the leaf or an area above it among the codes. */
function isNamed(leaf: AreaNode, codes: readonly string[] | undefined): boolean {
  for (let at: AreaNode | null = leaf; at !== null; at = at.parent) if (codes === undefined || codes.includes(at.area.code)) return true
  return false
}

/** The share that the plan itself gives to a leaf or to an area above it. */
function givenShare(leaf: AreaNode, allocation: Readonly<Record<string, number | null>>): number | null | undefined {
  for (let at: AreaNode | null = leaf; at !== null; at = at.parent) if (Object.hasOwn(allocation, at.area.code)) return allocation[at.area.code]
  return undefined
}

const isSum = ({ measure }: Target): boolean => measure === 'count' || measure === 'amount' || measure === 'stock'

/** Makes site names that no other cell has, until the words run out. */
function siteNamer(chance: Chance): (leaf: AreaNode, count: number) => string[] {
  const words = shuffled(chance, Array.from({ length: places.length / 2 }, (_, i) => places.slice(i * 2, i * 2 + 2)))
  let made = 0
  return (leaf, count) => Array.from({ length: count }, () => {
    const isTown = /街道|区|市$/.test(leaf.area.name) !== (made >= words.length)
    return words[made++ % words.length]! + (isTown ? '社区' : '村')
  })
}

/** A stock's and a rate's beginning. */
function baseOf(chance: Chance, { measure, baseline, goal }: Target): number {
  if (measure === 'stock') return baseline !== undefined && goal.value ? Math.min(Math.max(baseline.value / goal.value, 0), 1) : 0.4
  return measure === 'rate' ? between(chance, 0, 0.3) : 0
}

/** Builds the cells of a plan and shares out what can be shared. */
export function demoPlanOf(index: PlanIndex, chance: Chance): DemoPlan {
  const { plan, root } = index
  const leaves = root.leaves.filter(leaf => leaf !== root)
  const weights = townWeights(chance, leaves.length)
  const factors = unevenFactors(chance, [...index.targets.values()].map(placed => placed.target), leaves.length)
  const namesFor = siteNamer(chance)
  const result: DemoPlan = { cells: [], shares: new Map(), towns: leaves.length }

  function addCell({ target, task }: Placed, leaf: AreaNode, town: number, given: number | null | undefined): void {
    const likely = isSum(target) ? 12 * (weights[town] ?? 1) : target.measure === 'rate' ? 0.8 : 10
    const known = given ?? null
    const isCeiling = target.goal.op === '<=' && target.measure !== 'milestone' && target.measure !== 'qualitative'
    const isKnown = known !== null && (known > 0 || isCeiling || target.measure === 'standard')
    const goal = isKnown ? inFractions(target, known) : isWholeUnits(target) && target.measure !== 'rate' ? Math.round(likely) : likely
    const count = target.ladder === undefined || goal > mostSites ? 0 : Math.ceil(goal)
    result.cells.push({
      target, lead: task.lead, area: leaf.area.code, town, goal, isCeiling, due: dueOf(target, plan.period), base: baseOf(chance, target),
      isLamped: isKnown || target.measure === 'milestone' || target.measure === 'qualitative', sites: namesFor(leaf, count),
      patience: target.measure === 'qualitative' ? between(chance, 0.04, 0.12) : 0.05,
      denominator: target.measure === 'rate' && goal > 0 ? Math.ceil(between(chance, 30, 90) * Math.min(weights[town] ?? 2, 2) / Math.min(Math.max(goal, 0.001), 1)) : 100,
    })
  }

  for (const placed of index.targets.values()) {
    const { target } = placed
    if (target.scope === 'whole') {
      addCell(placed, root, -1, target.goal.value)
      continue
    }
    const named = leaves.filter(leaf => isNamed(leaf, target.areas))
    let shares: Record<string, number | null> | undefined
    if (isShareable(target)) {
      const parts = sharesOf(chance, target, named.map(leaf => weights[leaves.indexOf(leaf)]!), factors.get(target.id) ?? 1)
      shares = Object.fromEntries(named.map((leaf, i) => [leaf.area.code, parts[i]! > 0 || target.goal.op === '<=' ? parts[i]! : null]))
      if (named.length > 0) result.shares.set(target.id, shares)
    }
    leaves.forEach((leaf, town) => {
      const share = givenShare(leaf, shares ?? target.allocation ?? {})
      const isAsked = share === undefined ? isNamed(leaf, target.areas) : share !== null && (share !== 0 || target.goal.op === '<=')
      if (isAsked) addCell(placed, leaf, town, share ?? (isSum(target) ? null : target.goal.value))
    })
  }
  return result
}
