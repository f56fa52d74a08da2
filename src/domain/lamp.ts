/** The lamp of a figure: one function for cell, total, card and export (semantics.md 20-24). */
import type { Lamp } from './board'
import type { Mark } from './asking'
import type { Edge, LampRules } from './lampRules'
import { tolerance } from './lampRules'

/** All that a lamp depends on. `pace` is the raw planned share; `gap` is measured against the fair pace. */
export interface LampFacts {
  isAsked: boolean
  mark: Mark | null
  isGoalKnown: boolean
  isCeiling: boolean
  /** A total that is a share of areas. */
  isShareOfAreas: boolean
  isStep: boolean
  isReported: boolean
  isVoid: boolean
  isReached: boolean
  isAbove: boolean
  pace: number
  gap: number | null
  /** What progress is compared with: progress − gap; null where the gap is. */
  should: number | null
  /** Whole days from the board's day to `due`; negative after it. */
  daysLeft: number
  /** Was the goal reached by the values as of `due`; asked only after it. */
  wasReachedByDue: () => boolean
}

/** The lamp, null where there is none (nobody asked, goal unknown, 0/0). */
export function lampOf(facts: LampFacts, pack: LampRules): Lamp | null {
  if (!facts.isAsked) return null
  if (facts.mark !== null) return facts.mark
  if (!facts.isGoalKnown || facts.isVoid) return null
  return facts.isCeiling ? ceilingLamp(facts) : floorLamp(facts, pack)
}

function ceilingLamp(facts: LampFacts): Lamp {
  const { daysLeft } = facts
  if (facts.isReached && daysLeft <= 0) return daysLeft === 0 || facts.wasReachedByDue() ? 'done' : 'caught_up_late'
  if (daysLeft < 0) return 'overdue'
  if (!facts.isReported) return facts.pace > 0 ? 'no_data' : 'not_due'
  if (facts.isReached || (facts.isShareOfAreas && !facts.isAbove)) return 'on_pace'
  return 'behind'
}

function floorLamp(facts: LampFacts, pack: LampRules): Lamp {
  const { daysLeft, gap } = facts
  const isNear = daysLeft >= 0 && daysLeft <= pack.nearDueDays
  if (facts.isReached) return daysLeft >= 0 || facts.wasReachedByDue() ? 'done' : 'caught_up_late'
  if (daysLeft < 0) return 'overdue'
  if (facts.isStep && isNear) return facts.isReported ? 'near_due' : 'no_data'
  if (!facts.isReported && facts.pace > 0) return 'no_data'
  if (facts.pace <= 0) return 'not_due'
  if (gap === null) return 'no_data'
  const distance = distanceOf(gap, facts.should, pack)
  if (pack.behind !== null && isBelow(distance, pack.behind, pack.edges.behind)) return 'behind'
  if (isBelow(distance, pack.slightlyBehind, pack.edges.slightlyBehind)) return 'slightly_behind'
  if (isNear) return 'near_due'
  return pack.ahead !== null && distance >= pack.ahead - tolerance ? 'ahead' : 'on_pace'
}

/** How far a figure is from its pace, in the measure of the rules: points of the goal, or a share of the pace itself. */
export const distanceOf = (gap: number, should: number | null, pack: LampRules): number => (pack.mode === 'pp' ? gap : should === null || should <= tolerance ? Math.max(gap, 0) : gap / should)

/** Below an edge. On the edge itself, give or take the tolerance, `edge` says where it belongs. */
const isBelow = (distance: number, at: number, edge: Edge): boolean => distance < at + (edge === 'better' ? -tolerance : tolerance)

const onPaceLamps: ReadonlySet<Lamp> = new Set<Lamp>(['done', 'caught_up_late', 'ahead', 'on_pace', 'near_due'])
const idleLamps: ReadonlySet<Lamp> = new Set<Lamp>(['exempt', 'paused', 'not_due'])

/** Does the lamp count as on pace in a standing (semantics.md 27). */
export const isOnPaceLamp = (lamp: Lamp | null): boolean => lamp !== null && onPaceLamps.has(lamp)

/** Does the figure stand in the denominator of a standing. */
export const isActiveLamp = (lamp: Lamp | null): boolean => lamp !== null && !idleLamps.has(lamp)
