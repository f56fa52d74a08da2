/** Calendar days as `YYYY-MM-DD` text; arithmetic in whole days. A day is a day in UTC+8 on every device (semantics.md 33). */

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsOfDay = 86_400_000

/** Is the text a day that the calendar has (2021-02-29 is not). */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const match = dayPattern.exec(value)
  if (!match) return false
  const month = Number(match[2])
  const day = Number(match[3])
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(Number(match[1]), month)
}

function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const numbers = new Map<string, number>()

/** Days since 1970-01-01. Remembered: a board asks for the same few days thousands of times. */
export function dayNumber(day: string): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsOfDay)
  if (numbers.size > 20_000) numbers.clear()
  numbers.set(day, number)
  return number
}

/** The inverse of {@link dayNumber}. */
export function dayOfNumber(number: number): string {
  return new Date(number * millisecondsOfDay).toISOString().slice(0, 10)
}

export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day of a later month, clamped to that month's last day. */
export function addMonths(day: string, months: number): string {
  const year = Number(day.slice(0, 4))
  const index = year * 12 + Number(day.slice(5, 7)) - 1 + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  const toDay = Math.min(Number(day.slice(8, 10)), lastDayOfMonth(toYear, toMonth))
  return `${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-${String(toDay).padStart(2, '0')}`
}

/** Last day of the month that holds `day`. */
export function monthEnd(day: string): string {
  return `${day.slice(0, 8)}${String(lastDayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))).padStart(2, '0')}`
}

/** The day in UTC+8 at a moment given in milliseconds. */
export function dayOfMoment(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** `day` moved into [`first`, `last`]. */
export function clampDay(day: string, first: string, last: string): string {
  return day < first ? first : day > last ? last : day
}
