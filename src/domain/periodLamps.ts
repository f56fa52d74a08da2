/** 逐月亮灯: the lamp of every closed month as it was reported then and as it is known now (semantics.md 30). */
import type { Figure, Lamp } from './board'
import type { AreaNode } from './plan'
import type { History, When } from './history'
import { askingOf } from './asking'
import { knownAtLimit } from './clock'
import { addDays, monthEnd } from './days'
import { figureOf } from './figure'
import { isOnPaceLamp } from './lamp'
import { fairPace } from './pace'
import { rulesOn } from './adoption'
import { tolerance } from './lampRules'
import { submitByOf } from './submitDay'

export interface PeriodLamp {
  /** YYYY-MM. */
  month: string
  /** The month's last day (the period's, where it ends within the month). */
  lastDay: string
  /** Until when the month could be reported in time. */
  submitBy: string
  /** As known at the end of `submitBy`. */
  reported: Lamp | null
  /** The same day as known to the board. */
  known: Lamp | null
  /** 补齐: it was late or not reported, and is on pace for that day as known now, or the value has since passed what was due by it. */
  isMadeUp: boolean
}

const wasLate = (lamp: Lamp | null): boolean => lamp === 'behind' || lamp === 'overdue' || lamp === 'slightly_behind' || lamp === 'no_data'

/** The last days of the months of a period that are closed on `asOf`: their time for reporting is over. */
function closedMonths(period: { start: string, end: string }, asOf: string): string[] {
  const days: string[] = []
  for (let day = monthEnd(period.start); ; day = monthEnd(addDays(day, 1))) {
    const last = day < period.end ? day : period.end
    if (submitByOf(last) > asOf || last < period.start) break
    days.push(last)
    if (last === period.end) break
  }
  return days
}

/** What was due by a figure's own day, as a share: the pace its gap was measured against. */
function dueShare(asking: ReturnType<typeof askingOf>, figure: Figure): number | null {
  if (figure.pace === null) return null
  return figure.gap !== null && figure.progress !== null ? figure.progress - figure.gap : fairPace(asking.target, figure.goal, figure.pace)
}

/** The lamps of a target's total (`area` null) or of one column, month by month; empty for an unknown target or column. */
export function periodLampsOf(history: History, targetId: string, area: string | null, when: When): PeriodLamp[] {
  const { index } = history
  const placed = index.targets.get(targetId)
  const node: AreaNode | null | undefined = area === null ? null : index.areas.get(area)
  if (placed === undefined || node === undefined) return []
  const askedOn = (asOf: string, limit: string) => askingOf(history, placed, { asOf, limit })
  /** Every month by the rules of its last day: a later switch changes none. */
  const figureBy = (asking: ReturnType<typeof askedOn>) => figureOf(asking, node, rulesOn(history, asking.when))
  const now = figureBy(askedOn(when.asOf, when.limit))
  return closedMonths(index.plan.period, when.asOf).map(lastDay => {
    const submitBy = submitByOf(lastDay)
    const room = knownAtLimit(submitBy)
    const reported = figureBy(askedOn(lastDay, room < when.limit ? room : when.limit))
    const asking = askedOn(lastDay, when.limit)
    const known = figureBy(asking)
    const due = dueShare(asking, known)
    const hasPassed = due !== null && now.progress !== null && now.progress >= due - tolerance
    return {
      month: lastDay.slice(0, 7), lastDay, submitBy, reported: reported.lamp, known: known.lamp,
      isMadeUp: wasLate(reported.lamp) && (isOnPaceLamp(known.lamp) || hasPassed),
    }
  })
}

