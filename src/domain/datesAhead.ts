/** Every date that is still to come, for a unit or for all: what a calendar file holds. Source: issue 7 part 5. */
import type { Board } from './board'
import type { History, When } from './history'
import type { Meeting } from './meetings'
import type { PlanIndex } from './plan'
import type { Slip } from './slip'
import { packOn } from './adoptedPack'
import { calendarOf, periodOf } from './calendar'
import { addMonths, clampDay, monthEnd } from './days'
import { isOffice } from './inbox'
import { isUnderWay } from './slip'

export interface DateAhead {
  /** Stable in the plan: the same thing on another day keeps it. */
  id: string
  kind: 'slip' | 'extension' | 'meeting' | 'submit' | 'cutoff' | 'bulletin' | 'targets'
  day: string
  /** Of a slip: its unit. */
  unit: string | null
  /** Number and title; the month of a period; names of targets. */
  number: string
  titles: readonly string[]
}

/** Months of the plan that end on or after the day. */
function monthsAhead({ plan }: PlanIndex, day: string): string[] {
  const { start, end } = plan.period
  const months: string[] = []
  // The submit day of the month before may still be to come.
  for (let first = `${addMonths(`${clampDay(day, start, end).slice(0, 7)}-01`, -1).slice(0, 7)}-01`; first <= end; first = addMonths(first, 1)) if (first >= `${start.slice(0, 7)}-01`) months.push(first.slice(0, 7))
  return months
}

const isDone = (lamp: string | null): boolean => lamp === 'done' || lamp === 'caught_up_late' || lamp === 'exempt' || lamp === 'paused'

/** Targets of the unit that are not reached, by the day on which they are due. */
function targetDays(index: PlanIndex, board: Board, unit: string | null): Map<string, string[]> {
  const days = new Map<string, string[]>()
  for (const { target, due, total, cells } of board.rows) {
    const own = unit === null ? total : index.areas.has(unit) ? cells.find(cell => cell.area === unit) : index.targets.get(target.id)?.task.lead === unit ? total : undefined
    if (own === undefined || !own.asked || own.lamp === null || isDone(own.lamp) || due < board.asOf) continue
    days.set(due, [...days.get(due) ?? [], `${target.id} ${target.name}`])
  }
  return days
}

/** From `when.asOf` on, by day. `unit` as in {@link inboxOf}: null and the office's units have all. `board`, `slips`: of the same `when`. */
export function datesAhead(history: History, index: PlanIndex, slips: readonly Slip[], unit: string | null, when: When, { board, meetings }: { board: Board, meetings: readonly Meeting[] }): DateAhead[] {
  const day = when.asOf
  const isAll = unit === null || isOffice(index, unit)
  const dates: DateAhead[] = []
  const add = (kind: DateAhead['kind'], id: string, on: string, more: Partial<DateAhead> = {}): void => { if (on >= day) dates.push({ id: `${kind}-${id}`, kind, day: on, unit: null, number: '', titles: [], ...more }) }
  for (const slip of slips.filter(one => isUnderWay(one) && (isAll || one.order.lead === unit || one.order.assist.includes(unit)))) {
    const about = { unit: slip.order.lead, number: slip.order.number, titles: [slip.order.title] }
    add('slip', slip.order.id, slip.due, about)
    if (slip.pending !== null && isAll) add('extension', slip.order.id, slip.due, about)
  }
  for (const meeting of meetings) add('meeting', meeting.id, meeting.on, { number: String(meeting.number), titles: meeting.name === '' ? [] : [meeting.name] })
  const calendar = calendarOf(history, when.limit, day)
  const { calendar: { bulletinDay } } = packOn(history, when)
  for (const month of monthsAhead(index, day)) {
    const { cutoff, submitBy } = periodOf(calendar, month)
    add('cutoff', month, cutoff, { number: month })
    add('submit', month, submitBy, { number: month })
    if (bulletinDay !== null && isAll) add('bulletin', month, clampDay(`${month}-${String(bulletinDay).padStart(2, '0')}`, `${month}-01`, monthEnd(`${month}-01`)), { number: month })
  }
  for (const [due, titles] of targetDays(index, board, isAll ? null : unit)) add('targets', due, due, { titles })
  return dates.sort((one, other) => (one.day !== other.day ? (one.day < other.day ? -1 : 1) : one.id < other.id ? -1 : 1))
}
