/** The days of a demo year: when it is reported, when it is met. */
import type { Plan } from './plan'
import { addDays, addMonths, dayNumber, dayOfNumber, daysBetween, monthEnd } from './days'
import { demoDay } from './demoDay'

/** Reports of a whole plan beyond which the demo reports more seldom than monthly. */
const mostReports = 24_000
/** Days as text: a plan's year has few of them, asked for very often. */
const texts = new Map<number, string>()
const firstDay = dayNumber('0000-01-01')
const lastDay = dayNumber('9999-12-31')

export interface Calendar {
  start: string
  end: string
  /** "Today" in the demo. */
  today: string
  /** Days that are reported for: month ends of the period, and its last day. */
  days: readonly string[]
  /** How many of `days` are not after today. */
  past: number
  /** Days from the last of these to today. */
  age: number
  /** Days of the meetings held, the last of them nearest to today, and of the next one. */
  meetings: readonly string[]
}

/** `days` after a day, kept within the years that a clock value can say. */
export function later(day: string, days: number): string {
  const number = Math.min(Math.max(dayNumber(day) + days, firstDay), lastDay)
  let text = texts.get(number)
  if (text === undefined) texts.set(number, text = dayOfNumber(number))
  return text
}

/** By the number of the day (`dayNumber`), as all that happens for each of thousands of reports. */
const isWeekend = (day: number): boolean => (((day + 3) % 7) + 7) % 7 > 4

/** One of the five days after a day, no Saturday or Sunday: when a month is written up. `turn` in [0, 5) says where to begin. Day numbers. */
export function writingDay(day: number, turn: number): number {
  let one = day + 1 + turn
  for (let i = 1; i < 5 && isWeekend(one); i++) one = day + 1 + (turn + i) % 5
  return one
}

/** The day itself, or the Thursday or Friday before a weekend, as a number. */
export const workNumber = (day: number): number => (isWeekend(day) ? day - 2 : day)

/** The same of a day's text. */
export const workday = (day: string): string => later(day, workNumber(dayNumber(day)) - dayNumber(day))

/** Three meetings before today, in the proportions of 8 May, 30 June and 14 August to 15 September; the next 15 days after it. */
function meetingDays(start: string, today: string): string[] {
  const length = daysBetween(start, today)
  const held = length < 28 ? [] : [0.495, 0.7, 0.8757].map(share => workday(later(start, Math.round(length * share))))
  return [...held, workday(later(today, 15))]
}

/** Month ends in the period, every `step`-th counted from the last before `today`; always the period's last day. */
function reportDays({ start, end }: Plan['period'], today: string, cells: number): string[] {
  const all: string[] = []
  for (let day = monthEnd(start); day < end && all.length < 1200; day = monthEnd(addMonths(day, 1))) all.push(day)
  const past = all.filter(day => day <= today).length
  const step = Math.max(1, Math.ceil(all.length / 24), Math.ceil(cells * all.length / mostReports))
  return [...all.filter((_, i) => (i - past + 1) % step === 0), end]
}

/** The calendar of a plan with so many cells to report. */
export function calendarOf(plan: Plan, cells: number): Calendar {
  const { start, end } = plan.period
  const today = demoDay(plan)
  const days = reportDays(plan.period, today, cells)
  const past = days.filter(day => day <= today).length
  const age = past === 0 ? 0 : daysBetween(days[past - 1]!, today)
  return { start, end, today, days, past, age, meetings: meetingDays(start, today) }
}

/** A day between the last report and today, no weekend; null where there is none: the half-month report. */
export function freshDay({ today, age }: Calendar, turn: number): string | null {
  for (let back = turn; back < 6; back++) {
    if (back < age && !isWeekend(dayNumber(today) - back)) return addDays(today, -back)
  }
  return null
}
