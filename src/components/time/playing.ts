/** Which day comes next while the year is played. Pure: the clock is passed in. */
import { addDays } from '../../domain/days'
import type { Period } from './stripLayout'
import { monthEndStep } from './stripLayout'

/** About twelve seconds for a year. */
const dayLength = 33
/** Where motion is not wanted the months change like pages. */
export const monthLength = 900

/** Days to go on after so many milliseconds: each day is shown while the machine keeps up; behind by whole days it catches up, a week at most. */
export const daysAfter = (milliseconds: number): number => Math.min(7, Math.floor((milliseconds + 2) / dayLength))

/** From the day shown, or from the start where it has come to the end. */
export const startOf = (asOf: string, period: Period, end: string): string => (asOf >= period.start && asOf < end ? asOf : period.start)

export function nextDay(day: string, days: number, end: string): string {
  const to = addDays(day, days)
  return to > end ? end : to
}

export function nextMonthEnd(day: string, period: Period, end: string): string {
  const to = monthEndStep(day, 1, period)
  return to > end ? end : to
}
