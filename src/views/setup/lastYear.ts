/** Another plan's shares of the year before, as weights for this year's goal. */
import { knownAtLimit } from '../../domain/clock'
import { foldEvents } from '../../domain/history'
import { indexPlan } from '../../domain/plan'
import type { Plan, Target } from '../../domain/plan'
import { namesakeOf, standingShares } from '../../domain/split'
import type { Weights } from '../../domain/split'
import { usePlanShelf } from '../../stores/planShelf'
import type { PlanEntry } from '../../stores/planSource'

/** Plans of the list for the same place and the year before. */
export const plansOfLastYear = (plan: Plan, list: readonly PlanEntry[]): PlanEntry[] => list.filter(one => one.area === plan.area.name && one.year === Number(plan.period.start.slice(0, 4)) - 1)

/** The shares that stood at the end of that plan's year for the target of the same name; 'unread' where the plan cannot be read, null where there are none. */
export async function sharesOfLastYear(entry: PlanEntry, target: Target): Promise<Weights | 'unread' | null> {
  const shelf = usePlanShelf()
  const loaded = await shelf.planOf(entry)
  if (!loaded.ok) return 'unread'
  const index = indexPlan(loaded.value)
  const same = namesakeOf(index, target)
  if (same === null) return null
  const standing = standingShares(foldEvents(index, await shelf.recordedEvents(entry.id)), same.id, { asOf: loaded.value.period.end, limit: knownAtLimit(new Date().toISOString()) })
  return standing === null ? null : Object.fromEntries(Object.entries(standing.shares).flatMap(([code, share]) => (share === null ? [] : [[code, share]])))
}
