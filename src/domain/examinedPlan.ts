/** What a plan file that arrives would mean here: refused, new, the same as what is in use, or newer, with what changes and what loses its place. */
import type { PlanComparison } from './comparePlans'
import type { LedgerEvent } from './event'
import type { Plan } from './plan'
import type { Orphan } from './planOrphans'
import type { Problem } from './problem'
import { comparePlans } from './comparePlans'
import { indexPlan } from './plan'
import { orphansOf } from './planOrphans'

export type ExaminedPlan =
  | { kind: 'refused', problems: readonly Problem[], total: number }
  | { kind: 'new', plan: Plan, text: string, orphans: readonly Orphan[] }
  | { kind: 'same', plan: Plan }
  | { kind: 'newer', plan: Plan, text: string, comparison: PlanComparison, orphans: readonly Orphan[] }

/** `before`: the file of this plan in use, null where there is none; `events`: this plan's ledger, which may hold entries even then. */
export function examinePlan(plan: Plan, text: string, before: Plan | null, events: Iterable<LedgerEvent>): ExaminedPlan {
  if (before === null) return { kind: 'new', plan, text, orphans: orphansOf(indexPlan(plan), events) }
  const comparison = comparePlans(before, plan)
  if (comparison.isSame) return { kind: 'same', plan }
  return { kind: 'newer', plan, text, comparison, orphans: orphansOf(indexPlan(plan), events, indexPlan(before)) }
}
