/** The reports of one cell through the year, with what goes wrong in a real office: late ones, corrections, a return, a retraction. */
import type { Plan, Target } from './plan'
import { dayNumber, dayOfNumber } from './days'
import type { Calendar } from './demoCalendar'
import { later, workNumber, writingDay } from './demoCalendar'
import type { Chance } from './demoChance'
import { below, between } from './demoChance'
import { levelOn, shareOf } from './demoCourse'
import type { Diary } from './demoDiary'
import type { Fate } from './demoFates'
import { isWholeUnits } from './demoShares'
import { paceOf } from './pace'

/** A report that first goes wrong: put right later, returned by the reviewer, or retracted. */
export type Mishap = 'corrected' | 'missed' | 'returned' | 'retracted'

export interface Mishaps {
  kind: Mishap
  /** Place of the report among the plan's report days. */
  place: number
}

const siteReasons = ['选址未定，等镇里协调', '招标流标，重新组织', '用地手续还在办', '雨季停工，工期顺延']
const otherReasons = ['名单还在核对', '资金分两批到位', '人手不足，下月补上', '对象外出，逐户联系中']

interface Report {
  day: number
  unit: string
  at: string
  data: Record<string, unknown>
}

/** The planned share on the day that a report holds out to. The same is asked on the same days by every cell of a target. */
function pacesOf(plan: Plan): (fate: Fate) => (at: string) => number {
  const targets = new Map<Target, Map<number, number>>()
  return ({ cell: { target, due }, course: { lead } }) => {
    const known = targets.get(target) ?? new Map<number, number>()
    targets.set(target, known)
    return at => {
      const day = dayNumber(at) + lead
      let pace = known.get(day)
      if (pace === undefined) known.set(day, pace = paceOf(target, plan.period, due, later(at, lead)))
      return pace
    }
  }
}

/** A value that is wrong: counted twice, or (`missed`) as it was the month before. */
function wrongValue(fate: Fate, value: number, before: number, kind: Mishap): number {
  if (kind === 'missed') return before
  const more = value * (kind === 'retracted' ? 0.5 : 0.1) + 1
  return isWholeUnits(fate.cell.target) ? value + Math.ceil(more) : Math.round((value + more) * 10) / 10
}

/** Writes the wrong report first; gives the day on which the right one follows, and its note. */
function goWrong(diary: Diary, report: Report, wrong: number, kind: Mishap, office: string): { day: number, note?: string } {
  const { day, unit, at, data } = report
  const first = diary.write(day, unit, 'report', at, { ...data, value: wrong })
  if (kind === 'corrected') return { day: workNumber(day + 16), note: '核减重复登记' }
  if (kind === 'missed') return { day: workNumber(day + 13), note: '补上漏统的一批' }
  const next = day + (kind === 'returned' ? 3 : 1)
  if (kind === 'returned') diary.writeOf(first, next, office, 'review', dayOfNumber(next), { verdict: 'returned', reason: '与台账对不上，请核实' })
  else diary.writeOf(first, next, unit, 'retract', dayOfNumber(next), {})
  return { day: next + 1 }
}

/** Makes the writer of one cell's reports. */
export function reporterOf(diary: Diary, plan: Plan, calendar: Calendar, chance: Chance, office: string): (fate: Fate, mishap: Mishaps | undefined) => void {
  const paces = pacesOf(plan)
  const { days, past, end } = calendar

  /** A month is written up in its first days after; a few reports come weeks later. */
  const recordingDay = (at: number) => (chance() < 0.035 ? workNumber(at + 10 + below(chance, 30)) : writingDay(at, below(chance, 5)))

  return (fate, mishap) => {
    const { cell, course, fresh } = fate
    const paceOn = paces(fate)
    const isLagging = fate.standing === 'slight' || fate.standing === 'behind'
    const reasons = cell.sites.length > 0 ? siteReasons : otherReasons
    let highest = cell.base
    let before = 0
    let pending = mishap

    function reportOn(at: string, recorded: number, place: number, noteChance: number): void {
      // Earlier months fluctuate a little; what is reported nearest to today is as the course says.
      highest = Math.max(highest, shareOf(course, at, paceOn(at)) - (place === past - 1 || place < 0 ? 0 : between(chance, 0, 0.02)))
      const data: Report['data'] = { target: cell.target.id, area: cell.area, ...levelOn(cell, course, at, highest).data }
      if (isLagging && chance() < noteChance) data.note = reasons[below(chance, reasons.length)]!
      let day = recorded
      // From the chosen month on, the first with anything to get wrong; the newest report nobody has looked at yet.
      if (pending !== undefined && place >= pending.place && place < past - 1 && typeof data.value === 'number' && data.value > 0 && data.value < 1e12) {
        const { kind } = pending
        pending = undefined
        const right = goWrong(diary, { day, unit: cell.lead, at, data }, wrongValue(fate, data.value, before, kind), kind, office)
        day = right.day
        if (right.note !== undefined) data.note = right.note
      }
      if (typeof data.value === 'number') before = data.value
      diary.write(day, cell.lead, 'report', at, data)
    }

    // A stage that is reached is reported the day after, not at the end of the month.
    for (const date of fate.isSilent ? [] : Object.values(course.dates)) if (date <= end) reportOn(date, workNumber(dayNumber(date) + 3), -1, 0)
    for (let i = fate.isSilent ? past : 0; i < days.length; i++) {
      const at = days[i]!
      if (fate.mark !== null && at >= fate.mark.from) break
      if (i === past && fresh !== null && fate.mark === null && !fate.isSilent) reportOn(fresh, dayNumber(fresh), -1, 0.5)
      reportOn(at, recordingDay(dayNumber(at)), i, i === past - 1 ? 0.45 : i < past ? 0.1 : 0)
    }
  }
}
