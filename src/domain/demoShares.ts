/** How the demo shares goals out to townships (product.md 分解): big places get more, small goals go in whole units to some. */
import type { Target } from './plan'
import type { Chance } from './demoChance'
import { between, shuffled } from './demoChance'

/** A goal beyond this is not shared out: its parts could not be added up exactly. */
const greatestGoal = 1e12

/** The same place weighs the same in every target of a plan. */
export const townWeights = (chance: Chance, count: number): number[] => Array.from({ length: count }, () => 0.55 + 1.3 * chance() ** 1.5)

/** Are values of the target whole numbers: everything but money and what is counted by 万 or 亿. */
export const isWholeUnits = (target: Target): boolean => target.measure !== 'amount' && !/[万亿]/.test(target.unit)

/** May the target be shared out: a sum over areas with a known goal and no allocation of its own. */
export function isShareable({ measure, scope, goal, allocation }: Target): boolean {
  if (scope !== 'area' || allocation !== undefined || goal.value === null || goal.value > greatestGoal) return false
  return (measure === 'count' || measure === 'amount' || measure === 'stock') && (goal.value > 0 || goal.op === '<=')
}

/** Is the goal so small that some places get one or two and others none. */
export function isSmallGoal(target: Target, places: number): boolean {
  const goal = target.goal.value!
  return isWholeUnits(target) && Number.isInteger(goal) && goal < places * (target.ladder === undefined ? 2 : 3)
}

/** Whole units, heavier places first; null = not asked. Item-tracked targets one each before anyone gets a second. */
function smallShares(chance: Chance, target: Target, weights: readonly number[]): (number | null)[] {
  const shares: (number | null)[] = weights.map(() => null)
  const order = weights.map((weight, i) => ({ i, rank: weight * between(chance, 0.1, 1) })).sort((one, other) => other.rank - one.rank)
  const isSparse = target.ladder === undefined && target.goal.value! >= 3
  for (let left = target.goal.value!; left > 0;)
    for (const { i } of order) {
      const part = Math.min(left, isSparse && chance() < 0.3 ? 2 : 1)
      if (part > 0 && (shares[i] ?? 0) + part <= 4) {
        shares[i] = (shares[i] ?? 0) + part
        left -= part
      }
    }
  return shares
}

/** By weight with slight noise in steps of `step`, by largest remainder; the sum is `goal` exactly. */
function weightedShares(chance: Chance, goal: number, step: number, weights: readonly number[]): number[] {
  const noisy = weights.map(weight => weight * between(chance, 0.9, 1.1))
  const sum = noisy.reduce((total, weight) => total + weight, 0)
  const units = Math.floor(goal / step + 1e-9)
  const exact = noisy.map(weight => units * weight / sum)
  const parts = exact.map(Math.floor)
  const order = exact.map((part, i) => ({ i, rest: part - parts[i]! })).sort((one, other) => other.rest - one.rest)
  const left = units - parts.reduce((total, part) => total + part, 0)
  for (let k = 0; k < left; k++) parts[order[k % order.length]!.i]! += 1
  const shares = parts.map(part => Math.round(part * step * 100) / 100)
  const rest = goal - shares.reduce((total, share) => total + share, 0)
  if (Math.abs(rest) > 1e-9) shares[exact.indexOf(Math.max(...exact))]! += rest
  return shares
}

/**
 * The shares of one target for places of the given weights. `factor` 1 shares the goal out exactly; above it the places
 * get more (加码), below it something stays open (未分解).
 */
export function sharesOf(chance: Chance, target: Target, weights: readonly number[], factor: number): (number | null)[] {
  const goal = target.goal.value!
  if (weights.length === 0) return []
  if (goal === 0) return weights.map(() => 0)
  if (isSmallGoal(target, weights.length)) return smallShares(chance, target, weights)
  const perPlace = goal / weights.length
  const step = isWholeUnits(target) || perPlace >= 20 ? 1 : perPlace >= 1 ? 0.1 : 0.01
  return weightedShares(chance, factor === 1 ? goal : Math.round(goal * factor / step) * step, step, weights)
}

/** One target with 加码 and one with 未分解, where the plan has enough large goals to show them: factors by target id. */
export function unevenFactors(chance: Chance, targets: readonly Target[], places: number): Map<string, number> {
  const large = shuffled(chance, targets.filter(target => isShareable(target) && target.goal.op === '>=' && target.areas === undefined && !isSmallGoal(target, places)))
  return large.length < 4 ? new Map() : new Map([[large[0]!.id, 1.08], [large[1]!.id, 0.95]])
}
