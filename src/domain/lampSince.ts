/** For how long a figure has been as late as it is: walked back day by day, each day's lamp from the same function as the board's. */
import type { AreaNode } from './plan'
import type { History, When } from './history'
import { askingOf } from './asking'
import { figureOf } from './figure'
import type { LampRun } from './lampRun'
import { lampRun, latenessOf } from './lampRun'
import { rulesOn } from './adoption'

export type LampSince = LampRun

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
  const now = latenessOf(figureOf(askingOf(history, placed, when), node, rulesOn(history, when)).lamp)
  return now === 0 ? null : lampRun(history, placed, node, when, lamp => latenessOf(lamp) >= now)
}
