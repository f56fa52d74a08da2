/** Where a day stands on the strip, which day is meant, where a step leads. Pure; a place is in pixels from the period's first day. */
import { addDays, addMonths, clampDay, dayNumber, dayOfNumber, daysBetween, monthEnd } from '../../domain/days'
import type { Meeting } from '../../domain/meetings'
import { lastMeeting, nextMeeting } from '../../domain/meetings'

export interface Period {
  start: string
  end: string
}

/** The place of a day on an axis `width` long: first day 0, last day `width`; days outside stand at the ends. */
export function placeOf(day: string, width: number, period: Period): number {
  const days = daysBetween(period.start, period.end)
  return days <= 0 ? 0 : (daysBetween(period.start, clampDay(day, period.start, period.end)) / days) * width
}

/** The day nearest to a place. */
export function dayAt(x: number, width: number, period: Period): string {
  if (width <= 0) return period.start
  const share = Math.min(1, Math.max(0, x / width))
  return dayOfNumber(dayNumber(period.start) + Math.round(share * daysBetween(period.start, period.end)))
}

/** The day nearest to a place, or a marked day or month end if one is within reach. A mark wins over a month end that is as near. */
export function snapDay(x: number, width: number, period: Period, marks: readonly string[], reach = 4): string {
  const day = dayAt(x, width, period)
  const ends = [monthEnd(addMonths(day, -1)), monthEnd(day)]
  let nearest = day
  let distance = reach
  for (const one of [...ends, ...marks]) {
    const away = Math.abs(placeOf(one, width, period) - x)
    if (one >= period.start && one <= period.end && away <= distance) {
      nearest = one
      distance = away
    }
  }
  return nearest
}

/** The marked day nearest to a place within reach: what a finger means that comes down beside a dot. */
export function markNear(x: number, width: number, period: Period, marks: readonly string[], reach: number): string | null {
  const near = marks.map(day => ({ day, away: Math.abs(placeOf(day, width, period) - x) })).filter(({ away }) => away <= reach)
  return near.sort((one, other) => one.away - other.away)[0]?.day ?? null
}

/** The day of the meeting before or after a day; none left: null. */
export function meetingStep(meetings: readonly Meeting[], asOf: string, direction: -1 | 1): string | null {
  return (direction === 1 ? nextMeeting(meetings, asOf) : lastMeeting(meetings, addDays(asOf, -1)))?.on ?? null
}

export function dayStep(day: string, direction: -1 | 1, period: Period): string {
  return clampDay(addDays(day, direction), period.start, period.end)
}

/** The month end before or after a day, no further than the period. */
export function monthEndStep(day: string, direction: -1 | 1, period: Period): string {
  const to = direction === -1 ? addDays(`${day.slice(0, 8)}01`, -1) : monthEnd(day) === day ? monthEnd(addDays(day, 1)) : monthEnd(day)
  return clampDay(to, period.start, period.end)
}

/** Where a key on the thumb leads; null for keys that are not its own. */
export function keyStep(key: string, withShift: boolean, day: string, period: Period): string | null {
  switch (key) {
    case 'ArrowLeft': case 'ArrowDown': return withShift ? monthEndStep(day, -1, period) : dayStep(day, -1, period)
    case 'ArrowRight': case 'ArrowUp': return withShift ? monthEndStep(day, 1, period) : dayStep(day, 1, period)
    case 'PageDown': return monthEndStep(day, -1, period)
    case 'PageUp': return monthEndStep(day, 1, period)
    case 'Home': return period.start
    case 'End': return period.end
    default: return null
  }
}
