/** What a cell's past says about it: since when it has been late, and why it is marked. */
import type { Board, Lamp } from './board'
import type { AreaNode, PlanIndex } from './plan'
import { askingOf } from './asking'
import { severityOf } from './changes'
import { addDays } from './days'
import { figureOf } from './figure'
import type { History, When } from './history'
import { winnerOf } from './history'
import { rulesOn } from './adoption'

const isLate = (lamp: Lamp | null): boolean => severityOf(lamp) >= severityOf('slightly_behind')

/** The month (YYYY-MM) since which a late cell has been late at every month end up to `when.asOf`, as known at `when`; null where it is not late. */
export function lateSince(index: PlanIndex, history: History, target: string, area: string, when: When): string | null {
  const placed = index.targets.get(target)
  const node = index.areas.get(area)
  const lampOn = (asOf: string): Lamp | null => figureOf(askingOf(history, placed!, { ...when, asOf }), node!, rulesOn(history, { ...when, asOf })).lamp
  if (placed === undefined || node === undefined || !isLate(lampOn(when.asOf))) return null
  let month = when.asOf.slice(0, 7)
  for (let end = addDays(`${month}-01`, -1); end >= index.plan.period.start && isLate(lampOn(end)); end = addDays(`${month}-01`, -1)) month = end.slice(0, 7)
  return month
}

export interface MarkInForce { state: 'exempt' | 'paused', reason: string, at: string }

/** The mark that holds for an area and its reason: its own, else its parent's, else the target's, else that of its first marked leaf (semantics.md 26). */
export function markInForce(index: PlanIndex, history: History, target: string, area: string, when: When): MarkInForce | null {
  const events = history.marks.get(target) ?? []
  const markFor = (code: string | undefined): MarkInForce | null => {
    const data = winnerOf(history, events.filter(event => event.data.area === code), when)
    const state = data?.data.state
    return data !== null && (state === 'exempt' || state === 'paused') ? { state, reason: typeof data.data.reason === 'string' ? data.data.reason : '', at: data.at } : null
  }
  const node = index.areas.get(area)
  for (let at: AreaNode | null = node ?? null; at !== null; at = at.parent) {
    const mark = markFor(at.area.code)
    if (mark !== null) return mark
  }
  const whole = markFor(undefined)
  if (whole !== null) return whole
  for (const leaf of node?.leaves ?? []) {
    const mark = markFor(leaf.area.code)
    if (mark !== null) return mark
  }
  return null
}

/** Is anything reported at all: before the first report rates and ranks say nothing. */
export const isSilent = (board: Board): boolean => board.rows.every(row => row.total.value === null && row.total.reported === 0)
