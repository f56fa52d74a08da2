/** The dates of a month round which meetings are planned: until when figures count, when they are submitted, when the bulletin goes out (practice.md 2.7). */
import type { Calendar } from './calendar'
import { calendarOf, defaultCalendar, periodOf } from './calendar'
import { addMonths, monthEnd } from './days'
import type { History, When } from './history'
import type { Meeting } from './meetings'
import { packOn } from './adoptedPack'

export interface MonthDates {
  /** `2020-09` */
  month: string
  cutoff: string
  /** The day in this month by which a period is submitted; null where the shift moves it out of the month. */
  submitBy: string | null
  bulletin: string | null
}

/** The calendar as recorded for the office, else that of the rule pack in force; with the pack's bulletin day. */
export function officeCalendar(history: History, when: When): { calendar: Calendar, bulletinDay: number | null } {
  const recorded = calendarOf(history, when.limit, when.asOf)
  const { cutoffDay, submitDay, shift, bulletinDay } = packOn(history, when).calendar
  return { calendar: recorded === defaultCalendar ? { ...defaultCalendar, cutoffDay, submitDay, shift } : recorded, bulletinDay }
}

/** The dates of every month from `start` to `end`. */
export function yearDates(calendar: Calendar, bulletinDay: number | null, start: string, end: string): MonthDates[] {
  const months: string[] = []
  for (let month = start.slice(0, 7); month <= end.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month)
  return months.map(month => {
    const last = monthEnd(`${month}-01`)
    const submits = [periodOf(calendar, month).submitBy, periodOf(calendar, addMonths(`${month}-01`, -1).slice(0, 7)).submitBy]
    const wanted = bulletinDay === null ? null : `${month}-${String(bulletinDay).padStart(2, '0')}`
    return { month, cutoff: periodOf(calendar, month).cutoff, submitBy: submits.find(day => day.startsWith(month)) ?? null, bulletin: wanted === null || wanted <= last ? wanted : last }
  })
}

/** The next number of the year's row, and a day a month after the last meeting (not before today, not after the period). */
export function nextPlanned(meetings: readonly Meeting[], today: string, end: string): { number: number, on: string } {
  const last = meetings.at(-1)
  const on = last === undefined ? today : addMonths(last.on, 1)
  return { number: Math.max(0, ...meetings.map(one => one.number)) + 1, on: on < today ? today : on > end ? end : on }
}

/** 第4次调度会, where a meeting has no name of its own. */
export const meetingName = ({ name, number }: Pick<Meeting, 'name' | 'number'>): string => (name === '' ? `第${number}次调度会` : name)
