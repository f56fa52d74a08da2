/** Sharing a goal out: the sum against the goal is shown, never hidden (product.md 分解). */
import type { Target } from './plan'
import { tolerance } from './lampRules'

export interface Balance {
  sum: number
  goal: number | null
  /** 未分解: what nobody was given yet. */
  open: number
  /** 加码: what was given beyond the goal. */
  over: number
  /** How many areas were given something. */
  given: number
}

/** The balance of a target's shares in its own unit; only sums have one (a rate asks every area for the same). */
export function balanceOf(target: Target, shares: Readonly<Record<string, number | null>>): Balance | null {
  if (target.measure !== 'count' && target.measure !== 'amount' && target.measure !== 'stock') return null
  const values = Object.values(shares).filter(share => share !== null)
  const sum = values.reduce((total, share) => total + share, 0)
  const goal = target.goal.value
  const difference = goal === null ? 0 : goal - sum
  return { sum, goal, open: difference > tolerance ? difference : 0, over: difference < -tolerance ? -difference : 0, given: values.filter(share => share > 0).length }
}
