/**
 * The reporting calendar (practice.md 2.7): until which day a period counts, until when it is submitted, and from when it takes corrections
 * only with a reason. 按时截止 (`submitBy`) and 锁定 (`lockedFrom`) are two settings. Days are calendar days in UTC+8.
 */
import type { History } from './history'
import type { Problem } from './problem'
import { packOn } from './adoptedPack'
import { addDays, addMonths, monthEnd } from './days'
import { furtherOf } from './further'

export interface Calendar {
  /** Day of the month up to which figures count; 31 = the month's last day. */
  cutoffDay: number
  /** Day by which they are submitted; not after `cutoffDay`: of the next month. */
  submitDay: number
  /** Where the submit day is no working day: `after` = the next working day, `before` = the one before. */
  shift: 'none' | 'before' | 'after'
  /** A period is locked this many days after its submit day; null = never. */
  lockDays: number | null
  /** Days off besides weekends, and weekend days that are worked. */
  holidays: readonly string[]
  workdays: readonly string[]
}

export interface Period {
  /** `2020-09` */
  id: string
  cutoff: string
  submitBy: string
  lockedFrom: string | null
}

export const defaultCalendar: Calendar = { cutoffDay: 31, submitDay: 5, shift: 'none', lockDays: null, holidays: [], workdays: [] }

/** The calendar in force on a day: the office's own (the latest `calendar` event), else that of the rule pack of the day, else month ends and the 5th (semantics.md 30). */
export function calendarOf(history: History, limit: string, asOf: string): Calendar {
  const data = furtherOf(history, 'calendar', limit, asOf).at(-1)?.data
  if (data !== undefined) return data as unknown as Calendar
  if (history.adoptions.length === 0) return defaultCalendar
  const { cutoffDay, submitDay, shift } = packOn(history, { asOf, limit }).calendar
  return { ...defaultCalendar, cutoffDay, submitDay, shift }
}

/** Is the day worked: weekends and holidays are not, days made up for are. */
export function isWorkday(calendar: Calendar, day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return calendar.workdays.includes(day) || (weekday !== 0 && weekday !== 6 && !calendar.holidays.includes(day))
}

function dayIn(month: string, day: number): string {
  const last = monthEnd(`${month}-01`)
  const wanted = `${month}-${String(day).padStart(2, '0')}`
  return wanted < last ? wanted : last
}

/** The period of a month (`2020-09`). */
export function periodOf(calendar: Calendar, month: string): Period {
  const cutoff = dayIn(month, calendar.cutoffDay)
  let submitBy = dayIn(calendar.submitDay > calendar.cutoffDay ? month : addMonths(`${month}-01`, 1).slice(0, 7), calendar.submitDay)
  for (let step = 0; calendar.shift !== 'none' && step < 30 && !isWorkday(calendar, submitBy); step += 1) submitBy = addDays(submitBy, calendar.shift === 'after' ? 1 : -1)
  return { id: month, cutoff, submitBy, lockedFrom: calendar.lockDays === null ? null : addDays(submitBy, calendar.lockDays + 1) }
}

/** The period that is reported now: the month of `today` once its cut-off is reached, else the month before. */
export function presentPeriod(calendar: Calendar, today: string): Period {
  const own = periodOf(calendar, today.slice(0, 7))
  return today >= own.cutoff ? own : periodOf(calendar, addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7))
}

/** The period that a day's figures belong to: the first whose cut-off is not before it. */
export function periodOfDay(calendar: Calendar, day: string): Period {
  const own = periodOf(calendar, day.slice(0, 7))
  return day <= own.cutoff ? own : periodOf(calendar, addMonths(`${day.slice(0, 7)}-01`, 1).slice(0, 7))
}

/** A locked period takes corrections only with a reason (锁定 is not 按时截止). `today` is the day of entering. */
export function mayEnter(calendar: Calendar, at: string, today: string, note: string): Problem | null {
  const { id, lockedFrom } = periodOfDay(calendar, at)
  if (lockedFrom === null || today < lockedFrom || note.trim() !== '') return null
  return { code: 'period_locked', why: `${Number(id.slice(5))} 月的数已从 ${lockedFrom} 起锁定`, fix: '在说明里写更正原因，再填' }
}

const asked = new WeakMap<History, { key: string, calendar: Calendar }>()

/** {@link mayEnter} by the calendar of the ledger; asked again only when something was recorded. */
export function lockOf(history: History, at: string, note: string, present: { today: string, limit: string }): Problem | null {
  const key = `${history.events.size} ${present.limit} ${present.today}`
  const known = asked.get(history)
  const calendar = known?.key === key ? known.calendar : calendarOf(history, present.limit, present.today)
  if (known?.key !== key) asked.set(history, { key, calendar })
  return mayEnter(calendar, at, present.today, note)
}
