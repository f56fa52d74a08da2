/** Until when a day's report comes in time: the reporting room that the rule pack gives (semantics.md 30). */
import type { LedgerEvent } from './event'
import { addMonths, dayOfMoment } from './days'

/** Day of the next month by which a month is reported. */
const submitDay = 5

/** The last day on which a report for `day` is in time: the 5th of the next month. */
export function submitByOf(day: string): string {
  return `${addMonths(`${day.slice(0, 8)}01`, 1).slice(0, 8)}${String(submitDay).padStart(2, '0')}`
}

/** The day in UTC+8 on which an event was recorded. */
export function recordedOn(event: Pick<LedgerEvent, 'recordedAt'>): string {
  return dayOfMoment(Date.parse(event.recordedAt.slice(0, 24)))
}

/** 补报: recorded after the room for its day was over. */
export const isLate = (event: Pick<LedgerEvent, 'recordedAt' | 'at'>): boolean => recordedOn(event) > submitByOf(event.at)
