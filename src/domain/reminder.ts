/** 提醒: what waits on units, cut short to be sent by WeChat or OA. Units and matters only; no person is ever named. Source: issue 7 part 5. */
import type { InboxItem } from './inbox'
import { byUnit, officeUnit } from './inbox'

/** Lines of one unit; what is over is counted. */
const mostLines = 6

export interface ReminderUnit { unit: string, items: readonly InboxItem[], more: number }

/** Is the item something to remind of: it waits on a unit, and something is to be done. */
const isToDo = ({ unit, kind }: InboxItem): boolean => unit !== officeUnit && kind !== 'extension_settled' && kind !== 'assist'

/** From the items of {@link inboxOf}; `unit` null: every unit that something waits on. */
export function reminderOf(items: readonly InboxItem[], unit: string | null): ReminderUnit[] {
  return byUnit(items.filter(item => isToDo(item) && (unit === null || item.unit === unit))).map(group => ({ unit: group.unit, items: group.items.slice(0, mostLines), more: Math.max(0, group.items.length - mostLines) }))
}
