/** What the strip shows and what it leaves out when room is short. Pure; pixels from the strip's left edge. */
import { addDays, clampDay, monthEnd } from '../../domain/days'
import type { Meeting } from '../../domain/meetings'
import { lastMeeting, nextMeeting } from '../../domain/meetings'
import type { Period } from './stripLayout'
import { placeOf } from './stripLayout'

/** The axis begins and ends this far inside the strip, so that a dot at its end is whole. */
export const inset = 8
const dotRoom = 17
export const labelGap = 8

/** About how wide a text is, rather too wide than too narrow: it decides what fits and must not need a page. */
export function textWidth(text: string, size = 12): number {
  let width = 0
  for (const letter of text) width += /[^\u0000-\u02ff]/.test(letter) ? 1 : /\d/.test(letter) ? 0.6 : /\s/.test(letter) ? 0.28 : /[A-Z]/.test(letter) ? 0.68 : 0.56
  return width * size
}

export function xOf(day: string, whole: number, period: Period): number {
  return inset + placeOf(day, Math.max(0, whole - 2 * inset), period)
}

export interface MonthMark {
  /** First day shown of the month. */
  day: string
  /** Left border of the month. */
  tick: number
  /** Middle of the month, where its word stands. */
  middle: number
  /** Its word; null where there is no room. */
  text: string | null
}

/** Months with ticks; every, every second, third, sixth or twelfth word, and none where `taken` stands. */
export function monthsOf(whole: number, period: Period, textOf: (day: string) => string, taken: readonly [number, number] | null = null): MonthMark[] {
  const months: { day: string, tick: number, middle: number }[] = []
  for (let day = period.start; day <= period.end; day = addDays(monthEnd(day), 1)) {
    const tick = xOf(day, whole, period)
    months.push({ day, tick, middle: (tick + xOf(clampDay(addDays(monthEnd(day), 1), day, period.end), whole, period)) / 2 })
  }
  const widest = Math.max(0, ...months.map(({ day }) => textWidth(textOf(day))))
  const each = months.length === 0 ? 0 : (whole - 2 * inset) / months.length
  const every = [1, 2, 3, 6].find(step => each * step >= widest + 6) ?? 12
  const isFree = (from: number, to: number): boolean => from >= -4 && to <= whole + 4 && (taken === null || to + 4 <= taken[0] || from >= taken[1] + 4)
  let last = -Infinity
  return months.map(month => {
    const text = textOf(month.day)
    const half = textWidth(text) / 2
    const isShown = (Number(month.day.slice(5, 7)) - 1) % every === 0 && month.middle - half >= last + 4 && isFree(month.middle - half, month.middle + half)
    if (isShown) last = month.middle + half
    return { ...month, text: isShown ? text : null }
  })
}

export interface Dot {
  meeting: Meeting
  x: number
  /** On or before the as-of day. */
  isHeld: boolean
  /** Too near to a more important one to carry its number. */
  isSmall: boolean
}

/** One dot a meeting inside the period. Crowded: last and next keep their numbers; of a pair the later one; in a row of many none. */
export function dotsOf(meetings: readonly Meeting[], asOf: string, whole: number, period: Period): Dot[] {
  const inside = meetings.filter(({ on }) => on >= period.start && on <= period.end)
  const first = [lastMeeting(inside, asOf), nextMeeting(inside, asOf)].filter(meeting => meeting !== null)
  const numbered: { meeting: Meeting, x: number }[] = []
  const places = inside.map(({ on }) => xOf(on, whole, period))
  for (const meeting of [...first, ...[...inside].reverse()]) {
    const x = xOf(meeting.on, whole, period)
    const neighbours = places.filter(other => Math.abs(other - x) < dotRoom).length - 1
    if ((neighbours <= 1 || first.includes(meeting)) && !numbered.some(other => Math.abs(other.x - x) < dotRoom)) numbered.push({ meeting, x })
  }
  return inside.map((meeting, i) => ({ meeting, x: places[i] ?? 0, isHeld: meeting.on <= asOf, isSmall: !numbered.some(other => other.meeting === meeting) }))
}

/** The left edge of something `width` wide that stands over `x` and stays within the strip. */
export function leftOf(x: number, width: number, whole: number): number {
  return Math.max(0, Math.min(x - width / 2, whole - width))
}

/** Of the forms of the two labels beside the flag, longest first, the first that fits between flag and edge; none fits: null. */
export function labelsBeside(flag: { left: number, width: number }, whole: number, last: readonly string[], next: readonly string[]): { last: string | null, next: string | null } {
  const fitting = (forms: readonly string[], room: number): string | null => forms.find(form => textWidth(form) + labelGap <= room) ?? null
  return { last: fitting(last, flag.left), next: fitting(next, whole - flag.left - flag.width) }
}
