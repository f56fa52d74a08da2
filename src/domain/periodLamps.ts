/**
 * 逐月亮灯: the lamp of every closed month as it was reported then and as it is known now (semantics.md 30), by the rules of the month's own last
 * day: what a missed month, quarter or several running light, and what a gap made up later turns it into (practice.md 2.1; 瓯海, 三亚, 松阳).
 */
import type { Figure, Lamp } from './board'
import type { AreaNode } from './plan'
import type { History, When } from './history'
import { askingOf } from './asking'
import { knownAtLimit } from './clock'
import { addDays, monthEnd } from './days'
import { figureOf } from './figure'
import { isOnPaceLamp } from './lamp'
import { fairPace } from './pace'
import { packOn } from './adoptedPack'
import { severityOf } from './changes'
import type { LampRules } from './lampRules'
import { tolerance } from './lampRules'
import type { PeriodRules } from './rulePack'
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
  /** What the rules of the month turn it into where it was made up; else null. */
  madeUp: Lamp | null
  /** The rules that its lamps follow and are called by. */
  rules: LampRules
}

/** Lamps that a missed month may turn; a month without data, without a task, overdue or done keeps its own. */
const isJudged = (lamp: Lamp | null): boolean => lamp === 'behind' || lamp === 'slightly_behind' || lamp === 'near_due' || lamp === 'on_pace' || lamp === 'ahead'
const isLate = (lamp: Lamp | null): boolean => lamp === 'behind' || lamp === 'slightly_behind'

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

interface Judged { lamp: Lamp | null, isMissed: boolean }

/** The first days of the month and of the quarter that end on `lastDay`, and does a quarter end there. */
const spansOf = (lastDay: string, periodEnd: string) => {
  const month = Number(lastDay.slice(5, 7))
  const first = (of: number): string => `${lastDay.slice(0, 5)}${String(of).padStart(2, '0')}-01`
  return { month: first(month), quarter: first(month - ((month - 1) % 3)), isQuarterEnd: month % 3 === 0 || lastDay === periodEnd }
}

/** The lamps of a target's total (`area` null) or of one column, month by month; empty for an unknown target or column. */
export function periodLampsOf(history: History, targetId: string, area: string | null, when: When): PeriodLamp[] {
  const { index } = history
  const placed = index.targets.get(targetId)
  const node: AreaNode | null | undefined = area === null ? null : index.areas.get(area)
  if (placed === undefined || node === undefined) return []
  const { end } = index.plan.period
  const askedOn = (asOf: string, limit: string) => askingOf(history, placed, { asOf, limit })
  /** Every month by the rules of its last day: a later switch changes none. */
  const packOf = (asking: ReturnType<typeof askedOn>) => packOn(history, asking.when)
  const figureBy = (asking: ReturnType<typeof askedOn>) => figureOf(asking, node, packOf(asking).lamps)

  /** Was less done from `from` to the figure's day than was due in that time, and less in all than was due by it. Null where shares say nothing. */
  const isShort = (asking: ReturnType<typeof askedOn>, figure: Figure, from: string): boolean | null => {
    const due = dueShare(asking, figure)
    if (due === null || figure.progress === null) return null
    if (figure.progress >= due - tolerance) return false
    const askingBefore = askedOn(addDays(from, -1), asking.when.limit)
    const before = figureBy(askingBefore)
    return figure.progress - (before.progress ?? 0) < due - (dueShare(askingBefore, before) ?? 0) - tolerance
  }

  /** The lamp of a month by its rules; `missedBefore`: were the months before it missed, in order. */
  const judge = (asking: ReturnType<typeof askedOn>, figure: Figure, rules: PeriodRules, missedBefore: readonly boolean[]): Judged => {
    if (!isJudged(figure.lamp)) return { lamp: figure.lamp, isMissed: false }
    const spans = spansOf(asking.when.asOf, end)
    const missedFrom = (from: string): boolean => (rules.by === 'month' ? isShort(asking, figure, from) : null) ?? isLate(figure.lamp)
    const isMissed = missedFrom(spans.month)
    const running = rules.missedRunning
    const lit: Lamp[] = []
    if (isMissed && rules.missed !== null) lit.push(rules.missed)
    if (rules.missedQuarter !== null && spans.isQuarterEnd && missedFrom(spans.quarter)) lit.push(rules.missedQuarter)
    if (isMissed && running !== null && missedBefore.length >= running.months - 1 && missedBefore.slice(missedBefore.length - running.months + 1).every(Boolean)) lit.push(running.lamp)
    if (lit.length > 0) return { lamp: lit.reduce((worst, one) => (severityOf(one) > severityOf(worst) ? one : worst)), isMissed }
    return { lamp: rules.by === 'month' && !isMissed && isLate(figure.lamp) ? 'on_pace' : figure.lamp, isMissed }
  }

  const now = figureBy(askedOn(when.asOf, when.limit))
  const missedThen: boolean[] = []
  const missedNow: boolean[] = []
  return closedMonths(index.plan.period, when.asOf).map(lastDay => {
    const submitBy = submitByOf(lastDay)
    const room = knownAtLimit(submitBy)
    const askingThen = askedOn(lastDay, room < when.limit ? room : when.limit)
    const asking = askedOn(lastDay, when.limit)
    const pack = packOf(asking)
    const figure = figureBy(asking)
    const reported = judge(askingThen, figureBy(askingThen), packOf(askingThen).period, missedThen)
    const known = judge(asking, figure, pack.period, missedNow)
    missedThen.push(reported.isMissed)
    missedNow.push(known.isMissed)
    const due = dueShare(asking, figure)
    const hasPassed = due !== null && now.progress !== null && now.progress >= due - tolerance
    const isMadeUp = wasLate(reported.lamp) && (isOnPaceLamp(known.lamp) || hasPassed)
    return { month: lastDay.slice(0, 7), lastDay, submitBy, reported: reported.lamp, known: known.lamp, isMadeUp, madeUp: isMadeUp ? pack.period.madeUp : null, rules: pack.lamps }
  })
}
