/** The small course in a conflict's card, as paths in a fixed box; the figures themselves come from the domain. */
import { daysBetween } from '../../domain/days'
import type { CourseView } from './collectModel'

export const courseBox = { width: 440, narrow: 304, height: 118, left: 40, right: 84, top: 14, bottom: 20 } as const

export interface CourseDrawing { pace: string, actual: string, dots: readonly { x: number, y: number, text: string, day: string | null }[], sides: readonly { x: number, y: number, textX: number, textY: number, isLong: boolean, text: string, isLedger: boolean, from: string | null }[], top: number, base: number, topText: string }

/** Texts of two sides that lie close are moved apart. */
export function drawCourse(course: CourseView, numberText: (value: number) => string, dayText: (day: string) => string, width: number = courseBox.width): CourseDrawing {
  const { height, left, right, top, bottom } = courseBox
  const most = Math.max(course.goal ?? 0, ...course.actual.map(point => point.value), ...course.sides.map(side => side.value), 1)
  const at = course.sides[0]?.at ?? course.period.end
  const days = Math.max(1, daysBetween(course.period.start, at))
  const x = (day: string): number => Math.round((left + daysBetween(course.period.start, day) / days * (width - left - right)) * 10) / 10
  const y = (value: number): number => Math.round((height - bottom - value / most * (height - top - bottom)) * 10) / 10
  const path = (points: readonly { at: string, value: number }[]): string => points.map((point, place) => `${place === 0 ? 'M' : 'L'}${x(point.at)} ${y(point.value)}`).join('')
  const past = course.actual.filter(point => point.at < at)
  const last = past.at(-1)
  const end = width - right
  const paced = course.pace.filter(point => point.at <= at)
  const after = course.pace.find(point => point.at > at)
  const before = paced.at(-1)
  if (before !== undefined && after !== undefined) paced.push({ at, value: before.value + (after.value - before.value) * daysBetween(before.at, at) / Math.max(1, daysBetween(before.at, after.at)) })
  else if (before !== undefined && before.at < at) paced.push({ at, value: before.value })
  const own = course.sides.find(side => side.isLedger)
  const texts: { y: number, textY: number }[] = []
  const sides = [...course.sides].sort((one, other) => other.value - one.value).map(side => {
    // A long text ends at the right edge, below its dot.
    const isLong = [...side.text].reduce((sum, letter) => sum + (letter > '\u2000' ? 12 : 7), 0) > right - 9
    const textY = Math.max(y(side.value) + (isLong ? 18 : 4), (texts.at(-1)?.textY ?? -Infinity) + 15)
    texts.push({ y: y(side.value), textY })
    return { x: end, y: y(side.value), textX: isLong ? width : end + 9, textY, isLong, text: side.text, isLedger: side.isLedger, from: side.isLedger || last === undefined ? null : `M${x(last.at)} ${y(last.value)}L${end} ${y(side.value)}` }
  })
  // Days that lie too close share no label.
  let labelled = -Infinity
  const dots = past.slice(-8).map(point => {
    const place = x(point.at)
    const isLabelled = place - labelled > 56 && end - place > 40
    if (isLabelled) labelled = place
    return { x: place, y: y(point.value), text: isLabelled ? numberText(point.value) : '', day: isLabelled ? dayText(point.at) : null }
  })
  return { pace: path(paced), actual: path([...past, ...(own === undefined ? [] : [{ at, value: own.value }])]), dots, sides, top: y(course.goal ?? most), base: height - bottom, topText: numberText(course.goal ?? most) }
}
