/** How long a figure's lamp has been of a kind: walked back day by day on a ground that is kept while nothing takes effect, so that it is quick. */
import type { Lamp } from './board'
import type { Asking } from './asking'
import type { LampRules } from './lampRules'
import type { AreaNode, Placed, Target } from './plan'
import type { History, When } from './history'
import { askingOf } from './asking'
import { addDays, daysBetween } from './days'
import { figureOn, groundOf } from './figure'
import type { Ground } from './figure'
import { paceOf } from './pace'
import { rulesOn } from './adoption'

export interface LampRun {
  /** The first day of the unbroken run of days that ends on the day asked for. */
  since: string
  /** Whole days from `since` to that day; 0 where the lamp turned on it. */
  days: number
  /** The run reaches back to the period's first day. */
  isFromStart: boolean
}

/** Days on which something of a target takes effect at a place (null: anywhere); between two of them only the pace moves. */
function turningDays(history: History, { target: { id, allocation } }: Placed, node: AreaNode | null): Set<string> {
  const reports = history.reports.get(id)
  const lists = [...(node === null ? [...reports?.values() ?? []] : node.leaves.map(leaf => reports?.get(leaf.area.code) ?? [])), ...[history.allocations, history.amendments, history.marks].map(events => events.get(id) ?? [])]
  const days = new Set(lists.flatMap(list => list.map(event => event.at)))
  if (allocation !== undefined) days.add(history.index.plan.period.start)
  return days
}

type RunOf = (placed: Placed, node: AreaNode | null, isSo: (lamp: Lamp | null) => boolean) => LampRun | null

/** {@link lampRun} for many figures of one day: rules and paces of the days walked are looked up once. */
export function lampRuns(history: History, when: When): RunOf {
  const { period } = history.index.plan
  const days = [when.asOf]
  const dayAt = (back: number): string => days[back] ??= addDays(days[back - 1]!, -1)
  const rules = new Map<string, LampRules>()
  const rulesAt = (day: string): LampRules => {
    let known = rules.get(day)
    if (known === undefined) rules.set(day, known = rulesOn(history, { asOf: day, limit: when.limit }))
    return known
  }
  let last: { target: Target, due: string, paces: Map<string, number> } | null = null
  const paceAt = ({ target, due }: Asking, day: string): number => {
    if (last === null || last.target !== target || last.due !== due) last = { target, due, paces: new Map() }
    let known = last.paces.get(day)
    if (known === undefined) last.paces.set(day, known = paceOf(target, period, due, day))
    return known
  }
  return (placed, node, isSo) => {
    const turning = turningDays(history, placed, node)
    let ground: Ground | null = null
    const isSoOn = (day: string): boolean => {
      if (ground === null || ground.isShareOfAreas) ground = groundOf(askingOf(history, placed, { asOf: day, limit: when.limit }), node)
      return isSo(figureOn(ground, day, paceAt(ground.asking, day), rulesAt(day)).lamp)
    }
    if (!isSoOn(when.asOf)) return null
    let back = 0
    while (dayAt(back) > period.start) {
      if (turning.has(dayAt(back))) ground = null
      if (!isSoOn(dayAt(back + 1))) break
      back += 1
    }
    const since = dayAt(back)
    return { since, days: daysBetween(since, when.asOf), isFromStart: since <= period.start }
  }
}

/**
 * Since when, without a break, the lamp of a cell (`node`) or a row's total (null) fulfils `isSo`, up to `when.asOf`; every day by its rules and as
 * known at `when.limit`. Never before the period's start. Null where it does not on that day.
 */
export const lampRun = (history: History, placed: Placed, node: AreaNode | null, when: When, isSo: (lamp: Lamp | null) => boolean): LampRun | null => lampRuns(history, when)(placed, node, isSo)

/** 2: the red lamps, 1: the amber one, 0: none that is late. */
export const latenessOf = (lamp: Lamp | null): number => (lamp === 'overdue' || lamp === 'behind' ? 2 : lamp === 'slightly_behind' ? 1 : 0)
