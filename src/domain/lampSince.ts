/** For how long a figure has been as late as it is: walked back day by day, each day's lamp from the same function as the board's. */
import type { Lamp } from './board'
import type { AreaNode } from './plan'
import type { History, When } from './history'
import { askingOf } from './asking'
import { addDays, daysBetween } from './days'
import { figureOf } from './figure'
import { rulesOn } from './adoption'

export interface LampSince {
  /** The first day of the unbroken run of days that ends on the board's day. */
  since: string
  /** Whole days from `since` to the board's day; 0 where the lamp turned on that day. */
  days: number
  /** The run reaches back to the period's first day: there is no day before it. */
  isFromStart: boolean
}

/** 2: the red lamps, 1: the amber one, 0: none that is late. */
const latenessOf = (lamp: Lamp | null): number => (lamp === 'overdue' || lamp === 'behind' ? 2 : lamp === 'slightly_behind' ? 1 : 0)

/**
 * Since when a cell (`area`) or a row's total (null) has been at least as late as on `when.asOf` (a red lamp: red; an amber one: amber or red), as
 * known at `when.limit` for every day of the walk, so that it agrees with the board shown (semantics.md 20-24, 33). Never before the period's
 * start. Null where the lamp is not late, or target or area is unknown.
 */
export function lampSince(history: History, targetId: string, area: string | null, when: When): LampSince | null {
  const placed = history.index.targets.get(targetId)
  const isCell = area !== null && placed?.target.scope === 'area'
  const node: AreaNode | null | undefined = isCell ? history.index.areas.get(area) : null
  if (placed === undefined || node === undefined) return null
  const latenessOn = (day: string): number => latenessOf(figureOf(askingOf(history, placed, { asOf: day, limit: when.limit }), node, rulesOn(history, { asOf: day, limit: when.limit })).lamp)
  const now = latenessOn(when.asOf)
  if (now === 0) return null
  const { start } = history.index.plan.period
  let since = when.asOf
  while (since > start) {
    const dayBefore = addDays(since, -1)
    if (latenessOn(dayBefore) < now) break
    since = dayBefore
  }
  return { since, days: daysBetween(since, when.asOf), isFromStart: since <= start }
}
